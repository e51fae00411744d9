import Accounts
import Challenges
import Communities
import Database
import FocusAreas
import Gems
import Ground
import Programmes
import TestSupport

@testable import Measurement

/// One of the two communities of a scene, as the place where an id belongs.
struct Tenant: Sendable {
    let community: Community
    let school: Organisation
    let pack: Pack
    /// Somebody of the community, for what somebody must have made.
    let person: PersonID
}

/// What the access matrix puts where a route asks for an id.
///
/// A feature that comes with a parameter of its own adds a line to `makers`; one whose forms or queries name things by
/// id adds a line to `fields`; one whose forms say no before they look at such an id adds a line to `forms`.
struct Samples {
    /// Makes, or finds, the thing that a parameter of a path names in a community; its id.
    typealias Maker = @Sendable (Transaction, Tenant) throws -> String

    var makers = Samples.known

    static let known: [String: Maker] = [
        "community": { _, tenant in tenant.community.id.rawValue },
        "organisation": { _, tenant in tenant.school.id.rawValue },
        "membership": { transaction, tenant in
            let organisation = Organisation(
                id: .new(at: transaction.now), name: "Kererū School", kind: tenant.school.kind, roll: 50)
            try transaction.add(organisation)
            guard let kind = tenant.pack.memberships.first(where: { !$0.isResourced }) else { throw NoSample() }
            let membership = try Membership.joining(
                tenant.community, organisation: organisation.id, as: kind, on: Scene.today.adding(days: -30),
                beside: [], id: .new(at: transaction.now))
            try transaction.add(membership)
            return membership.id.rawValue
        },
        "position": { transaction, tenant in
            guard let role = tenant.pack.roles.first else { throw NoSample() }
            let position = Position(
                id: .new(at: transaction.now), role: role.key, organisation: nil, holder: nil,
                since: Scene.today.adding(days: -30), until: nil, release: nil)
            try transaction.add(position, to: tenant.community.id)
            return position.id.rawValue
        },
        "focusArea": { transaction, tenant in try focusArea(transaction, tenant).id.rawValue },
        "lead": { transaction, tenant in
            let areas = try transaction.focusAreas(of: tenant.community.id)
            let newest = try areas.last { $0.title == "Singing \(areas.count)" } ?? focusArea(transaction, tenant)
            return newest.leads.first?.id.rawValue ?? nowhereID()
        },
        "challenge": { transaction, tenant in try challenge(transaction, tenant).id.rawValue },
        "target": { transaction, tenant in
            let challenges = try transaction.challenges(of: tenant.community.id)
            let newest =
                try challenges.last { $0.title == "Be heard \(challenges.count)" }
                ?? challenge(transaction, tenant)
            return newest.targets.first?.id.rawValue ?? nowhereID()
        },
        "action": { transaction, tenant in
            let action = PlannedAction(
                id: .new(at: transaction.now), what: "Sing", purpose: .challenge(try challenge(transaction, tenant).id),
                owner: .organisation(tenant.school.id))
            try transaction.add(action, to: tenant.community.id)
            return action.id.rawValue
        },
        "activity": { transaction, tenant in
            let activity = Activity(
                id: .new(at: transaction.now), community: tenant.community.id, organisation: tenant.school.id,
                text: "Visited the creek", day: Scene.today, person: tenant.person)
            try transaction.add(activity)
            return activity.id.rawValue
        },
        "gem": { transaction, tenant in
            let gem = Gem(
                id: .new(at: transaction.now), community: tenant.community.id, title: "Sound walks",
                text: "Walk and listen.", organisation: tenant.school.id, finder: "Tāmati", evidence: [],
                nominated: Scene.today, person: tenant.person)
            try transaction.add(gem)
            return gem.id.rawValue
        },
        "intake": { transaction, tenant in
            try transaction.begin(
                { number in
                    Intake(
                        id: .new(at: transaction.now), organisation: tenant.school.id, number: number, kind: .results,
                        state: .staged, source: "round.csv", fileDigest: "", template: nil, statement: "",
                        person: tenant.person, created: transaction.now, counts: IntakeCounts(), dropped: [],
                        notes: IntakeNotes(), base: 0)
                }, of: tenant.school.id
            ).id.rawValue
        },
        "entry": { transaction, tenant in
            let entry = CountEntry(
                measure: "reading", instrument: nil, term: Term(year: 2026, number: 4), yearLevel: 5, assessed: 20,
                atOrAbove: 12)
            return try transaction.enter([entry], of: tenant.school.id, source: "", by: tenant.person).rawValue
        },
        "file": { transaction, tenant in
            let file = IntakeFile(
                id: .new(at: transaction.now), organisation: tenant.school.id, name: "round.csv", kind: .results,
                addsLearners: false, statement: "")
            _ = try transaction.add(file, by: tenant.person)
            return file.id.rawValue
        },
        "token": { transaction, _ in
            try transaction.makeLink(.invitation, name: "Iti", email: "iti@sightline.example", by: nil)
        },
    ]

    /// The fields by which forms and queries name things, each with the parameter that names the same kind of thing.
    static let fields = [
        "organisation": "organisation", "school": "organisation", "membership": "membership", "position": "position",
        "focus-area": "focusArea", "challenge": "challenge",
        "partner": "organisation", "activity": "activity", "owing": "organisation",
    ]

    /// Forms filled in so far that the policy and the ids in them are looked at, and not so far that they would end
    /// what later requests need. Every other form is sent empty. `:organisation` stands for the id that a parameter of
    /// that name would have.
    static let forms: [String: [(String, String)]] = [
        "POST /communities/:community/challenges/:challenge/closing": [("reason", "It holds")],
        "POST /communities/:community/focus-areas/:focusArea/end": [("end-reason", "It holds")],
        "POST /communities/:community/focus-areas/:focusArea/phase": [("phase", "embed"), ("reason", "It holds")],
        "POST /communities/:community/calendar/collections": [
            ("measure", "reading"), ("term", "2026-T4"), ("owing", ":organisation"),
        ],
        "POST /communities/:community/term-dates": [("organisation", ":organisation"), ("year", "2026")],
        "POST /communities/:community/counts": [
            ("organisation", ":organisation"), ("measure", "reading"), ("term", "2026-T4"),
        ],
        "POST /communities/:community/sign-offs": [
            ("organisation", ":organisation"), ("measure", "reading"), ("term", "2026-T3"),
        ],
        "POST /communities/:community/sign-offs/recall": [
            ("organisation", ":organisation"), ("measure", "reading"), ("term", "2026-T3"),
        ],
        "POST /communities/:community/positions": [
            ("role", "teacher"), ("organisation", ":organisation"), ("vacant", "yes"),
        ],
        "POST /communities/:community/learner-exports": [
            ("organisation", ":organisation"), ("kind", "results"), ("format", "csv"), ("purpose", "To look at"),
        ],
        "POST /communities/:community/positions/:position/holder": [
            ("name", "Mere Pōtae"), ("email", "mere@sightline.example"),
        ],
        "POST /communities/:community/stages": [("component", "governance")],
        "POST /communities/:community/state": [("state", "paused")],
    ]

    /// Pages that anybody may read, signed in or not. Of a community, only while it is public.
    static let openPages: Set<String> = [
        "GET /", "GET /communities", "GET /sign-in", "GET /link/:token", "GET /up", "GET /robots.txt",
        "GET /communities/:community", "GET /communities/:community/members", "GET /communities/:community/gems",
        "GET /api/v1/communities", "GET /api/v1/communities/:community", "GET /api/v1/communities/:community/members",
        "GET /api/v1/communities/:community/gems",
        // The picture is for everybody of a public community, at the floor of the outside.
        "GET /communities/:community/picture", "GET /communities/:community/picture.csv",
        "GET /communities/:community/picture.xlsx",
        "GET /api/v1/communities/:community/picture",
    ]
}

extension Samples {
    /// A new focus area with a lead teacher.
    private static func focusArea(_ transaction: Transaction, _ tenant: Tenant) throws -> FocusArea {
        let count = try transaction.focusAreas(of: tenant.community.id).count
        let lead = FocusArea.Lead(
            id: .new(at: transaction.now), person: tenant.person, name: "", organisation: tenant.school.id,
            since: Scene.today.adding(days: -30))
        let area = FocusArea(
            id: .new(at: transaction.now), title: "Singing \(count + 1)", text: "Every day",
            started: Scene.today.adding(days: -30), leads: [lead])
        try transaction.add(area, to: tenant.community.id)
        return area
    }

    /// A new challenge with a target.
    private static func challenge(_ transaction: Transaction, _ tenant: Tenant) throws -> Challenge {
        let count = try transaction.challenges(of: tenant.community.id).count
        let target = Target(
            id: .new(at: transaction.now), measure: "writing", years: 4...6, counted: 62, of: 80, goal: Percent(85),
            due: Scene.today.adding(days: 300))
        let challenge = Challenge(
            id: .new(at: transaction.now), title: "Be heard \(count + 1)", why: "We are not", story: "Sing",
            howKnown: "Listen",
            proposed: Scene.today, targets: [target])
        try transaction.add(challenge, to: tenant.community.id)
        return challenge
    }
}

/// The pack of the scene lacks what a sample is made from.
struct NoSample: Error {}

/// An id that names nothing anywhere.
func nowhereID() -> String { CommunityID.new(at: Scene.now).rawValue }
