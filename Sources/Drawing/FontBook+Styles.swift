extension FontBook {
    /// The styles there are, as people read them: "Inter bold".
    package var styles: [String] { typefaces.map { "\($0.family) \($0.weight.name)" } }
}
