package import Ground

/// A role of the programme in this community: vacant, or filled by somebody for a term.
package struct Position: Sendable, Equatable {
    package let id: Identifier<Position>
    /// The role, by its key in the pack.
    package let role: String
    /// The organisation it is held for; `nil` for a role across the community.
    package let organisation: OrganisationID?
    package let holder: PersonID?
    package let since: Day
    package let until: Day?
    /// Release from teaching as a share of a full-time teacher (FTTE).
    package let release: Double?

    package init(
        id: Identifier<Position>, role: String, organisation: OrganisationID?, holder: PersonID?, since: Day,
        until: Day?, release: Double?
    ) {
        (self.id, self.role, self.organisation, self.holder) = (id, role, organisation, holder)
        (self.since, self.until, self.release) = (since, until, release)
    }

    package var isVacant: Bool { holder == nil }

    /// The position, ended on a day, or on the day it began where that is later.
    func ended(on day: Day) -> Position {
        Position(
            id: id, role: role, organisation: organisation, holder: holder, since: since, until: max(day, since),
            release: release)
    }
}

extension Standing {
    /// Whether it lets somebody read records of an organisation's learners.
    var reachesLearners: Bool { self == .principal || self == .leadTeacher }

    /// Whether somebody holds it for one school, never for a whole community.
    var isOfOneSchool: Bool { [.principal, .leadTeacher, .teacher, .board].contains(self) }
}

package enum PositionRefusal: Refusal {
    case schoolNames
    case schoolEnds
    case notYoursToInvite
    case hereAlready

    package var words: Words {
        switch self {
        case .schoolNames: CommunityWords.refusedSchoolNames
        case .schoolEnds: CommunityWords.refusedSchoolEnds
        case .notYoursToInvite: CommunityWords.refusedNotYoursToInvite
        case .hereAlready: CommunityWords.refusedHereAlready
        }
    }
}
