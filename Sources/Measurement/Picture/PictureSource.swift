import Communities
import DisclosureControl
import Ground
import Programmes

/// What a community's picture of one measure is made from: unprotected, and never handed to a page.
struct PictureSource: Sendable {
    struct School: Sendable {
        let organisation: Organisation
        let tallies: SchoolTallies
        /// Terms whose numbers were signed off as they are.
        let signed: Set<Term>
        /// Terms that were signed off, and whose numbers have changed since.
        var changed: Set<Term> = []
        /// Learners on the roll, where the school or its records say.
        let roll: Int?
        let latest: Day?
        /// Tools whose results cannot be shown, because the pack does not say what is expected of them.
        var unjudged: [Term: Set<Tool>] = [:]

        /// What the others may see, protected.
        var signedSlots: [Slot: SlotTally] { tallies.slots.filter { signed.contains($0.key.term) } }
        var unsignedSlots: [Slot: SlotTally] { tallies.slots.filter { !signed.contains($0.key.term) } }
    }

    let community: CommunityID
    let pack: Pack
    let measure: Pack.Measure
    /// In the order of their rolls: no league table.
    let schools: [School]
    /// Groups that share no learner, such as girls and boys; each list is a kind.
    var kinds: [[String]] = []
    /// What was published before.
    var memory = PictureMemory()
}

/// A picture with its protection, for every circle: made once for each version of the data.
struct PictureSheets: Sendable {
    let source: PictureSource
    let showings: [Sight.Circle: [CellKey: Showing]]
    /// What is to be remembered before anybody sees it.
    let news: [Sight.Circle: [String: PictureMemory.Printed]]
    let newRounds: [PictureRound]
    private let table: PictureTable
    private let shown: [Sight.Circle: [CellKey: CellShown]]

    init(_ source: PictureSource) throws {
        self.source = source
        let signed = source.schools.map { (id: $0.organisation.id, slots: $0.signedSlots) }.filter { !$0.slots.isEmpty }
        let away = source.schools.map { (id: $0.organisation.id, slots: $0.unsignedSlots) }.filter { !$0.slots.isEmpty }
        let memory = source.memory
        table = try PictureTable(signed, kinds: source.kinds, past: memory.rounds.sorted(), away: away)
        let floors = source.pack.floors
        let (known, knownOutside) = (memory.known(of: table, in: .inside), memory.known(of: table, in: .outside))
        let inside = table.pattern(
            under: Protection(floor: floors.inside), keeping: known.changed, remembering: known.same)
        let outside = table.pattern(
            under: Protection(floor: floors.outside), around: inside, keeping: knownOutside.changed,
            remembering: knownOutside.same)
        showings = [.inside: inside, .outside: outside]
        shown = [.inside: table.shown(as: inside), .outside: table.shown(as: outside)]
        news = [
            .inside: memory.news(table, as: inside, in: .inside),
            .outside: memory.news(table, as: outside, in: .outside),
        ]
        newRounds = table.rounds.filter { !memory.rounds.contains($0) }
    }

    var differs: Bool { !newRounds.isEmpty || news.values.contains { !$0.isEmpty } }

    /// The picture for one kind of reader: what their circle sees, and over it their own organisations' numbers.
    func picture(for sight: Sight, today: Day) throws -> Picture {
        var own: [CellKey: CellShown] = [:]
        for school in source.schools {
            guard let closeness = sight.own[school.organisation.id] else { continue }
            own.merge(try ownCells(of: school, closeness)) { first, _ in first }
        }
        // A number of the community that counts their own schools only is their own, and reads the same everywhere.
        let exactly = Set(sight.own.filter { $0.value == .exactly }.keys)
        if !exactly.isEmpty {
            let alone = table.behind.filter { $0.value.isSubset(of: exactly) }
            for (key, tally) in table.table.tallies(of: Set(alone.keys)) { own[key] = CellShown(tally, as: .shown) }
        }
        return Picture(
            source, cells: shown[sight.circle] ?? [:], own: own, sight: sight, today: today)
    }

    private func ownCells(of school: PictureSource.School, _ closeness: Sight.Own) throws -> [CellKey: CellShown] {
        let slots = closeness == .exactly ? school.tallies.slots : school.unsignedSlots
        // Alone in its table, the school's groups belong to it only and are left to its own records.
        let table = try PictureTable([(school.organisation.id, slots)])
        let showings: [CellKey: Showing] =
            closeness == .exactly
            ? Dictionary(uniqueKeysWithValues: table.table.cells.map { ($0.key, .shown) })
            : table.pattern(under: Protection(floor: source.pack.floors.inside))
        return table.shown(as: showings).filter { $0.key.school != nil }
    }
}
