package import DisclosureControl
package import Programmes

/// A number of learners that a school counted itself, without any learner's record: so many assessed, so many of them
/// at or above.
package struct CountEntry: Sendable, Hashable {
    package let measure: String
    package let instrument: String?
    package let term: Term
    package let yearLevel: Int?
    package let group: String?
    package let tally: Tally

    package init(
        measure: String, instrument: String?, term: Term, yearLevel: Int?, group: String? = nil, assessed: Int,
        atOrAbove: Int
    ) {
        (self.measure, self.instrument, self.term) = (measure, instrument, term)
        (self.yearLevel, self.group) = (yearLevel, group)
        tally = Tally(count: assessed, hits: atOrAbove)
    }

    /// What one entry says of; a later intake that says of the same takes its place.
    struct Subject: Hashable {
        let measure: String
        let term: Term
        let yearLevel: Int?
        let group: String?
    }

    var subject: Subject { Subject(measure: measure, term: term, yearLevel: yearLevel, group: group) }
}

/// What a school says of one measure, by records and by counts together.
package struct SchoolTallies: Sendable, Equatable {
    package var slots: [Slot: SlotTally]
    /// Counts that were left out, because records say the same: records win.
    package var setAside: Set<SetAside>

    package struct SetAside: Hashable, Comparable, Sendable {
        package let term: Term
        package let yearLevel: Int?

        package static func < (left: Self, right: Self) -> Bool {
            (left.term, left.yearLevel ?? -1) < (right.term, right.yearLevel ?? -1)
        }
    }

    /// Counts fill in where there are no records: year level by year level where they say one, else term by term.
    package init(records: [Slot: SlotTally], counts: [CountEntry], pack: Pack) {
        slots = records
        setAside = []
        var recordedYears: [Term: Set<Int>] = [:]
        for (slot, tally) in records { recordedYears[slot.term, default: []].formUnion(tally.years.keys) }
        for entry in counts where entry.tally.count > 0 {
            let recorded = recordedYears[entry.term] ?? []
            if entry.yearLevel.map(recorded.contains) ?? !recorded.isEmpty {
                setAside.insert(SetAside(term: entry.term, yearLevel: entry.yearLevel))
                continue
            }
            let tool = Tool(instrument: entry.instrument ?? "", norms: nil).known(in: pack)
            var tally = slots[Slot(term: entry.term, tool: tool)] ?? SlotTally()
            if let group = entry.group {
                tally.groups[group] = (tally.groups[group] ?? Tally(count: 0, hits: 0)) + entry.tally
            } else {
                let year = entry.yearLevel ?? SlotTally.notSaid
                tally.years[year] = (tally.years[year] ?? Tally(count: 0, hits: 0)) + entry.tally
            }
            tally.isFromCounts = true
            slots[Slot(term: entry.term, tool: tool)] = tally
        }
        for (slot, tally) in slots where tally.isFromCounts {
            let total = tally.total
            guard total.count > 0 else {
                slots[slot] = nil
                continue
            }
            // Of a group we know only what holds for all who were counted: not where some came without groups.
            slots[slot]?.groups =
                tally.isFromRecords ? [:] : tally.groups.filter { SchoolTallies.fits($0.value, into: total) }
        }
    }

    private static func fits(_ part: Tally, into whole: Tally) -> Bool {
        let (hits, all) = (part.hits ?? 0, whole.hits ?? 0)
        return part.count <= whole.count && hits <= all && part.count - hits <= whole.count - all
    }
}
