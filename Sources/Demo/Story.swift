import Web
import Accounts
package import App
import Communities
import Database
import Ground
import Programmes
import World

/// Tells the world's story to an empty installation, through the stores that people's own clicks go through.
package struct Story: Sendable {
    let app: App
    let clock: StoryClock

    package init(app: App, clock: StoryClock) { (self.app, self.clock) = (app, clock) }

    /// Something that happened on a day.
    struct Step: Sendable {
        let day: Day
        let tell: @Sendable (Story) async throws -> Void

        /// A step that one transaction takes.
        init(day: Day, _ write: @escaping @Sendable (Transaction) throws -> Void) {
            self.day = day
            tell = { story in try await story.app.site.database.write { try write($0) } }
        }

        /// A step that takes several, such as bringing in a file.
        init(day: Day, telling tell: @escaping @Sendable (Story) async throws -> Void) {
            (self.day, self.tell) = (day, tell)
        }
    }

    /// Who and what the story's keys stand for in the database.
    struct Names: Sendable {
        var communities: [String: CommunityID] = [:]
        var organisations: [String: OrganisationID] = [:]
        var people: [String: PersonID] = [:]
    }

    package func tell() async throws {
        let names = try await settle()
        let steps = try stageSteps(names) + planSteps(names) + gemSteps(names) + resultSteps(names)
        // What is told of one day stays in the order of telling: an action is planned for a challenge that is there.
        let ordered = steps.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
        for (index, step) in ordered.map(\.element).enumerated() {
            clock.stand(on: step.day, step: index)
            try await step.tell(self)
        }
        clock.run()
    }

    /// A link that signs in as the lead principal. It can be followed again, as the demo's alone can.
    package func signInLink() async throws -> String {
        try await app.site.database.write { transaction in
            let person = try transaction.person(email: World.ngaire.email)
            return try transaction.makeLink(.demo, person: person?.id, name: World.ngaire.name, by: nil)
        }
    }

    /// The communities with their members, and the people with what they are.
    private func settle() async throws -> Names {
        clock.stand(on: World.harbour.started, step: 0)
        return try await app.site.database.write { transaction in
            var names = Names()
            for community in World.communities {
                names.communities[community.key] = try add(community, in: transaction)
            }
            for organisation in World.organisations {
                let id = OrganisationID.new(at: transaction.now)
                try transaction.add(
                    Organisation(
                        id: id, name: organisation.name, kind: organisation.kind,
                        directoryNumber: organisation.directoryNumber, roll: organisation.roll))
                names.organisations[organisation.key] = id
            }
            try addMembers(names, in: transaction)
            try addPeople(&names, in: transaction)
            return names
        }
    }

    private func add(_ told: World.Community, in transaction: Transaction) throws -> CommunityID {
        let packs = told.packs.compactMap { app.shelf.pack($0, on: World.today)?.name }
        let community = Community(
            id: .new(at: transaction.now), name: told.name, purpose: told.purpose, state: .active,
            isPublic: told.key == World.harbour.key, started: told.started, packs: packs)
        try transaction.add(community)
        try transaction.record(
            Event("community-formed", community: community.id, subject: community.id.rawValue, text: told.name), by: nil
        )
        return community.id
    }

    private func addMembers(_ names: Names, in transaction: Transaction) throws {
        for told in World.memberships {
            guard let community = names.communities[told.community],
                let organisation = names.organisations[told.organisation]
            else { continue }
            let isResourced = told.kind == "member"
            try transaction.add(
                Membership(
                    id: .new(at: transaction.now), community: community, organisation: organisation, kind: told.kind,
                    isResourced: isResourced, since: told.since, until: nil))
        }
    }

    private func addPeople(_ names: inout Names, in transaction: Transaction) throws {
        for told in World.people {
            guard let community = names.communities[told.community] else { continue }
            let organisation = told.organisation.flatMap { names.organisations[$0] }
            let person = try transaction.addPerson(name: told.name, email: told.email, passwordHash: nil)
            names.people[told.key] = person
            let since = World.harbour.started
            if told.standing == .leader {
                // Whoever leads the community is principal of their own school besides.
                try transaction.grant(Grant(.leader, community: community, organisation: nil), to: person, since: since)
                try transaction.grant(
                    Grant(.principal, community: community, organisation: organisation), to: person, since: since)
            } else {
                try transaction.grant(
                    Grant(told.standing, community: community, organisation: organisation), to: person, since: since)
            }
        }
        for told in World.positions {
            guard let community = names.communities[told.community] else { continue }
            try transaction.add(
                Position(
                    id: .new(at: transaction.now), role: told.role,
                    organisation: told.organisation.flatMap { names.organisations[$0] },
                    holder: names.people[told.person], since: told.since, until: told.until, release: told.release),
                to: community)
        }
    }

    private func stageSteps(_ names: Names) -> [Step] {
        guard let community = names.communities[World.harbour.key] else { return [] }
        return World.stageMoves.map { told in
            Step(day: told.day) { transaction in
                let current = try transaction.stageMoves(of: community).last { $0.component == told.component }?.to
                let move = StageMove(
                    component: told.component, from: current, to: told.to, evidence: told.evidence, day: told.day,
                    actor: "")
                try transaction.add(move, to: community, by: names.people[told.by])
                try transaction.record(
                    Event(
                        "stage-moved", community: community, subject: "\(told.component):\(told.to)",
                        text: told.evidence),
                    by: names.people[told.by])
            }
        }
    }
}
