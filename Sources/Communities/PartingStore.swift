import Accounts
import Database
import Ground

extension Transaction {
    /// An organisation leaves: its membership ends, and with it what people stand for there and hold in its name.
    /// What ended is noted, so that ``takeBack(_:)`` finds it.
    func part(_ membership: Membership, on day: Day) throws {
        let ended = try membership.ended(on: day)
        try store(ended)
        for standing in try withdraw(membership.organisation, from: membership.community, on: day) {
            try note(
                standing.isAtHome ? "home" : "standing", standing.id.rawValue, until: standing.until, of: membership)
        }
        for held in try positions(of: membership.community, on: day)
        where held.position.organisation == membership.organisation {
            try note("position", held.position.id.rawValue, until: held.position.until, of: membership)
            try store(held.position.ended(on: day), in: membership.community)
        }
    }

    /// The organisation belongs as it did, and its people stand and hold what they did.
    func takeBack(_ membership: Membership) throws {
        try store(membership)
        let noted: [(thing: String, id: String, until: Day?)] = try rows(
            """
            SELECT thing, thing_id, until FROM parting
            WHERE community_id = \(membership.community) AND membership_id = \(membership.id)
            """
        ) { (try $0[0], try $0[1], try $0[2]) }
        for (thing, id, until) in noted {
            if thing == "position" {
                try execute(
                    """
                    UPDATE position SET until = \(until)
                    WHERE community_id = \(membership.community) AND id = \(id)
                    """)
            } else {
                try restore(
                    WithdrawnStanding(id: Identifier(rawValue: id), until: until, isAtHome: thing == "home"))
            }
        }
        try execute(
            """
            DELETE FROM parting
            WHERE community_id = \(membership.community) AND membership_id = \(membership.id)
            """)
    }

    private func note(_ thing: String, _ id: String, until: Day?, of membership: Membership) throws {
        try execute(
            """
            INSERT INTO parting (community_id, membership_id, thing, thing_id, until)
            VALUES (\(membership.community), \(membership.id), \(thing), \(id), \(until))
            """)
    }
}
