package import Accounts
import Ground
import World

/// The places at the demo that a click takes.
package enum Seats {
    package static let all = World.seats.map { seat in
        DemoSeat(key: seat.key, title: title(seat), email: seat.person?.email)
    }

    private static func title(_ seat: World.Seat) -> String {
        let words =
            switch seat.key {
            case "lead-principal": DemoWords.leadPrincipal
            case "principal": DemoWords.principal
            case "lead-teacher": DemoWords.leadTeacher
            case "board-member": DemoWords.boardMember
            case "partner": DemoWords.partner
            case "adviser": DemoWords.adviser
            default: DemoWords.whanau
            }
        return seat.person.map { "\(words.text), \($0.name)" } ?? words.text
    }
}
