import App
import Backups
import Database
import DatabaseTesting
import Foundation
import Ground
import Secrets
import TestSupport
import Testing
import Web

/// Archives that programs before this one wrote. None is ever written anew: each form stays readable for good.
private enum Kept {
    /// The first form: a community with a challenge, an intake of twelve learners and their results, audit trails, a file
    /// and the keys.
    static let first = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures/archives/2026-11-first.sightline").path
    static let passphrase = "kererū in the miro tree"
}

@Suite struct `An archive of an earlier version` {
    @Test func `is of the form it was written in`() throws {
        let archive = try BackupFile.checked(Kept.first)
        #expect(archive.manifest.format == 1)
        #expect(archive.manifest.program == "0.2.0")
        #expect(archive.manifest.migrations.contains("measurement-1-intake"))
        #expect(archive.manifest.chains.map(\.links).sorted() == [1, 1, 3])
    }

    @Test(arguments: TestDatabases.all) func `is restored by this one, on either engine`(
        _ engine: Engine
    ) async throws {
        try await withPlace(engine) { place in
            let report = try await App.restore(Kept.first, into: place.opening, passphrase: Kept.passphrase)
            #expect(report.rows == report.manifest.rows)
            #expect(report.hasKeys)
            let dump = try await place.dump()
            for expected in [
                #""name":"Te Kura o Tōtara""#,
                #""number":12.25"#, #""assessor":"Hēmi \"Tāne\" O'Neil\n""#, #""kind":"results-applied""#,
                #""local_id":"L12","match_digest":"\#(Secrets.keyedDigest("N12", key: [UInt8](repeating: 7, count: 32)))""#,
            ] {
                #expect(dump.contains(expected), "\(expected)")
            }
            let notes = FileManager.default.contents(atPath: place.opening.dataFolder + "/packs/notes.txt")
            #expect(notes.map { String(decoding: $0, as: UTF8.self) } == "# A programme of our own goes here: tōtara\n")

            // The program works with it: the key opens, the trails hold, nobody has to sign up first.
            let app = try await App.open(place.opening)
            let trails = try await app.verifyAudit()
            #expect(trails.count >= 3)
            #expect(!trails.contains { $0.fault != nil })
            let link = try await app.firstOperatorLink()
            #expect(link == nil)
            #expect(app.site.settings.matchingKey == [UInt8](repeating: 7, count: 32))
            try await app.close()
        }
    }
}
