package import Diagnostics

extension FontBook {
    /// The styles there are, as people read them: "Inter bold".
    package var styles: [String] { typefaces.map { "\($0.family) \($0.weight.name)" } }
}

/// The styles that a folder of fonts lists, as people read them: "Inter bold"; no font is opened.
package func fontStyles(listedIn folder: String) throws(Failure) -> [String] {
    try FontLock(folder: folder).entries.map { "\($0.family) \($0.weight.name)" }
}
