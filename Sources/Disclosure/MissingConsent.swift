package import Diagnostics
import Survey

/// The bodies that have not consented to publication: they count in totals, and nothing of theirs is told.
package struct MissingConsent: Sendable {
    package let bodies: Set<String>
    private let places: [String: SourceLocation]

    /// - Parameter places: where the wave names each of them.
    package init(_ bodies: [String] = [], places: [String: SourceLocation] = [:]) {
        self.bodies = Set(bodies)
        self.places = places
    }

    func check(against known: [Body], log: DiagnosticLog) {
        for id in bodies.sorted() {
            guard let body = known.first(where: { $0.id == id }) else {
                log.error(
                    "unknown body '\(id)' in 'withoutConsent'", at: places[id],
                    hints: hints(forUnknown: id, among: known.map(\.id), listing: "bodies"))
                continue
            }
            if body.isTotal {
                log.error(
                    "'\(id)' in 'withoutConsent' is a total, and consent is given by each council",
                    at: places[id])
            }
        }
        if !known.isEmpty, known.allSatisfy({ bodies.contains($0.id) }) {
            log.error("no body of the wave has consented to publication", at: places.values.first)
        }
    }
}
