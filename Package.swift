// swift-tools-version: 6.2
// The rooms of poet and the arrows between them: docs/architecture.md tells what each one is for.
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")

/// A room: one folder under Sources/.
///
/// A room that is heavy is optimised in debug builds too: its linear programs would take a minute in place of a second,
/// and every test that renders a report waits for them.
func room(_ name: String, imports: [Target.Dependency] = [], isHeavy: Bool = false) -> Target {
    let optimized: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]
    return .target(name: name, dependencies: imports, swiftSettings: strict + (isHeavy ? optimized : []))
}

/// The tests of a room: one folder under Tests/; the texts they compare with are read from there, and not built.
func tests(_ name: String, imports: [Target.Dependency], golden: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: imports + ["TestSupport"], exclude: golden, swiftSettings: strict)
}

let package = Package(
    name: "poet",
    products: [.executable(name: "poet", targets: ["poet"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        // C libraries of Debian: a module map and a shim.h each, nothing else.
        .systemLibrary(
            name: "CCairo",
            pkgConfig: "cairo-ft freetype2 harfbuzz-subset",
            providers: [.apt(["libcairo2-dev", "libfreetype-dev", "libharfbuzz-dev"])]),
        .systemLibrary(
            name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(
            name: "CMarkdown", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(
            name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(
            name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),

        room("Diagnostics"),
        room("Statistics"),
        room("Scene"),
        room("Language", imports: ["Statistics"]),
        room("Reading", imports: ["Diagnostics", "CXML", "CYAML"]),
        room("Files", imports: ["Diagnostics", "CSodium", "CDeflate", "CZip"]),
        room("Survey", imports: ["Reading", "Diagnostics"]),
        room("RawResults", imports: ["Survey", "Reading", "Files", "Diagnostics"]),
        room(
            "Disclosure",
            imports: ["RawResults", "Survey", "Reading", "Language", "Statistics", "Files", "Diagnostics"],
            isHeavy: true),
        room("Findings", imports: ["Survey", "Statistics", "Language", "Reading", "Diagnostics"]),
        room("Charts", imports: ["Survey", "Findings", "Language", "Scene"]),
        room("SVG", imports: ["Scene"]),
        room("Pictures", imports: ["Scene", "Reading", "Files", "Diagnostics"]),
        room("PDFFinishing", imports: ["Scene", "Files", "Diagnostics"]),
        room("Drawing", imports: ["Scene", "Files", "PDFFinishing", "Diagnostics", "CCairo"]),
        room("Templates", imports: ["Diagnostics"]),
        room("Document", imports: ["Scene", "SVG", "CMarkdown", "Diagnostics"]),
        room("Typesetting", imports: ["Document", "Drawing", "Scene", "Diagnostics"]),
        room("DataFiles", imports: ["Survey", "Reading", "Files", "Diagnostics"]),
        room(
            "Reports",
            imports: [
                "Diagnostics", "Statistics", "Scene", "Language", "Reading", "Files", "Survey",
                "Findings", "Charts", "Pictures", "SVG", "Drawing", "Templates", "Document", "Typesetting",
                "DataFiles",
            ]),
        .executableTarget(
            name: "poet",
            dependencies: [
                "Reports", "Findings", "Disclosure", "RawResults", "Survey", "Reading", "Files",
                "Diagnostics",
                argumentParser,
            ],
            swiftSettings: strict),

        .target(
            name: "TestSupport", dependencies: ["Scene", "Diagnostics", "Reading", "Files"],
            path: "Tests/TestSupport", swiftSettings: strict),
        tests("Diagnostics", imports: ["Diagnostics"]),
        tests("Statistics", imports: ["Statistics", "Reading", "Diagnostics"]),
        tests("Scene", imports: ["Scene"]),
        tests("Language", imports: ["Language"]),
        tests("Reading", imports: ["Reading", "Diagnostics"]),
        tests("Files", imports: ["Files", "Diagnostics"]),
        tests("DataFiles", imports: ["DataFiles", "Survey", "Reading", "Files", "Diagnostics"]),
        tests("Survey", imports: ["Survey", "Reading", "Diagnostics"]),
        tests("RawResults", imports: ["RawResults", "Survey", "Reading", "Diagnostics"]),
        tests(
            "Disclosure",
            imports: ["Disclosure", "RawResults", "Survey", "Reading", "Statistics", "Diagnostics"]),
        tests(
            "Findings",
            imports: [
                "Findings", "Disclosure", "RawResults", "Survey", "Statistics", "Language", "Reading",
                "Files",
                "Diagnostics",
            ]),
        tests(
            "Charts", imports: ["Charts", "Drawing", "Findings", "Survey", "Scene", "SVG"], golden: ["Golden"]
        ),
        tests("Pictures", imports: ["Pictures", "Scene", "Files", "Reading", "Diagnostics"]),
        tests("Drawing", imports: ["Drawing", "SVG", "Scene", "Files", "Diagnostics"]),
        tests("PDFFinishing", imports: ["PDFFinishing", "Drawing", "Files", "Scene", "Diagnostics"]),
        tests(
            "Typesetting",
            imports: ["Typesetting", "Document", "Drawing", "PDFFinishing", "Scene", "Diagnostics"]),
        tests("Templates", imports: ["Templates", "Diagnostics"]),
        tests(
            "Reports",
            imports: [
                "Reports", "Disclosure", "Findings", "Charts", "Typesetting", "Drawing", "Document", "Scene",
                "Survey", "Reading", "Diagnostics",
            ]),
        tests("Document", imports: ["Document", "Templates", "Scene", "SVG", "Diagnostics"]),
        tests(
            "Documentation",
            imports: ["Disclosure", "RawResults", "Survey", "Reading", "Diagnostics"]),
        tests("EndToEnd", imports: ["poet", "Reading", "Diagnostics"], golden: ["Golden"]),
    ]
)
