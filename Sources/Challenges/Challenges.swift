package import Charts
package import Communities
package import Database
package import FocusAreas
package import Ground
package import Programmes
package import Web

/// What a community has noticed and wants to change: why, what, how it will be known; targets where it wants them; and
/// the actions by which it gets there, each with an owner, dates and every school's own version.
package struct Challenges: Feature {
    let site: Site
    let communities: Communities

    package init(communities: Communities) { (site, self.communities) = (communities.site, communities) }

    package var migrations: [Migration] { ChallengeSchema.migrations }

    package var rooms: [Room] {
        [Room(ChallengeWords.challenges, path: ChallengePath.list)]
    }

    /// What the community aims for in the whole of a measure, where that is one number: of all challenges that stand,
    /// exactly one wants more of all learners in all its year levels.
    package static func goal(
        _ transaction: Transaction, _ community: CommunityID, _ measure: Pack.Measure
    ) throws -> Goal? {
        let targets = try transaction.challenges(of: community).filter { $0.state == .agreed }.flatMap(\.targets)
            .filter {
                $0.measure == measure.key && $0.group == nil && $0.direction == .more && $0.years == measure.years
            }
        guard let target = targets.first, targets.count == 1 else { return nil }
        return Goal(target.goal.share, TargetWords.aim(target.goal.text))
    }

    /// What serves a focus area, for its own page: its challenges and its actions.
    package static func work(
        _ transaction: Transaction, _ area: FocusArea, _ community: CommunityID
    ) throws -> FocusAreas.Work {
        let challenges = try transaction.challenges(of: community).filter { $0.focusArea == area.id }
        let actions = try transaction.actions(of: community).filter { $0.purpose == .focusArea(area.id) }
        return FocusAreas.Work(
            items: challenges.map { challenge in
                FocusAreas.Work.Item(
                    title: challenge.title, path: ChallengePath.one(community, challenge.id),
                    note: ChallengeWords.workNote(ChallengeWords.state(challenge.state)))
            }
                + actions.map { action in
                    FocusAreas.Work.Item(
                        title: action.what, path: ActionPath.one(community, action.id),
                        note: ActionWords.workNote(ActionWords.state(action.state), action.ownerName))
                },
            addition: (ActionWords.add, ActionPath.new(community, for: .focusArea(area.id))))
    }
}

/// The ways of challenges, written once.
package enum ChallengePath {
    @Sendable package static func list(_ community: CommunityID) -> String { "/communities/\(community)/challenges" }
    package static func new(_ community: CommunityID) -> String { "\(list(community))/new" }
    package static func one(_ community: CommunityID, _ id: Identifier<Challenge>) -> String {
        "\(list(community))/\(id)"
    }
    package static func words(_ community: CommunityID, _ id: Identifier<Challenge>) -> String {
        "\(one(community, id))/words"
    }
    static func agreement(_ community: CommunityID, _ id: Identifier<Challenge>) -> String {
        "\(one(community, id))/agreement"
    }
    static func agreementWithdrawal(_ community: CommunityID, _ id: Identifier<Challenge>) -> String {
        "\(agreement(community, id))/withdrawal"
    }
    static func closing(_ community: CommunityID, _ id: Identifier<Challenge>) -> String {
        "\(one(community, id))/closing"
    }
    static func closingWithdrawal(_ community: CommunityID, _ id: Identifier<Challenge>) -> String {
        "\(closing(community, id))/withdrawal"
    }
    static func targets(_ community: CommunityID, _ id: Identifier<Challenge>) -> String {
        "\(one(community, id))/targets"
    }
    static func newTarget(_ community: CommunityID, _ id: Identifier<Challenge>) -> String {
        "\(targets(community, id))/new"
    }
    static func targetEnd(
        _ community: CommunityID, _ id: Identifier<Challenge>, _ target: Identifier<Target>
    ) -> String {
        "\(targets(community, id))/\(target)/end"
    }
}

/// The ways of actions, written once.
package enum ActionPath {
    @Sendable package static func list(_ community: CommunityID) -> String { "/communities/\(community)/actions" }
    package static func new(_ community: CommunityID, for purpose: PlannedAction.Purpose? = nil) -> String {
        switch purpose {
        case .challenge(let id): "\(list(community))/new?challenge=\(id)"
        case .focusArea(let id): "\(list(community))/new?focus-area=\(id)"
        case nil: "\(list(community))/new"
        }
    }
    package static func one(_ community: CommunityID, _ id: Identifier<PlannedAction>) -> String {
        "\(list(community))/\(id)"
    }
    static func words(_ community: CommunityID, _ id: Identifier<PlannedAction>) -> String {
        "\(one(community, id))/words"
    }
    static func state(_ community: CommunityID, _ id: Identifier<PlannedAction>) -> String {
        "\(one(community, id))/state"
    }
    static func version(
        _ community: CommunityID, _ id: Identifier<PlannedAction>, of organisation: OrganisationID
    ) -> String {
        "\(one(community, id))/versions/\(organisation)"
    }
}
