package import Statistics

extension English {
    /// "nearly three times as likely", from a risk ratio and its interval; nil where no such phrase is true.
    ///
    /// Never from an odds ratio: where an outcome is common the odds multiply far more than the chances
    /// (Davies, Crombie and Tavakoli 1998, BMJ 316:989). A phrase with k needs an interval that lies wholly
    /// above k − 1, and above 1.
    ///
    /// | ratio, from k = 2 on | words               |
    /// |----------------------|---------------------|
    /// | k − 0.3 up to k      | nearly k times      |
    /// | k up to k + 0.05     | k times             |
    /// | up to k + 0.3        | just over k times   |
    /// | up to k + 0.7        | more than k times   |
    ///
    /// Beside these 1.4 to 1.6 is "about one and a half times", and ratios from 10.7 on are "more than ten
    /// times".
    package static func timesAsLikely(_ riskRatio: Double, interval: Interval) -> String? {
        guard riskRatio.isFinite, interval.contains(riskRatio), interval.lower > 1 else { return nil }
        if riskRatio >= 1.4, riskRatio <= 1.6 { return "about one and a half times as likely" }
        guard riskRatio >= 1.7 else { return nil }
        let multiple = riskRatio >= 10.7 ? 10 : Int((riskRatio + 0.3).rounded(.down))
        guard interval.lower > Double(multiple - 1) else { return nil }
        let excess = riskRatio - Double(multiple)
        let qualifier =
            switch excess {
            case ..<0: "nearly "
            case ...0.05: ""
            case ...0.3: "just over "
            default: "more than "
            }
        let times =
            switch multiple {
            case 2: "twice"
            case 10: "ten times"
            default: numberInWords(multiple) + " times"
            }
        return qualifier + times + " as likely"
    }
}
