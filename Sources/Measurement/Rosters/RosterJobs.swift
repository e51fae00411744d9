import Web
import Archives
import Communities
import Database
import Foundation
import Ground
import Programmes
import Rosters
import Tables

/// A package as it was looked through: what departs from its format, and what could be read.
struct RosterRead: Sendable {
    let check: OneRosterCheck
    let reading: RosterReading
}

extension Measuring {
    /// Whether a file is a zip archive of files, and no workbook.
    static func isPackage(_ path: String) throws(ArchiveProblem) -> Bool {
        guard let handle = FileHandle(forReadingAtPath: path), let start = try? handle.read(upToCount: 4),
            start.starts(with: Array("PK".utf8))
        else { return false }
        let archive: Archive
        do throws(ArchiveProblem) {
            archive = try Archive(.file(path: path))
        } catch {
            // A workbook may be more than a package may; what is wrong with it, its own reader tells.
            if (try? Archive(.file(path: path), limits: .workbook))?.member(named: "[Content_Types].xml") != nil {
                return false
            }
            throw error
        }
        return archive.member(named: "[Content_Types].xml") == nil && archive.member(named: "mimetype") == nil
    }

    /// Unpacks a package beside the installation's files, looks through it, and removes what was unpacked.
    func readPackage(_ path: String, name: String, repairs: Set<RosterRepair>) async throws -> RosterRead {
        let folder = IntakeFile.folder(of: site.settings.dataFolder) + "/\(UUID().uuidString).unpacked"
        return try await Intake.blocking {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            // What stays behind after a crash is swept at the next start.
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let files = try Archive(.file(path: path)).unpack(into: folder).map { RosterFile($0) }
            return RosterRead(
                check: OneRosterCheck(files, file: name), reading: RosterReading(files, repairs: repairs))
        }
    }

    /// The part of a package that is of one school, compared with what it has.
    func share(
        of school: Roster.Organisation, in roster: Roster, for organisation: OrganisationID, pack: Pack
    ) async throws -> RosterShare {
        let (register, today) = try await site.database.read { transaction in
            guard let known = try transaction.organisation(organisation) else { throw NotFound() }
            return (try transaction.register(of: organisation), known.day(site.now))
        }
        return RosterShare(
            of: school, in: roster, knowing: register, pack: pack, today: today, key: site.settings.matchingKey)
    }

    /// Writes a table of a package where files wait to be read.
    func keepTable(
        _ headings: [String], _ rows: [[String]], name: String, of file: IntakeFile, kind: Intake.Kind,
        person: PersonID?
    ) async throws -> IntakeFile {
        let folder = IntakeFile.folder(of: site.settings.dataFolder)
        let table = IntakeFile(
            id: .new(at: site.now), organisation: file.organisation, name: name, kind: kind,
            addsLearners: file.addsLearners, statement: file.statement)
        let bytes = CSVWriter.bytes(header: headings, rows: rows.map { $0.map(CSVWriter.Cell.text) })
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        guard
            FileManager.default.createFile(
                atPath: table.path(in: folder), contents: Data(bytes), attributes: [.posixPermissions: 0o600])
        else { throw IntakeRefusal.noRoom }
        try await site.database.write { try $0.add(table, by: person) }
        return table
    }
}
