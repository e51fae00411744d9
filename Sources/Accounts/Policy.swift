package import Ground

/// What somebody may do. Reading a thing at all is ``see``; numbers and learners need more than that.
package enum Action: String, CaseIterable, Sendable {
    /// Read what the community shares among its members: plans, activities, gems, who is who.
    case see
    /// Read what the community shows to anybody: its public page.
    case seePublic = "see public"
    /// Add to shared work: an activity, a nomination, an adoption, one's own version of an action.
    case contribute
    /// Decide for the community: answer a gem, move a stage, open a focus area, agree a challenge.
    case decide
    /// Change who belongs: members, roles, invitations, the community's own settings.
    case manage
    /// Read protected numbers at the floor of the inner circle.
    case seeNumbers = "see numbers"
    /// Bring in results or counts of an organisation, and undo that.
    case enterResults = "enter results"
    /// Let the community see an organisation's results, and recall them.
    case signOff = "sign off"
    /// Read records of single learners.
    case seeLearners = "see learners"
}

/// Where a thing stands: in a community, and perhaps as one organisation's own part in it.
package struct Realm: Sendable, Equatable {
    package let community: CommunityID?
    package let organisation: OrganisationID?
    package let isPublic: Bool

    package init(community: CommunityID?, organisation: OrganisationID? = nil, isPublic: Bool = false) {
        (self.community, self.organisation, self.isPublic) = (community, organisation, isPublic)
    }

    package static func organisation(_ id: OrganisationID) -> Realm { Realm(community: nil, organisation: id) }
}

/// How far a thing is from a standing: the community's own, the holder's own organisation's, or another member's.
package enum Reach: String, CaseIterable, Sendable {
    case shared, own, others
}

/// The one rule of who may do what. Page, API, export, mail, feed, search and command line all go through it.
package enum Policy {
    package static func allows(_ standing: Standing, _ action: Action, _ reach: Reach) -> Bool {
        switch (standing, action, reach) {
        case (_, .seePublic, _): true
        case (.visitor, _, _): false

        case (_, .see, _): true

        case (.leader, .contribute, _), (.leader, .decide, _), (.leader, .manage, _), (.leader, .seeNumbers, _): true

        case (.principal, .contribute, .shared), (.principal, .contribute, .own), (.principal, .decide, .shared),
            (.principal, .decide, .own), (.principal, .manage, .own), (.principal, .seeNumbers, _),
            (.principal, .enterResults, .own), (.principal, .signOff, .own), (.principal, .seeLearners, .own):
            true

        case (.leadTeacher, .contribute, .shared), (.leadTeacher, .contribute, .own), (.leadTeacher, .seeNumbers, _),
            (.leadTeacher, .enterResults, .own), (.leadTeacher, .seeLearners, .own):
            true

        case (.teacher, .contribute, .shared), (.teacher, .contribute, .own), (.teacher, .seeNumbers, _): true

        case (.partner, .contribute, .shared), (.partner, .contribute, .own): true

        case (.board, _, _), (.adviser, _, _), (.steward, _, _), (.evaluator, _, _): false

        case (.leader, _, _), (.principal, _, _), (.leadTeacher, _, _), (.teacher, _, _), (.partner, _, _): false
        }
    }
}

extension Viewer {
    /// Whether any standing they hold allows the action there.
    package func may(_ action: Action, _ realm: Realm) -> Bool {
        if action == .seePublic, realm.isPublic { return true }
        return grants.contains { grant in
            guard let reach = reach(of: grant, to: realm) else { return false }
            return Policy.allows(grant.standing, action, reach)
        }
    }

    /// Refuses with ``NotFound`` what they may not see at all, with ``Forbidden`` what they may see but not do.
    ///
    /// A public page shows nothing of what lies behind it: to whoever does not belong, that is not there.
    package func require(_ action: Action, _ realm: Realm) throws {
        guard !may(action, realm) else { return }
        throw may(.see, realm) ? Forbidden() : NotFound() as any Error
    }

    /// A grant reaches a thing in its own community, and what belongs to its own organisation anywhere.
    private func reach(of grant: Grant, to realm: Realm) -> Reach? {
        if let organisation = realm.organisation {
            if grant.organisation == organisation,
                realm.community == nil || grant.community == nil
                    || grant.community == realm.community
            {
                return .own
            }
            return realm.community != nil && grant.community == realm.community ? .others : nil
        }
        return realm.community != nil && grant.community == realm.community ? .shared : nil
    }
}
