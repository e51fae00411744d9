import Communities
import Database
import DatabaseTesting
import Foundation
import Ground
import HTTPTypes
import TestSupport
import Testing
import Web
import World

@testable import Measurement

@Suite struct `Bringing in results in the browser` {
    private let list = "Local ID,First name,Year level,Gender\n1,Aroha,5,Female\n2,Wiremu,5,Male\n"
    private let results =
        "Local ID,Name,Date tested,Subject,Scale score\n1,Aroha,4/11/2026,Reading,63\n2,=cmd,4/11/2026,Reading,690\n"

    private func names(_ headings: [String], _ uses: [String: String]) -> [(String, String)] {
        headings.enumerated().map { ("column-\($0.offset)", uses[$0.element] ?? "") }
    }

    @Test(arguments: TestDatabases.all) func `asks once for the columns, then goes straight to the preview`(
        _ engine: Engine
    ) async throws {
        try await withScene(engine, { [Measuring(communities: $0)] }) { scene in
            let room = "/communities/\(scene.community.id)/intakes"
            let lead = try await scene.browser(as: .leadTeacher)
            #expect(try await lead.get(room).status == 200)

            let sent = try await lead.upload(room, file: ("file", "learners.csv", list))
            #expect(sent.status == 303)
            let columns = try #require(sent.location)
            let asked = try await lead.get(columns)
            #expect(asked.status == 200)
            #expect(asked.body.contains("Aroha · Wiremu"))
            let fields = names(
                ["Local ID", "First name", "Year level", "Gender"],
                ["Local ID": "local-id", "Year level": "year-level", "Gender": "groups"])
            let incomplete = try await lead.post(columns, [("kind", "learners"), ("template", "List")])
            #expect(incomplete.status == 422)
            let previewed = try await lead.post(columns, [("kind", "learners"), ("template", "List")] + fields)
            #expect(previewed.status == 303)
            let path = try #require(previewed.location)
            let preview = try await lead.get(path)
            #expect(preview.body.contains("2 learners are new"))
            #expect(preview.body.contains("First name"))
            #expect(!preview.body.contains("Aroha,"))
            // Whoever comes back to the columns finds what they said.
            #expect(preview.body.contains(columns))
            let back = try await lead.get(columns)
            #expect(back.body.contains("value=\"groups\" selected"))

            let applied = try await lead.post(path + "/application")
            #expect(applied.status == 303)
            // The file has done its duty.
            let folder = scene.site.settings.dataFolder + "/intakes"
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
            #expect(try await lead.get(columns).status == 404)
            #expect(try await lead.get(try #require(applied.location)).body.contains("It counts now."))
            #expect(try await lead.post(path + "/application").status == 409)

            let second = try await lead.upload(room, file: ("file", "again.csv", list))
            let straight = try #require(second.location)
            #expect(!straight.contains("/files/"))
            #expect(try await lead.get(straight).body.contains("Everything in this file is here already."))
            let thrown = try await lead.post(straight + "/removal")
            #expect(thrown.status == 303)

            let undone = try await lead.post(path + "/application/withdrawal")
            #expect(try await lead.get(try #require(undone.location)).body.contains("taken back"))
            let again = try await lead.post(path + "/application")
            #expect(try await lead.get(try #require(again.location)).body.contains("It counts now."))
        }
    }

    @Test(arguments: TestDatabases.all) func `shows what is refused, how to mend it, and gives it as a safe file`(
        _ engine: Engine
    ) async throws {
        try await withScene(engine, { [Measuring(communities: $0)] }) { scene in
            let room = "/communities/\(scene.community.id)/intakes"
            let principal = try await scene.browser(as: .principal)
            let text = results + "=1+1,Kim,4/11/2026,Reading,63\n9,Kim,4/11/2026,Reading,=2\n"
            let sent = try await principal.upload(
                room, [("kind", "results"), ("add-learners", "yes")], file: ("file", "round.csv", text))
            let columns = try #require(sent.location)
            let fields = names(
                ["Local ID", "Name", "Date tested", "Subject", "Scale score"],
                ["Local ID": "local-id", "Date tested": "day", "Subject": "construct", "Scale score": "result"])
            let noTool = try await principal.post(columns, [("kind", "results"), ("template", "Harbour")] + fields)
            #expect(noTool.status == 422)
            #expect(noTool.body.contains("Choose the tool"))
            let previewed = try await principal.post(
                columns, [("kind", "results"), ("template", "Harbour"), ("instrument", "harbour-scale")] + fields)
            let path = try #require(previewed.location)
            let preview = try await principal.get(path)
            #expect(preview.body.contains("2 results are new"))
            #expect(preview.body.contains("it goes from 20 to 120"))
            #expect(!preview.body.contains("Wiremu") && !preview.body.contains("=cmd"))
            let file = try await principal.get(path + "/problems.csv")
            #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(file.body.contains("Local ID,Date tested,Subject,Scale score,Why,How to mend it"))
            #expect(file.body.contains(",690,") && !file.body.contains("Wiremu"))
            #expect(file.body.contains(",'=2,"))

            // Mended in its cell, the row is read once more with the rest of the file.
            let nothing = try await principal.post(path + "/mending", [("mend-3-Scale score", "690")])
            #expect(nothing.status == 422)
            let mended = try await principal.post(path + "/mending", [("mend-3-Scale score", "69")])
            let anew = try #require(mended.location)
            #expect(try await principal.get(anew).body.contains("3 results are new"))
            #expect(try await principal.get(path).body.contains("thrown away"))
            let trail = try await scene.site.database.read { transaction in
                try transaction.rows("SELECT action FROM audit_entry WHERE scope = \(scene.schools[0].id)") {
                    try $0[0] as String
                }
            }
            #expect(trail.filter { $0 == "intake-problems-read" }.count >= 4)
        }
    }

    @Test(arguments: TestDatabases.all) func `goes on in the background where the file is large`(
        _ engine: Engine
    ) async throws {
        try await withScene(engine, { [Measuring(communities: $0)] }) { scene in
            let room = "/communities/\(scene.community.id)/intakes"
            let principal = try await scene.browser(as: .principal)
            var text = "Local ID,Date tested,Subject,Scale score\n"
            for learner in 0..<45_000 { text += "learner-\(learner),4/11/2026,Reading,63\n" }
            let sent = try await principal.upload(
                room, [("kind", "results"), ("add-learners", "yes")], file: ("file", "round.csv", text))
            let columns = try #require(sent.location)
            let previewed = try await principal.post(
                columns,
                [("kind", "results"), ("template", "Harbour"), ("instrument", "harbour-scale")]
                    + names(
                        ["Local ID", "Date tested", "Subject", "Scale score"],
                        [
                            "Local ID": "local-id", "Date tested": "day", "Subject": "construct",
                            "Scale score": "result",
                        ]))
            let path = try #require(previewed.location)
            let waiting = try await principal.get(path)
            #expect(waiting.body.contains("data-events=\"\(path)/progress\""))
            #expect(waiting.body.contains("http-equiv=\"refresh\""))
            try await scene.doJobs()
            let progress = try await principal.get(path + "/progress")
            #expect(progress.headers[.contentType] == "text/event-stream")
            #expect(progress.body.contains("event: done"))
            #expect(try await principal.get(path).body.contains("45,000 results are new"))
            #expect(try await principal.post(path + "/application").status == 303)
        }
    }

    @Test func `is for one's own school only`() async throws {
        try await withScene(.sqlite, { [Measuring(communities: $0)] }) { scene in
            let room = "/communities/\(scene.community.id)/intakes"
            let principal = try await scene.browser(as: .principal)
            let sent = try await principal.upload(room, file: ("file", "learners.csv", list))
            let columns = try #require(sent.location)
            let previewed = try await principal.post(
                columns, [("kind", "learners"), ("template", "List"), ("column-0", "local-id")])
            let path = try #require(previewed.location)
            for part in [Scene.Part.neighbour, .teacher, .board, .adviser, .stranger, .visitor] {
                let other = try await scene.browser(as: part)
                let answer = try await other.get(path)
                #expect([403, 404].contains(answer.status) || answer.location == "/sign-in?next=\(path)", "\(part)")
                #expect(try await other.post(path + "/application").status != 303, "\(part)")
            }
            let board = try await scene.browser(as: .board)
            #expect(try await board.get(room).status == 200)
            #expect(try await board.upload(room, file: ("file", "learners.csv", list)).status == 403)
            let neighbour = try await scene.browser(as: .neighbour)
            let foreign = try await neighbour.upload(
                room, [("organisation", scene.schools[0].id.rawValue)], file: ("file", "learners.csv", list))
            // Whoever has one school brings in for that, whatever the form says.
            #expect(foreign.status == 303)
            let intakes = try await principal.get("/api/v1/communities/\(scene.community.id)/intakes")
            #expect(intakes.body.contains("learners.csv"))
            #expect(
                !(try await board.get("/api/v1/communities/\(scene.community.id)/intakes").body.contains("learners.csv"))
            )
        }
    }

    @Test(arguments: ["", "PK\u{3}\u{4}\u{14}\u{0}\u{6}", "Id,Date\n1,\"4/11"])
    func `says in a sentence why a file cannot be read`(_ content: String) async throws {
        try await withScene(.sqlite, { [Measuring(communities: $0)] }) { scene in
            let room = "/communities/\(scene.community.id)/intakes"
            let principal = try await scene.browser(as: .principal)
            let answer = try await principal.upload(room, file: ("file", "bad.csv", content))
            #expect(answer.status == 422)
            #expect(answer.body.contains("id=\"field-file-problem\""))
            #expect(try await principal.upload(room, file: ("file", "", "")).status == 422)
        }
    }
}
