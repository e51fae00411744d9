@testable import Gems
import Ground
import TestSupport

/// A gem of one school, for decisions that need no database.
enum Example {
    static let community = CommunityID(rawValue: "community")
    static let spit = OrganisationID(rawValue: "spit")
    static let hill = OrganisationID(rawValue: "hill")
    static let flat = OrganisationID(rawValue: "flat")

    static let gem = gem("talk")

    static func gem(_ id: String) -> Gem {
        Gem(
            id: Identifier(rawValue: id), community: community, title: "Talk before you write",
            text: "Tell it to a partner first.", organisation: spit, finder: "Mere", evidence: [],
            nominated: day(-40), person: nil)
    }

    /// So many days from today.
    static func day(_ days: Int) -> Day { Scene.today.adding(days: days) }
    static func moment(_ days: Int) -> Instant { Scene.now.adding(days: days) }

    static func answer(_ kind: Answer.Kind, _ days: Int) -> Answer {
        Answer(
            id: Identifier(rawValue: "answer\(days)"), kind: kind, reason: "Because", day: day(days),
            at: moment(days), person: nil)
    }

    static func verdict(_ kind: Verdict.Kind, _ days: Int) -> Verdict {
        Verdict(
            id: Identifier(rawValue: "verdict\(days)"), gem: gem.id, kind: kind, reason: "Because", day: day(days),
            at: moment(days), person: nil)
    }

    static func adoption(
        _ organisation: OrganisationID, _ state: Adoption.State, _ days: Int, of gem: Gem = gem
    ) -> Adoption {
        Adoption(
            id: Identifier(rawValue: "\(organisation)\(days)"), gem: gem.id, organisation: organisation, state: state,
            day: day(days), person: nil)
    }

    static let design = Design(audience: "Writers", core: ["Told first"], day: day(-20), person: nil)
}
