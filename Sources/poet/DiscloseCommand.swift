import ArgumentParser
import Diagnostics
import Disclosure
import Reports
import Survey

struct DiscloseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disclose",
        abstract: "Makes a wave's published results from its private ones.",
        discussion: """
            Reads every file in the wave's private/ folder, applies the policy that wave.yaml names, and writes published/. \
            Only what stands there can reach a report, a chart or a data file.
            """)

    @Argument(help: "The wave's folder.")
    var wave: String

    @OptionGroup var share: ShareOptions

    func run() async throws {
        try await reporting {
            let release = try disclosure(of: wave, library: share.library())
            Words.say(release.warnings)
            try release.write()
            for file in release.files { print("\(wave)/published/\(file.name)") }
        }
    }
}

/// The disclosure of a wave, ready to be written.
func disclosure(of folder: String, library: Library) throws(Failure) -> WaveRelease {
    let (wave, instrument) = try WaveFolder.settings(of: folder, library: library)
    let place = wave.places["policy"] ?? SourceLocation(file: WaveFolder.settingsFile(of: folder))
    let policy = try Policy.read(
        library.data(wave.policy, kind: "policies", beside: folder, at: place))
    return try WaveRelease(
        folder: folder, wave: wave, instrument: instrument, policy: policy,
        schema: library.share + "/Templates/schemas/poet-raw.rng")
}
