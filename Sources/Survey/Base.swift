/// The number of valid answers behind a percentage, as far as it may be told.
package enum Base: Hashable, Sendable {
    case exact(Int)
    /// Rounded to a multiple of `to`: "about 455".
    case rounded(Int, to: Int)
    /// Only the number of all replies to the survey is known.
    case surveyWide(Int)
    case unknown
    /// Too small to be told.
    case withheld

    /// The number that intervals and rules may use: none where the question's own base is not known.
    package var count: Int? {
        switch self {
        case .exact(let count), .rounded(let count, _): count
        case .surveyWide, .unknown, .withheld: nil
        }
    }
}
