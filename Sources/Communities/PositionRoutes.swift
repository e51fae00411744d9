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
        router.post("communities/:community/positions/:position/link", use: renewLink)
        router.post("communities/:community/positions/:position/end", use: endPosition)
    }

    @Sendable func showPositions(_ request: Request, _ context: Context) async throws -> Response {
        let token = request.cookies[InvitationCookie.name]?.value
        let filled = request.uri.queryParameters["filled"].flatMap { Identifier<Position>(typed: String($0)) }
        return try await positionsPage(context, invitation: token, filled: filled)
    }

    private func positionsPage(
        _ context: Context, invitation token: String? = nil, filled: Identifier<Position>? = nil,
        problems: Problems = Problems()
    ) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, today) = (context.viewer, site.today)
        let found = try await site.database.read { transaction in
            (
                community: try transaction.community(id, for: viewer, to: .see),
                positions: try transaction.positions(of: id, on: today),
                members: try transaction.openMembers(of: id, on: today),
                link: try token.flatMap { try transaction.openLink(token: $0) }
            )
        }
        // Only whoever made the link is shown it again.
        let invitation = found.link.flatMap { link in
            link.maker == viewer.person && viewer.isSignedIn
                ? token.map { PositionsPage.Invitation(name: link.name, url: "\(site.settings.origin)/link/\($0)") }
                : nil
        }
        return context.page(
            PositionsPage(
                of: found.community, pack: try pack(of: found.community), positions: found.positions,
                members: found.members,
                managed: found.members.map(\.organisation.id).filter {
                    viewer.may(.manage, found.community.realm(of: $0))
                },
                own: found.members.map(\.organisation.id).filter { viewer.may(.manage, .organisation($0)) },
                managesAll: viewer.may(.manage, found.community.realm), invitation: invitation, filled: filled,
                form: problems.isEmpty ? FormData() : context.form, problems: problems),
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable func addPosition(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, form, today) = (context.viewer, context.form, site.today)
        do {
            let filled = try await site.database.write { transaction -> Filled? in
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
                    position, new.role, with: Holder(name: new.name, email: new.email), in: community, viewer,
                    transaction)
            }
            return shown(filled, in: id)
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
        let filled = try await site.database.write { transaction in
            let community = try transaction.community(id, for: viewer, to: .see)
            try community.requireOpen()
            guard let held = try transaction.position(positionID, in: id, on: today),
                let role = try pack(of: community).roles[key: held.position.role]
            else { throw NotFound() }
            try viewer.require(.manage, community.realm(ofPart: held.position.organisation))
            return try fill(held.position, role, with: holder, in: community, viewer, transaction)
        }
        return shown(filled, in: id)
    }

    /// A role that was filled just now, with the token of a link where its holder has yet to come.
    private struct Filled: Sendable {
        let position: Identifier<Position>
        let token: String?
    }

    /// Gives the role to a person: known by their address, or invited. The standing follows from the role.
    private func fill(
        _ position: Position, _ role: Pack.Role, with holder: Holder, in community: Community, _ viewer: Viewer,
        _ transaction: Transaction
    ) throws -> Filled {
        let (id, today) = (community.id, site.today)
        if let organisation = position.organisation {
            let isFree =
                try transaction.mayName(role.standing, for: organisation, in: id, viewer)
                || transaction.holds(role.standing, for: organisation, email: holder.email, on: today)
            if !isFree {
                guard try transaction.lacksPrincipal(organisation, for: role.standing, in: id, on: today)
                else { throw PositionRefusal.schoolNames }
                try transaction.record(
                    Event(
                        "principal-renewed", community: id, organisation: organisation,
                        subject: position.id.rawValue, text: holder.name),
                    by: viewer.person)
            }
        }
        if let before = position.holder {
            let grant = Grant(role.standing, community: id, organisation: position.organisation)
            try transaction.end(grant, of: before, on: today)
        }
        let person = try transaction.person(name: holder.name, email: holder.email)
        let filled = Position(
            id: position.id, role: position.role, organisation: position.organisation, holder: person,
            since: position.since, until: position.until, release: position.release)
        try transaction.store(filled, in: id)
        try transaction.grant(
            Grant(role.standing, community: id, organisation: position.organisation), to: person,
            since: position.since, until: position.until)
        try transaction.record(
            Event(
                "position-filled", community: id, organisation: position.organisation,
                subject: position.id.rawValue, text: role.title),
            by: viewer.person)
        return Filled(position: position.id, token: try link(for: person, to: community, viewer, transaction))
    }

    /// A link for whoever was never here; `nil` for everybody else, and where it is not the viewer's to make.
    private func link(
        for person: PersonID, to community: Community, _ viewer: Viewer, _ transaction: Transaction
    ) throws -> String? {
        do {
            return try transaction.invitation(for: person, to: community, by: viewer, on: site.today)
        } catch is PositionRefusal {
            return nil
        }
    }

    /// Makes a link anew for whoever holds a role and was never here.
    @Sendable func renewLink(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let positionID = try context.id("position", of: Position.self)
        let (viewer, today) = (context.viewer, site.today)
        let filled = try await site.database.write { transaction in
            let community = try transaction.community(id, for: viewer, to: .see)
            try community.requireOpen()
            guard let position = try transaction.position(positionID, in: id, on: today)?.position else {
                throw NotFound()
            }
            try viewer.require(.manage, community.realm(ofPart: position.organisation))
            guard let person = position.holder else { throw NotFound() }
            let token = try transaction.invitation(for: person, to: community, by: viewer, on: today)
            try transaction.record(
                Event(
                    "invitation-renewed", community: id, organisation: position.organisation,
                    subject: position.id.rawValue),
                by: viewer.person)
            return Filled(position: positionID, token: token)
        }
        return shown(filled, in: id)
    }

    /// Back to the list, with what came of it. The link itself is in no address and in no store: a cookie that only
    /// this page is sent keeps it for an hour, so that the page may be loaded again.
    private func shown(_ filled: Filled?, in community: CommunityID) -> Response {
        let path = CommunityPath.positions(community)
        var response = Response.seeOther(filled.map { "\(path)?filled=\($0.position)" } ?? path)
        response.setCookie(InvitationCookie.keeping(filled?.token, at: path, site.settings))
        return response
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
            try transaction.store(position.ended(on: today), in: id)
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

/// Keeps the token of an invitation for the page on which it is handed over.
private enum InvitationCookie {
    static let name = "invitation"

    static func keeping(_ token: String?, at path: String, _ settings: Settings) -> Cookie {
        Cookie(
            name: name, value: token ?? "", maxAge: token == nil ? 0 : 3_600, path: path, secure: settings.isSecure,
            httpOnly: true, sameSite: .strict)
    }
}
