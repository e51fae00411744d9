package import Ground

/// A restore that was tried on a copy, so that nobody finds out on the worst day that it does not work.
package struct RestoreDrill: Sendable, Equatable {
    package let at: Instant
    package let archive: String
    /// When the archive was made; `nil` if it could not even be read.
    package let archiveAt: Instant?
    package let rows: Int
    package let seconds: Double
    package let isGood: Bool
    /// What was wrong, in a sentence; empty if nothing was.
    package let detail: String

    package init(
        at: Instant, archive: String, archiveAt: Instant?, rows: Int, seconds: Double, isGood: Bool, detail: String
    ) {
        (self.at, self.archive, self.archiveAt) = (at, archive, archiveAt)
        (self.rows, self.seconds, self.isGood, self.detail) = (rows, seconds, isGood, detail)
    }

    package var words: Words { BackupWords.drilled(self) }
}

/// An archive that was written and checked.
package struct BackupRecord: Sendable, Equatable {
    package enum Kind: String, Sendable {
        case backup
        /// Taken by itself before a change of the schema.
        case snapshot
    }

    package let at: Instant
    package let kind: Kind
    package let path: String
    package let bytes: Int
    package let rows: Int
    package let hasKeys: Bool
    package let seconds: Double
}
