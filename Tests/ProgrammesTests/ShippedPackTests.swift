import Foundation
import Ground
import Testing

@testable import Programmes

@Suite struct `The packs we ship` {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/Programmes/Packs").path
    private let shelf: PackShelf
    private let problems: [PackProblem]
    private let today: Day

    init() throws {
        (shelf, problems) = PackShelf.reading(folder: Self.folder)
        today = try day("2026-11-22")
    }

    @Test func `have no problems`() {
        #expect(problems.rendered() == "")
        #expect(shelf.packs.map(\.id) == ["collective-advantage", "community-of-practice", "demo-tools"])
    }

    @Test func `are built into the program as they stand in the folder`() {
        let (built, found) = PackShelf.reading(PackShelf.shippedFiles)
        #expect(found.isEmpty)
        #expect(built.packs.map(\.name) == shelf.packs.map(\.name))
        for file in PackShelf.shippedFiles {
            #expect(FileManager.default.contents(atPath: "\(Self.folder)/\(file.name)").map(Array.init) == file.bytes)
        }
    }

    @Test func `set no hyphen where a dash or a word belongs`() throws {
        for file in PackShelf.shippedFiles {
            let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
            let hyphens = lines.filter { $0.drop { $0 == " " || $0 == "-" }.contains(" - ") }
            #expect(hyphens.isEmpty, "\(file.name)")
        }
    }

    @Test func `a community of practice has five focus areas, asks for no targets and decides by consent`() throws {
        let pack = try #require(shelf.pack("community-of-practice", on: today))
        #expect(
            pack.focusAreas.map(\.title) == [
                "Deep learning", "Cultural responsiveness", "Creativity", "Leadership", "Inclusiveness",
            ])
        #expect(pack.targets == .optional)
        #expect(pack.decisions?.method == .consent)
        #expect(pack.meetings[key: "joint-boards"]?.everyMonths == 12)
        #expect(pack.roles.filter { $0.standing == .leader }.map(\.key) == ["lead-principal"])
        #expect(pack.components.map(\.key) == ["governance", "focus-areas", "measurement"])
        for component in pack.components {
            #expect(component.stages.map(\.key) == ["forming", "implementing", "embedding", "maintaining"])
            #expect(component.stages.map { $0.gate == nil } == [true, false, false, false])
        }
    }

    @Test func `a community of practice names real tools without saying what they should show`() throws {
        let pack = try #require(shelf.pack("community-of-practice", on: today))
        #expect(!pack.instruments.isEmpty)
        #expect(pack.instruments.allSatisfy { $0.range == nil })
        #expect(pack.expectations.isEmpty)
    }

    @Test func `collective advantage has its five elements and four outcomes`() throws {
        let pack = try #require(shelf.pack("collective-advantage", on: today))
        #expect(pack.elements.map(\.key) == ["melee", "gems", "design", "diffuse", "check"])
        #expect(pack.outcomes.map(\.key) == ["learners", "teaching", "parents", "community"])
        #expect(pack.gemQuestions.filter(\.isRequired).map(\.key) == ["tried-where", "with-whom", "what-changed"])
    }

    @Test func `collective advantage and the tools can be added to a community of practice`() throws {
        let pack = try shelf.combination(
            "community-of-practice", adding: ["collective-advantage", "demo-tools"], on: today)
        #expect(pack.outcomes.map(\.key) == ["learners", "teaching", "parents", "community"])
        #expect(pack.noun(.gem).many == "gems")
        for element in pack.elements { #expect(!pack.roles(serving: element).isEmpty, "\(element.key)") }
        #expect(
            pack.isAtExpectation(.score(57), measure: "reading", instrument: "harbour-scale", year: 4) == true)
        #expect(
            pack.isAtExpectation(.score(3), measure: "mathematics", instrument: "pipit-test", year: 4) == false)
        #expect(
            pack.isAtExpectation(.level("at"), measure: "writing", instrument: "teacher-judgement", year: 4) == true)
        #expect(pack.freedom(of: .outcomes, "learners") == .fixed)
        #expect(pack.freedom(of: .roles, "lead-teacher") == .fixed)
    }
}
