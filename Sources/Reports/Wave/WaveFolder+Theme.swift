package import Diagnostics
package import Survey

extension WaveFolder {
    /// The theme of a report: its own, else its wave's; with the logos of both, party by party.
    package func theme(of settings: ReportSettings, in report: String, library: Library) throws(Failure)
        -> Theme
    {
        var theme = try library.theme(
            settings.theme ?? wave.theme, beside: folder,
            at: settings.places["theme"] ?? wave.places["theme"])
        theme.logos = PartyLogo.merged([
            theme.logos, wave.publication.logos.map { $0.below(folder) },
            settings.publication.logos.map { $0.below(report) },
        ])
        return theme
    }
}
