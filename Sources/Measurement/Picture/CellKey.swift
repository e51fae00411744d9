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
        /// Learners who are in none of several groups that share no learner; their keys in order.
        case neither([String])
    }

    package let term: Term
    /// `nil` counts who was assessed with whatever tool, and says nothing of how they did.
    package let tool: Tool?
    package let school: OrganisationID?
    package let yearLevel: Int?
    package let part: Part?
    /// The schools behind a number of the community that was published before others joined them or left;
    /// `nil` for those of now.
    package let round: Round?
    package let text: String

    package init(
        _ term: Term, _ tool: Tool?, school: OrganisationID? = nil, yearLevel: Int? = nil, part: Part? = nil,
        round: Round? = nil
    ) {
        (self.term, self.tool, self.school, self.yearLevel, self.part) = (term, tool, school, yearLevel, part)
        self.round = round
        let group =
            switch part {
            case .group(let key): key
            case .others(let key): "-" + key
            case .neither(let keys): "!" + keys.joined(separator: ",")
            case nil: ""
            }
        text =
            "\(term)|\(tool?.text ?? "*")|\(school?.rawValue ?? "")|\(yearLevel.map(String.init) ?? "")|\(group)"
            + (round.map { "|\($0.text)" } ?? "")
    }

    package init(
        _ slot: Slot, school: OrganisationID? = nil, yearLevel: Int? = nil, part: Part? = nil, round: Round? = nil
    ) {
        self.init(slot.term, slot.tool, school: school, yearLevel: yearLevel, part: part, round: round)
    }

    package static func == (left: Self, right: Self) -> Bool { left.text == right.text }
    package func hash(into hasher: inout Hasher) { hasher.combine(text) }
    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension CellKey {
    /// The schools whose learners a community's number counts, as long as they stay the same.
    package struct Round: Hashable, Sendable {
        package let schools: Set<OrganisationID>
        /// Short enough to be part of a key (FNV-1a; two sets that met in it would only be hidden more).
        package let text: String

        package init(_ schools: Set<OrganisationID>) {
            self.schools = schools
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in schools.map(\.rawValue).sorted().joined(separator: " ").utf8 {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
            }
            text = String(hash, radix: 36)
        }

        /// The schools but for one, which can subtract itself from the whole.
        package init(_ schools: Set<OrganisationID>, without one: OrganisationID) {
            self.schools = schools.subtracting([one])
            text = "-\(one)"
        }
    }

    /// The same number of the community as it was of the schools of a round.
    package func of(_ round: Round) -> CellKey {
        CellKey(term, tool, school: school, yearLevel: yearLevel, part: part, round: round)
    }
}
