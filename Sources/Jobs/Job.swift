package import Ground

/// Work that outlives the request that asked for it. A row with a lease: if the program that does it dies, another picks
/// it up once the lease has run out.
package struct Job: Sendable, Equatable {
    package enum State: String, Sendable, CaseIterable {
        case waiting, running, done, failed
    }

    package let id: Identifier<Job>
    /// Which ``JobKind`` does it.
    package let kind: String
    /// The id of what it works on.
    package let subject: String
    package var state: State
    /// How often it was begun.
    package var attempts: Int
    /// How far it is, in the unit of its kind; `total` is 0 where nobody knows.
    package var done: Int
    package var total: Int
    /// Why it was given up, in a sentence.
    package var failure: String?

    /// Begun more often than this, it is given up: it would stop the program again and again.
    package static let mostAttempts = 3

    /// How long a program may be silent before another takes its work over.
    package static let lease = 20
}

/// A kind of work, and what does it. Doing it twice must come to the same as doing it once.
package struct JobKind: Sendable {
    package let name: String
    /// Whether it is due once a day, without being asked for.
    package let isDaily: Bool
    package let run: @Sendable (Job, JobProgress) async throws -> Void

    package init(
        _ name: String, isDaily: Bool = false, run: @escaping @Sendable (Job, JobProgress) async throws -> Void
    ) {
        (self.name, self.isDaily, self.run) = (name, isDaily, run)
    }
}

/// Why a job cannot be done however often it is begun: the sentence is kept beside it.
package struct JobImpossible: Error, Sendable {
    package let words: Words

    package init(_ words: Words) { self.words = words }
}
