import DisclosureControl
import Ground

/// Everything that is published of one measure, declared once: filters choose among these numbers and make no others.
///
/// For each term and tool: the community, each school, each year level, each group, and each school's year levels; for
/// each term the number assessed with whatever tool, by school and in all. A school's own groups are not published, but
/// they stand here, because a school can subtract its own from the community's. So do those who are in none of several
/// groups that share no learner, because everybody can subtract girls and boys from the whole; and what the community
/// published before, of fewer schools or more, because everybody can subtract yesterday's page from today's.
struct PictureTable: Sendable {
    typealias Schools = [(id: OrganisationID, slots: [Slot: SlotTally])]

    let table: Table<CellKey>
    /// For each school, what it counted itself; those that are not published now come last.
    let members: [Set<CellKey>]
    /// For each number of the community that is published, the schools that it counts.
    let behind: [CellKey: Set<OrganisationID>]

    /// Which schools the community's numbers of a term and tool count now.
    private let current: [Slot.Name: CellKey.Round]

    /// - Parameters:
    ///   - kinds: groups that share no learner, such as girls and boys; each list is a kind.
    ///   - past: the schools whose numbers the community's were once published of.
    ///   - away: schools whose numbers are not published now, but are part of what once was.
    init(_ schools: Schools, kinds: [[String]] = [], past: [PictureRound] = [], away: Schools = []) throws {
        var draft = Draft(kinds: kinds)
        for slot in Set(schools.flatMap(\.slots.keys)).sorted() {
            let taking = schools.compactMap { school in school.slots[slot].map { (school.id, $0) } }
            draft.addYears(slot, taking)
            draft.addGroups(slot, taking)
        }
        draft.addAssessed(schools)
        let current = Dictionary(
            uniqueKeysWithValues: draft.behind.compactMap { key, schools in
                key.yearLevel == nil && key.part == nil
                    ? (Slot.Name(key.term, key.tool), CellKey.Round(schools)) : nil
            })
        let gone = past.filter { current[Slot.Name($0.term, $0.tool)]?.schools != $0.schools }
        draft.addPast(gone, schools, away)
        self.current = current
        table = try Table(cells: draft.cells, sums: draft.sums)
        behind = draft.behind
        var own: [OrganisationID: Set<CellKey>] = [:]
        for cell in draft.cells { cell.key.school.map { _ = own[$0, default: []].insert(cell.key) } }
        let others = Set(own.keys).subtracting(schools.map(\.id)).sorted { $0.rawValue < $1.rawValue }
        members = (schools.map(\.id) + others).map { own[$0] ?? [] }
    }

    private typealias Taking = [(id: OrganisationID, tally: SlotTally)]

    private struct Draft {
        let kinds: [[String]]
        var cells: [Table<CellKey>.Cell] = []
        var sums: [Table<CellKey>.Sum] = []
        var behind: [CellKey: Set<OrganisationID>] = [:]
        private var tallies: [CellKey: Tally] = [:]

        init(kinds: [[String]]) { self.kinds = kinds }

        mutating func addYears(_ slot: Slot, _ schools: Taking, round: CellKey.Round? = nil) {
            var years: [Int: (tally: Tally, parts: [CellKey])] = [:]
            for (id, tally) in schools {
                if round == nil { addSchool(slot, id, tally) }
                for (year, part) in tally.years {
                    let sofar = years[year] ?? (.none, [])
                    years[year] = (sofar.tally + part, sofar.parts + [CellKey(slot, school: id, yearLevel: year)])
                }
            }
            let all = CellKey(slot, round: round)
            addAll(all, schools.map(\.tally.total).reduce(.none, +), of: schools.map { CellKey(slot, school: $0.id) })
            for (year, part) in years {
                addAll(CellKey(slot, yearLevel: year, round: round), part.tally, of: part.parts)
            }
            sums.append(.init(of: years.keys.map { CellKey(slot, yearLevel: $0, round: round) }, is: all))
        }

        mutating func addSchool(_ slot: Slot, _ id: OrganisationID, _ tally: SlotTally, isPublished: Bool = true) {
            let whole = CellKey(slot, school: id)
            add(whole, tally.total, isPublished)
            for (year, part) in tally.years { add(CellKey(slot, school: id, yearLevel: year), part, isPublished) }
            sums.append(.init(of: tally.years.keys.map { CellKey(slot, school: id, yearLevel: $0) }, is: whole))
        }

        /// Groups overlap, so they add up with nothing but those who are not in them.
        mutating func addGroups(_ slot: Slot, _ schools: Taking) {
            for group in Set(schools.flatMap(\.tally.groups.keys)).sorted() {
                let knowing = schools.compactMap { school in school.tally.groups[group].map { (school, $0) } }
                let inGroup = knowing.map(\.1).reduce(.none, +)
                guard inGroup.count > 0 else { continue }
                for (school, tally) in knowing { addGroup(group, slot, school.id, tally, of: school.tally.total) }
                let notInGroup = knowing.map { $0.0.tally.total - $0.1 }.reduce(.none, +)
                for (part, tally) in [(CellKey.Part.group(group), inGroup), (.others(group), notInGroup)] {
                    let parts = knowing.map { CellKey(slot, school: $0.0.id, part: part) }
                    addAll(CellKey(slot, part: part), tally, of: parts, isPublished: part == .group(group))
                }
            }
            for kind in kinds { addRest(of: kind, slot, schools) }
        }

        private mutating func addGroup(
            _ group: String, _ slot: Slot, _ school: OrganisationID, _ tally: Tally, of total: Tally
        ) {
            let one = CellKey(slot, school: school, part: .group(group))
            let rest = CellKey(slot, school: school, part: .others(group))
            add(one, tally, false)
            add(rest, total - tally, false)
            sums.append(.init(of: [one, rest], is: CellKey(slot, school: school)))
        }

        /// Groups of one kind and those who are in none of them make up the whole. Where some of the groups are small,
        /// those who are in none of the *others* may be few as well.
        private mutating func addRest(of kind: [String], _ slot: Slot, _ schools: Taking) {
            let there = kind.filter { group in schools.contains { ($0.tally.groups[group]?.count ?? 0) > 0 } }
            let small = there.filter { group in
                let all = schools.compactMap { $0.tally.groups[group] }.reduce(.none, +)
                return Draft.watchful.showing(of: all) != .shown
            }.prefix(Draft.mostSmall)
            for chosen in 0..<(1 << small.count) {
                let left = Set(small.indices.filter { chosen & (1 << $0) != 0 }.map { small[$0] })
                let groups = there.filter { !left.contains($0) }.sorted()
                if groups.count > 1 { addNeither(groups, slot, schools) }
            }
        }

        /// As high as floors go in practice: what is larger is small to nobody.
        private static let watchful = Protection(floor: 20)
        private static let mostSmall = 4

        private mutating func addNeither(_ groups: [String], _ slot: Slot, _ schools: Taking) {
            let key = CellKey(slot, part: .neither(groups))
            guard tallies[key] == nil else { return }
            let rests = schools.compactMap { school -> (id: OrganisationID, tally: Tally)? in
                let known = groups.compactMap { school.tally.groups[$0] }
                guard known.count == groups.count else { return nil }
                return school.tally.total.less(known.reduce(.none, +)).map { (school.id, $0) }
            }
            let all = rests.map(\.tally).reduce(.none, +)
            // Where even the fewest are many, nothing has to be watched.
            guard (rests.map(\.tally) + [all]).contains(where: { Draft.watchful.showing(of: $0) != .shown }) else {
                return
            }
            for (id, rest) in rests {
                let own = CellKey(slot, school: id, part: .neither(groups))
                add(own, rest, false)
                sums.append(
                    .init(
                        of: groups.map { CellKey(slot, school: id, part: .group($0)) } + [own],
                        is: CellKey(slot, school: id)))
            }
            addAll(
                key, all, of: rests.map { CellKey(slot, school: $0.id, part: .neither(groups)) }, isPublished: false)
        }

        mutating func addAssessed(_ schools: Schools) {
            for term in Set(schools.flatMap { $0.slots.keys.map(\.term) }) {
                var parts: [(key: CellKey, count: Int)] = []
                for school in schools {
                    guard let count = addAssessed(term, school) else { continue }
                    parts.append((CellKey(term, nil, school: school.id), count))
                }
                addAll(CellKey(term, nil), Tally(count: parts.map(\.count).reduce(0, +)), of: parts.map(\.key))
            }
        }

        private mutating func addAssessed(
            _ term: Term, _ school: (id: OrganisationID, slots: [Slot: SlotTally]), isPublished: Bool = true
        ) -> Int? {
            let slots = school.slots.filter { $0.key.term == term }
            guard !slots.isEmpty else { return nil }
            let key = CellKey(term, nil, school: school.id)
            let count = slots.values.map(\.total.count).reduce(0, +)
            add(key, Tally(count: count), isPublished)
            sums.append(.init(of: slots.keys.map { CellKey($0, school: school.id) }, is: key))
            return count
        }

        /// What was published of other schools than now, as far as all of them are still there to be counted.
        mutating func addPast(_ past: [PictureRound], _ schools: Schools, _ away: Schools) {
            var all: [OrganisationID: [Slot: SlotTally]] = [:]
            for school in schools + away { all[school.id, default: [:]].merge(school.slots) { now, _ in now } }
            var isThere: Set<CellKey> = Set(cells.map(\.key))
            for round in past {
                let counted = round.schools.sorted { $0.rawValue < $1.rawValue }.compactMap { id in
                    all[id].map { (id: id, slots: $0) }
                }
                guard counted.count == round.schools.count else { continue }
                let key = CellKey.Round(round.schools)
                guard let tool = round.tool else {
                    var parts: [(key: CellKey, count: Int)] = []
                    for school in counted {
                        let own = CellKey(round.term, nil, school: school.id)
                        let count = school.slots.filter { $0.key.term == round.term }.values.map(\.total.count)
                        if isThere.insert(own).inserted {
                            for (slot, tally) in school.slots where slot.term == round.term {
                                guard isThere.insert(CellKey(slot, school: school.id)).inserted else { continue }
                                addSchool(slot, school.id, tally, isPublished: false)
                            }
                            _ = addAssessed(round.term, school, isPublished: false)
                        }
                        parts.append((own, count.reduce(0, +)))
                    }
                    addAll(
                        CellKey(round.term, nil, round: key), Tally(count: parts.map(\.count).reduce(0, +)),
                        of: parts.map(\.key))
                    continue
                }
                let slot = Slot(term: round.term, tool: tool)
                let taking = counted.compactMap { school in school.slots[slot].map { (id: school.id, tally: $0) } }
                guard taking.count == counted.count else { continue }
                for (id, tally) in taking where isThere.insert(CellKey(slot, school: id)).inserted {
                    addSchool(slot, id, tally, isPublished: false)
                }
                addYears(slot, taking, round: key)
                addPastGroups(slot, taking, key, &isThere)
            }
        }

        private mutating func addPastGroups(
            _ slot: Slot, _ schools: Taking, _ round: CellKey.Round, _ isThere: inout Set<CellKey>
        ) {
            for group in Set(schools.flatMap(\.tally.groups.keys)).sorted() {
                let knowing = schools.compactMap { school in school.tally.groups[group].map { (school, $0) } }
                for (school, tally) in knowing {
                    let own = CellKey(slot, school: school.id, part: .group(group))
                    if isThere.insert(own).inserted { addGroup(group, slot, school.id, tally, of: school.tally.total) }
                }
                addAll(
                    CellKey(slot, part: .group(group), round: round), knowing.map(\.1).reduce(.none, +),
                    of: knowing.map { CellKey(slot, school: $0.0.id, part: .group(group)) })
            }
        }

        /// A number of the community, which is the sum of its schools'.
        private mutating func addAll(_ key: CellKey, _ tally: Tally, of parts: [CellKey], isPublished: Bool = true) {
            let isNow = key.round == nil
            add(key, tally, isPublished && isNow)
            sums.append(.init(of: parts, is: key))
            guard isPublished && isNow else { return }
            let schools = Set(parts.compactMap(\.school))
            behind[key] = schools
            addAllButOne(key, tally, parts, schools)
        }

        /// What any one school is left with that subtracts its own. Of two schools, that is the other's.
        private mutating func addAllButOne(
            _ key: CellKey, _ tally: Tally, _ parts: [CellKey], _ schools: Set<OrganisationID>
        ) {
            guard schools.count == parts.count, schools.count > 2 else { return }
            for part in parts {
                guard let school = part.school, let one = tallies[part], let others = tally.less(one),
                    Draft.watchful.showing(of: others) != .shown
                else { continue }
                let rest = key.of(CellKey.Round(schools, without: school))
                add(rest, others, false)
                sums.append(.init(of: [part, rest], is: key))
            }
        }

        private mutating func add(_ key: CellKey, _ tally: Tally, _ isPublished: Bool) {
            cells.append(.init(key, count: tally.count, hits: tally.hits, isPublished: isPublished))
            tallies[key] = tally
        }
    }
}

/// The schools behind the community's numbers of a term and tool, at some time when they were published; without a tool,
/// behind the number assessed with whatever tool.
struct PictureRound: Hashable, Comparable, Sendable {
    let term: Term
    let tool: Tool?
    let schools: Set<OrganisationID>

    /// Tools before the number assessed with whatever tool, which is made of theirs.
    static func < (left: Self, right: Self) -> Bool {
        if left.term != right.term { return left.term < right.term }
        if left.tool != right.tool { return (left.tool?.text ?? "~") < (right.tool?.text ?? "~") }
        return CellKey.Round(left.schools).text < CellKey.Round(right.schools).text
    }
}

extension Tally {
    fileprivate static let none = Tally(count: 0, hits: 0)

    fileprivate static func - (left: Tally, right: Tally) -> Tally {
        let hits = left.hits.flatMap { one in right.hits.map { one - $0 } }
        return Tally(count: left.count - right.count, hits: hits)
    }

    /// What is left without some of the cases; `nil` where they are no part of these.
    fileprivate func less(_ part: Tally) -> Tally? {
        let rest = self - part
        let hits = rest.hits ?? 0
        return rest.count >= 0 && (0...rest.count).contains(hits) ? rest : nil
    }
}

extension PictureTable {
    /// The table as one circle sees it, and what stays hidden from now on as far as it can.
    ///
    /// Should a term give something away even with all of it hidden, the whole term stays hidden.
    func pattern(
        under protection: Protection, around inner: [CellKey: Showing] = [:],
        keeping previous: [CellKey: Showing] = [:],
        remembering remembered: [CellKey: Showing] = [:]
    ) -> [CellKey: Showing] {
        let pattern = table.pattern(
            under: protection, against: members, around: inner, keeping: previous, remembering: remembered)
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

    /// A key as it is remembered: numbers of the community under the schools that they count.
    func name(of key: CellKey) -> CellKey {
        guard key.school == nil, key.round == nil else { return key }
        return current[Slot.Name(key.term, key.tool)].map { key.of($0) } ?? key
    }

    var rounds: [PictureRound] {
        current.map { PictureRound(term: $0.key.term, tool: $0.key.tool, schools: $0.value.schools) }.sorted()
    }
}
