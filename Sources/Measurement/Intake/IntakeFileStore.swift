import Database
import Ground

/// A file that waits for somebody to say what its columns hold. It lies in the folder of the installation.
struct IntakeFile: Sendable, Equatable {
    let id: Identifier<IntakeFile>
    let organisation: OrganisationID
    /// The name it had on the sender's machine.
    let name: String
    /// What the sender said it is; `nil` where the columns are to tell.
    let kind: Intake.Kind?
    let addsLearners: Bool
    let statement: String

    /// Where it lies, under a name of our own.
    func path(in folder: String) -> String { "\(folder)/\(id)" }

    static func folder(of dataFolder: String) -> String { dataFolder + "/intakes" }
}

/// How the file of an intake is read: kept as long as the file, so that it can be read again.
struct IntakeReadingNote: Sendable {
    let organisation: OrganisationID
    let intake: Int
    let file: Identifier<IntakeFile>
    let community: CommunityID
    let mapping: Mapping
    let addsLearners: Bool
    let fileName: String
}

extension Transaction {
    /// Notes a file that waits.
    func add(_ file: IntakeFile, by person: PersonID?) throws {
        try execute(
            """
            INSERT INTO intake_file (organisation_id, id, name, kind, adds_learners, statement, person_id, created_at)
            VALUES (\(file.organisation), \(file.id), \(file.name), \(file.kind?.rawValue),
                \(file.addsLearners), \(file.statement), \(person), \(now))
            """)
    }

    /// Forgets files that have waited for more than a day, but those that are still to be read; names them.
    func forgetOldFiles() throws -> [IntakeFile] {
        let old = try rows(
            """
            SELECT \(fileColumns) FROM intake_file WHERE created_at < \(now.adding(days: -1))
                AND NOT EXISTS (SELECT 1 FROM intake_reading
                    JOIN intake ON intake.organisation_id = intake_reading.organisation_id
                        AND intake.intake = intake_reading.intake
                    WHERE intake_reading.organisation_id = intake_file.organisation_id
                        AND intake_reading.file_id = intake_file.id AND intake.state = 'staging')
            """, intakeFile)
        for file in old { try forget(file) }
        return old
    }

    // MARK: How files are read

    func note(_ reading: IntakeReadingNote) throws {
        try execute(
            """
            INSERT INTO intake_reading (organisation_id, intake, file_id, community_id, mapping, day, adds_learners)
            VALUES (\(reading.organisation), \(reading.intake), \(reading.file), \(reading.community),
                \(reading.mapping.text), \(reading.mapping.day), \(reading.addsLearners))
            """)
    }

    /// How the file of an intake is read; `nil` once the file is gone.
    func reading(of intake: Intake) throws -> IntakeReadingNote? {
        let found = try first(
            """
            SELECT intake_reading.file_id, intake_reading.community_id, intake_reading.mapping, intake_reading.day,
                intake_reading.adds_learners, intake_file.name
            FROM intake_reading JOIN intake_file ON intake_file.organisation_id = intake_reading.organisation_id
                AND intake_file.id = intake_reading.file_id
            WHERE intake_reading.organisation_id = \(intake.organisation) AND intake_reading.intake = \(intake.number)
            """
        ) { row -> IntakeReadingNote? in
            let text: String = try row[2]
            guard var mapping = Mapping(text: text) else { return nil }
            mapping.day = try row[3]
            return try IntakeReadingNote(
                organisation: intake.organisation, intake: intake.number, file: row[0], community: row[1],
                mapping: mapping, addsLearners: row[4], fileName: row[5])
        }
        return found ?? nil
    }

    /// How a file was read last; `nil` where it has not been.
    func latestMapping(of file: IntakeFile) throws -> Mapping? {
        let found = try first(
            """
            SELECT mapping, day FROM intake_reading
            WHERE organisation_id = \(file.organisation) AND file_id = \(file.id) ORDER BY intake DESC
            """
        ) { row -> Mapping? in
            let text: String = try row[0]
            var mapping = Mapping(text: text)
            mapping?.day = try row[1]
            return mapping
        }
        return found ?? nil
    }

    /// Intakes of a file that nobody has let count: they give way when it is read anew.
    func stagedIntakes(of file: IntakeFile) throws -> [Intake] {
        let ids: [Identifier<Intake>] = try rows(
            """
            SELECT intake.id FROM intake JOIN intake_reading
                ON intake_reading.organisation_id = intake.organisation_id AND intake_reading.intake = intake.intake
            WHERE intake.organisation_id = \(file.organisation) AND intake_reading.file_id = \(file.id)
                AND intake.state = 'staged'
            """
        ) { try $0[0] }
        return try ids.compactMap { try intake($0) }
    }

    /// Forgets the file of an intake; what it was, so that it can be removed.
    func forgetFile(of intake: Intake) throws -> IntakeFile? {
        guard let note = try reading(of: intake), let file = try intakeFile(note.file) else { return nil }
        try forget(file)
        return file
    }

    /// What people have mended in a file.
    func mends(of file: Identifier<IntakeFile>, _ organisation: OrganisationID) throws -> [IntakeMend] {
        try rows(
            """
            SELECT line, heading, value FROM intake_mend
            WHERE organisation_id = \(organisation) AND file_id = \(file) ORDER BY line, heading
            """
        ) { try IntakeMend(line: $0[0], heading: $0[1], value: $0[2]) }
    }

    func add(_ mends: [IntakeMend], to file: Identifier<IntakeFile>, _ organisation: OrganisationID) throws {
        for mend in mends {
            try execute(
                """
                INSERT INTO intake_mend (organisation_id, file_id, line, heading, value)
                VALUES (\(organisation), \(file), \(mend.line), \(mend.heading), \(mend.value))
                ON CONFLICT (organisation_id, file_id, line, heading) DO UPDATE SET value = excluded.value
                """)
        }
    }

    func intakeFile(_ id: Identifier<IntakeFile>) throws -> IntakeFile? {
        try first("SELECT \(fileColumns) FROM intake_file WHERE id = \(id)", intakeFile)
    }

    func forget(_ file: IntakeFile) throws {
        for table in [SQL.name("intake_mend"), .name("intake_reading")] {
            try execute(
                "DELETE FROM \(table) WHERE organisation_id = \(file.organisation) AND file_id = \(file.id)")
        }
        try execute("DELETE FROM intake_file WHERE organisation_id = \(file.organisation) AND id = \(file.id)")
    }

    private var fileColumns: SQL { "id, organisation_id, name, kind, adds_learners, statement" }

    private func intakeFile(_ row: Row) throws -> IntakeFile {
        try IntakeFile(
            id: row[0], organisation: row[1], name: row[2], kind: row[3], addsLearners: row[4], statement: row[5])
    }
}
