package import Ground

/// A file that somebody brought in for an organisation, and what became of it.
///
/// It is staged first: compared with what is there, and seen by nobody but those who may apply it. Applied, its rows
/// count; undone, they do not. It brings only what is new or changed: of two applied intakes that both speak of the same
/// thing, the one with the higher number is believed.
package struct Intake: Sendable, Equatable {
    package enum Kind: String, CaseIterable, Sendable, Codable {
        case learners, results, counts
    }

    package enum State: String, CaseIterable, Sendable {
        /// Its rows are still being written. If the program stops, it stays so and can only be discarded.
        case staging
        case staged, applied, undone, discarded
    }

    package let id: Identifier<Intake>
    package let organisation: OrganisationID
    /// Counted from 1 in each organisation.
    package let number: Int
    package let kind: Kind
    package var state: State
    /// The name of the file.
    package let source: String
    package let fileDigest: String
    /// The template it was read by, with its version.
    package let template: String?
    /// The privacy statement under which the organisation collected what is in the file.
    package let statement: String
    package let person: PersonID?
    package let created: Instant
    package var counts: IntakeCounts
    package var dropped: [DroppedColumn]
    package var notes: IntakeNotes
    /// How many times intakes of the organisation had been applied or undone when this one was compared with them.
    package var base: Int
    package var applied: Instant?
    package var undone: Instant?
}

/// What applying an intake would do, row by row.
package struct IntakeCounts: Sendable, Equatable, Codable {
    package var new = 0
    package var changed = 0
    /// There already, and the same: nothing is written for them.
    package var unchanged = 0
    /// There, but not in the file. They stay.
    package var missing = 0
    package var refused = 0

    package init(new: Int = 0, changed: Int = 0, unchanged: Int = 0, missing: Int = 0, refused: Int = 0) {
        (self.new, self.changed, self.unchanged) = (new, changed, unchanged)
        (self.missing, self.refused) = (missing, refused)
    }

    /// Rows that would be written.
    package var written: Int { new + changed }
}

/// A column of a file that was not kept.
package struct DroppedColumn: Sendable, Hashable, Codable {
    package let heading: String
    /// Whether it looks as if it held personal information: a name, a birthday, an address.
    package let isPersonal: Bool
}

extension Intake {
    /// The intake, applied; refused when what it was compared with has changed since.
    func applied(at now: Instant, base current: Int) throws(IntakeRefusal) -> Intake {
        switch state {
        case .staged: break
        case .staging: throw .unfinished
        case .applied: throw .appliedAlready
        case .undone, .discarded: throw .over
        }
        guard counts.written > 0 else { throw .nothingNew }
        guard base == current else { throw .comparedTooLongAgo }
        var applied = self
        (applied.state, applied.applied) = (.applied, now)
        return applied
    }

    /// The intake that was taken back, counting once more; refused when anything else has changed in between.
    func appliedAgain(at now: Instant, base current: Int) throws(IntakeRefusal) -> Intake {
        guard state == .undone else { throw .notStaged }
        // Having been taken back, it counts for two itself.
        guard base + 2 == current else { throw .comparedTooLongAgo }
        var applied = self
        (applied.state, applied.applied, applied.undone) = (.applied, now, nil)
        return applied
    }

    func undone(at now: Instant) throws(IntakeRefusal) -> Intake {
        guard state == .applied else { throw .notApplied }
        var undone = self
        (undone.state, undone.undone) = (.undone, now)
        return undone
    }

    func discarded() throws(IntakeRefusal) -> Intake {
        guard state == .staged || state == .staging else { throw .notStaged }
        var discarded = self
        discarded.state = .discarded
        return discarded
    }
}

package enum IntakeRefusal: Refusal {
    case unfinished
    case appliedAlready
    case over
    case nothingNew
    case comparedTooLongAgo
    case notApplied
    case notStaged
    /// Results need a pack that names tools and what they measure.
    case noInstruments
    /// The file lacks columns that the mapping names.
    case columnsMissing([String])
    /// The file that waited for its columns is gone.
    case fileGone
    case noRoom

    package var words: Words {
        switch self {
        case .unfinished: IntakeWords.refusedUnfinished
        case .appliedAlready: IntakeWords.refusedAppliedAlready
        case .over: IntakeWords.refusedOver
        case .nothingNew: IntakeWords.refusedNothingNew
        case .comparedTooLongAgo: IntakeWords.refusedComparedTooLongAgo
        case .notApplied: IntakeWords.refusedNotApplied
        case .notStaged: IntakeWords.refusedNotStaged
        case .noInstruments: IntakeWords.refusedNoInstruments
        case .columnsMissing(let headings): IntakeWords.refusedColumnsMissing(headings.joined(separator: ", "))
        case .fileGone: IntakeWords.fileGone
        case .noRoom: IntakeWords.noRoom
        }
    }
}
