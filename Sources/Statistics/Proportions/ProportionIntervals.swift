extension Proportion {
    /// Wilson's score interval (Wilson 1927, JASA 22:209), the interval of every percentage shown.
    ///
    /// Exactly 0 below when nobody is counted, exactly 1 above when everybody is.
    package func wilson(_ confidence: Confidence) -> Interval {
        let z2 = confidence.z * confidence.z
        let scale = 1 + z2 / base
        let center = (share + z2 / (2 * base)) / scale
        let spread = share * rest / base + z2 / (4 * base * base)
        let margin = confidence.z / scale * spread.squareRoot()
        return Interval(
            lower: count == 0 ? 0 : max(0, center - margin),
            upper: count == base ? 1 : min(1, center + margin))
    }

    /// Wilson's interval with a continuity correction (Newcombe 1998, Statistics in Medicine 17:857, method
    /// 4).
    ///
    /// Wider, nearer to the exact one.
    package func wilsonContinuityCorrected(_ confidence: Confidence) -> Interval {
        let z = confidence.z
        let z2 = z * z
        let scale = 2 * (base + z2)
        let middle = 2 * count + z2
        let below = z2 - 2 - 1 / base + 4 * share * (base * rest + 1)
        let above = z2 + 2 - 1 / base + 4 * share * (base * rest - 1)
        return Interval(
            lower: count == 0 ? 0 : max(0, (middle - 1 - z * max(0, below).squareRoot()) / scale),
            upper: count == base ? 1 : min(1, (middle + 1 + z * max(0, above).squareRoot()) / scale))
    }

    /// The equal-tailed interval of Jeffreys' prior (Brown, Cai and DasGupta 2001, Statistical Science
    /// 16:101), by default with their change at the ends: 0 below when nobody is counted, 1 above when
    /// everybody is.
    package func jeffreys(_ confidence: Confidence, boundaryModified: Bool = true) -> Interval {
        let (a, b) = (count + 0.5, base - count + 0.5)
        let (tail, most) = (confidence.tail, 1 - confidence.tail)
        return Interval(
            lower: boundaryModified && count == 0 ? 0 : betaQuantile(lower: tail, upper: most, a, b).value,
            upper: boundaryModified && count == base ? 1 : betaQuantile(lower: most, upper: tail, a, b).value)
    }

    /// The "exact" interval of Clopper and Pearson (1934, Biometrika 26:404): never less sure than it says.
    package func clopperPearson(_ confidence: Confidence) -> Interval {
        let (tail, most) = (confidence.tail, 1 - confidence.tail)
        let others = base - count
        return Interval(
            lower: count == 0 ? 0 : betaQuantile(lower: tail, upper: most, count, others + 1).value,
            upper: others == 0 ? 1 : betaQuantile(lower: most, upper: tail, count + 1, others).value)
    }

    /// The interval of Agresti and Coull (1998, American Statistician 52:119), which may reach outside 0…1.
    package func agrestiCoull(_ confidence: Confidence) -> Interval {
        let z2 = confidence.z * confidence.z
        let center = (count + z2 / 2) / (base + z2)
        let margin = confidence.z * (center * (1 - center) / (base + z2)).squareRoot()
        return Interval(center: center, margin: margin)
    }

    /// The textbook interval share ± z √(pq/n): empty at 0 and 1, may reach outside 0…1.
    ///
    /// For comparison.
    package func wald(_ confidence: Confidence) -> Interval {
        Interval(center: share, margin: confidence.z * standardError)
    }

    /// √(pq/n), the standard error of a simple random sample from a large population.
    package var standardError: Double { (share * rest / base).squareRoot() }
}
