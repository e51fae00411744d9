package import Ground

/// The results of one organisation in columns, so that a million of them are counted in a moment.
///
/// One row stands for a learner, a construct and a term: the latest result of that term. What counts as at or above is
/// not kept here, for that is a matter of the community's pack: see ``tallies(of:in:)``.
package struct Results: Sendable {
    var constructs = Codes<String>()
    var tools = Codes<Tool>()
    var levels = Codes<String>()
    var terms = Codes<Term>()
    /// At most 64; a learner's groups are the bits of one number.
    var groups = Codes<String>()

    /// Each row's learner, by position in ``learners``; what was measured, with what, when.
    private(set) var learner: [Int32] = []
    private(set) var construct: [UInt8] = []
    private(set) var tool: [UInt16] = []
    private(set) var term: [UInt16] = []
    /// -1 where neither the result nor the learner's record says.
    private(set) var yearLevel: [Int8] = []
    private(set) var number: [Double] = []
    /// -1 where the result is no level.
    private(set) var level: [Int16] = []
    private var day: [Int32] = []

    private(set) var learners: [LearnerColumns] = []
    private var positions: [Int: Int32] = [:]
    private var rowOfKey: [UInt64: Int32] = [:]

    struct LearnerColumns: Sendable {
        var groups: UInt64 = 0
        /// With the calendar year in which it was so.
        var yearLevel: (level: Int, year: Int)?
        /// The first day on which they are no longer on the roll.
        var until: Day?
        /// Whether there is a record of the learner, and not only results.
        var isRecorded = false
    }

    package init() {}

    package var count: Int { learner.count }

    /// Learners on the roll on a day, as far as there are records of them.
    package func roll(on day: Day) -> Int {
        learners.count { learner in learner.isRecorded && learner.until.map { day < $0 } ?? true }
    }

    /// Learners on the roll on a day whose year level in a calendar year is among these; `nil` where there are no records
    /// that say a year level.
    func roll(of years: ClosedRange<Int>, in year: Int, on day: Day) -> Int? {
        var (known, count) = (false, 0)
        for learner in learners where learner.isRecorded {
            guard let level = learner.yearLevel else { continue }
            known = true
            if years.contains(level.level + year - level.year), learner.until.map({ day < $0 }) ?? true { count += 1 }
        }
        return known ? count : nil
    }

    /// Whether anything is known of groups. Where it is not, nobody can say that a learner is in none.
    var knowsGroups: Bool { !groups.values.isEmpty }
}

// MARK: Filling

extension Results {
    /// What is known of a learner. A later record takes the place of an earlier one.
    mutating func set(_ number: Int, groups keys: [Substring], yearLevel: Int?, in year: Int, until: Day?) {
        let position = Int(position(of: number))
        var bits: UInt64 = 0
        for key in keys {
            let code = groups.code(adding: String(key))
            if code < 64 { bits |= 1 << UInt64(code) }
        }
        learners[position] = LearnerColumns(
            groups: bits, yearLevel: yearLevel.map { ($0, year) }, until: until, isRecorded: true)
    }

    /// A result as it was read. Of several in a term the latest stays; of several on a day the one that came last, for
    /// that is the correction.
    mutating func add(
        learner number: Int, construct: Int, tool: Int, term: Int, day: Int32, yearLevel: Int?, score: Double?,
        level: Int?
    ) {
        let position = position(of: number)
        let key = UInt64(UInt32(bitPattern: position)) << 32 | UInt64(construct & 0xFFFF) << 16 | UInt64(term & 0xFFFF)
        let year = yearLevel ?? self.yearLevel(of: position, in: terms.values[term].year)
        let row = Int(rowOfKey[key, default: Int32(self.learner.count)])
        if row == self.learner.count {
            rowOfKey[key] = Int32(row)
            self.learner.append(position)
            self.construct.append(UInt8(clamping: construct))
            self.tool.append(UInt16(clamping: tool))
            self.term.append(UInt16(clamping: term))
            self.yearLevel.append(Int8(clamping: year))
            self.number.append(score ?? .nan)
            self.level.append(Int16(clamping: level ?? -1))
            self.day.append(day)
        } else if day >= self.day[row] {
            self.tool[row] = UInt16(clamping: tool)
            self.yearLevel[row] = Int8(clamping: year)
            self.number[row] = score ?? .nan
            self.level[row] = Int16(clamping: level ?? -1)
            self.day[row] = day
        }
    }

    mutating func reserve(_ rows: Int) {
        rowOfKey.reserveCapacity(rows)
        learner.reserveCapacity(rows)
        number.reserveCapacity(rows)
    }

    /// Lets go of what only filling needs.
    mutating func finish() { (rowOfKey, positions) = ([:], [:]) }

    /// Learners move up a year level each calendar year.
    private func yearLevel(of position: Int32, in year: Int) -> Int {
        guard let known = learners[Int(position)].yearLevel else { return -1 }
        return max(known.level - (known.year - year), -1)
    }

    private mutating func position(of number: Int) -> Int32 {
        if let position = positions[number] { return position }
        let position = Int32(learners.count)
        positions[number] = position
        learners.append(LearnerColumns())
        return position
    }
}
