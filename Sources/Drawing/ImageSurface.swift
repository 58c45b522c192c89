internal import CCairo
internal import Diagnostics

/// A raster of pixels: one to draw into, or one read from a PNG.
struct ImageSurface: ~Copyable {
    let surface: OpaquePointer
    var width: Double { Double(cairo_image_surface_get_width(surface)) }
    var height: Double { Double(cairo_image_surface_get_height(surface)) }

    /// A raster: opaque and black at first, or transparent.
    init(width: Int, height: Int, isTransparent: Bool = false) throws(Failure) {
        surface = shim_image_surface(
            isTransparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, Int32(clamping: width),
            Int32(clamping: height))
        try checkStatus(cairo_surface_status(surface))
    }

    /// A PNG's pixels.
    init(png: [UInt8]) throws(Failure) {
        var rest = png[...]
        surface = withUnsafeMutablePointer(to: &rest) { rest in
            shim_image_surface_from_png(
                { closure, output, length in
                    guard let rest = closure?.assumingMemoryBound(to: ArraySlice<UInt8>.self), let output,
                        rest.pointee.count >= Int(length)
                    else { return CAIRO_STATUS_READ_ERROR }
                    output.update(from: Array(rest.pointee.prefix(Int(length))), count: Int(length))
                    rest.pointee.removeFirst(Int(length))
                    return CAIRO_STATUS_SUCCESS
                }, rest)
        }
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
