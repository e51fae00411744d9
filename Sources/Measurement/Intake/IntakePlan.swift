package import Ground
package import Programmes

/// How a file is to be read: by which mapping, against which programme, on which day.
package struct IntakePlan: Sendable {
    package let mapping: Mapping
    package let pack: Pack
    /// The day it is where the organisation is: what lies after it lies in the future.
    package let today: Day
    /// The key of the installation under which national numbers are digested.
    package let matchingKey: [UInt8]
    /// Whether results of learners who are not on the list add them to it.
    package let addsLearners: Bool
    /// What a person has corrected on the page.
    package let mends: [IntakeMend]
    /// More rows are refused; `nil` for what is usual.
    package let rowLimit: Int?

    package init(
        mapping: Mapping, pack: Pack, today: Day, matchingKey: [UInt8], addsLearners: Bool = false,
        mends: [IntakeMend] = [], rowLimit: Int? = nil
    ) {
        (self.mapping, self.pack, self.today) = (mapping, pack, today)
        (self.matchingKey, self.addsLearners) = (matchingKey, addsLearners)
        (self.mends, self.rowLimit) = (mends, rowLimit)
    }
}

/// What an organisation has already, which a file is compared with.
struct IntakeBackdrop: Sendable {
    var register = LearnerRegister()
    /// The results that count, ready to be compared.
    var sieve = ResultSieve(in: "", expecting: 0)
    var codes = ResultCodes()
    /// How many times intakes had been applied or undone when this was read.
    var base = 0
    /// The same file stands applied.
    var wasAppliedBefore = false

    mutating func add(_ key: ResultKey, _ result: KnownResult) throws {
        let code = codes.code(
            learner: key.learner, construct: key.construct, instrument: key.instrument, day: key.day)
        try sieve.add(
            ResultSieve.Grain(
                code: code, digest: result.digest, yearLevel: Int8(clamping: result.yearLevel ?? -1), role: .known))
    }
}

/// What speaks of the same thing: a learner, a construct, a tool, a day. Of two results with one key, the later intake
/// is believed.
struct ResultKey: Sendable, Hashable {
    let learner: Int
    let construct: String
    let instrument: String
    let day: Day
}

/// A result as it stands.
struct KnownResult: Sendable, Equatable {
    let number: Double?
    let level: String?
    let version: String?
    let norms: String?
    let yearLevel: Int?
    let assessor: String?
}

/// A field of a row that differs from what is there.
struct IntakeChange: Sendable, Equatable {
    let line: Int
    /// The school's own number of the learner.
    let localID: String
    /// What it speaks of: a construct and a day, or a field of the learner.
    let about: String
    let before: String
    let after: String
}

/// What a file holds, compared with what is there; not yet written anywhere.
struct IntakeFindings: Sendable {
    /// A learner to be written: new ones are counted down from -1.
    struct LearnerEntry: Sendable, Equatable {
        let learner: Int
        let localID: String
        let matchDigest: String?
        let yearLevel: Int?
        let groups: String
        let until: Day?

        var isNew: Bool { learner < 0 }
    }

    struct ResultEntry: Sendable, Equatable {
        /// Its place among the results of the file, counted from 0.
        let row: Int
        let line: Int
        let key: ResultKey
        let raw: String
        let result: KnownResult
    }

    var counts = IntakeCounts()
    var notes = IntakeNotes()
    var dropped: [DroppedColumn] = []
    var problems: [IntakeProblem] = []
    var changes: [IntakeChange] = []
    /// Those not known so far, in the order of their numbers -1, -2, …
    var newLearners: [LearnerEntry] = []
    /// What is to be written of learners, new ones included.
    var learners: [LearnerEntry] = []
    var results: [ResultEntry] = []
    /// How many more problems are listed.
    var room = IntakeFindings.problemLimit
    /// Whether the file ends with this: then the notes are of the whole file.
    var isLast = false

    /// Problems that are listed at most; beyond that something is wrong with the file as a whole.
    static let problemLimit = 5_000

    mutating func refuse(_ found: [IntakeProblem]) {
        counts.refused += 1
        if problems.count + found.count <= room {
            problems += found
        } else {
            notes.problemsNotListed += 1
        }
    }
}

extension IntakeFindings {
    /// Adds the next part of the same file.
    mutating func add(_ part: IntakeFindings) {
        counts.add(part.counts)
        problems += part.problems
        changes += part.changes
        newLearners += part.newLearners
        learners += part.learners
        results += part.results
        if part.isLast { (notes, dropped, isLast) = (part.notes, part.dropped, true) }
    }
}

extension IntakeCounts {
    mutating func add(_ part: IntakeCounts) {
        new += part.new
        changed += part.changed
        unchanged += part.unchanged
        missing += part.missing
        refused += part.refused
    }
}
