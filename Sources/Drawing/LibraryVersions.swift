internal import CCairo

/// The libraries that decide what a picture looks like, with their versions, sorted by name: for a manifest.
package let drawingLibraries: [(name: String, version: String)] = {
    let freetype = shim_freetype_version()
    return [
        ("cairo", String(cString: cairo_version_string())),
        ("freetype", "\(freetype / 10000).\(freetype / 100 % 100).\(freetype % 100)"),
        ("harfbuzz", String(cString: hb_version_string())),
    ]
}()
