internal import CCairo
internal import Diagnostics
internal import Scene

/// A PDF being written, in memory.
struct PDFSurface: ~Copyable {
    let surface: OpaquePointer
    private let sink: ByteSink

    /// Where cairo's stream goes.
    private final class ByteSink {
        var bytes: [UInt8] = []
    }

    /// A PDF 1.4, the plainest form of cairo's: what a later pass reads.
    init(size: Size) throws(Failure) {
        let sink = ByteSink()
        // The sink lives as long as this structure, which destroys the surface first.
        let closure = Unmanaged.passUnretained(sink).toOpaque()
        let surface = cairo_pdf_surface_create_for_stream(
            { closure, data, length in
                guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
                let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
                sink.bytes += UnsafeBufferPointer(start: data, count: Int(length))
                return CAIRO_STATUS_SUCCESS
            }, closure, size.width, size.height)
        guard let surface else { fatalError("cairo returns error objects, never null") }
        self.sink = sink
        self.surface = surface
        try checkStatus(cairo_surface_status(surface))
        cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4)
    }

    deinit { cairo_surface_destroy(surface) }

    func set(_ key: cairo_pdf_metadata_t, _ value: String) {
        cairo_pdf_surface_set_metadata(surface, key, value)
    }

    /// Ends the file; its bytes.
    consuming func finish() throws(Failure) -> [UInt8] {
        cairo_surface_finish(surface)
        try checkStatus(cairo_surface_status(surface))
        return sink.bytes
    }
}
