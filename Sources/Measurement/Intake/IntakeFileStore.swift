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

extension Transaction {
    /// Notes a file that waits. Names those that have waited for more than a day, which are forgotten with this.
    func add(_ file: IntakeFile, by person: PersonID?) throws -> [IntakeFile] {
        let old = try rows(
            "SELECT \(fileColumns) FROM intake_file WHERE created_at < \(now.adding(days: -1))", intakeFile)
        try execute("DELETE FROM intake_file WHERE created_at < \(now.adding(days: -1))")
        try execute(
            """
            INSERT INTO intake_file (organisation_id, id, name, kind, adds_learners, statement, person_id, created_at)
            VALUES (\(file.organisation), \(file.id), \(file.name), \(file.kind?.rawValue),
                \(file.addsLearners), \(file.statement), \(person), \(now))
            """)
        return old
    }

    func intakeFile(_ id: Identifier<IntakeFile>) throws -> IntakeFile? {
        try first("SELECT \(fileColumns) FROM intake_file WHERE id = \(id)", intakeFile)
    }

    func forget(_ file: IntakeFile) throws {
        try execute("DELETE FROM intake_file WHERE organisation_id = \(file.organisation) AND id = \(file.id)")
    }

    private var fileColumns: SQL { "id, organisation_id, name, kind, adds_learners, statement" }

    private func intakeFile(_ row: Row) throws -> IntakeFile {
        try IntakeFile(
            id: row[0], organisation: row[1], name: row[2], kind: row[3], addsLearners: row[4], statement: row[5])
    }
}
