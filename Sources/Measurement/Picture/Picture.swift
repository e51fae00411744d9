import Communities
package import Ground
package import Programmes

/// The picture of learning as one kind of reader may see it: every number in it is protected already.
///
/// Page, export and API take theirs from here and have no other.
package struct Picture: Sendable {
    package struct School: Sendable, Equatable {
        package let id: OrganisationID
        package let name: String
        package let roll: Int?
        package let signed: Set<Term>
        /// Terms that were signed off, and whose numbers have changed since: others see them once signed off anew.
        package let changed: Set<Term>
        /// Terms whose numbers only the reader sees, because it is their own school and has not signed off.
        package let ownOnly: Set<Term>
        package let fromCounts: Set<Term>
        /// Terms in which counts were left out because records say the same.
        package let overlaps: Set<Term>
        package let latest: Day?
        /// Tools whose results are kept and cannot be shown, because the programme does not say what is expected of
        /// them: of terms that were signed off, and of all terms where it is the reader's own school.
        package let unjudged: [Term: Set<Tool>]
    }

    package let community: CommunityID
    package let pack: Pack
    package let measure: Pack.Measure
    package let sight: Sight
    package let schools: [School]
    /// Terms with anything to see, oldest first.
    package let terms: [Term]
    package let today: Day
    private let cells: [CellKey: CellShown]
    private let own: [CellKey: CellShown]
    /// Which schools stand behind the community's numbers of a slot.
    private let takingPart: [Slot: Set<OrganisationID>]

    init(
        _ source: PictureSource, cells: [CellKey: CellShown], own: [CellKey: CellShown], sight: Sight, today: Day
    ) {
        (community, pack, measure) = (source.community, source.pack, source.measure)
        (self.cells, self.own, self.sight, self.today) = (cells, own, sight, today)
        schools = source.schools.map { school in
            let ownTerms = Set(own.keys.filter { $0.school == school.organisation.id }.map(\.term))
            let visible = school.signed.union(ownTerms)
            return School(
                id: school.organisation.id, name: school.organisation.name,
                roll: school.roll.flatMap { $0 >= source.pack.floors.outside ? $0 : nil },
                signed: school.signed, changed: school.changed, ownOnly: ownTerms.subtracting(school.signed),
                fromCounts: Set(school.tallies.slots.filter(\.value.isFromCounts).map(\.key.term))
                    .intersection(visible),
                overlaps: Set(school.tallies.setAside.map(\.term)).intersection(visible),
                latest: visible.isEmpty ? nil : school.latest,
                unjudged: sight.own[school.organisation.id] != nil
                    ? school.unjudged : sight.belongs ? school.unjudged.filter { school.signed.contains($0.key) } : [:])
        }
        terms = Set(cells.keys.map(\.term)).union(own.keys.map(\.term)).sorted()
        var takingPart: [Slot: Set<OrganisationID>] = [:]
        for key in cells.keys {
            guard let tool = key.tool, let school = key.school else { continue }
            takingPart[Slot(term: key.term, tool: tool), default: []].insert(school)
        }
        self.takingPart = takingPart
    }

    /// What may be seen of one number; `nil` where there is none.
    package func shown(_ key: CellKey) -> CellShown? { own[key] ?? cells[key] }

    /// Everything the reader's circle and own schools print, for those who check it.
    package var printed: [CellKey: CellShown] { cells.merging(own) { _, own in own } }

    package func tools(in term: Term) -> [Tool] {
        Set(printedTools.filter { $0.term == term }.map(\.tool)).sorted { left, right in
            let (first, second) = (assessed(Slot(term: term, tool: left)), assessed(Slot(term: term, tool: right)))
            return first == second ? left < right : first > second
        }
    }

    private var printedTools: Set<Slot> {
        Set((Array(cells.keys) + Array(own.keys)).compactMap { key in key.tool.map { Slot(term: key.term, tool: $0) } })
    }

    private func assessed(_ slot: Slot) -> Int { shown(CellKey(slot))?.assessed ?? -1 }

    package func schools(behind slot: Slot) -> Set<OrganisationID> { takingPart[slot] ?? [] }

    package func school(_ id: OrganisationID) -> School? { schools.first { $0.id == id } }

    package var floor: Int { sight.circle == .inside ? pack.floors.inside : pack.floors.outside }

    /// The definition that held in a term.
    package func definition(in term: Term) -> Pack.Definition? {
        let late = Day(year: term.year, month: [3, 6, 9, 12][term.number - 1], dayOfMonth: 1)
        return late.flatMap(measure.definition(on:)) ?? measure.definitions.first
    }

    package func title(of tool: Tool) -> String? { pack.instruments[key: tool.instrument]?.title }

    /// When anything in it last came in.
    package var latest: Day? { schools.compactMap(\.latest).max() }
}
