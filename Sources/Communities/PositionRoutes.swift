import Accounts
import Database
import Ground
import Hummingbird
import Programmes
import Web

extension Communities {
    func addPositionRoutes(to router: Router<Context>) {
        router.get("communities/:community/positions", use: showPositions)
        router.post("communities/:community/positions", use: addPosition)
        router.post("communities/:community/positions/:position/holder", use: fillPosition)
        router.post("communities/:community/positions/:position/end", use: endPosition)
    }

    @Sendable func showPositions(_ request: Request, _ context: Context) async throws -> Response {
        try await positionsPage(context)
    }

    private func positionsPage(
        _ context: Context, invitation: PositionsPage.Invitation? = nil, problems: Problems = Problems()
    ) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, today) = (context.viewer, site.today)
        let found = try await site.database.read { transaction in
            (
                community: try transaction.community(id, for: viewer, to: .see),
                positions: try transaction.positions(of: id, on: today),
                members: try transaction.openMembers(of: id, on: today)
            )
        }
        return context.page(
            PositionsPage(
                of: found.community, pack: try pack(of: found.community), positions: found.positions,
                members: found.members,
                managed: found.members.map(\.organisation.id).filter {
                    viewer.may(.manage, found.community.realm(of: $0))
                },
                own: found.members.map(\.organisation.id).filter { viewer.may(.manage, .organisation($0)) },
                managesAll: viewer.may(.manage, found.community.realm), invitation: invitation,
                form: problems.isEmpty ? FormData() : context.form, problems: problems),
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable func addPosition(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, form, today) = (context.viewer, context.form, site.today)
        do {
            let invitation = try await site.database.write { transaction -> PositionsPage.Invitation? in
                let community = try transaction.community(id, for: viewer, to: .see)
                try community.requireOpen()
                let members = try transaction.openMembers(of: id, on: today).map(\.organisation.id)
                let new = try NewPosition.read(form, pack: pack(of: community), members: members)
                try viewer.require(.manage, community.realm(ofPart: new.organisation))
                let position = Position(
                    id: .new(at: transaction.now), role: new.role.key, organisation: new.organisation, holder: nil,
                    since: today, until: new.until, release: new.release)
                try transaction.add(position, to: id)
                guard !new.name.isEmpty else { return nil }
                return try fill(
                    position, new.role, with: Holder(name: new.name, email: new.email), in: id, viewer, transaction)
            }
            return try await positionsPage(context, invitation: invitation)
        } catch let problems as Problems {
            return try await positionsPage(context, problems: problems)
        }
    }

    @Sendable func fillPosition(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let positionID = try context.id("position", of: Position.self)
        let (viewer, form, today) = (context.viewer, context.form, site.today)
        var problems = Problems()
        let holder = Holder.read(form, into: &problems)
        if holder.name.isEmpty { problems.add("name", CommunityWords.holderNameMissing) }
        guard problems.isEmpty else { return try await positionsPage(context, problems: problems) }
        let invitation = try await site.database.write { transaction in
            let community = try transaction.community(id, for: viewer, to: .see)
            try community.requireOpen()
            guard let held = try transaction.position(positionID, in: id, on: today),
                let role = try pack(of: community).roles[key: held.position.role]
            else { throw NotFound() }
            try viewer.require(.manage, community.realm(ofPart: held.position.organisation))
            return try fill(held.position, role, with: holder, in: id, viewer, transaction)
        }
        return try await positionsPage(context, invitation: invitation)
    }

    /// Gives the role to a person: known by their address, or invited. The standing follows from the role.
    private func fill(
        _ position: Position, _ role: Pack.Role, with holder: Holder, in community: CommunityID, _ viewer: Viewer,
        _ transaction: Transaction
    ) throws -> PositionsPage.Invitation {
        if let organisation = position.organisation, role.standing.reachesLearners {
            // Whoever may see a school's learners is named by that school, once it has somebody to name them.
            let isOwn = viewer.may(.manage, .organisation(organisation))
            let isFree =
                try isOwn || !transaction.keepsLearners(organisation, besides: community)
                || transaction.holds(role.standing, for: organisation, email: holder.email, on: site.today)
            if !isFree {
                guard try transaction.lacksPrincipal(organisation, for: role.standing, in: community, on: site.today)
                else { throw PositionRefusal.schoolNames }
                try transaction.record(
                    Event(
                        "principal-renewed", community: community, organisation: organisation,
                        subject: position.id.rawValue, text: holder.name),
                    by: viewer.person)
            }
        }
        if let before = position.holder {
            let grant = Grant(role.standing, community: community, organisation: position.organisation)
            try transaction.end(grant, of: before, on: site.today)
        }
        let (person, token) = try transaction.invite(name: holder.name, email: holder.email, by: viewer.person)
        let filled = Position(
            id: position.id, role: position.role, organisation: position.organisation, holder: person,
            since: position.since, until: position.until, release: position.release)
        try transaction.store(filled, in: community)
        try transaction.grant(
            Grant(role.standing, community: community, organisation: position.organisation), to: person,
            since: position.since, until: position.until)
        try transaction.record(
            Event(
                "position-filled", community: community, organisation: position.organisation,
                subject: position.id.rawValue, text: role.title),
            by: viewer.person)
        return PositionsPage.Invitation(name: holder.name, url: token.map { "\(site.settings.origin)/link/\($0)" })
    }

    @Sendable func endPosition(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let positionID = try context.id("position", of: Position.self)
        let (viewer, today) = (context.viewer, site.today)
        try await site.database.write { transaction in
            let community = try transaction.community(id, for: viewer, to: .see)
            guard let held = try transaction.position(positionID, in: id, on: today),
                let role = try pack(of: community).roles[key: held.position.role]
            else { throw NotFound() }
            let position = held.position
            try viewer.require(.manage, community.realm(ofPart: position.organisation))
            if let organisation = position.organisation, role.standing == .principal, position.holder != nil {
                // Else whoever leads the community could end a principal's role and name one of their own choice.
                guard viewer.may(.manage, .organisation(organisation)) else { throw PositionRefusal.schoolEnds }
            }
            try transaction.store(
                Position(
                    id: position.id, role: position.role, organisation: position.organisation, holder: position.holder,
                    since: position.since, until: max(today, position.since), release: position.release),
                in: id)
            if let person = position.holder {
                let grant = Grant(role.standing, community: id, organisation: position.organisation)
                try transaction.end(grant, of: person, on: today)
            }
            try transaction.record(
                Event(
                    "position-ended", community: id, organisation: position.organisation,
                    subject: position.id.rawValue, text: role.title),
                by: viewer.person)
        }
        return .seeOther(CommunityPath.positions(id))
    }
}

extension Transaction {
    /// Whether a school has nobody left who could name its principal: the last one, who stood for it in this community,
    /// is gone. Then those who lead the community may name the next one, as they named the first. Nobody but a
    /// principal, who then names the others.
    fileprivate func lacksPrincipal(
        _ organisation: OrganisationID, for standing: Standing, in community: CommunityID, on day: Day
    ) throws -> Bool {
        try standing == .principal && !hasPrincipal(organisation, on: day)
            && hasHadPrincipal(organisation, in: community)
    }
}
