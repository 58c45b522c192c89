internal import CCairo
internal import Diagnostics
internal import PDFFinishing

extension ImageSurface {
    /// The pixels as a PDF holds them, colours no longer times their opacity; nil where there are none.
    func drawn() throws(Failure) -> DrawnImage? {
        let (width, height) = (Int(self.width), Int(self.height))
        guard width > 0, height > 0 else { return nil }
        let hasOpacity = cairo_image_surface_get_format(surface) == CAIRO_FORMAT_ARGB32
        var colors: [UInt8] = []
        var opacity: [UInt8] = []
        colors.reserveCapacity(3 * width * height)
        try withPixels { pixels, stride throws(Failure) in
            for row in 0..<height {
                for column in 0..<width {
                    let pixel = pixels[row * stride + column]
                    let alpha = hasOpacity ? pixel >> 24 : 255
                    for shift: UInt32 in [16, 8, 0] {
                        let value = pixel >> shift & 255
                        colors.append(UInt8(alpha == 0 ? 0 : min(255, (value * 255 + alpha / 2) / alpha)))
                    }
                    if hasOpacity { opacity.append(UInt8(alpha)) }
                }
            }
        }
        return DrawnImage(width: width, height: height, colors: colors, opacity: hasOpacity ? opacity : nil)
    }
}
