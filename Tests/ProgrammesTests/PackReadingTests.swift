import Foundation
import Ground
import Testing

@testable import Programmes

@Suite struct `Reading a pack` {
    @Test func `finds everything that is written`() throws {
        let pack = try Sample.pack()
        #expect(pack.name == Pack.Name(id: "sample", version: try #require(Pack.Version("1.2"))))
        #expect(pack.roles.map(\.key) == ["lead", "guide"])
        let lead = try #require(pack.roles[key: "lead"])
        #expect(lead.standing == .leader)
        #expect(lead.release == 0.4)
        #expect(lead.termInMonths == 24)
        #expect(lead.heldBy == "A principal.")
        #expect(lead.serves == ["find", "spread"])
        #expect(pack.organisations.map(\.isSchool) == [true, false, false])
        #expect(pack.organisations.map(\.hasLearners) == [true, true, false])
        #expect(pack.memberships.map(\.isResourced) == [true, false])
        #expect(pack.memberships.map(\.isInside) == [true, false])
        #expect(pack.decisions?.method == .consent)
        #expect(pack.meetings.map(\.everyMonths) == [12])
        #expect(pack.activities[key: "inquiry"]?.steps == ["Notice", "Try"])
        #expect(pack.gemQuestions.map(\.isRequired) == [true])
        #expect(pack.floors == Pack.Floors(inside: 6, outside: 12))
        #expect(pack.targets == Pack.Targets.none)
    }

    @Test func `keeps stages in their order, with their gates`() throws {
        let governance = try #require(try Sample.pack().components[key: "governance"])
        #expect(governance.stages.map(\.key) == ["forming", "running"])
        #expect(governance.stages[0].gate == nil)
        #expect(governance.stages[1].gate == Pack.Gate(evidence: ["A vision"], owner: .leader))
    }

    @Test func `gives nouns in the programme's words, and in plain English where it has none`() throws {
        let pack = try Sample.pack()
        #expect(pack.noun(.learner) == Pack.NounForms(one: "ākonga", many: "ākonga", language: "mi"))
        #expect(pack.noun(.gem).form(for: 1) == "gem")
        #expect(pack.noun(.focusArea).form(for: 2) == "focus areas")
    }

    @Test func `roles serve an element by their own word or by their standing`() throws {
        let pack = try Sample.pack()
        let find = try #require(pack.elements[key: "find"])
        #expect(pack.roles(serving: find).map(\.key) == ["lead"])
        let carried = Pack.Element(key: "x", title: "", about: "", carriedBy: [.leadTeacher])
        #expect(pack.roles(serving: carried).map(\.key) == ["guide"])
    }

    @Test func `an entry may be fixed or free unlike its part`() throws {
        let pack = try Sample.pack()
        #expect(pack.freedom(of: .roles) == .fixed)
        #expect(pack.freedom(of: .roles, "lead") == .fixed)
        #expect(pack.freedom(of: .roles, "guide") == .free)
        #expect(pack.freedom(of: .floors) == .fixed)
        #expect(pack.freedom(of: .targets) == .free)
    }

    @Test func `a definition holds from its day until the next`() throws {
        let reading = try #require(try Sample.pack().measures[key: "reading"])
        #expect(reading.definition(on: try day("2026-01-28")) == nil)
        #expect(reading.definition(on: try day("2027-01-28"))?.text == "At or above.")
        #expect(reading.definition(on: try day("2027-01-29"))?.text == "Well above.")
    }

    @Test func `lets floors be raised and sets the others where none are written`() throws {
        let pack = try Pack.checked(Sample.addition("free: [floors]\nfloors: { inside: 20 }"), file: "more.yaml")
        #expect(pack.floors == Pack.Floors(inside: 20, outside: 20))
        let silent = try Pack.checked(Sample.addition("about: Nothing."), file: "more.yaml")
        #expect(silent.floors == Pack.Floors(inside: 5, outside: 10))
    }

    @Test func `compares versions number by number`() throws {
        let versions = ["1.10", "1.9", "2", "1"].compactMap { Pack.Version($0) }
        #expect(versions.sorted().map(\.description) == ["1", "1.9", "1.10", "2"])
        #expect(Pack.Version("1") == Pack.Version("1.0.0"))
        for text in ["", "1.", "a", "-1", "1.2.3.4", "9999999"] { #expect(Pack.Version(text) == nil, "\(text)") }
    }

    @Test func `says several problems at once, in the order of the file`() {
        let changed = Sample.text.replacing("standing: leader", with: "standing: ledaer")
            .replacing("inside: 6", with: "inside: 2").replacing("title: Sample", with: "titel: Sample")
        let (pack, problems) = Pack.read(changed, file: "sample.yaml")
        #expect(pack == nil)
        #expect(problems.map(\.line) == [1, 3, 23, 103])
        #expect(problems.map(\.column) == [1, 1, 15, 11])
    }

    @Test func `says what a programme lacks, all of it`() {
        let (_, problems) = Pack.read("pack: bare\n", file: "bare.yaml")
        #expect(
            problems.map(\.words.key) == Array(repeating: "packs.missing", count: 3)
                + Array(repeating: "packs.part-missing", count: 5))
        #expect(
            problems.last?.rendered() == "bare.yaml:1:1: The part “targets” is missing. Add it; or, if this pack only "
                + "adds to another, say so with “adds-to:”.")
    }

    @Test(arguments: [
        ("", "1:1: This file is empty. Begin with “pack:” and a key, such as “pack: our-programme”."),
        ("# only a remark\n", "1:1: This file is empty. Begin with “pack:” and a key, such as “pack: our-programme”."),
        ("hello\n", "1:1: This is not a pack: it has no keys. Begin with “pack:” and a key."),
        ("- a\n- b\n", "1:1: This is not a pack: it has no keys. Begin with “pack:” and a key."),
        (
            String(repeating: "[", count: 20_000),
            "1:1: This is nested deeper than any pack needs. Check the indentation."
        ),
        (
            "pack: x\nroles: " + String(repeating: "[", count: 900) + String(repeating: "]", count: 900),
            "2:19: This is nested deeper than any pack needs. Check the indentation."
        ),
        (
            String(repeating: "# long\n", count: 40_000),
            "1:1: This file is larger than 256 kB, so it is not read as a pack. Keep texts short."
        ),
    ])
    func `refuses what is not a pack at all`(text: String, said: String) {
        #expect(Pack.read(text, file: "p").problems.map { $0.rendered() }.contains("p:\(said)"))
    }

    @Test func `refuses bytes that are not UTF-8, naming the line`() {
        let bytes = Array("pack: x\ntitle: M".utf8) + [0xE4] + Array("ori\n".utf8)
        #expect(
            Pack.read(bytes, file: "p").problems.map { $0.rendered() } == [
                "p:2:1: This line is not in UTF-8. Save the file as UTF-8 in your editor and check its macrons."
            ])
    }

    @Test func `reads the same from Windows as from here`() throws {
        let windows = "\u{FEFF}" + Sample.text.replacing("\n", with: "\r\n")
        #expect(try Pack.checked(windows, file: "sample.yaml") == Sample.pack())
        let (_, problems) = Pack.read(windows.replacing("inside: 6", with: "inside: 1"), file: "sample.yaml")
        #expect(problems.map(\.place) == [Place(line: 103, column: 11)])
    }

    @Test func `throws all problems to those who cannot do without the pack`() {
        #expect(throws: PackProblems.self) { try Pack.checked("pack: x", file: "p") }
    }

    @Test func `gives problems to programs as JSON`() throws {
        let problem = try #require(Pack.read("hello", file: "p.yaml").problems.first)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        #expect(
            String(decoding: try encoder.encode(problem.report()), as: UTF8.self)
                == #"{"column":1,"file":"p.yaml","key":"packs.not-a-pack","line":1,"sentence":"#
                + #""This is not a pack: it has no keys. Begin with “pack:” and a key."}"#)
    }

    @Test func `says problems in another language`() throws {
        let language = Language(code: "xx", sentences: ["packs.missing": "{2} ← {1}"])
        let problem = try #require(
            Pack.read(Sample.text.replacing("    purpose: Guides.\n", with: ""), file: "p").problems.first)
        #expect(problem.rendered(in: language) == "p:28:3: roles/guide ← purpose")
    }
}

/// A day from its text, or the test fails.
func day(_ text: String) throws -> Day { try #require(Day(text: text)) }
