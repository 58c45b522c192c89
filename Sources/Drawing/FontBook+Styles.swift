package import Diagnostics
package import Scene

extension FontBook {
    /// The styles there are, as people read them: "Inter bold".
    package var styles: [String] { typefaces.map { "\($0.family) \($0.weight.name)" } }

    /// The weights that there are of a family.
    package func weights(of family: String) -> [TextStyle.Weight] {
        typefaces.filter { $0.family == family }.map(\.weight)
    }
}

/// The styles that a folder of fonts lists, as people read them: "Inter bold"; no font is opened.
package func fontStyles(listedIn folder: String) throws(Failure) -> [String] {
    try FontLock(folder: folder).entries.map { "\($0.family) \($0.weight.name)" }
}
