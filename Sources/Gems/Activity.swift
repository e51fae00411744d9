package import Ground

/// Something people did together, in a line: the melee from which gems come.
package struct Activity: Sendable, Equatable {
    package let id: Identifier<Activity>
    package let community: CommunityID
    /// Whose line it is: the organisation that did it.
    package let organisation: OrganisationID
    /// What was done.
    package var text: String
    /// With whom, in free words.
    package var company: String
    /// The organisations it was done with.
    package var partners: [OrganisationID]
    /// The kind, by its key in the pack.
    package var kind: String?
    /// The focus area it belongs to, by its identifier.
    package var focusArea: String?
    package var day: Day
    package let person: PersonID?
    /// The name of the person who wrote it.
    package let by: String

    package init(
        id: Identifier<Activity>, community: CommunityID, organisation: OrganisationID, text: String,
        company: String = "", partners: [OrganisationID] = [], kind: String? = nil, focusArea: String? = nil, day: Day,
        person: PersonID?, by: String = ""
    ) {
        (self.id, self.community, self.organisation, self.text) = (id, community, organisation, text)
        (self.company, self.partners, self.kind, self.focusArea) = (company, partners, kind, focusArea)
        (self.day, self.person, self.by) = (day, person, by)
    }
}

extension Activity {
    /// Whether a person may change the line: who wrote it, and who decides for the organisation that did it.
    func mayBeChanged(by person: PersonID?, decidesThere: Bool) -> Bool {
        decidesThere || (person != nil && person == self.person)
    }

    /// Refuses to take back a line that gems came from: their article leads to it.
    func requireRemovable(gems: [String]) throws(ActivityRefusal) {
        if let gem = gems.first { throw .gemCameFromIt(gem) }
    }
}

package enum ActivityRefusal: Refusal {
    case gemCameFromIt(String)

    package var words: Words {
        switch self {
        case .gemCameFromIt(let gem): ActivityWords.refusedGemCameFromIt(gem)
        }
    }
}
