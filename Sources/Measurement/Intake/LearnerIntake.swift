import Ground
import Programmes
import Tables

/// Checks the rows of a list of learners, and finds what is new or changed in each.
struct LearnerIntake {
    private let plan: IntakePlan
    private let columns: IntakeColumns
    private let order: IntakeDay.Order
    private let vocabulary: IntakeVocabulary
    private var identity: LearnerIdentity
    private var lines: [Int: Int] = [:]
    private var strayWords: [String: Int] = [:]

    init(_ plan: IntakePlan, _ columns: IntakeColumns, _ backdrop: IntakeBackdrop, _ order: IntakeDay.Order) {
        (self.plan, self.columns, self.order) = (plan, columns, order)
        vocabulary = IntakeVocabulary(pack: plan.pack)
        identity = LearnerIdentity(backdrop.register, columns, key: plan.matchingKey)
    }

    mutating func take(_ row: TableRow, into findings: inout IntakeFindings) {
        var problems: [IntakeProblem] = []
        let found = identity.find(row, &problems)
        let yearLevel = columns.yearLevel(row, &problems)
        let until = columns.day(.leavingDay, row, order, &problems)
        if let found {
            if found.match == .contradiction {
                problems.append(columns.problem(.contradictingIDs, .localID, row))
            }
            if case .known(let known) = found.match {
                if let line = lines[known.learner] {
                    problems.append(columns.problem(.duplicate, .localID, row, detail: "\(line)"))
                } else {
                    lines[known.learner] = row.line
                }
            }
        }
        guard problems.isEmpty, let found, let localID = found.ownNumber else {
            findings.refuse(problems)
            return
        }
        let groups = groups(of: row)
        switch found.match {
        case .known(let known):
            let entry = IntakeFindings.LearnerEntry(
                learner: known.learner, localID: localID, matchDigest: found.digest ?? known.matchDigest,
                yearLevel: columns.index(of: .yearLevel) == nil ? known.yearLevel : yearLevel,
                groups: groups ?? known.groups, until: columns.index(of: .leavingDay) == nil ? known.until : until)
            if known.isVisible, entry == known.entry {
                findings.counts.unchanged += 1
            } else {
                if known.isVisible { findings.counts.changed += 1 } else { findings.counts.new += 1 }
                findings.learners.append(entry)
            }
        case .unknown, .contradiction:
            let entry = IntakeFindings.LearnerEntry(
                learner: -1 - findings.newLearners.count, localID: localID, matchDigest: found.digest,
                yearLevel: yearLevel, groups: groups ?? "", until: until)
            findings.counts.new += 1
            findings.newLearners.append(entry)
            findings.learners.append(entry)
            lines[entry.learner] = row.line
            identity.add(KnownLearner(entry))
        }
    }

    /// Keys of the groups a row names, in the pack's order; `nil` where the file says nothing of groups.
    private mutating func groups(of row: TableRow) -> String? {
        guard !columns.groupWords.isEmpty || !columns.groups.isEmpty else { return nil }
        var found: Set<String> = []
        for index in columns.groupWords {
            for word in row.fields[index].split(whereSeparator: { ";|,/&\n".contains($0) }) {
                let word = IntakeCell.tidy(String(word))
                // `F` stands for girls here, and for no elsewhere.
                if let key = vocabulary.group(word) {
                    found.insert(key)
                } else if !word.isEmpty, !MappingSynonyms.no.contains(word.folded) {
                    strayWords[word, default: 0] += 1
                }
            }
        }
        for (index, key) in columns.groups {
            let text = IntakeCell.tidy(row.fields[index])
            let word = text.folded
            if MappingSynonyms.yes.contains(word) || text == "✓" || text == "✔" || vocabulary.group(text) == key {
                found.insert(key)
            } else if !MappingSynonyms.no.contains(word) {
                strayWords[text, default: 0] += 1
            }
        }
        return plan.pack.groups.map(\.key).filter(found.contains).joined(separator: " ")
    }

    func finish(_ findings: inout IntakeFindings) {
        findings.counts.missing = identity.register.learners.count { $0.isHere && lines[$0.learner] == nil }
        findings.notes.strayWords = strayWords.map { IntakeNotes.StrayWord(word: $0.key, count: $0.value) }
            .sorted { ($1.count, $0.word.sortKey) < ($0.count, $1.word.sortKey) }
    }
}

extension KnownLearner {
    /// What is known, in the shape of what a file says.
    var entry: IntakeFindings.LearnerEntry {
        .init(
            learner: learner, localID: localID, matchDigest: matchDigest, yearLevel: yearLevel, groups: groups,
            until: until)
    }

    /// A learner of the same file: two rows of theirs are one too many.
    init(_ entry: IntakeFindings.LearnerEntry) {
        self.init(
            learner: entry.learner, localID: entry.localID, matchDigest: entry.matchDigest,
            yearLevel: entry.yearLevel, groups: entry.groups, until: entry.until, isVisible: true)
    }
}

extension IntakeColumns {
    /// The year level of a row, 0 (new entrants) to 13; `nil` where none is given, or with a problem.
    func yearLevel(_ row: TableRow, _ problems: inout [IntakeProblem]) -> Int? {
        guard let text = text(.yearLevel, row) else { return nil }
        guard let level = IntakeCell.yearLevel(text), (0...13).contains(level) else {
            problems.append(problem(.yearLevel, .yearLevel, row))
            return nil
        }
        return level
    }

    /// The day in a field of a row; `nil` where none is given, or with a problem.
    func day(
        _ field: Mapping.Field, _ row: TableRow, _ order: IntakeDay.Order, _ problems: inout [IntakeProblem]
    ) -> Day? {
        guard let text = text(field, row) else { return nil }
        switch IntakeDay(text).reading(order) {
        case .day(let day):
            guard day.year >= IntakeColumns.earliestYear else {
                problems.append(problem(.dayLongAgo, field, row, detail: "\(IntakeColumns.earliestYear)"))
                return nil
            }
            return day
        case .notADay: problems.append(problem(.notADay, field, row))
        case .ambiguous: problems.append(problem(.ambiguousDay, field, row))
        }
        return nil
    }

    static let earliestYear = 1990
}
