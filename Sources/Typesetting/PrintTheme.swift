package import Scene

/// The looks of printed pages: paper, type, colours; lengths in points.
package struct PrintTheme: Hashable, Sendable {
    /// A size of type, with the distance of its lines.
    package struct TypeSize: Hashable, Sendable {
        package var size: Double
        package var leading: Double
        package var weight: TextStyle.Weight

        package init(_ size: Double, on leading: Double, _ weight: TextStyle.Weight = .regular) {
            self.size = size
            self.leading = leading
            self.weight = weight
        }
    }

    package var family = "Inter"
    /// Whether the title stands on a band of the main colour; else in that colour on the paper.
    package var hasBand = true
    /// A4, upright.
    package var paper = Size(595, 842)
    package var sideMargin = 47.5
    package var topMargin = 66.0
    package var bottomMargin = 64.0
    /// The longest line of running text: about 70 letters.
    ///
    /// Figures take the whole width between the margins.
    package var measure = 440.0

    package var title = TypeSize(34, on: 41, .bold)
    package var kicker = TypeSize(12.5, on: 17, .semibold)
    package var lead = TypeSize(16, on: 23.5)
    package var section = TypeSize(21, on: 26, .bold)
    package var subsection = TypeSize(15, on: 20, .bold)
    package var minorHeading = TypeSize(12.5, on: 17, .bold)
    package var body = TypeSize(12, on: 16.5)
    package var number = TypeSize(23, on: 28, .bold)
    package var figureTitle = TypeSize(13, on: 17, .bold)
    package var figureSubtitle = TypeSize(10.5, on: 14.5)
    package var note = TypeSize(10, on: 13.5)
    package var table = TypeSize(10.5, on: 14)
    package var running = TypeSize(10, on: 13)
    package var label = TypeSize(11, on: 15, .bold)
    /// What is emphasised: between regular and bold where the family has it; and sections in the contents.
    package var emphasis = TextStyle.Weight.semibold
    package var contentsWeight = TextStyle.Weight.semibold
    /// From the upper margin to the first line of the front page.
    package var frontTop = 96.0
    /// The least part of a page that a section of level 2 begins on.
    package var sectionRoom = 0.18
    package var pictures = PictureLooks()
    /// Whether pages have their title at the head.
    package var hasRunningTitle = true

    /// The room around headings, as a share of what a long report has.
    package var air = 1.0

    package var ink = Color(0x1B_1F24)
    package var quiet = Color(0x4A_5159)
    package var rule = Color(0xC9_CFD4)
    package var ground = Color(0xF2_F5F8)
    package var main = Color(0x12_436D)
    package var attention = Color(0xA6_400F)
    package var attentionGround = Color(0xFD_F3EC)

    /// The looks of rows of pictures.
    package struct PictureLooks: Hashable, Sendable {
        /// The frame of a picture beside words, and of one that stands alone.
        package var tile = Size(120, 104)
        package var large = Size(300, 260)
        /// Between the picture and its words, and between rows.
        package var space = 24.0
        package var gap = 24.0
        package var words = TypeSize(16, on: 24)
        /// The width of a drawing below the words.
        package var drawing = 230.0
        package var ground = Color(0xEA_F1F7)
    }

    package static let standard = PrintTheme()

    /// For documents of a page or two.
    package static let brief = {
        var theme = PrintTheme()
        theme.title = TypeSize(22, on: 27, .bold)
        theme.kicker = TypeSize(11, on: 15, .semibold)
        theme.lead = TypeSize(13, on: 18)
        theme.section = TypeSize(15.5, on: 20, .bold)
        theme.subsection = TypeSize(13, on: 17, .bold)
        theme.number = TypeSize(17, on: 21, .bold)
        theme.topMargin = 60
        theme.bottomMargin = 50
        theme.sectionRoom = 0
        theme.measure = 500
        theme.air = 0.5
        return theme
    }()

    package init() {}

    func style(_ type: TypeSize, _ color: Color? = nil) -> TextStyle {
        TextStyle(family: family, weight: type.weight, size: type.size, color: color ?? ink)
    }

    func paper(_ orientation: Orientation) -> Size {
        orientation == .portrait ? paper : Size(paper.height, paper.width)
    }

    /// The width between the margins.
    func width(_ orientation: Orientation) -> Double { paper(orientation).width - 2 * sideMargin }

    /// The height between the margins.
    func height(_ orientation: Orientation) -> Double {
        paper(orientation).height - topMargin - bottomMargin
    }
}

/// How a page lies.
enum Orientation: Hashable, Sendable {
    case portrait
    case landscape
}
