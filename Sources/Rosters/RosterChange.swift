/// What a package would change about the learners who are known from the same sender.
///
/// Bulk means all there is: whoever is known and missing from it is to be deleted, which is a mark and not an erasure.
/// A delta changes only those it names. Nothing is done here; a person sees this first.
package struct RosterChange: Sendable, Equatable {
    /// What is already known of a learner.
    package struct Known: Sendable, Hashable {
        package let id: String
        package let organisations: Set<String>
        package let yearLevel: Int?
        package let isEnabled: Bool

        package init(id: String, organisations: Set<String>, yearLevel: Int?, isEnabled: Bool = true) {
            (self.id, self.organisations, self.yearLevel, self.isEnabled) = (id, organisations, yearLevel, isEnabled)
        }

        package init(_ learner: Roster.Learner) {
            self.init(
                id: learner.id, organisations: Set(learner.organisations), yearLevel: learner.yearLevel,
                isEnabled: learner.isEnabled)
        }
    }

    package enum Difference: Sendable, Hashable {
        case organisations(was: Set<String>, becomes: Set<String>)
        case yearLevel(was: Int?, becomes: Int?)
        case isEnabled(becomes: Bool)
    }

    package struct Changed: Sendable, Hashable {
        package let id: String
        package let differences: [Difference]
    }

    /// From which number of removals on a person must say that it is meant: beyond both.
    package struct RemovalThreshold: Sendable, Hashable {
        package let share: Double
        package let learners: Int

        package init(share: Double = 0.1, learners: Int = 5) { (self.share, self.learners) = (share, learners) }
    }

    package private(set) var new: [String] = []
    package private(set) var changed: [Changed] = []
    package private(set) var unchanged: [String] = []
    package private(set) var toBeDeleted: [String] = []
    /// Users of a delta who are not known and of whom it does not say what they are. Nothing is done about them.
    package private(set) var unclear: [String] = []
    package let knownCount: Int
    package private(set) var mustAsk = false

    package init(
        from known: some Sequence<Known>, to roster: Roster, threshold: RemovalThreshold = RemovalThreshold()
    ) {
        let known = Dictionary(known.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        knownCount = known.count
        var seen: Set<String> = []
        for learner in roster.learners {
            seen.insert(learner.id)
            compare(learner, with: known[learner.id])
        }
        for learner in roster.unnamedRoles {
            seen.insert(learner.id)
            if let before = known[learner.id] {
                compare(learner, with: before)
            } else {
                unclear.append(learner.id)
            }
        }
        if roster.modes["users"] == .bulk {
            toBeDeleted += known.keys.filter { !seen.contains($0) }.sorted()
        }
        let share = knownCount == 0 ? 0 : Double(toBeDeleted.count) / Double(knownCount)
        mustAsk = share > threshold.share && toBeDeleted.count > threshold.learners
    }

    private mutating func compare(_ learner: Roster.Learner, with before: Known?) {
        guard let before else {
            if !learner.isToBeDeleted { new.append(learner.id) }
            return
        }
        if learner.isToBeDeleted {
            toBeDeleted.append(learner.id)
            return
        }
        let after = Known(learner)
        var differences: [Difference] = []
        if !after.organisations.isEmpty, after.organisations != before.organisations {
            differences.append(.organisations(was: before.organisations, becomes: after.organisations))
        }
        if !learner.grades.isEmpty, after.yearLevel != before.yearLevel {
            differences.append(.yearLevel(was: before.yearLevel, becomes: after.yearLevel))
        }
        if after.isEnabled != before.isEnabled { differences.append(.isEnabled(becomes: after.isEnabled)) }
        if differences.isEmpty {
            unchanged.append(learner.id)
        } else {
            changed.append(Changed(id: learner.id, differences: differences))
        }
    }
}
