import Accounts
import Communities
import Database
package import Ground
import Hummingbird
package import Programmes
import Web

extension Measuring {
    func addSignOffRoutes(to router: Router<Context>) {
        router.get("communities/:community/sign-offs", use: showSignOffs)
        router.post("communities/:community/sign-offs", use: signOff)
        router.post("communities/:community/sign-offs/recall", use: recallSignOff)
    }

    @Sendable func showSignOffs(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, today) = (context.viewer, site.today)
        let (community, pack, sight, versions, members, signOffs) = try await site.database.read { transaction in
            let community = try transaction.community(id, for: viewer, to: .see)
            let pack = try communities.pack(of: community)
            return (
                community, pack, try transaction.sight(of: viewer, in: community, pack: pack, on: today),
                try transaction.pictureVersions(of: id, on: today), try transaction.openMembers(of: id, on: today),
                try transaction.signOffs(in: id)
            )
        }
        let schools = members.map(\.organisation).filter { organisation in
            pack.organisations[key: organisation.kind]?.isSchool ?? false
                || signOffs.contains { $0.organisation == organisation.id }
                || viewer.may(.signOff, community.realm(of: organisation.id))
        }
        var ownTerms: [OrganisationID: [String: Set<Term>]] = [:]
        var changed: [OrganisationID: [String: Set<Term>]] = [:]
        for measure in pack.measures {
            let picture = try await maker.picture(of: measure, in: community, by: pack, at: versions, for: sight)
            for school in picture.schools {
                changed[school.id, default: [:]][measure.key] = school.changed
                guard sight.signing.contains(school.id) else { continue }
                ownTerms[school.id, default: [:]][measure.key] = school.ownOnly.union(school.signed)
            }
        }
        let known = signOffs.map(\.term) + ownTerms.values.flatMap(\.values).flatMap { $0 }
        let terms = Array(Set(known + [TermCalendar.newZealand.term(of: today)]).sorted().suffix(6))
        let wanted = request.uri.queryParameters["term"].flatMap { Term(text: $0) }
        let term = wanted ?? Set(known).max() ?? TermCalendar.newZealand.term(of: today)
        return context.page(
            SignOffPage(
                of: community.pageName, measures: pack.measures, term: term, terms: terms,
                schools: schools.map { ($0.id, $0.name) }, signOffs: signOffs,
                changed: changed.mapValues { measures in Set(measures.filter { $0.value.contains(term) }.keys) },
                own: schools.filter { sight.signing.contains($0.id) }.map { school in
                    let measures = (ownTerms[school.id] ?? [:]).filter { $0.value.contains(term) }
                    return SignOffPage.Own(id: school.id, name: school.name, measures: Set(measures.keys))
                },
                mayEnter: !sight.entering.isEmpty, done: request.uri.queryParameters["done"].map(String.init)))
    }

    @Sendable func signOff(_ request: Request, _ context: Context) async throws -> Response {
        try await change(context) { current, subject, numbers, now in
            try SignOff.signing(
                subject.measure.key, subject.term, of: subject.organisation, numbers: numbers, beside: current, at: now)
        }
    }

    @Sendable func recallSignOff(_ request: Request, _ context: Context) async throws -> Response {
        try await change(context) { current, _, _, now in
            guard let current else { throw SignOffRefusal.notSigned }
            return try current.recalled(at: now)
        }
    }

    private struct Subject: Sendable {
        let community: Community
        let organisation: OrganisationID
        let measure: Pack.Measure
        let term: Term
    }

    /// Reads, lets the domain decide, writes. What the numbers are is looked up before, for that may take a while and a
    /// writer should not wait for it.
    private func change(
        _ context: Context,
        _ decide: @escaping @Sendable (SignOff?, Subject, SignedNumbers?, Instant) throws -> SignOff
    ) async throws -> Response {
        let subject = try await subject(context)
        let (viewer, today) = (context.viewer, site.today)
        let numbers = try await signedNumbers(
            of: subject.organisation, subject.measure, in: subject.term, of: subject.community.id,
            pack: communities.pack(of: subject.community), on: today)
        let signOff = try await site.database.write { transaction in
            let community = try transaction.community(subject.community.id, for: viewer, to: .see)
            try viewer.require(.signOff, community.realm(of: subject.organisation))
            try community.requireOpen()
            let current = try transaction.signOffs(in: community.id).first {
                $0.organisation == subject.organisation && $0.measure == subject.measure.key && $0.term == subject.term
            }
            let signOff = try decide(current, subject, numbers, transaction.now)
            try transaction.record(signOff, of: subject.measure, in: community.id, by: viewer.person)
            return signOff
        }
        let done = signOff.isStanding ? "signed" : "recalled"
        return .seeOther(PicturePath.signOffs(subject.community.id, term: subject.term) + "&done=\(done)")
    }

    /// What the form names, if the viewer may act there.
    private func subject(_ context: Context) async throws -> Subject {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, form, today) = (context.viewer, context.form, site.today)
        guard let organisation = form.id("organisation", of: Named.Organisation.self),
            let term = Term(text: form.text("term"))
        else { throw NotFound() }
        let community = try await site.database.read { transaction in
            let community = try transaction.community(id, for: viewer, to: .see)
            guard try transaction.openMembers(of: id, on: today).contains(where: { $0.organisation.id == organisation })
            else { throw NotFound() }
            try viewer.require(.signOff, community.realm(of: organisation))
            return community
        }
        guard let measure = try communities.pack(of: community).measures[key: form.text("measure")] else {
            throw NotFound()
        }
        return Subject(community: community, organisation: organisation, measure: measure, term: term)
    }

    /// What a school has of a measure in a term: what it signs off. `nil` where there is nothing.
    package func signedNumbers(
        of school: OrganisationID, _ measure: Pack.Measure, in term: Term, of community: CommunityID, pack: Pack,
        on today: Day
    ) async throws -> SignedNumbers? {
        let versions = try await site.database.read { try $0.pictureVersions(of: community, on: today) }
        let tallies = try await maker.tallies(of: school, measure: measure, pack: pack, at: versions)
        return SignedNumbers(tallies.slots, in: term)
    }
}
