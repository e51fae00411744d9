@testable import Gems
import Ground
@testable import Impact
import TestSupport
import Testing

@Suite struct `A check of a gem` {
    private let school = OrganisationID(rawValue: "spit")

    private var gem: Gem {
        Gem(
            id: Identifier(rawValue: "talk"), community: CommunityID(rawValue: "c"), title: "Talk", text: "First.",
            organisation: school, finder: "Mere", evidence: [], nominated: Scene.today, person: nil)
    }

    private func story(_ state: Adoption.State?, verdicts: [Verdict] = []) -> GemStory {
        let adoption = state.map {
            Adoption(
                id: Identifier(rawValue: "a"), gem: gem.id, organisation: school, state: $0, day: Scene.today,
                person: nil)
        }
        return GemStory(gem: gem, verdicts: verdicts, adoptions: [adoption].compactMap { $0 })
    }

    private func verdict(_ kind: Verdict.Kind, _ days: Int) -> Verdict {
        Verdict(
            id: Identifier(rawValue: "v\(days)"), gem: gem.id, kind: kind, reason: "",
            day: Scene.today.adding(days: days),
            at: Scene.now.adding(days: days), person: nil)
    }

    private func finding(_ outcome: String, _ text: String = "Seen") -> ImpactCheck.Finding {
        ImpactCheck.Finding(outcome: outcome, evidence: Evidence(text))
    }

    @Test func `needs somebody who has tried it`() {
        #expect(throws: ImpactRefusal.notTried) {
            try ImpactCheck.require(
                .keep, of: story(.heard), findings: [finding("learners")], because: "x", mayStop: true)
        }
        #expect(throws: Never.self) {
            try ImpactCheck.require(
                .keep, of: story(.trying), findings: [finding("learners")], because: "x", mayStop: true)
        }
    }

    @Test func `needs something seen, and a reason`() {
        #expect(throws: ImpactRefusal.nothingSeen) {
            try ImpactCheck.require(.tooEarly, of: story(.using), findings: [], because: "x", mayStop: true)
        }
        #expect(throws: ImpactRefusal.reasonMissing) {
            try ImpactCheck.require(
                .keep, of: story(.using), findings: [finding("learners")], because: "", mayStop: true)
        }
    }

    @Test func `stops a gem only in the hands of those who decide`() {
        #expect(throws: ImpactRefusal.notYoursToStop) {
            try ImpactCheck.require(
                .stop, of: story(.using), findings: [finding("learners")], because: "x", mayStop: false)
        }
        #expect(throws: ImpactRefusal.stopped) {
            try ImpactCheck.require(
                .keep, of: story(.using, verdicts: [verdict(.stop, -1)]), findings: [finding("learners")],
                because: "x", mayStop: true)
        }
    }

    @Test func `leaves the last word on each side, and names the sides nobody looked at`() {
        let sides = ["learners", "teaching", "parents"].map { Side(key: $0, title: $0, question: "?") }
        let picture = ImpactPicture(
            [
                ImpactCheck(
                    verdict: verdict(.tooEarly, -90), findings: [finding("learners", "Few"), finding("teaching")]),
                ImpactCheck(verdict: verdict(.keep, -2), findings: [finding("learners", "Many")]),
            ], sides: sides)
        #expect(picture.latest["learners"]?.finding.evidence.text == "Many")
        #expect(picture.latest["teaching"]?.verdict.kind == .tooEarly)
        #expect(picture.gaps.map(\.key) == ["parents"])
        #expect(picture.verdict?.kind == .keep)
        #expect(!picture.isComplete)
        #expect(ImpactPicture([], sides: []).isComplete == false)
    }

    @Test(arguments: [
        ("https://example.org/results", true), ("http://example.org", true), ("/communities/1/picture?on=2026", true),
        ("//elsewhere.example", false), ("javascript:alert(1)", false), ("data:text/html,x", false), ("/\\evil", false),
        ("https://example.org/a b", false), ("results", false), (" https://example.org", false),
    ]) func `takes only links that lead to the web or to a page here`(_ link: String, _ isUsable: Bool) {
        #expect(Evidence.isUsable(link: link) == isUsable)
    }
}
