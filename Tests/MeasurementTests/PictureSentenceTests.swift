import Communities
import DisclosureControl
import Ground
import HTML
import Programmes
import Testing
import Web
import World

@testable import Measurement

@Suite struct `The first sentence of the picture` {
    private let term = Term(year: 2026, number: 4)
    private let harbour = Tool(instrument: "harbour-scale", norms: "2022")
    private let pipit = Tool(instrument: "pipit-test", norms: "2021")

    private func view(
        _ schools: [(name: String, tool: Tool, years: [Int: Tally])], by rows: PictureFilter.Rows = .school,
        year: Int? = nil, sight: Sight = Sight(.inside), signed: Bool = true
    ) throws -> PictureView {
        let pack = try Brought.pack()
        let measure = try #require(pack.measures[key: "reading"])
        let source = PictureSource(
            community: CommunityID(rawValue: "c"), pack: pack, measure: measure,
            schools: schools.map { name, tool, years in
                var tally = SlotTally()
                (tally.years, tally.isFromRecords) = (years, true)
                return PictureSource.School(
                    organisation: Organisation(id: OrganisationID(rawValue: name), name: name, kind: "primary-school"),
                    tallies: SchoolTallies(records: [Slot(term: term, tool: tool): tally], counts: [], pack: pack),
                    signed: signed ? [term] : [], roll: 100, latest: World.today)
            })
        let picture = try PictureSheets(source).picture(for: sight, today: World.today)
        return PictureView(picture, PictureFilter(measure: "reading", term: term, rows: rows, yearLevel: year))
    }

    @Test func `has the number, the share and how sure it is`() throws {
        let view = try view([
            ("A", harbour, [6: Tally(count: 50, hits: 40)]), ("B", harbour, [6: Tally(count: 30, hits: 22)]),
        ])
        #expect(
            view.headline.text
                == "62 of 80 learners (78\u{00A0}%, very likely 67 to 85\u{00A0}%) are at or above in reading.")
    }

    @Test func `names the year level that is looked at`() throws {
        let view = try view(
            [
                ("A", harbour, [5: Tally(count: 40, hits: 30), 6: Tally(count: 50, hits: 40)]),
                ("B", harbour, [5: Tally(count: 40, hits: 30), 6: Tally(count: 30, hits: 22)]),
            ], year: 6)
        #expect(view.headline.text.hasPrefix("62 of 80 Year 6 learners (78\u{00A0}%"))
    }

    @Test func `never adds two tools`() throws {
        let view = try view([
            ("A", harbour, [6: Tally(count: 50, hits: 40)]), ("B", harbour, [6: Tally(count: 30, hits: 22)]),
            ("C", pipit, [6: Tally(count: 40, hits: 31)]),
        ])
        #expect(
            view.headline.text.hasSuffix(
                "are at or above in reading at the 2 schools that use Harbour scale (invented)."))
        let body = PictureParts(of: CommunityName(id: CommunityID(rawValue: "c"), name: "C"), view: view, goal: nil)
            .body
        #expect(body.string.contains("2 different tools"))
        #expect(!body.string.contains("93 of 120"))
    }

    @Test func `names the school where it is one alone`() throws {
        let view = try view([("Pātiki Flat School", harbour, [6: Tally(count: 50, hits: 40)])])
        #expect(view.headline.text.hasSuffix("are at or above in reading at Pātiki Flat School."))
    }

    @Test func `leaves out tools and schools that say nothing of the year level`() throws {
        let view = try view(
            [
                ("A", harbour, [6: Tally(count: 50, hits: 40)]), ("B", harbour, [7: Tally(count: 30, hits: 22)]),
                ("C", pipit, [7: Tally(count: 40, hits: 31)]),
            ], year: 6)
        #expect(view.tools == [harbour])
        #expect(view.headline.text.hasPrefix("40 of 50 Year 6 learners"))
        #expect(view.headline.text.hasSuffix("at A."))
    }

    @Test func `names no percentage below ten learners`() throws {
        let view = try view([("A", harbour, [6: Tally(count: 9, hits: 5)])])
        #expect(view.headline.text == "5 of 9 learners are at or above in reading at A.")
        #expect(view.lines.allSatisfy { $0.shown.percent == nil })
    }

    @Test func `says the same of a small number whatever it is`() throws {
        let texts = try [1, 4].map { count in
            try view([("A", harbour, [6: Tally(count: count, hits: 1)])]).headline.text
        }
        #expect(texts[0] == texts[1])
        #expect(texts[0].contains("not shown here, to protect them"))
    }

    @Test func `says only that nearly all are there`() throws {
        let view = try view([("A", harbour, [6: Tally(count: 20, hits: 19)])])
        #expect(view.headline.text == "At least 17 of 20 learners are at or above in reading at A.")
    }

    @Test func `hides more from those outside`() throws {
        let schools = [("A", harbour, [6: Tally(count: 8, hits: 4)])]
        #expect(try view(schools).lines.first?.shown == .exact(assessed: 8, atOrAbove: 4))
        #expect(try view(schools, sight: .outside).lines.first?.shown == .hidden)
    }

    @Test func `is a school's own before it has signed off`() throws {
        let schools = [("A", harbour, [6: Tally(count: 3, hits: 2)]), ("B", harbour, [6: Tally(count: 40, hits: 30)])]
        let own = Sight(.inside, own: [OrganisationID(rawValue: "A"): .exactly])
        let view = try view(schools, sight: own, signed: false)
        #expect(view.headline.text == "2 of 3 learners are at or above in reading at A.")
        #expect(view.lines.map(\.isOwnOnly) == [true])
        let others = try self.view(schools, signed: false)
        #expect(others.lines.isEmpty)
    }

    @Test func `says which results are kept and cannot be shown, without a number`() throws {
        let pack = try Brought.pack()
        let measure = try #require(pack.measures[key: "reading"])
        let id = OrganisationID(rawValue: "Hauāuru School")
        let earlier = Term(year: 2025, number: 4)
        let pat = Tool(instrument: "pat", norms: nil)
        func body(_ sight: Sight) throws -> String {
            let source = PictureSource(
                community: CommunityID(rawValue: "c"), pack: pack, measure: measure,
                schools: [
                    PictureSource.School(
                        organisation: Organisation(id: id, name: id.rawValue, kind: "primary-school"),
                        tallies: SchoolTallies(records: [:], counts: [], pack: pack), signed: [earlier], roll: nil,
                        latest: nil, unjudged: [term: [pat]])
                ])
            let picture = try PictureSheets(source).picture(for: sight, today: World.today)
            let view = PictureView(picture, PictureFilter(measure: "reading"))
            return PictureParts(of: CommunityName(id: picture.community, name: "C"), view: view, goal: nil).body.string
        }
        var own = Sight(.inside, own: [id: .atFloor])
        let sentence = "Results of Progressive Achievement Tests (PAT) at Hauāuru School are kept but cannot be shown"
        #expect(try body(own).contains(sentence))
        #expect(try !body(own).contains("/settings"))
        own.manages = true
        #expect(try body(own).contains("href=\"/communities/c/settings\""))
        // Others are told of terms that were signed off only.
        var other = Sight(.inside)
        other.belongs = true
        #expect(try !body(other).contains(sentence))
    }

    @Test func `offers only terms that there are`() throws {
        func body(_ view: PictureView) -> String {
            PictureParts(of: CommunityName(id: view.picture.community, name: "C"), view: view, goal: nil).body.string
        }
        let empty = body(try view([]))
        #expect(!empty.contains("name=\"term\"") && !empty.contains("{term}"))
        #expect(body(try view([("A", harbour, [6: Tally(count: 50, hits: 40)])])).contains("name=\"term\""))
    }

    @Test func `counts one school as one`() {
        #expect(
            PictureWords.whichTerm(term.words, signed: 1, of: 5).text == "Term 4 2026. 1 of 5 schools has signed off.")
        #expect(
            PictureWords.whichTerm(term.words, signed: 2, of: 5).text == "Term 4 2026. 2 of 5 schools have signed off.")
        #expect(
            PictureWords.whichTerm(term.words, signed: 1, of: 1).text == "Term 4 2026. 1 of 1 school has signed off.")
    }

    @Test func `promises what will be here while nothing is`() throws {
        #expect(try view([]).headline.text == "How learners do in reading will be seen here.")
    }

    @Test func `draws a break where the tool changed`() throws {
        let pack = try Brought.pack()
        let measure = try #require(pack.measures[key: "reading"])
        let schools = [World.saltmarshRoad, World.tarapungaPoint].map { school in
            PictureSource.School(
                organisation: Organisation(
                    id: Brought.organisation(school), name: school.name, kind: "primary-school"),
                tallies: SchoolTallies(
                    records: Brought.results(of: school).tallies(of: measure, in: pack), counts: [], pack: pack),
                signed: Set(World.occasions.map { Term(year: $0.year, number: $0.term) }), roll: school.roll,
                latest: World.today)
        }
        let source = PictureSource(
            community: CommunityID(rawValue: "c"), pack: pack, measure: measure, schools: schools)
        let picture = try PictureSheets(source).picture(for: Sight(.inside), today: World.today)
        let courses = PictureView(picture, PictureFilter(measure: "reading")).courses
        #expect(courses.map { $0.changes.map(\.before) } == [[2], []])
        #expect(
            courses[0].changes.first?.change
                == .tool(from: Tool(instrument: "teacher-judgement", norms: nil), to: harbour))
        // By year level the schools behind the Harbour scale are others than before.
        let byYear = PictureView(picture, PictureFilter(measure: "reading", rows: .year)).courses
        #expect(byYear.first?.changes.map(\.change) == [.schools])
    }
}

@Suite struct `A filter` {
    @Test func `is an address that says the same again`() {
        let filter = PictureFilter(measure: "reading", term: Term(year: 2026, number: 4), rows: .school, yearLevel: 6)
        #expect(filter.query == "?measure=reading&by=school&term=2026-T4&years=6")
        let fields = ["measure": "reading", "by": "school", "term": "2026-T4", "years": "6"]
        #expect(PictureFilter { fields[$0] } == filter)
    }

    @Test func `leaves to the page what it cannot mean`() {
        let fields = ["by": "colour", "term": "soon", "years": "many"]
        #expect(PictureFilter { fields[$0] } == PictureFilter())
    }
}
