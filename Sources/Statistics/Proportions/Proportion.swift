/// A count out of a base: 81 of 100.
///
/// Both may be real, for weighted answers and effective bases. Made once and checked once, so that all
/// that is computed from it is defined.
package struct Proportion: Hashable, Sendable {
    package let count: Double
    package let base: Double

    /// Nil unless the base is positive and finite and 0 ≤ count ≤ base.
    package init?(_ count: Double, of base: Double) {
        guard base > 0, base.isFinite, count >= 0, count <= base else { return nil }
        self.count = count
        self.base = base
    }

    /// Nil unless the base is positive and 0 ≤ count ≤ base.
    package init?(_ count: Int, of base: Int) {
        self.init(Double(count), of: Double(base))
    }

    /// A share of a base: the effective count is their product.
    ///
    /// Nil unless 0 ≤ share ≤ 1 and the base is positive and finite.
    package init?(share: Double, of base: Double) {
        guard share >= 0, share <= 1 else { return nil }
        self.init(min(share * base, base), of: base)
    }

    /// The proportion, 0 to 1.
    package var share: Double { count / base }
    /// One less the proportion, without rounding error at the ends.
    var rest: Double { (base - count) / base }
}
