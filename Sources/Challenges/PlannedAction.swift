package import FocusAreas
package import Ground

/// Something somebody will do by a day, for a challenge or a focus area; each school does it in its own way.
package struct PlannedAction: Sendable, Equatable {
    package enum State: String, CaseIterable, Sendable {
        case planned
        case underWay = "under-way"
        case done
        case dropped

        /// Whether something remains to be done.
        package var isOpen: Bool { self == .planned || self == .underWay }
    }

    /// What it serves.
    package enum Purpose: Sendable, Hashable {
        case challenge(Identifier<Challenge>)
        case focusArea(Identifier<FocusArea>)
    }

    /// Who sees to it: one person, or one organisation.
    package enum Owner: Sendable, Hashable {
        case person(PersonID)
        case organisation(OrganisationID)
    }

    package let id: Identifier<PlannedAction>
    package var what: String
    package let purpose: Purpose
    /// The name of the challenge or focus area it serves. Read with it, never written.
    package let purposeTitle: String
    package var owner: Owner
    /// The owner's name. Read with it, never written.
    package let ownerName: String
    package var begins: Day?
    package var due: Day?
    package var state: State
    /// How schools do it their own way, by name of the school.
    package let versions: [SchoolVersion]

    package init(
        id: Identifier<PlannedAction>, what: String, purpose: Purpose, purposeTitle: String = "", owner: Owner,
        ownerName: String = "", begins: Day? = nil, due: Day? = nil, state: State = .planned,
        versions: [SchoolVersion] = []
    ) {
        (self.id, self.what, self.purpose, self.purposeTitle) = (id, what, purpose, purposeTitle)
        (self.owner, self.ownerName, self.begins, self.due) = (owner, ownerName, begins, due)
        (self.state, self.versions) = (state, versions)
    }

    /// By how many days it is late; `nil` while it is not, or where nothing remains to be done.
    package func daysOverdue(on day: Day) -> Int? {
        guard state.isOpen, let due, due < day else { return nil }
        return day.daysSince1970 - due.daysSince1970
    }

    package func isOverdue(on day: Day) -> Bool { daysOverdue(on: day) != nil }

    /// Whether it is the viewer's to see to: their own, or that of an organisation they lead or carry practice into.
    package func isOwned(by viewer: Viewer) -> Bool {
        switch owner {
        case .person(let person): person == viewer.person
        case .organisation(let organisation):
            viewer.organisations(as: [.leader, .principal, .leadTeacher, .partner]).contains(organisation)
        }
    }
}

/// How one organisation carries out an action in its own way, and how far it has come.
package struct SchoolVersion: Sendable, Equatable {
    package let organisation: OrganisationID
    /// Read with it, never written.
    package let organisationName: String
    package let text: String
    package let state: PlannedAction.State
    /// The day on which it was last written.
    package let written: Day

    package init(
        organisation: OrganisationID, organisationName: String = "", text: String, state: PlannedAction.State,
        written: Day
    ) {
        (self.organisation, self.organisationName, self.text) = (organisation, organisationName, text)
        (self.state, self.written) = (state, written)
    }
}

extension PlannedAction {
    /// The action, as planned: it cannot be due before it begins.
    package func planned() throws(ActionRefusal) -> PlannedAction {
        if let begins, let due, due < begins { throw .dueBeforeBeginning(begins) }
        return self
    }

    /// The action in another state. What is dropped says why.
    package func moved(to state: State, because reason: String) throws(ActionRefusal) -> PlannedAction {
        guard state != self.state else { throw .alreadyIn(state) }
        guard state != .dropped || !reason.isEmpty else { throw .reasonMissing }
        var moved = self
        moved.state = state
        return moved
    }

    /// One organisation's own way of doing it, in its own words.
    package func version(
        of organisation: OrganisationID, _ text: String, _ state: State, on day: Day
    ) throws(ActionRefusal) -> SchoolVersion {
        guard self.state != .dropped else { throw .dropped }
        guard !text.isEmpty else { throw .textMissing }
        return SchoolVersion(organisation: organisation, text: text, state: state, written: day)
    }
}

package enum ActionRefusal: Refusal {
    case dueBeforeBeginning(Day)
    case alreadyIn(PlannedAction.State)
    case reasonMissing
    case dropped
    case textMissing

    package var words: Words {
        switch self {
        case .dueBeforeBeginning(let day): ActionWords.refusedDueBeforeBeginning(day)
        case .alreadyIn(let state): ActionWords.refusedAlreadyIn(ActionWords.state(state))
        case .reasonMissing: ActionWords.refusedReasonMissing
        case .dropped: ActionWords.refusedDropped
        case .textMissing: ActionWords.refusedTextMissing
        }
    }
}
