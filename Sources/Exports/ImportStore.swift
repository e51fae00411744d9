import Accounts
import Backups
import Communities
import Database
import Foundation
import Ground
import Programmes
import Web

extension Transaction {
    /// Takes a community in: the organisations and people its record names, its own rows, and proof that these are the
    /// file's and only this community's.
    func takeIn(_ file: ExportFile) throws -> CommunityImport {
        let id = file.manifest.id
        if let name = try value("SELECT name FROM community WHERE id = \(id)", as: String.self) {
            throw ExportRefusal.communityThere(name: name)
        }
        let own = Dictionary(
            try tableShapes().compactMap { shape in shape.rows(of: id).map { (shape.name, (shape, $0)) } }
        ) { first, _ in first }
        // A file may not bring rows that would be in the way of its own, under whatever name.
        for (shape, condition) in own.values {
            guard try dump(shape, where: condition, to: { _ in }) == 0 else { throw ExportRefusal.somethingThere }
        }
        var organisations = Arrivals()
        var people = Arrivals()
        do {
            try file.eachTable { table, read in
                switch table.name {
                case Carried.organisation.name: organisations = try takeInOrganisations(table, from: read)
                case Carried.person.name: people = try takeInPeople(table, from: read)
                default:
                    guard let (shape, condition) = own[table.name] else {
                        throw ExportRefusal.newerProgram(version: file.manifest.program)
                    }
                    try load(table, of: file, into: shape, where: condition, from: read)
                }
            }
        } catch let error as SQLError {
            throw ExportRefusal(error)
        } catch let error as UnreadableDump {
            throw ExportRefusal.damaged(entry: error.table)
        }
        let leftOut = try leaveOutStandings(in: id, at: organisations.known)
        let (_, fault) = try verifyAudit(scope: id.rawValue)
        guard let community = try imported(id) else { throw ExportRefusal.damaged(entry: ExportManifest.name) }
        for scope in [id.rawValue] + organisations.new { try advanceVersion(of: scope) }
        return CommunityImport(
            community: community, rows: file.manifest.rows,
            organisations: (organisations.new.count, organisations.known.count),
            people: (people.new.count, people.known.count), standingsLeftOut: leftOut,
            leaders: try leadersWithoutAddress(of: id), trailHolds: fault == nil)
    }

    /// Rows of a table, with the columns that the file has: an older one may lack some.
    private func load(
        _ table: ExportManifest.Table, of file: ExportFile, into shape: TableShape, where condition: SQL,
        from read: () throws -> [UInt8]?
    ) throws {
        let fields = table.columns.compactMap { column in
            shape.fields.first { $0.name == column.name && $0.kind.rawValue == column.kind }
        }
        guard fields.count == table.columns.count, Set(fields.map(\.name)).count == fields.count else {
            throw ExportRefusal.newerProgram(version: file.manifest.program)
        }
        let taken = TableShape(name: shape.name, fields: fields, key: shape.key, references: shape.references)
        try load(taken, from: read)
        // Rows of another community would not be among these.
        var seal = Seal()
        let rows = try dump(taken, where: condition) { seal.add($0) }
        let (bytes, digest) = seal.close()
        guard (rows, bytes, digest) == (table.rows, table.bytes, table.sha256) else {
            throw ExportRefusal.damaged(entry: table.entry)
        }
    }

    /// Who came to be, and who was here already.
    private struct Arrivals {
        var new: [String] = []
        var known: [String] = []
    }

    private struct OrganisationLine: Decodable {
        let id: String
        let name: String
        let kind: String
        let directory_number: String?
        let roll: Int?
        let zone: String
    }

    private struct PersonLine: Decodable {
        let id: String
        let name: String
    }

    /// One that is here already stays as it is: it speaks for itself.
    private func takeInOrganisations(
        _ table: ExportManifest.Table, from read: () throws -> [UInt8]?
    ) throws -> Arrivals {
        var arrivals = Arrivals()
        for line: OrganisationLine in try lines(of: table, from: read) {
            guard let id = OrganisationID(typed: line.id), !line.name.holdsNUL else {
                throw ExportRefusal.damaged(entry: table.entry)
            }
            guard try !exists("SELECT 1 FROM organisation WHERE id = \(id)") else {
                arrivals.known.append(line.id)
                continue
            }
            try add(
                Organisation(
                    id: id, name: line.name, kind: line.kind, directoryNumber: line.directory_number, roll: line.roll,
                    zone: line.zone))
            arrivals.new.append(line.id)
        }
        return arrivals
    }

    private func takeInPeople(_ table: ExportManifest.Table, from read: () throws -> [UInt8]?) throws -> Arrivals {
        var arrivals = Arrivals()
        for line: PersonLine in try lines(of: table, from: read) {
            guard let id = PersonID(typed: line.id) else { throw ExportRefusal.damaged(entry: table.entry) }
            guard try person(id) == nil else {
                arrivals.known.append(line.id)
                continue
            }
            try add([(id: id, name: line.name)])
            arrivals.new.append(line.id)
        }
        return arrivals
    }

    private func lines<Line: Decodable>(
        of table: ExportManifest.Table, from read: () throws -> [UInt8]?
    ) throws -> [Line] {
        var bytes: [UInt8] = []
        while let block = try read() { bytes += block }
        do {
            return try bytes.split(separator: UInt8(ascii: "\n")).map {
                try JSONDecoder().decode(Line.self, from: Data($0))
            }
        } catch is DecodingError { throw ExportRefusal.damaged(entry: table.entry) }
    }

    /// An organisation that was here already names those who stand for it itself: no file may open its records.
    private func leaveOutStandings(in id: CommunityID, at organisations: [String]) throws -> Int {
        try execute(
            "DELETE FROM standing WHERE community_id = \(id) AND organisation_id IN (\(list: organisations))")
    }

    private func imported(_ id: CommunityID) throws -> Community? {
        let operatorsEye = Viewer(
            person: nil, name: "", grants: [Grant(.leader, community: id, organisation: nil)])
        return try community(id, for: operatorsEye)
    }

    private func leadersWithoutAddress(of id: CommunityID) throws -> [CommunityImport.Person] {
        try rows(
            """
            SELECT DISTINCT person.id, person.name, person.sort_key
            FROM standing JOIN person ON person.id = standing.person_id
            WHERE standing.community_id = \(id) AND standing.standing = \(Standing.leader.rawValue)
                AND standing.until IS NULL AND person.email = ''
            ORDER BY person.sort_key, person.id
            """
        ) { try CommunityImport.Person(id: $0[0], name: $0[1]) }
    }
}

extension ExportRefusal {
    /// What the schema refuses: something of it is there, or the file was put together by somebody else.
    fileprivate init(_ error: SQLError) {
        self = error.kind == .unique ? .somethingThere : .damaged(entry: "tables")
    }
}
