import Charts
import Diagnostics
import Scene

// What is done where the words are too long for a page.
extension InfographicMaker {
    /// The arrangement for a format without the blocks for which there is no room at the smallest type, each with a warning.
    ///
    /// The last go first, and only those that the tool fills, as their words differ from council to council. The first
    /// block, and what a template names, stay.
    func fitting(_ format: InfographicFormat, measurer: any TextMeasurer, theme: ChartTheme) -> Infographic? {
        var without: [String] = []
        var made = infographic(format)
        while let infographic = made, infographic.overflow(format, measurer: measurer, theme: theme) != nil,
            let last = infographic.rows.joined().dropFirst().map(\.name).last(where: {
                template.block($0)?.isNamed == false
            })
        {
            without.append(last)
            log.warning(
                "the block '\(last)' is left out of '\(format.name)': there is no room for it at the smallest type",
                at: template.block(last)?.location)
            made = self.infographic(format, without: without)
        }
        return made
    }
}
