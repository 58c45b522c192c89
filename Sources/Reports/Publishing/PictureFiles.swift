import Diagnostics
import Scene

/// The drawings of a document as PNG files, each drawn once, whichever text asks for it.
final class PictureFiles {
    private let studio: Studio
    private let date: String
    private var drawn: [String: [UInt8]] = [:]
    private var pictures: [String: Picture] = [:]
    private let log = DiagnosticLog()

    init(studio: Studio, date: String) {
        self.studio = studio
        self.date = date
    }

    /// Draws the picture under that name, and gives the file's name; another picture of the same name gets a number.
    func add(_ picture: Picture, _ wanted: String) -> String {
        var name = wanted
        var number = 1
        while let other = pictures[name], other != picture {
            number += 1
            name = "\(wanted)-\(number)"
        }
        if pictures.updateValue(picture, forKey: name) == nil {
            drawn[name] = log.collect { () throws(Failure) in
                try studio.bytes(of: picture, as: .png, date: date)
            }
        }
        return name + ".png"
    }

    /// The files by name; throws what went wrong in any of the drawings.
    func files() throws(Failure) -> [(name: String, bytes: [UInt8])] {
        try log.check()
        return drawn.sorted { $0.key < $1.key }.map { (name: $0.key + ".png", bytes: $0.value) }
    }
}
