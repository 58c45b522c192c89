/// How many times as large as another a text calls a number: "twice as many", "rose by half".
package struct MultipleClaim: Hashable, Sendable {
    package enum Sense: Hashable, Sendable {
        case about
        case nearly
        case more
        case less
    }

    package enum Form: Hashable, Sendable {
        /// "twice as many".
        case times
        /// "has doubled": since last time.
        case become
        /// "rose by half": by this part of what it was.
        case grown
        case shrunk

        /// Whether it tells what has become of a number.
        package var isChange: Bool { self != .times }
    }

    package var amount: Double
    package var sense: Sense
    package var form: Form
    /// Half of what a percentage is rounded to, as a part: "by 29%".
    package var rounding: Double?

    package init(_ amount: Double, sense: Sense, form: Form, rounding: Double? = nil) {
        self.amount = amount
        self.sense = sense
        self.form = form
        self.rounding = rounding
    }

    /// Whether the claim is true of a ratio of two numbers.
    ///
    /// By itself and with "about" within a twentieth, a percentage to its own rounding; "nearly" from three twentieths
    /// below; "more than" and "less than" need only be true.
    package func holds(for ratio: Double) -> Bool {
        let (value, unit) =
            switch form {
            case .times, .become: (ratio, amount)
            case .grown: (ratio - 1, 1)
            case .shrunk: (1 - ratio, 1)
            }
        return switch sense {
        case .about: abs(value - amount) <= (rounding ?? unit / 20)
        case .nearly: value < amount && value >= amount - unit * 0.15
        case .more: value > amount
        case .less: value < amount
        }
    }
}
