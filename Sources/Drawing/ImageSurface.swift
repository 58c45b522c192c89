internal import CCairo
internal import Diagnostics

/// A raster of pixels: one to draw into, or one read from a PNG.
struct ImageSurface: ~Copyable {
    let surface: OpaquePointer
    var width: Double { Double(cairo_image_surface_get_width(surface)) }
    var height: Double { Double(cairo_image_surface_get_height(surface)) }

    /// A raster: opaque and black at first, or transparent.
    init(width: Int, height: Int, isTransparent: Bool = false) throws(Failure) {
        guard
            let surface = cairo_image_surface_create(
                isTransparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, Int32(clamping: width),
                Int32(clamping: height))
        else { fatalError("cairo returns error objects, never null") }
        self.surface = surface
        try checkStatus(cairo_surface_status(surface))
    }

    /// A PNG's pixels.
    init(png: [UInt8]) throws(Failure) {
        var rest = png[...]
        let surface = withUnsafeMutablePointer(to: &rest) { rest in
            cairo_image_surface_create_from_png_stream(
                { closure, output, length in
                    guard let rest = closure?.assumingMemoryBound(to: ArraySlice<UInt8>.self), let output,
                        rest.pointee.count >= Int(length)
                    else { return CAIRO_STATUS_READ_ERROR }
                    output.update(from: Array(rest.pointee.prefix(Int(length))), count: Int(length))
                    rest.pointee.removeFirst(Int(length))
                    return CAIRO_STATUS_SUCCESS
                }, rest)
        }
        guard let surface else { fatalError("cairo returns error objects, never null") }
        self.surface = surface
        guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
            throw Failure("an image of \(png.count) bytes is not a PNG that can be read")
        }
    }

    deinit { cairo_surface_destroy(surface) }

    /// The pixels as 0xAARRGGBB, each colour times its alpha (the top byte of an opaque raster says nothing), a row at a
    /// time from the top, `stride` of them to a row.
    func withPixels<Result>(
        _ body: (_ pixels: UnsafePointer<UInt32>, _ stride: Int) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        cairo_surface_flush(surface)
        guard let data = cairo_image_surface_get_data(surface) else {
            throw Failure("drawing left no pixels")
        }
        let stride = Int(cairo_image_surface_get_stride(surface)) / 4
        return try data.withMemoryRebound(to: UInt32.self, capacity: stride * Int(height)) {
            pixels throws(Failure) in
            try body(pixels, stride)
        }
    }
}
