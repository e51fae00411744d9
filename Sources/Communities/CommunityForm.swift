import Ground
import Programmes
import Web

/// What people type to form a community, to add a member and to fill a role, as values or as problems.
struct NewCommunity: Sendable {
    let name: String
    let purpose: String
    let pack: String
    let organisation: NewOrganisation

    static func read(_ form: FormData, programmes: [Pack]) throws(Problems) -> NewCommunity {
        var problems = Problems()
        let name = form.text("name")
        let purpose = form.text("purpose")
        if name.isEmpty { problems.add("name", CommunityWords.nameMissing) }
        if name.count > 120 { problems.add("name", CommunityWords.nameTooLong) }
        if purpose.isEmpty { problems.add("purpose", CommunityWords.purposeMissing) }
        let pack = programmes.first { $0.id == form.text("pack") }
        if pack == nil { problems.add("pack", CommunityWords.programmeMissing) }
        let kinds = pack?.organisations.map(\.key) ?? programmes.flatMap { $0.organisations.map(\.key) }
        let organisation = NewOrganisation.read(form, kinds: kinds, into: &problems)
        guard problems.isEmpty, let pack, let organisation else { throw problems }
        return NewCommunity(name: name, purpose: purpose, pack: pack.id, organisation: organisation)
    }
}

struct NewOrganisation: Sendable {
    let name: String
    let kind: String
    let roll: Int?
    /// Its number in the national directory, where it was found there.
    let number: String?

    static func read(_ form: FormData, kinds: [String], into problems: inout Problems) -> NewOrganisation? {
        let name = form.text("organisation")
        let kind = form.text("kind")
        if name.isEmpty || name.count > 160 { problems.add("organisation", CommunityWords.organisationMissing) }
        if !kinds.contains(kind) { problems.add("kind", CommunityWords.kindMissing) }
        let roll = form.number("roll")
        if form.optional("roll") != nil, roll.map({ $0 < 0 || $0 > 100_000 }) ?? true {
            problems.add("roll", CommunityWords.rollWrong)
        }
        let number = form.optional("number").flatMap { $0.count <= 12 ? $0 : nil }
        return problems.isEmpty ? NewOrganisation(name: name, kind: kind, roll: roll, number: number) : nil
    }
}

struct NewMember: Sendable {
    let organisation: NewOrganisation
    let membership: Pack.MembershipKind
    let since: Day

    static func read(_ form: FormData, pack: Pack, today: Day) throws(Problems) -> NewMember {
        var problems = Problems()
        let organisation = NewOrganisation.read(form, kinds: pack.organisations.map(\.key), into: &problems)
        let membership = pack.memberships[key: form.text("membership")]
        if membership == nil { problems.add("membership", CommunityWords.membershipKind) }
        let since = form.optional("since") == nil ? today : form.day("since")
        if since == nil { problems.add("since", CommunityWords.dayWrong) }
        guard problems.isEmpty, let organisation, let membership, let since else { throw problems }
        return NewMember(organisation: organisation, membership: membership, since: since)
    }
}

struct NewPosition: Sendable {
    let role: Pack.Role
    let organisation: OrganisationID?
    let name: String
    let email: String
    let until: Day?
    let release: Double?

    /// What the form sends for a role that is nobody's own.
    static let wholeCommunity = "all"

    static func read(_ form: FormData, pack: Pack, members: [OrganisationID]) throws(Problems) -> NewPosition {
        var problems = Problems()
        let role = pack.roles[key: form.text("role")]
        if role == nil { problems.add("role", CommunityWords.roleMissing) }
        let isForAll = form.text("organisation") == NewPosition.wholeCommunity
        let organisation = isForAll ? nil : form.id("organisation", of: Named.Organisation.self)
        if let organisation, !members.contains(organisation) {
            problems.add("organisation", CommunityWords.organisationUnknown)
        }
        if let role, organisation == nil, role.standing.isOfOneSchool {
            problems.add("organisation", CommunityWords.schoolMissing(role.title))
        } else if organisation == nil, !isForAll {
            problems.add("organisation", CommunityWords.forWhomMissing)
        }
        let holder = Holder.read(form, into: &problems)
        if holder.name.isEmpty, holder.email.isEmpty, !form.isChecked("vacant") {
            problems.add("name", CommunityWords.holderMissing)
        }
        let until = form.day("until")
        if form.optional("until") != nil, until == nil { problems.add("until", CommunityWords.termWrong) }
        let release = form.optional("release") == nil ? role?.release : Double(form.text("release"))
        if form.optional("release") != nil, release.map({ !(0...1).contains($0) }) ?? true {
            problems.add("release", CommunityWords.releaseWrong)
        }
        guard problems.isEmpty, let role else { throw problems }
        return NewPosition(
            role: role, organisation: organisation, name: holder.name, email: holder.email, until: until,
            release: release)
    }
}

/// Who is to hold a role: name and address, or neither.
struct Holder: Sendable {
    let name: String
    let email: String

    static func read(_ form: FormData, into problems: inout Problems) -> Holder {
        let (name, email) = (form.text("name"), form.text("email"))
        if !name.isEmpty, !email.contains("@") { problems.add("email", CommunityWords.holderEmailMissing) }
        if name.isEmpty, !email.isEmpty { problems.add("name", CommunityWords.holderNameMissing) }
        return Holder(name: name, email: email)
    }
}
