package import Ground

/// Which number of the picture: of which term, by which tool, of which school, year level or group; of all where it
/// names none.
///
/// Its text is what is stored and compared: `2026-T4|harbour-scale@2022|torea-spit|6|`.
package struct CellKey: Hashable, Comparable, Sendable {
    /// Learners of a group, or those of the same table who are not in it.
    package enum Part: Hashable, Sendable {
        case group(String)
        case others(String)
    }

    package let term: Term
    /// `nil` counts who was assessed with whatever tool, and says nothing of how they did.
    package let tool: Tool?
    package let school: OrganisationID?
    package let yearLevel: Int?
    package let part: Part?
    package let text: String

    package init(
        _ term: Term, _ tool: Tool?, school: OrganisationID? = nil, yearLevel: Int? = nil, part: Part? = nil
    ) {
        (self.term, self.tool, self.school, self.yearLevel, self.part) = (term, tool, school, yearLevel, part)
        let group =
            switch part {
            case .group(let key): key
            case .others(let key): "-" + key
            case nil: ""
            }
        text = "\(term)|\(tool?.text ?? "*")|\(school?.rawValue ?? "")|\(yearLevel.map(String.init) ?? "")|\(group)"
    }

    package init(
        _ slot: Slot, school: OrganisationID? = nil, yearLevel: Int? = nil, part: Part? = nil
    ) {
        self.init(slot.term, slot.tool, school: school, yearLevel: yearLevel, part: part)
    }

    package static func == (left: Self, right: Self) -> Bool { left.text == right.text }
    package func hash(into hasher: inout Hasher) { hasher.combine(text) }
    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}
