import Accounts
import Challenges
import Communities
import Database
import FocusAreas
import Gems
import Ground
import Impact
import Measurement
import Programmes

/// Everything the home page is made from, read at one moment.
struct HomeSources: Sendable {
    let areas: [FocusArea]
    let challenges: [Challenge]
    let actions: [PlannedAction]
    let activities: [Activity]
    let gems: [GemStory]
    let checks: [ImpactCheck]
    let organisations: [Organisation]
    let schools: [Organisation]
    /// The organisations for which a principal stands here.
    let withPrincipal: Set<OrganisationID>
    let signOffs: [SignOff]
    /// The last term in which an organisation has results of a construct.
    let latest: [OrganisationID: [String: Term]]
    let collections: [MeasureCollection]
    /// From when each member belongs.
    let since: [OrganisationID: Day]
    /// What schools without records have entered counts for.
    let counted: [OrganisationID: Set<MeasureCollection.Subject>]
    let measures: [Pack.Measure]
    let versions: PictureVersions
    /// Terms whose numbers have changed since a school signed off, by measure: as far as they were asked for.
    var changed: [OrganisationID: [String: Set<Term>]] = [:]

    func viewpoint(_ viewer: Viewer, _ community: Community, _ today: Day) -> Viewpoint {
        let own = organisations.filter { viewer.may(.contribute, community.realm(of: $0.id)) }
        let signing = schools.filter { viewer.may(.signOff, community.realm(of: $0.id)) && isOwn($0, viewer) }
        let mayManage = viewer.may(.manage, community.realm)
        let entering = schools.filter { viewer.may(.enterResults, community.realm(of: $0.id)) && isOwn($0, viewer) }
        return Viewpoint(
            viewer: viewer, community: community.id, today: today, gems: gems, actions: actions,
            toSignOff: signing.compactMap(waiting),
            isSignOffLate: signing.contains { isLate($0, on: today) },
            toCollect: entering.flatMap { owed(by: $0, on: today) }.sorted { $0.due < $1.due },
            withoutResults: entering.filter { latest[$0.id] == nil }.map(\.name),
            own: own.filter { isOwn($0, viewer) }.map { ($0.id, $0.name) },
            mayDecide: viewer.may(.decide, community.realm), mayContribute: viewer.may(.contribute, community.realm),
            firstStep: areas.isEmpty ? firstStep(mayManage: mayManage) : nil)
    }

    /// What a community that has no focus area yet does first: schools, then their people, then what to work on.
    private func firstStep(mayManage: Bool) -> NextTask? {
        guard mayManage else { return nil }
        if schools.count < 2 { return .addSchools }
        if let without = schools.first(where: { !withPrincipal.contains($0.id) }) {
            return .invitePrincipal(school: without.name)
        }
        return .beginFocusArea
    }

    private func isOwn(_ organisation: Organisation, _ viewer: Viewer) -> Bool {
        !viewer.standings(for: organisation.id).isEmpty
    }

    /// What a school has not brought in although it is due within a week.
    private func owed(
        by school: Organisation, on today: Day
    ) -> [(measure: String, term: String, school: String, due: Day)] {
        collections.compactMap { collection in
            guard isOwed(collection, by: school), collection.due <= today.adding(days: 7),
                let measure = measures.first(where: { $0.key == collection.measure }),
                (latest[school.id]?[measure.construct]).map({ $0 < collection.term }) ?? true,
                !(counted[school.id]?.contains(collection.subject) ?? false),
                !isSigned(collection, by: school)
            else { return nil }
            return (measure.title, collection.term.words.text, school.name, collection.due)
        }
    }

    /// Whether a school has brought in what the community collects, and not signed it off by the day it was due.
    private func isLate(_ school: Organisation, on today: Day) -> Bool {
        collections.contains { collection in
            guard let measure = measures.first(where: { $0.key == collection.measure }), collection.due < today,
                isOwed(collection, by: school)
            else { return false }
            return latest[school.id]?[measure.construct] == collection.term && !isSigned(collection, by: school)
        }
    }

    private func isOwed(_ collection: MeasureCollection, by school: Organisation) -> Bool {
        since[school.id].map { collection.isOwed(by: school.id, isSchool: true, since: $0) } ?? false
    }

    private func isSigned(_ collection: MeasureCollection, by school: Organisation) -> Bool {
        signOffs.contains {
            $0.organisation == school.id && $0.measure == collection.measure && $0.term == collection.term
                && $0.isStanding
        }
    }

    /// A school whose latest results others do not see yet.
    private func waiting(_ school: Organisation) -> (school: String, measures: Int, term: String)? {
        let unsigned = measures.compactMap { measure -> Term? in
            guard let term = latest[school.id]?[measure.construct] else { return nil }
            let isSigned = signOffs.contains {
                $0.organisation == school.id && $0.measure == measure.key && $0.term == term && $0.isStanding
            }
            let hasChanged = changed[school.id]?[measure.key]?.contains(term) ?? false
            return isSigned && !hasChanged ? nil : term
        }
        guard let term = unsigned.max() else { return nil }
        return (school.name, unsigned.count { $0 == term }, term.words.text)
    }
}

extension Transaction {
    func homeSources(of community: CommunityID, pack: Pack, on today: Day) throws -> HomeSources {
        let open = try openMembers(of: community, on: today)
        let members = open.map(\.organisation)
        let schools = members.filter { pack.organisations[key: $0.kind]?.isSchool ?? false }
        let latest = try latestResults(of: schools.map(\.id))
        return HomeSources(
            areas: try focusAreas(of: community), challenges: try challenges(of: community),
            actions: try actions(of: community), activities: try activities(of: community),
            gems: try gems(of: community), checks: try impactChecks(of: community), organisations: members,
            schools: schools,
            withPrincipal: Set(
                try people(in: community, on: today).filter { $0.grant.standing == .principal }
                    .compactMap(\.grant.organisation)),
            signOffs: try signOffs(in: community), latest: latest,
            collections: try collections(of: community),
            since: Dictionary(
                open.map { ($0.organisation.id, $0.membership.since) }, uniquingKeysWith: { first, _ in first }),
            counted: try countedSubjects(of: schools.map(\.id)),
            measures: pack.measures,
            versions: try pictureVersions(of: community, on: today))
    }

    private func latestResults(of schools: [OrganisationID]) throws -> [OrganisationID: [String: Term]] {
        var latest: [OrganisationID: [String: Term]] = [:]
        let calendars = Dictionary(uniqueKeysWithValues: try schools.map { ($0, try calendar(of: $0)) })
        try each(
            """
            SELECT result.organisation_id, result.construct, max(result.day)
            FROM result JOIN intake
                ON intake.organisation_id = result.organisation_id AND intake.intake = result.intake
            WHERE intake.state = 'applied' AND result.organisation_id IN (\(list: schools))
            GROUP BY result.organisation_id, result.construct
            """
        ) { row in
            let school: OrganisationID = try row[0]
            guard let calendar = calendars[school] else { return }
            latest[school, default: [:]][try row[1]] = calendar.term(of: try row[2])
        }
        return latest
    }
}

extension Picture {
    /// What learners reached in the measure of a target, lately, as this picture's reader may see it.
    ///
    /// Only where one tool stands behind it: numbers of different tools are not added up.
    func measured(_ target: Target) -> LineOfSight.Measured? {
        guard let term = terms.last, let tool = tools(in: term).first, tools(in: term).count == 1 else { return nil }
        let part = target.group.map { CellKey.Part.group($0) }
        guard let shown = shown(CellKey(term, tool, part: part)), shown.percent != nil else { return nil }
        let group = target.group.flatMap { pack.groups[key: $0]?.title }
        return LineOfSight.Measured(
            measure: measure.key, title: group.map { "\(measure.title), \($0)" } ?? measure.title, shown: shown,
            term: term, goal: target.direction == .more ? target.goal : nil, isOfGroup: target.group != nil)
    }
}
