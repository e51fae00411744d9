import Accounts
import Communities
import Database
import FocusAreas
import Ground
import Hummingbird
import Programmes
import Web

extension Challenges {
    func addActionRoutes(to router: Router<Context>) {
        router.get("communities/:community/actions", use: listActions)
        router.get("communities/:community/actions/new", use: showNewAction)
        router.post("communities/:community/actions", use: planAction)
        router.get("communities/:community/actions/:action", use: showAction)
        router.get("communities/:community/actions/:action/words", use: showActionWords)
        router.post("communities/:community/actions/:action", use: changeAction)
        router.post("communities/:community/actions/:action/state", use: moveAction)
        router.post("communities/:community/actions/:action/versions/:organisation", use: writeVersion)
    }

    @Sendable func listActions(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, today) = (context.viewer, site.today)
        let found = try await site.database.read { transaction in
            (
                community: try transaction.community(id, for: viewer, to: .see),
                planned: try transaction.actions(of: id), members: try transaction.openMembers(of: id, on: today),
                choices: try transaction.actionChoices(in: id, on: today)
            )
        }
        return context.page(
            ActionListPage(
                of: found.community, planned: found.planned,
                own: Set(found.planned.filter { $0.isOwned(by: viewer) }.map(\.id)), members: found.members.count,
                today: today, mayContribute: viewer.may(.contribute, found.community.realm),
                hasPurposes: !found.choices.purposes.isEmpty))
    }

    // MARK: Words

    @Sendable func showNewAction(_ request: Request, _ context: Context) async throws -> Response {
        let asked = request.uri.queryParameters
        let challenge = asked["challenge"].flatMap { Identifier<Challenge>(typed: $0) }
        let area = asked["focus-area"].flatMap { Identifier<FocusArea>(typed: $0) }
        let purpose = challenge.map { PlannedAction.Purpose.challenge($0) } ?? area.map { .focusArea($0) }
        return try await actionTextPage(context, of: nil, for: purpose?.formValue)
    }

    @Sendable func showActionWords(_ request: Request, _ context: Context) async throws -> Response {
        try await actionTextPage(context, of: context.id("action", of: PlannedAction.self))
    }

    private func actionTextPage(
        _ context: Context, of actionID: Identifier<PlannedAction>?, for purpose: String? = nil,
        problems: Problems = Problems()
    ) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, today) = (context.viewer, site.today)
        let found = try await site.database.read { transaction in
            let community = try transaction.community(id, for: viewer, to: .contribute)
            try community.requireOpen()
            let action = try actionID.flatMap { try transaction.action($0, in: id) }
            guard actionID == nil || action != nil else { throw NotFound() }
            return (
                community: community, action: action,
                choices: try transaction.actionChoices(in: id, on: today, keeping: action)
            )
        }
        return context.page(
            ActionTextPage(
                of: found.community, choices: found.choices, action: found.action, purpose: purpose,
                form: context.form, problems: problems),
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable func planAction(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, form, today) = (context.viewer, context.form, site.today)
        do {
            let action = try await site.database.write { transaction in
                let community = try transaction.community(id, for: viewer, to: .contribute)
                try community.requireOpen()
                let text = try ActionText.read(form, choices: transaction.actionChoices(in: id, on: today))
                let action = try PlannedAction(
                    id: .new(at: transaction.now), what: text.what, purpose: text.purpose, owner: text.owner,
                    begins: text.begins, due: text.due
                ).planned()
                try transaction.add(action, to: id)
                try transaction.record(
                    Event("action-planned", community: id, subject: action.id.rawValue, text: action.what),
                    by: viewer.person)
                return action
            }
            return .seeOther(ActionPath.one(id, action.id))
        } catch let problems as Problems {
            return try await actionTextPage(context, of: nil, problems: problems)
        } catch let refusal as ActionRefusal {
            return try await actionTextPage(context, of: nil, problems: Problems(refusal.field, refusal.words))
        }
    }

    @Sendable func changeAction(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let actionID = try context.id("action", of: PlannedAction.self)
        let (viewer, form, today) = (context.viewer, context.form, site.today)
        do {
            try await site.database.write { transaction in
                var action = try transaction.action(actionID, in: id, toChangeFor: viewer)
                let choices = try transaction.actionChoices(in: id, on: today, keeping: action)
                let text = try ActionText.read(form, choices: choices)
                (action.what, action.owner) = (text.what, text.owner)
                (action.begins, action.due) = (text.begins, text.due)
                try transaction.store(action.planned(), in: id)
                try transaction.record(
                    Event("action-changed", community: id, subject: actionID.rawValue, text: action.what),
                    by: viewer.person)
            }
        } catch let problems as Problems {
            return try await actionTextPage(context, of: actionID, problems: problems)
        } catch let refusal as ActionRefusal {
            return try await actionTextPage(context, of: actionID, problems: Problems(refusal.field, refusal.words))
        }
        return .seeOther(ActionPath.one(id, actionID))
    }

    // MARK: One action

    @Sendable func showAction(_ request: Request, _ context: Context) async throws -> Response {
        try await actionPage(context)
    }

    private func actionPage(
        _ context: Context, writingFor member: OrganisationID? = nil, problems: Problems = Problems()
    ) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let actionID = try context.id("action", of: PlannedAction.self)
        let (viewer, today) = (context.viewer, site.today)
        let found = try await site.database.read { transaction in
            let community = try transaction.community(id, for: viewer, to: .see)
            guard let action = try transaction.action(actionID, in: id) else { throw NotFound() }
            return (
                community: community, action: action, members: try transaction.openMembers(of: id, on: today),
                events: try transaction.history(of: actionID.rawValue, in: id)
            )
        }
        let own = found.members.map(\.organisation.id).filter {
            viewer.may(.contribute, found.community.realm(of: $0))
        }
        // Whoever leads may write for every member, but is asked only for those they stand for themselves, if any.
        let nearest = own.filter { !viewer.standings(for: $0).isEmpty }
        return context.page(
            ActionPage(
                of: found.community, action: found.action, members: found.members,
                happenings: found.events.compactMap { told($0, under: found.action.what, ActionWords.happened) },
                today: today,
                mayContribute: viewer.may(.contribute, found.community.realm),
                mayWriteFor: Set(nearest.isEmpty ? own : nearest),
                writingFor: member, form: context.form, problems: problems),
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable func moveAction(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let actionID = try context.id("action", of: PlannedAction.self)
        let (viewer, form) = (context.viewer, context.form)
        do {
            try await site.database.write { transaction in
                let action = try transaction.action(actionID, in: id, toChangeFor: viewer)
                guard let state = PlannedAction.State(rawValue: form.text("state")) else {
                    throw Problems("state", ActionWords.stateMissing)
                }
                let reason = form.text("reason")
                try transaction.store(action.moved(to: state, because: reason), in: id)
                try transaction.record(
                    Event(state.eventKind, community: id, subject: actionID.rawValue, text: reason),
                    by: viewer.person)
            }
        } catch let problems as Problems {
            return try await actionPage(context, problems: problems)
        } catch let refusal as ActionRefusal {
            return try await actionPage(context, problems: Problems(refusal.field, refusal.words))
        }
        return .seeOther(ActionPath.one(id, actionID))
    }

    /// An organisation writes its own version: whoever contributes on its behalf, nobody else.
    @Sendable func writeVersion(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let actionID = try context.id("action", of: PlannedAction.self)
        let (viewer, form, today) = (context.viewer, context.form, site.today)
        let organisation = try context.id("organisation", of: Named.Organisation.self)
        do {
            try await site.database.write { transaction in
                let community = try transaction.community(id, for: viewer, to: .see)
                try viewer.require(.contribute, community.realm(of: organisation))
                try community.requireOpen()
                let members = try transaction.openMembers(of: id, on: today).map(\.organisation.id)
                guard members.contains(organisation), let action = try transaction.action(actionID, in: id) else {
                    throw NotFound()
                }
                guard let state = PlannedAction.State(rawValue: form.text("state-\(organisation)")) else {
                    throw Problems("state-\(organisation)", ActionWords.stateMissing)
                }
                let version = try action.version(
                    of: organisation, form.text("text-\(organisation)"), state, on: today)
                try transaction.store(version, of: actionID, in: id)
                try transaction.record(
                    Event(
                        "action-version", community: id, organisation: organisation, subject: actionID.rawValue,
                        text: version.text),
                    by: viewer.person)
            }
        } catch let problems as Problems {
            return try await actionPage(context, writingFor: organisation, problems: problems)
        } catch let refusal as ActionRefusal {
            return try await actionPage(
                context, writingFor: organisation, problems: Problems("text-\(organisation)", refusal.words))
        }
        return .seeOther(ActionPath.one(id, actionID) + "#versions")
    }
}

extension PlannedAction.State {
    fileprivate var eventKind: StaticString {
        switch self {
        case .planned: "action-to-do"
        case .underWay: "action-under-way"
        case .done: "action-done"
        case .dropped: "action-dropped"
        }
    }
}

extension Transaction {
    /// The action, for somebody who may change it.
    fileprivate func action(
        _ id: Identifier<PlannedAction>, in communityID: CommunityID, toChangeFor viewer: Viewer
    ) throws -> PlannedAction {
        let community = try community(communityID, for: viewer, to: .contribute)
        try community.requireOpen()
        guard let action = try action(id, in: communityID) else { throw NotFound() }
        return action
    }

    /// What an action can serve and who can own one today. What an action has already stays a choice for it.
    fileprivate func actionChoices(
        in community: CommunityID, on day: Day, keeping action: PlannedAction? = nil
    ) throws -> ActionChoices {
        let challenges = try challenges(of: community).filter { $0.state != .closed }.map {
            ActionChoices.PurposeChoice(purpose: .challenge($0.id), title: $0.title)
        }
        let areas = try focusAreas(of: community).filter(\.isOpen).map {
            ActionChoices.PurposeChoice(purpose: .focusArea($0.id), title: $0.title)
        }
        var purposes = challenges + areas
        var seen: Set<PersonID> = []
        let people = try people(in: community, on: day).filter { seen.insert($0.person.id).inserted }.map {
            ActionChoices.OwnerChoice(owner: .person($0.person.id), name: $0.person.name)
        }
        let organisations = try openMembers(of: community, on: day).map {
            ActionChoices.OwnerChoice(owner: .organisation($0.organisation.id), name: $0.organisation.name)
        }
        var owners = people + organisations
        if let action {
            if !purposes.contains(where: { $0.purpose == action.purpose }) {
                purposes.append(.init(purpose: action.purpose, title: action.purposeTitle))
            }
            if !owners.contains(where: { $0.owner == action.owner }) {
                owners.append(.init(owner: action.owner, name: action.ownerName))
            }
        }
        return ActionChoices(purposes: purposes, owners: owners)
    }
}
