package import Database
package import Ground

/// What a restore brought back.
package struct RestoreReport: Sendable, Equatable {
    package let manifest: Manifest
    package let rows: Int
    /// Changes of the schema that came after the archive, and were applied to what it held.
    package let newer: [String]
    package let hasKeys: Bool

    package init(manifest: Manifest, rows: Int, newer: [String], hasKeys: Bool) {
        (self.manifest, self.rows, self.newer, self.hasKeys) = (manifest, rows, newer, hasKeys)
    }

    package var words: [Words] { BackupWords.report(self) }
}

extension Database {
    /// Loads an archive into an empty database, in one transaction: the schema as it was then, the rows, proof that they
    /// are the archive's, and then what the schema has become since.
    package func restore(
        _ archive: BackupFile, migrations: [Migration],
        progress: @escaping @Sendable (ArchiveProgress) -> Void = { _ in }
    ) async throws -> (rows: Int, newer: [String]) {
        try archive.manifest.requireKnown(migrations.map(\.name))
        return try await write(within: .seconds(6 * 3600)) { transaction in
            guard try transaction.isEmpty() else { throw ArchiveRefusal.databaseNotEmpty }
            try transaction.makeRoomForMigrations()
            let then = Set(archive.manifest.migrations)
            try transaction.apply(migrations.filter { then.contains($0.name) })
            let rows = try transaction.load(archive, progress: progress)
            try transaction.compare(with: archive.manifest)
            let newer = try transaction.apply(migrations)
            return (rows, newer)
        }
    }
}

extension Transaction {
    /// Whether there is not a single table.
    fileprivate func isEmpty() throws -> Bool {
        let tables = try tableShapes()
        return try tables.isEmpty && !hasSchema()
    }

    fileprivate func load(_ archive: BackupFile, progress: (ArchiveProgress) -> Void) throws -> Int {
        let shapes = try tableShapes()
        for shape in shapes {
            let columns = shape.fields.map { Manifest.Column(name: $0.name, kind: $0.kind.rawValue) }
            guard let table = archive.manifest.tables.first(where: { $0.name == shape.name }), table.columns == columns
            else { throw ArchiveRefusal.schemaDiffers(table: shape.name) }
        }
        guard shapes.count == archive.manifest.tables.count else {
            throw ArchiveRefusal.schemaDiffers(table: archive.manifest.tables.first?.name ?? "")
        }
        // SQLite checks as rows come, also those that point at a later row of their own table; PostgreSQL after each table.
        if engine == .sqlite { try execute("PRAGMA defer_foreign_keys = ON") }
        // A migration may have put rows of its own there.
        for shape in shapes.reversed() { try clear(shape) }
        let shapeOf = Dictionary(shapes.map { ($0.name, $0) }) { first, _ in first }
        var rows = 0
        try archive.eachTable { table, read in
            guard let shape = shapeOf[table.name] else { return }
            progress(ArchiveProgress(table: table.name, rows: 0))
            do { rows += try load(shape, from: read) } catch is UnreadableDump {
                throw ArchiveRefusal.damaged(entry: table.entry)
            }
        }
        return rows
    }

    /// What was loaded, dumped again, must be what the archive holds, byte for byte; and the audit trails must end where
    /// they ended then.
    fileprivate func compare(with manifest: Manifest) throws {
        for shape in try tableShapes() {
            var seal = Seal()
            let rows = try dump(shape) { seal.add($0) }
            let (bytes, digest) = seal.close()
            let table = manifest.tables.first { $0.name == shape.name }
            guard table?.rows == rows, table?.bytes == bytes, table?.sha256 == digest else {
                throw ArchiveRefusal.contentDiffers(table: shape.name)
            }
        }
        guard try chains() == manifest.chains else { throw ArchiveRefusal.chainsDiffer }
        try checkSoundness()
    }
}
