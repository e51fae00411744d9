import Foundation
import Ground
import Testing

@testable import Programmes

@Suite struct `A shelf of packs` {
    /// The sample in three versions: until the end of 2025, from 2026 on, and a mended one from the same day.
    private func shelf() -> PackShelf {
        let old = Sample.text.replacing("version: \"1.2\"", with: "version: \"0.9\"")
            .replacing("since: 2026-01-29\nuntil: 2028-01-28", with: "since: 2024-01-01\nuntil: 2026-06-30")
        let mended = Sample.text.replacing("version: \"1.2\"", with: "version: \"1.10\"")
        let addition = Sample.addition("free: [groups]\ngroups: { girls: Girls }")
        let files = [old, mended, Sample.text, addition].enumerated().map { index, text in
            PackShelf.File(name: "\(index).yaml", text: text)
        }
        return PackShelf.reading(files).shelf
    }

    @Test(arguments: [
        ("2023-12-31", nil), ("2024-01-01", "0.9"), ("2026-01-28", "0.9"), ("2026-01-29", "1.10"),
        ("2028-01-28", "1.10"), ("2028-01-29", nil),
    ])
    func `gives the version that holds on a day`(date: String, version: String?) throws {
        #expect(shelf().pack("sample", on: try day(date))?.version.description == version)
    }

    @Test func `gives any version to those who keep to it`() throws {
        let shelf = shelf()
        #expect(shelf.versions(of: "sample").map(\.version.description) == ["0.9", "1.2", "1.10"])
        let name = Pack.Name(id: "sample", version: try #require(Pack.Version("1.2")))
        #expect(shelf.pack(name)?.name == name)
        #expect(shelf.pack(Pack.Name(id: "sample", version: try #require(Pack.Version("3")))) == nil)
    }

    @Test func `tells programmes from additions`() throws {
        let shelf = shelf()
        let today = try day("2026-11-22")
        let programmes = shelf.programmes(on: today)
        #expect(programmes.map(\.id) == ["sample"])
        #expect(shelf.additions(to: programmes[0], on: today).map(\.id) == ["more"])
        let combined = try shelf.combination("sample", adding: ["more"], on: today)
        #expect(combined.groups.map(\.key) == ["boys", "girls"])
        #expect(shelf.additions(to: combined, on: today).isEmpty)
        #expect(try shelf.combination([combined.name] + combined.added) == combined)
    }

    @Test func `refuses what is not there`() throws {
        let today = try day("2026-11-22")
        #expect(throws: PackRefusal.notHere(id: "gone")) { try shelf().combination("gone", adding: [], on: today) }
        #expect(throws: PackRefusal.notHere(id: "gone")) {
            try shelf().combination("sample", adding: ["gone"], on: today)
        }
        #expect(throws: PackRefusal.notAProgramme(title: "More")) {
            try shelf().combination("more", adding: [], on: today)
        }
    }

    @Test func `says that a version stands in two files`() {
        let files = ["a.yaml", "b.yaml"].map { PackShelf.File(name: $0, text: Sample.text) }
        let (shelf, problems) = PackShelf.reading(files)
        #expect(shelf.packs.count == 1)
        #expect(
            problems.map { $0.rendered() } == [
                "b.yaml:2:10: sample 1.2 already stands in a.yaml. Give this one a new version or delete it."
            ])
    }

    @Test func `checks an addition against the pack it adds to`() {
        let addition = Sample.addition(
            """
            free: [expectations]
            expectations:
              - measure: readnig
                instrument: scale
                years: { 4: 300 }
            """, to: "[sample]")
        let (_, problems) = PackShelf.reading([
            PackShelf.File(name: "a.yaml", text: Sample.text), PackShelf.File(name: "b.yaml", text: addition),
        ])
        #expect(
            problems.map { $0.rendered() } == [
                "b.yaml:8:14: “readnig” is not among the measures. Did you mean “reading”?",
                "b.yaml:10:17: 300 lies outside scale, which runs from 20 to 120. Choose a number within.",
            ])
    }

    @Test func `says that the pack to add to is missing`() {
        let files = [PackShelf.File(name: "b.yaml", text: Sample.addition("about: More.", to: "[sample]"))]
        #expect(
            PackShelf.reading(files).problems.map { $0.rendered() } == [
                "b.yaml:2:10: None of the packs this one adds to is here: sample. Add one, or mend “adds-to:”."
            ])
    }

    @Test func `says that a folder cannot be read`() {
        let (shelf, problems) = PackShelf.reading(folder: "/nowhere/packs")
        #expect(shelf.packs.isEmpty)
        #expect(
            problems.map { $0.rendered() } == [
                "/nowhere/packs:1:1: The folder of packs cannot be read. Check its path and that you may read it."
            ])
    }
}
