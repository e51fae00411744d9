import Accounts
import Communities
import Database
import Ground
import Hummingbird
import Programmes
import Web

extension Gems {
    func addActivityRoutes(to router: Router<Context>) {
        router.get("communities/:community/activities", use: showActivities)
        router.post("communities/:community/activities", use: addActivity)
        router.get("communities/:community/activities/:activity", use: showActivity)
        router.post("communities/:community/activities/:activity", use: changeActivity)
        router.post("communities/:community/activities/:activity/removal", use: removeActivity)
        router.post("communities/:community/activities/:activity/restoration", use: restoreActivity)
    }

    @Sendable func showActivities(_ request: Request, _ context: Context) async throws -> Response {
        try await activitiesPage(request, context)
    }

    private func activitiesPage(
        _ request: Request, _ context: Context, problems: Problems = Problems()
    ) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, today) = (context.viewer, site.today)
        let query = request.uri.queryParameters
        let writtenID = query["written"].flatMap { Identifier<Activity>(typed: $0) }
        let removedID = query["removed"].flatMap { Identifier<Activity>(typed: $0) }
        let (community, members, activities, removed, focuses) = try await site.database.read { transaction in
            let community = try transaction.community(id, for: viewer, to: .see)
            return (
                community, try transaction.members(of: id), try transaction.activities(of: id),
                try removedID.flatMap { try transaction.removedActivity($0, in: id) },
                try transaction.focuses(of: id)
            )
        }
        let pack = try communities.pack(of: community)
        let changeable = activities.filter { mayChange($0, in: community, viewer) }
        let isFormBack = !problems.isEmpty
        return context.page(
            ActivitiesPage(
                of: community, activities: activities, own: speaking(viewer, in: community, members).members,
                members: members, kinds: pack.activities, focuses: focuses, today: today,
                mayChange: Set(changeable.map(\.id)), focus: query["focus"].map { String($0).tidied } ?? "",
                page: query["page"].flatMap { Int($0) } ?? 1,
                removed: removed.flatMap { mayChange($0, in: community, viewer) ? $0.id : nil },
                written: changeable.first { $0.id == writtenID }?.id, form: isFormBack ? context.form : FormData(),
                problems: problems),
            status: isFormBack ? .unprocessableContent : .ok)
    }

    /// Whether a viewer may change a line: who wrote it and still contributes there, or who decides there.
    private func mayChange(_ activity: Activity, in community: Community, _ viewer: Viewer) -> Bool {
        let realm = community.realm(of: activity.organisation)
        return community.isOpen && viewer.may(.contribute, realm)
            && activity.mayBeChanged(by: viewer.person, decidesThere: viewer.may(.decide, realm))
    }

    private func bounds(
        _ viewer: Viewer, in community: Community, _ transaction: Transaction, beside activity: Activity? = nil
    ) throws -> ActivityLine.Bounds {
        let pack = try communities.pack(of: community)
        let members = try transaction.members(of: community.id)
        let own = activity.map { [$0.organisation] } ?? speaking(viewer, in: community, members).organisations
        return ActivityLine.Bounds(
            own: own, members: Set(members.map(\.organisation.id)), kinds: pack.activities,
            focuses: try transaction.focuses(of: community.id), today: site.today)
    }

    @Sendable func addActivity(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, form) = (context.viewer, context.form)
        do {
            let written = try await site.database.write { transaction in
                let community = try transaction.community(id, for: viewer, to: .see)
                try community.requireOpen()
                let bounds = try bounds(viewer, in: community, transaction)
                guard !bounds.own.isEmpty else { throw Forbidden() }
                let line = try ActivityLine.read(form, bounds)
                try viewer.require(.contribute, community.realm(of: line.organisation))
                let activity = Activity(
                    id: .new(at: transaction.now), community: id, organisation: line.organisation, text: line.text,
                    company: line.company, partners: line.partners, kind: line.kind, focusArea: line.focusArea,
                    day: line.day, person: viewer.person)
                try transaction.add(activity)
                try transaction.record(
                    Event(
                        "activity-added", community: id, organisation: activity.organisation,
                        subject: activity.id.rawValue, text: activity.text),
                    by: viewer.person)
                return activity.id
            }
            return .seeOther(GemPath.activities(id) + "?written=\(written)")
        } catch let problems as Problems {
            return try await activitiesPage(request, context, problems: problems)
        }
    }

    @Sendable func showActivity(_ request: Request, _ context: Context) async throws -> Response {
        try await activityPage(context)
    }

    private func activityPage(_ context: Context, problems: Problems = Problems()) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let activityID = try context.id("activity", of: Activity.self)
        let viewer = context.viewer
        let (community, activity, members, focuses) = try await site.database.read { transaction in
            let community = try transaction.community(id, for: viewer, to: .see)
            let activity = try changeable(activityID, in: community, viewer, transaction)
            return (
                community, activity, try transaction.members(of: id),
                try transaction.focuses(of: id)
            )
        }
        let pack = try communities.pack(of: community)
        return context.page(
            ActivityPage(
                of: community, activity: activity, own: members.filter { $0.organisation.id == activity.organisation },
                members: members, kinds: pack.activities, focuses: focuses,
                form: problems.isEmpty ? activity.typed : context.form, problems: problems),
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    /// The activity, for somebody who may change it.
    private func changeable(
        _ activityID: Identifier<Activity>, in community: Community, _ viewer: Viewer, _ transaction: Transaction
    ) throws -> Activity {
        guard let activity = try transaction.activity(activityID, in: community.id) else { throw NotFound() }
        guard mayChange(activity, in: community, viewer) else { throw Forbidden() }
        return activity
    }

    @Sendable func changeActivity(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let activityID = try context.id("activity", of: Activity.self)
        let (viewer, form) = (context.viewer, context.form)
        do {
            try await site.database.write { transaction in
                let community = try transaction.community(id, for: viewer, to: .see)
                try community.requireOpen()
                var activity = try changeable(activityID, in: community, viewer, transaction)
                let line = try ActivityLine.read(
                    form, try bounds(viewer, in: community, transaction, beside: activity))
                (activity.text, activity.company, activity.partners) = (line.text, line.company, line.partners)
                (activity.kind, activity.focusArea, activity.day) = (line.kind, line.focusArea, line.day)
                try transaction.store(activity)
                try transaction.record(
                    Event(
                        "activity-changed", community: id, organisation: activity.organisation,
                        subject: activity.id.rawValue, text: activity.text),
                    by: viewer.person)
            }
        } catch let problems as Problems {
            return try await activityPage(context, problems: problems)
        }
        return .seeOther(GemPath.activities(id))
    }

    @Sendable func removeActivity(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let activityID = try context.id("activity", of: Activity.self)
        let viewer = context.viewer
        try await site.database.write { transaction in
            let community = try transaction.community(id, for: viewer, to: .see)
            try community.requireOpen()
            let activity = try changeable(activityID, in: community, viewer, transaction)
            try activity.requireRemovable(gems: try transaction.gemTitles(from: activity))
            try transaction.setRemoved(true, activity)
            try transaction.record(
                Event(
                    "activity-removed", community: id, organisation: activity.organisation,
                    subject: activity.id.rawValue),
                by: viewer.person)
        }
        return .seeOther("\(GemPath.activities(id))?removed=\(activityID)")
    }

    @Sendable func restoreActivity(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let activityID = try context.id("activity", of: Activity.self)
        let viewer = context.viewer
        try await site.database.write { transaction in
            let community = try transaction.community(id, for: viewer, to: .see)
            try community.requireOpen()
            guard let activity = try transaction.removedActivity(activityID, in: id) else { throw NotFound() }
            guard mayChange(activity, in: community, viewer) else { throw Forbidden() }
            try transaction.setRemoved(false, activity)
            try transaction.record(
                Event(
                    "activity-restored", community: id, organisation: activity.organisation,
                    subject: activity.id.rawValue, text: activity.text),
                by: viewer.person)
        }
        return .seeOther(GemPath.activities(id))
    }
}
