import Ground
import Testing

@testable import Programmes

@Suite struct `Adding a pack to another` {
    private func adding(_ lines: String, to bases: String = "any") throws -> Pack {
        try Sample.pack().combined(with: Pack.checked(Sample.addition(lines, to: bases), file: "more.yaml"))
    }

    @Test func `joins the parts of both`() throws {
        let pack = try adding(
            "free: [activities, words]\nactivities: { visit: Visit }\nwords:\n  board: { one: b, many: bs }")
        #expect(pack.id == "sample")
        #expect(pack.added.map(\.id) == ["more"])
        #expect(pack.activities.map(\.key) == ["inquiry", "visit"])
        #expect(pack.noun(.board).many == "bs")
        #expect(pack.noun(.learner).one == "ākonga")
    }

    @Test func `lets both say the same`() throws {
        let pack = try adding("free: [groups]\ngroups: { boys: Boys, girls: Girls }")
        #expect(pack.groups.map(\.key) == ["boys", "girls"])
    }

    @Test(arguments: [
        ("free: [groups]\ngroups: { boys: Lads }", "groups/boys"),
        ("free: [words]\nwords:\n  gem: { one: jewel, many: jewels }", "words/gem"),
        ("free: [targets]\ntargets: expected", "targets"),
        ("free: [decisions]\ndecisions: { by: majority }", "decisions"),
        (
            "free: [expectations]\nexpectations:\n  - { measure: reading, instrument: scale, years: { 4: 53 } }",
            "expectations/reading/scale/4"
        ),
    ])
    func `is refused where they differ`(lines: String, entry: String) {
        #expect(throws: PackRefusal.conflict(entry: entry, title: "More", base: "Sample")) { try adding(lines) }
    }

    @Test func `says the refusal in words`() {
        #expect(
            PackRefusal.conflict(entry: "groups/boys", title: "More", base: "Sample").words.text(in: .english)
                == "Both Sample and More say what “groups/boys” is, and they differ. Rename it in one of them, "
                + "then add the pack.")
    }

    @Test func `keeps the higher floor`() throws {
        let pack = try adding("free: [floors]\nfloors: { inside: 5, outside: 20 }")
        #expect(pack.floors == Pack.Floors(inside: 6, outside: 20))
    }

    @Test func `keeps fixed what was fixed in the pack it came from`() throws {
        let pack = try adding(
            "fixed: [activities, outcomes]\nactivities: { visit: Visit }\noutcomes: { x: { title: X, question: Y } }")
        #expect(pack.freedom(of: .activities, "inquiry") == .free)
        #expect(pack.freedom(of: .activities, "visit") == .fixed)
        #expect(pack.freedom(of: .activities) == .free)
        #expect(pack.freedom(of: .outcomes, "x") == .fixed)
        #expect(pack.freedom(of: .roles, "lead") == .fixed)
        let shared = try adding("fixed: [groups]\ngroups: { boys: Boys }")
        #expect(shared.freedom(of: .groups, "boys") == .fixed)
        let both = try adding("free: [elements]\nelements: { spread: { title: Spread }, ask: { title: Ask } }")
        #expect(both.freedom(of: .elements, "spread") == .fixed)
        #expect(both.freedom(of: .elements, "ask") == .free)
    }

    @Test func `may lean on what the other has`() throws {
        let lines = """
            free: [instruments, expectations]
            instruments:
              own: { title: Own, constructs: reading, scale: points, range: 0 to 100 }
            expectations:
              - { measure: reading, instrument: own, years: { 1 to 8: 40 } }
            """
        let pack = try adding(lines, to: "[sample]")
        #expect(
            pack.isAtExpectation(.score(40), measure: "reading", instrument: "own", year: 8) == true)
        #expect(throws: PackRefusal.self) { try adding(lines.replacing("measure: reading", with: "measure: chess")) }
        #expect(throws: PackRefusal.self) { try adding(lines.replacing("1 to 8", with: "1 to 9")) }
    }

    @Test func `is refused for packs that are not made for it`() throws {
        let sample = try Sample.pack()
        let more = try Pack.checked(Sample.addition("about: More.", to: "[other]"), file: "more.yaml")
        let any = try Pack.checked(Sample.addition("about: Any."), file: "any.yaml")
        #expect(throws: PackRefusal.notAnAddition(title: "More", base: "Sample")) { try sample.combined(with: more) }
        #expect(throws: PackRefusal.notAnAddition(title: "Sample", base: "Sample")) {
            try sample.combined(with: sample)
        }
        #expect(throws: PackRefusal.notAProgramme(title: "More")) { try more.combined(with: any) }
        let once = try sample.combined(with: any)
        #expect(throws: PackRefusal.alreadyAdded(title: "More", base: "Sample")) { try once.combined(with: any) }
    }

    @Test func `holds only while both do`() throws {
        let pack = try adding("until: 2027-06-30")
        #expect(pack.since == (try day("2026-01-29")))
        #expect(pack.until == (try day("2027-06-30")))
        #expect(throws: PackRefusal.neverTogether(title: "More", base: "Sample")) { try adding("until: 2026-01-28") }
    }
}
