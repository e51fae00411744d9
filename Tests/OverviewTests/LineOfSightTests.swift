import Challenges
import Communities
import FocusAreas
import Gems
import Ground
import Impact
import Measurement
import Testing

@testable import Overview

/// One focus area, one school, and as much of the story as a test asks for.
private struct Tale {
    static let today = Day(daysSince1970: 20_779)
    static let community = CommunityID(rawValue: "c")
    let area = FocusArea(
        id: Identifier(rawValue: "area"), title: "Writing", text: "", suggestion: "deep-learning",
        started: Tale.today.adding(days: -300))
    let school = Organisation(
        id: OrganisationID(rawValue: "s"), name: "Tōtara School", kind: "primary-school", roll: 90)

    func gem(_ adoptions: [Adoption.State] = [], answered: Bool = true) -> GemStory {
        let id = Identifier<Gem>(rawValue: "gem")
        let gem = Gem(
            id: id, community: Tale.community, title: "Talk first", text: "", focusArea: "area",
            organisation: school.id, finder: "", evidence: [], nominated: Tale.today.adding(days: -100), person: nil)
        let answer = Answer(
            id: Identifier(rawValue: "a"), kind: .spread, reason: "It works", day: Tale.today.adding(days: -90),
            at: Instant(milliseconds: 0), person: nil)
        return GemStory(
            gem: gem, answers: answered ? [answer] : [],
            adoptions: adoptions.enumerated().map { index, state in
                Adoption(
                    id: Identifier(rawValue: "\(index)"), gem: id, organisation: school.id, state: state,
                    day: Tale.today.adding(days: -80 + index), person: nil)
            })
    }

    /// The gem, with another answer or with a verdict on it.
    func gem(_ adoptions: [Adoption.State], answer kind: Answer.Kind, verdict: Verdict? = nil) -> GemStory {
        let story = gem(adoptions, answered: false)
        let answer = Answer(
            id: Identifier(rawValue: "a"), kind: kind, reason: "So it is", day: Tale.today.adding(days: -90),
            at: Instant(milliseconds: 0), person: nil)
        return GemStory(
            gem: story.gem, answers: [answer], verdicts: verdict.map { [$0] } ?? [], adoptions: story.adoptions)
    }

    func verdict(_ kind: Verdict.Kind) -> Verdict {
        Verdict(
            id: Identifier(rawValue: "v"), gem: Identifier(rawValue: "gem"), kind: kind, reason: "",
            day: Tale.today, at: Instant(milliseconds: 0), person: nil)
    }

    func check(_ outcomes: [String], _ kind: Verdict.Kind = .keep) -> ImpactCheck {
        ImpactCheck(
            verdict: verdict(kind),
            findings: outcomes.map { ImpactCheck.Finding(outcome: $0, evidence: Evidence("Seen in \($0).")) })
    }

    func line(gems: [GemStory] = [], checks: [ImpactCheck] = []) throws -> LineOfSight {
        let lines = LineOfSight.lines(
            [area], challenges: [], actions: [], activities: [], gems: gems, checks: checks, schools: [school],
            on: Tale.today
        ) { _ in nil }
        return try #require(lines.first)
    }
}

@Suite struct `The line of sight` {
    private let tale = Tale()

    @Test func `is broken at its beginning while nothing was tried`() throws {
        #expect(try tale.line().broken == .doing)
    }

    @Test func `is broken where no school has said how far it has come`() throws {
        let line = try tale.line(gems: [tale.gem()])
        #expect(line.broken == .reach)
        #expect(line.reached == 0)
    }

    @Test func `counts a school that tries, and not one that has only heard or has dropped it`() throws {
        #expect(try tale.line(gems: [tale.gem([.heard])]).reached == 0)
        #expect(try tale.line(gems: [tale.gem([.heard, .trying])]).reached == 1)
        #expect(try tale.line(gems: [tale.gem([.trying, .dropped])]).reached == 0)
    }

    @Test func `goes on through teaching to learners as far as somebody looked`() throws {
        let gems = [tale.gem([.using])]
        #expect(try tale.line(gems: gems).broken == .practice)
        #expect(try tale.line(gems: gems, checks: [tale.check(["teaching"])]).broken == .learners)
        let whole = try tale.line(gems: gems, checks: [tale.check(["teaching", "learners"])])
        #expect(whole.broken == nil)
        #expect(whole.evidence(of: .learners) == .reported)
    }

    @Test func `is not carried by what has been stopped, nor by a school that only heard`() throws {
        #expect(try tale.line(gems: [tale.gem([.heard])]).broken == .reach)
        let stopped = tale.gem([.using], answer: .spread, verdict: tale.verdict(.stop))
        let line = try tale.line(gems: [stopped], checks: [tale.check(["teaching", "learners"], .stop)])
        #expect(line.broken == .reach)
        #expect(line.carrying == nil)
    }

    @Test func `is mended with a gem that goes on, never with one that was set aside`() throws {
        let aside = try tale.line(gems: [tale.gem([], answer: .notNow)])
        #expect(aside.mending(in: Tale.community).path == "/communities/c/gems/new")
        let chosen = try tale.line(gems: [tale.gem(), tale.gem([], answer: .notNow)])
        #expect(chosen.mending(in: Tale.community).path == "/communities/c/gems/gem")
    }

    @Test func `leaves out focus areas that have ended or not begun`() {
        var ended = tale.area
        ended.ended = Tale.today.adding(days: -1)
        let ahead = FocusArea(
            id: Identifier(rawValue: "ahead"), title: "Ahead", text: "", started: Tale.today.adding(days: 9))
        let lines = LineOfSight.lines(
            [ended, ahead], challenges: [], actions: [], activities: [], gems: [], checks: [], schools: [],
            on: Tale.today
        ) { _ in nil }
        #expect(lines.isEmpty)
    }
}

@Suite struct `The next two minutes` {
    private let tale = Tale()

    private func viewpoint(
        _ standing: Standing, gems: [GemStory] = [], toSignOff: [(school: String, measures: Int, term: String)] = [],
        toCollect: [(measure: String, term: String, school: String, due: Day)] = [],
        mayDecide: Bool = false, mayContribute: Bool = true, firstStep: NextTask? = nil
    ) -> Viewpoint {
        let viewer = Viewer(
            person: PersonID(rawValue: "p"), name: "P",
            grants: [Grant(standing, community: Tale.community, organisation: tale.school.id)])
        return Viewpoint(
            viewer: viewer, community: Tale.community, today: Tale.today, gems: gems, actions: [],
            toSignOff: toSignOff, toCollect: toCollect, withoutResults: [], own: [(tale.school.id, tale.school.name)],
            mayDecide: mayDecide, mayContribute: mayContribute, firstStep: firstStep)
    }

    @Test func `of a leader are for the gem that has waited longest`() {
        let task = viewpoint(.leader, gems: [tale.gem(answered: false)], mayDecide: true).nextTask
        #expect(task == .answerGem(Identifier(rawValue: "gem"), title: "Talk first", days: 100))
    }

    @Test func `of a principal are for results that others do not see yet`() {
        let task = viewpoint(.principal, toSignOff: [("Tōtara School", 3, "Term 4 2026")]).nextTask
        #expect(task == .signOff(school: "Tōtara School", measures: 3, term: "Term 4 2026"))
    }

    @Test func `of whoever enters results are for what the community collects, once it is due soon or late`() {
        let late = viewpoint(
            .leadTeacher, toCollect: [("Reading", "Term 4 2026", "Tōtara School", Tale.today.adding(days: -3))])
        #expect(
            late.nextTask == .collect(measure: "Reading", term: "Term 4 2026", school: "Tōtara School", days: -3))
    }

    @Test func `of a leader are for what their own school is late with, before a gem that waits`() {
        let owed = (measure: "Reading", term: "Term 4 2026", school: "Tōtara School", due: Tale.today.adding(days: -3))
        let gems = [tale.gem(answered: false)]
        let late = viewpoint(.leader, gems: gems, toCollect: [owed], mayDecide: true).nextTask
        #expect(late == .collect(measure: "Reading", term: "Term 4 2026", school: "Tōtara School", days: -3))
        let soon = (owed.measure, owed.term, owed.school, Tale.today.adding(days: 3))
        let waiting = viewpoint(.leader, gems: gems, toCollect: [soon], mayDecide: true).nextTask
        #expect(waiting == .answerGem(Identifier(rawValue: "gem"), title: "Talk first", days: 100))
    }

    @Test func `of a principal are for what nobody else can do, before what any leader can`() {
        let task = viewpoint(
            .principal, gems: [tale.gem(answered: false)], toSignOff: [("Tōtara School", 3, "Term 4 2026")],
            mayDecide: true
        ).nextTask
        #expect(task == .signOff(school: "Tōtara School", measures: 3, term: "Term 4 2026"))
    }

    @Test func `of whoever founds a community are for its first step`() {
        #expect(viewpoint(.leader, mayDecide: true, firstStep: .addSchools).nextTask == .addSchools)
    }

    @Test func `are five where an idea is to be judged`() {
        #expect(NextTask.answerGem(Identifier(rawValue: "gem"), title: "", days: 1).takes.text == "about five minutes")
        #expect(NextTask.noteActivity.takes.text == "two minutes")
    }

    @Test func `of a lead teacher are for the gem of which the school has said nothing for long`() {
        let task = viewpoint(.leadTeacher, gems: [tale.gem([.trying])]).nextTask
        #expect(
            task
                == .sayHowFar(Identifier(rawValue: "gem"), title: "Talk first", tale.school.id, school: "Tōtara School")
        )
    }

    @Test func `of a teacher are a line about what was tried`() {
        #expect(viewpoint(.teacher).nextTask == .noteActivity)
    }

    @Test func `of a board member are the board page`() {
        #expect(viewpoint(.board, mayContribute: false).nextTask == .readBoardPage)
    }

    @Test func `of an adviser follow a line`() {
        #expect(viewpoint(.adviser, mayContribute: false).nextTask == .followLine)
    }
}
