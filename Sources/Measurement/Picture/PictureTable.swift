import DisclosureControl
import Ground

/// Everything that is published of one measure, declared once: filters choose among these numbers and make no others.
///
/// For each term and tool: the community, each school, each year level, each group, and each school's year levels; for
/// each term the number assessed with whatever tool, by school and in all. A school's own groups are not published, but
/// they stand here, because a school can subtract its own from the community's.
struct PictureTable: Sendable {
    let table: Table<CellKey>
    /// For each school, what it counted itself.
    let members: [Set<CellKey>]

    init(_ schools: [(id: OrganisationID, slots: [Slot: SlotTally])]) throws {
        var draft = Draft()
        for slot in Set(schools.flatMap(\.slots.keys)).sorted() {
            let taking = schools.compactMap { school in school.slots[slot].map { (school.id, $0) } }
            draft.addYears(slot, taking)
            draft.addGroups(slot, taking)
        }
        draft.addAssessed(schools)
        table = try Table(cells: draft.cells, sums: draft.sums)
        members = schools.map { school in Set(draft.cells.map(\.key).filter { $0.school == school.id }) }
    }

    private typealias Schools = [(id: OrganisationID, tally: SlotTally)]

    private struct Draft {
        var cells: [Table<CellKey>.Cell] = []
        var sums: [Table<CellKey>.Sum] = []

        mutating func addYears(_ slot: Slot, _ schools: Schools) {
            var years: [Int: (tally: Tally, parts: [CellKey])] = [:]
            for (id, tally) in schools {
                let whole = CellKey(slot, school: id)
                add(whole, tally.total)
                for (year, part) in tally.years {
                    let key = CellKey(slot, school: id, yearLevel: year)
                    add(key, part)
                    let sofar = years[year] ?? (Tally(count: 0, hits: 0), [])
                    years[year] = (sofar.tally + part, sofar.parts + [key])
                }
                sums.append(.init(of: tally.years.keys.map { CellKey(slot, school: id, yearLevel: $0) }, is: whole))
            }
            let all = CellKey(slot)
            add(all, schools.map(\.tally.total).reduce(Tally(count: 0, hits: 0), +))
            sums.append(.init(of: schools.map { CellKey(slot, school: $0.id) }, is: all))
            for (year, part) in years {
                add(CellKey(slot, yearLevel: year), part.tally)
                sums.append(.init(of: part.parts, is: CellKey(slot, yearLevel: year)))
            }
            sums.append(.init(of: years.keys.map { CellKey(slot, yearLevel: $0) }, is: all))
        }

        /// Groups overlap, so they add up with nothing but those who are not in them.
        mutating func addGroups(_ slot: Slot, _ schools: Schools) {
            for group in Set(schools.flatMap(\.tally.groups.keys)) {
                let knowing = schools.compactMap { school in school.tally.groups[group].map { (school, $0) } }
                let inGroup = knowing.map(\.1).reduce(Tally(count: 0, hits: 0), +)
                guard inGroup.count > 0 else { continue }
                let notInGroup = knowing.map { $0.0.tally.total - $0.1 }.reduce(Tally(count: 0, hits: 0), +)
                add(CellKey(slot, part: .group(group)), inGroup)
                add(CellKey(slot, part: .others(group)), notInGroup, isPublished: false)
                for (school, tally) in knowing {
                    let one = CellKey(slot, school: school.id, part: .group(group))
                    let rest = CellKey(slot, school: school.id, part: .others(group))
                    add(one, tally, isPublished: false)
                    add(rest, school.tally.total - tally, isPublished: false)
                    sums.append(.init(of: [one, rest], is: CellKey(slot, school: school.id)))
                }
                for part in [CellKey.Part.group(group), .others(group)] {
                    let parts = knowing.map { CellKey(slot, school: $0.0.id, part: part) }
                    sums.append(.init(of: parts, is: CellKey(slot, part: part)))
                }
            }
        }

        mutating func addAssessed(_ schools: [(id: OrganisationID, slots: [Slot: SlotTally])]) {
            for term in Set(schools.flatMap { $0.slots.keys.map(\.term) }) {
                var parts: [(key: CellKey, count: Int)] = []
                for school in schools {
                    let slots = school.slots.filter { $0.key.term == term }
                    guard !slots.isEmpty else { continue }
                    let key = CellKey(term, nil, school: school.id)
                    let count = slots.values.map(\.total.count).reduce(0, +)
                    parts.append((key, count))
                    cells.append(.init(key, count: count))
                    sums.append(.init(of: slots.keys.map { CellKey($0, school: school.id) }, is: key))
                }
                cells.append(.init(CellKey(term, nil), count: parts.map(\.count).reduce(0, +)))
                sums.append(.init(of: parts.map(\.key), is: CellKey(term, nil)))
            }
        }

        private mutating func add(_ key: CellKey, _ tally: Tally, isPublished: Bool = true) {
            cells.append(.init(key, count: tally.count, hits: tally.hits, isPublished: isPublished))
        }
    }
}

extension Tally {
    fileprivate static func - (left: Tally, right: Tally) -> Tally {
        let hits = left.hits.flatMap { one in right.hits.map { one - $0 } }
        return Tally(count: left.count - right.count, hits: hits)
    }
}

extension PictureTable {
    /// The table as one circle sees it, and what stays hidden from now on as far as it can.
    ///
    /// Should a term give something away even with all of it hidden, the whole term stays hidden.
    func pattern(
        under protection: Protection, around inner: [CellKey: Showing] = [:], keeping previous: [CellKey: Showing] = [:]
    ) -> [CellKey: Showing] {
        let pattern = table.pattern(under: protection, against: members, around: inner, keeping: previous)
        let lost = Set(pattern.exposed.map(\.key.term))
        guard !lost.isEmpty else { return pattern.showings }
        return Dictionary(
            uniqueKeysWithValues: pattern.showings.map { ($0.key, lost.contains($0.key.term) ? .hidden : $0.value) })
    }

    /// The printed numbers, and no others.
    func shown(as showings: [CellKey: Showing]) -> [CellKey: CellShown] {
        var shown: [CellKey: CellShown] = [:]
        for cell in table.cells where cell.isPublished {
            shown[cell.key] = CellShown(cell.tally, as: showings[cell.key] ?? .hidden)
        }
        return shown
    }
}
