package import Database

extension Transaction {
    /// How many files are being read at this moment, or were when a process died.
    package func intakesUnderWay() throws -> Int {
        try value("SELECT count(*) FROM intake WHERE state = 'staging'") ?? 0
    }
}
