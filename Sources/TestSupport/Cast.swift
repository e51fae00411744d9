import Accounts
import Communities
import Database
import Ground
import Programmes
import Secrets

/// The people and organisations of a ``Scene``.
struct Cast: Sendable {
    let community: Community
    let other: Community
    let schools: [Organisation]
    let otherSchool: Organisation
    let people: [Scene.Part: PersonID]

    static func make(in transaction: Transaction, shelf: PackShelf) throws -> Cast {
        let day = Scene.today.adding(days: -700)
        let pack = try shelf.combination(
            "community-of-practice", adding: ["collective-advantage", "demo-tools"], on: Scene.today)
        let names = [
            shelf.pack("community-of-practice", on: Scene.today), shelf.pack("collective-advantage", on: Scene.today),
            shelf.pack("demo-tools", on: Scene.today),
        ].compactMap { $0?.name }
        func community(_ name: String, isPublic: Bool) throws -> Community {
            let community = Community(
                id: .new(at: transaction.now), name: name, purpose: "Learning well together", state: .active,
                isPublic: isPublic, started: day, packs: names)
            try transaction.add(community)
            return community
        }
        let first = try community("Kōwhai Community of Practice", isPublic: true)
        let second = try community("Rātā Collective", isPublic: false)
        func member(_ name: String, _ kind: String, roll: Int?, in community: Community, as membership: String) throws
            -> Organisation
        {
            let organisation = Organisation(id: .new(at: transaction.now), name: name, kind: kind, roll: roll)
            try transaction.add(organisation)
            guard let kind = pack.memberships[key: membership] else {
                preconditionFailure("\(membership) is not in the pack")
            }
            try transaction.add(
                Membership.joining(
                    community, organisation: organisation.id, as: kind, on: day, beside: [],
                    id: .new(at: transaction.now)))
            return organisation
        }
        let school = pack.organisations.first { $0.isSchool }?.key ?? "school"
        let otherKind = pack.organisations.first { !$0.isSchool && !$0.hasLearners }?.key ?? school
        let insider = pack.memberships.first(where: \.isInside)?.key ?? "member"
        let outsider = pack.memberships.first { !$0.isInside }?.key ?? insider
        let schools = [
            try member("Te Kura o Tōtara", school, roll: 240, in: first, as: insider),
            try member("Harakeke School", school, roll: 120, in: first, as: insider),
            try member("Mānuka Primary", school, roll: 60, in: first, as: insider),
        ]
        let partner = try member("Puna Trust", otherKind, roll: nil, in: first, as: outsider)
        let otherSchool = try member("Rimu School", school, roll: 90, in: second, as: insider)

        var people: [Scene.Part: PersonID] = [:]
        func person(_ part: Scene.Part, _ name: String, _ grants: [Grant], isOperator: Bool = false) throws {
            let id = try transaction.addPerson(
                name: name, email: "\(part.rawValue)@sightline.example", passwordHash: nil, isOperator: isOperator)
            for grant in grants { try transaction.grant(grant, to: id, since: day) }
            people[part] = id
        }
        func at(_ standing: Standing, _ organisation: Organisation?, _ community: Community = first) -> Grant {
            Grant(standing, community: community.id, organisation: organisation?.id)
        }
        try person(.leader, "Aroha Ngata", [at(.leader, nil), at(.principal, schools[0])])
        try person(.principal, "Piripi Moana", [at(.principal, schools[0])])
        try person(.neighbour, "Nell Harper", [at(.principal, schools[1])])
        try person(.leadTeacher, "Lena Tautahi", [at(.leadTeacher, schools[0])])
        try person(.teacher, "Tom Weka", [at(.teacher, schools[0])])
        try person(.board, "Bea Huia", [at(.board, schools[0])])
        try person(.partner, "Pat Rangi", [at(.partner, partner)])
        try person(.adviser, "Ada Quinn", [at(.adviser, nil)])
        try person(.steward, "Stella Kōtuku", [at(.steward, nil)])
        try person(.evaluator, "Eve Larsen", [at(.evaluator, nil)])
        try person(.stranger, "Sam Stone", [at(.leader, nil, second), at(.principal, otherSchool, second)])
        try person(.operator, "Ola Berg", [], isOperator: true)
        return Cast(community: first, other: second, schools: schools, otherSchool: otherSchool, people: people)
    }
}
