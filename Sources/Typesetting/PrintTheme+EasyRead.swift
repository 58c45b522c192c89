import Scene

extension PrintTheme {
    /// The looks of Easy Read: Andika, which was made for people who are learning to read, and nothing below 16 points.
    package static var easyRead: PrintTheme {
        var theme = PrintTheme()
        theme.family = "Andika"
        theme.emphasis = .bold
        theme.contentsWeight = .regular
        theme.sectionRoom = 0.45
        theme.frontTop = 16
        theme.hasRunningTitle = false
        theme.sideMargin = 48
        theme.topMargin = 52
        theme.bottomMargin = 76
        theme.measure = 499
        theme.title = TypeSize(34, on: 44, .bold)
        theme.kicker = TypeSize(20, on: 28, .bold)
        theme.lead = TypeSize(20, on: 30)
        theme.section = TypeSize(26, on: 34, .bold)
        theme.subsection = TypeSize(20, on: 28, .bold)
        theme.minorHeading = TypeSize(18, on: 26, .bold)
        theme.body = TypeSize(18, on: 26)
        theme.number = TypeSize(28, on: 36, .bold)
        theme.figureTitle = TypeSize(18, on: 26, .bold)
        theme.figureSubtitle = TypeSize(16, on: 23)
        theme.note = TypeSize(16, on: 23)
        theme.table = TypeSize(16, on: 23)
        theme.running = TypeSize(16, on: 23)
        theme.label = TypeSize(16, on: 23, .bold)
        theme.pictures = PictureLooks(
            tile: Size(130, 113), large: Size(330, 286), space: 26, gap: 18, words: TypeSize(18, on: 26),
            drawing: 240)
        return theme
    }
}
