import Accounts
import Ground
import Testing

@Suite struct `Who may do what` {
    /// Read down a column: what a standing may do with shared things, its own organisation's, and other members'.
    @Test func `is the table that a principal could check`() {
        let rows = Standing.allCases.map { standing in
            let cells = Action.allCases.map { action in
                Reach.allCases.map { reach in
                    Policy.allows(standing, action, reach) ? String(reach.rawValue.prefix(1)) : "·"
                }.joined()
            }
            return cells.joined(separator: " ") + "  " + standing.rawValue
        }
        // Columns: see, see public, contribute, decide, manage, see numbers, enter results, sign off, see learners.
        // In each: s for the community's shared things, o for one's own organisation's, the other o for others'.
        #expect(
            rows == [
                "soo soo soo soo soo soo ··· ··· ···  leader",
                "soo soo so· so· ·o· soo ·o· ·o· ·o·  principal",
                "soo soo so· ··· ··· soo ·o· ··· ·o·  lead-teacher",
                "soo soo so· ··· ··· soo ··· ··· ···  teacher",
                "soo soo ··· ··· ··· ··· ··· ··· ···  board",
                "soo soo so· ··· ··· ··· ··· ··· ···  partner",
                "soo soo ··· ··· ··· ··· ··· ··· ···  adviser",
                "soo soo ··· ··· ··· ··· ··· ··· ···  steward",
                "soo soo ··· ··· ··· ··· ··· ··· ···  evaluator",
                "··· soo ··· ··· ··· ··· ··· ··· ···  visitor",
            ])
    }

    private let community = CommunityID(rawValue: "c1")
    private let school = OrganisationID(rawValue: "s1")

    private func viewer(_ grants: Grant..., isOperator: Bool = false) -> Viewer {
        Viewer(person: PersonID(rawValue: "p"), name: "P", grants: grants, isOperator: isOperator)
    }

    @Test func `shows nothing of another community`() {
        let principal = viewer(Grant(.principal, community: community, organisation: school))
        let elsewhere = Realm(community: CommunityID(rawValue: "c2"), organisation: nil)
        #expect(Action.allCases.allSatisfy { !principal.may($0, elsewhere) })
    }

    @Test func `keeps a school's learners from the leader of the community`() {
        let leader = viewer(Grant(.leader, community: community, organisation: nil))
        #expect(!leader.may(.seeLearners, Realm(community: community, organisation: school)))
    }

    @Test func `shows an operator nothing by that`() {
        let `operator` = viewer(isOperator: true)
        let realms = [Realm(community: community), Realm(community: community, organisation: school)]
        #expect(realms.allSatisfy { realm in Action.allCases.allSatisfy { !`operator`.may($0, realm) } })
    }

    @Test func `lets a principal bring in results for their own school only`() {
        let principal = viewer(Grant(.principal, community: community, organisation: school))
        #expect(principal.may(.enterResults, Realm(community: community, organisation: school)))
        #expect(
            !principal.may(.enterResults, Realm(community: community, organisation: OrganisationID(rawValue: "s2"))))
    }

    @Test func `says not found for what one may not see and forbidden for what one may not do`() {
        let board = viewer(Grant(.board, community: community, organisation: school))
        #expect(throws: Forbidden()) { try board.require(.decide, Realm(community: community)) }
        #expect(throws: NotFound()) { try board.require(.decide, Realm(community: CommunityID(rawValue: "c2"))) }
        let shown = Realm(community: community, isPublic: true)
        #expect(throws: NotFound()) { try Viewer.visitor.require(.see, shown) }
        let stranger = viewer(Grant(.leader, community: CommunityID(rawValue: "c2"), organisation: nil))
        #expect(throws: NotFound()) { try stranger.require(.manage, shown) }
        #expect(stranger.may(.seePublic, shown))
    }
}

@Suite struct `A new password` {
    private func problem(_ password: String) -> Words? {
        NewPassword.problem(password, name: "Aroha Ngata", email: "aroha@school.example")
    }

    @Test func `needs length, not signs`() {
        #expect(problem("four small brown ducks") == nil)
        #expect(problem("Sh0rt!") != nil)
    }

    @Test func `is not one that others try first`() {
        #expect(problem("password12345") != nil)
        #expect(problem("aaaaaaaaaaaaaa") != nil)
    }

    @Test func `is not one's own name`() {
        #expect(problem("aroha ngata 1") != nil)
    }
}

@Suite struct `Signing in too often` {
    @Test func `has to wait after ten attempts, and never for good`() {
        let start = Instant(milliseconds: 0)
        var bucket = SignInThrottle.full(.account, at: start)
        for _ in 0..<10 {
            guard let after = bucket.afterAttempt(at: start) else {
                Issue.record("refused before the tenth attempt")
                return
            }
            bucket = after
        }
        #expect(bucket.afterAttempt(at: start) == nil)
        #expect(bucket.afterAttempt(at: start.adding(seconds: 59)) == nil)
        #expect(bucket.afterAttempt(at: start.adding(seconds: 61)) != nil)
    }
}
