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
    let measures: [Pack.Measure]
    let versions: PictureVersions

    func viewpoint(_ viewer: Viewer, _ community: Community, _ today: Day) -> Viewpoint {
        let own = organisations.filter { viewer.may(.contribute, community.realm(of: $0.id)) }
        let signing = schools.filter { viewer.may(.signOff, community.realm(of: $0.id)) && isOwn($0, viewer) }
        let mayManage = viewer.may(.manage, community.realm)
        let entering = schools.filter { viewer.may(.enterResults, community.realm(of: $0.id)) && isOwn($0, viewer) }
        return Viewpoint(
            viewer: viewer, community: community.id, today: today, gems: gems, actions: actions,
            toSignOff: signing.compactMap(waiting),
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

    /// A school whose latest results others do not see yet.
    private func waiting(_ school: Organisation) -> (school: String, measures: Int, term: String)? {
        let unsigned = measures.compactMap { measure -> Term? in
            guard let term = latest[school.id]?[measure.construct] else { return nil }
            let isSigned = signOffs.contains {
                $0.organisation == school.id && $0.measure == measure.key && $0.term == term && $0.isStanding
            }
            return isSigned ? nil : term
        }
        guard let term = unsigned.max() else { return nil }
        return (school.name, unsigned.count { $0 == term }, term.words.text)
    }
}

extension Transaction {
    func homeSources(of community: CommunityID, pack: Pack, on today: Day) throws -> HomeSources {
        let members = try openMembers(of: community, on: today).map(\.organisation)
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
            signOffs: try signOffs(in: community), latest: latest, measures: pack.measures,
            versions: try pictureVersions(of: community, on: today))
    }

    private func latestResults(of schools: [OrganisationID]) throws -> [OrganisationID: [String: Term]] {
        var latest: [OrganisationID: [String: Term]] = [:]
        try each(
            """
            SELECT result.organisation_id, result.construct, max(result.day)
            FROM result JOIN intake
                ON intake.organisation_id = result.organisation_id AND intake.intake = result.intake
            WHERE intake.state = 'applied' AND result.organisation_id IN (\(list: schools))
            GROUP BY result.organisation_id, result.construct
            """
        ) { row in
            latest[try row[0], default: [:]][try row[1]] = TermCalendar.newZealand.term(of: try row[2])
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
