import Archives
import Backups
import Database
import Ground
import Tables

/// What an export is made of besides the database.
struct ExportPlan: Sendable {
    let community: CommunityID
    let name: String
    let path: String
    let program: String
    /// The protected numbers, as members see them: CSV files by their names.
    let numbers: [(name: String, bytes: [UInt8])]
}

extension Transaction {
    /// Writes the file. It is not named in any record yet, so that the same record exports to the same tables.
    func write(_ plan: ExportPlan) throws -> ExportManifest {
        let archive = try ArchiveWriter(path: plan.path, made: now)
        try archive.add(ExportFile.readme, Array(ExportWords.readme(plan.name, at: now, program: plan.program).utf8))
        var sheets: [ExportManifest.Sheet] = []
        for sheet in CommunitySheet.all {
            let rows = try sheet.rows(of: plan.community, in: self)
            sheets.append(
                try Transaction.add(
                    CSVWriter.bytes(header: sheet.header, rows: rows), rows: rows.count, as: "\(sheet.name).csv",
                    to: archive))
        }
        for file in plan.numbers {
            let lines = file.bytes.count { $0 == UInt8(ascii: "\n") }
            sheets.append(
                try Transaction.add(file.bytes, rows: lines - 1, as: "numbers/\(file.name).csv", to: archive))
        }
        let manifest = ExportManifest(
            kind: ExportManifest.kind, format: ExportManifest.currentFormat, program: plan.program,
            created: now.description, community: plan.community.rawValue, name: plan.name,
            tables: try writeTables(of: plan.community, to: archive), sheets: sheets)
        try archive.add(ExportManifest.name, try manifest.json)
        try archive.close()
        return manifest
    }

    private static func add(
        _ bytes: [UInt8], rows: Int, as entry: String, to archive: ArchiveWriter
    ) throws -> ExportManifest.Sheet {
        try archive.add(entry, bytes)
        var seal = Seal()
        seal.add(bytes)
        let (count, digest) = seal.close()
        return ExportManifest.Sheet(entry: entry, rows: rows, bytes: count, sha256: digest)
    }

    /// Organisations and people come first: everything points at them.
    private func writeTables(of community: CommunityID, to archive: ArchiveWriter) throws -> [ExportManifest.Table] {
        let own = try tableShapes().compactMap { shape in shape.rows(of: community).map { (shape, $0) } }
        func named(_ column: String) throws -> Set<String> {
            try own.filter { $0.0.fields.contains { $0.name == column } }.reduce(into: []) { named, table in
                named.formUnion(try values(of: column, in: table.0, where: table.1))
            }
        }
        let (organisations, people) = (try named("organisation_id"), try named("person_id"))
        let others: [(TableShape, SQL)] = [
            (Carried.organisation, "id IN (\(list: organisations))"), (Carried.person, "id IN (\(list: people))"),
        ]
        return try (others + own).map { shape, condition in
            let entry = "tables/\(shape.name).jsonl"
            try archive.begin(entry)
            var seal = Seal()
            let rows = try dump(shape, where: condition) { block in
                seal.add(block)
                try archive.append(block)
            }
            let (bytes, digest) = seal.close()
            return ExportManifest.Table(
                name: shape.name, entry: entry, columns: shape.columns, rows: rows, bytes: bytes, sha256: digest)
        }
    }
}

extension TableShape {
    var columns: [ExportManifest.Column] {
        fields.map { ExportManifest.Column(name: $0.name, kind: $0.kind.rawValue) }
    }
}
