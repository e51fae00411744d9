package import Database
package import Ground

/// A standing that came to its end, or was given at home, because an organisation left a community.
package struct WithdrawnStanding: Sendable, Equatable {
    package let id: Identifier<Grant>
    /// When it was to end before.
    package let until: Day?
    package let isAtHome: Bool

    package init(id: Identifier<Grant>, until: Day?, isAtHome: Bool) {
        (self.id, self.until, self.isAtHome) = (id, until, isAtHome)
    }
}

extension Transaction {
    package func addPerson(
        name: String, email: String, passwordHash: String?, isOperator: Bool = false
    ) throws -> PersonID {
        let id = PersonID.new(at: now)
        try execute(
            """
            INSERT INTO person (id, name, sort_key, email, email_key, password_hash, is_operator, created_at)
            VALUES (\(id), \(name), \(name.sortKey), \(email), \(Person.key(ofEmail: email)), \(passwordHash),
                \(isOperator), \(now))
            """)
        return id
    }

    package func person(_ id: PersonID) throws -> Person? {
        try first("SELECT id, name, email, is_operator FROM person WHERE id = \(id)") {
            try Person(id: $0[0], name: $0[1], email: $0[2], isOperator: $0[3])
        }
    }

    package func person(email: String) throws -> Person? {
        try first(
            "SELECT id, name, email, is_operator FROM person WHERE email_key = \(Person.key(ofEmail: email))"
        ) {
            try Person(id: $0[0], name: $0[1], email: $0[2], isOperator: $0[3])
        }
    }

    /// Somebody named on the command line, with the standings they hold on a day.
    package func viewer(email: String, on day: Day) throws -> Viewer? {
        guard let person = try person(email: email) else { return nil }
        return Viewer(
            person: person.id, name: person.name, grants: try grants(of: person.id, on: day),
            isOperator: person.isOperator)
    }

    /// Gives somebody who is known by name only an address, under which they can then be invited. `false` where there is
    /// no such person, or they have an address.
    package func give(address email: String, to person: PersonID) throws -> Bool {
        try execute(
            """
            UPDATE person SET email = \(email), email_key = \(Person.key(ofEmail: email))
            WHERE id = \(person) AND email = '' AND password_hash IS NULL
            """) == 1
    }

    /// Adds people of whom only the name is known: they cannot sign in until somebody gives them an address.
    package func add(_ people: [(id: PersonID, name: String)]) throws {
        for person in people {
            try execute(
                """
                INSERT INTO person (id, name, sort_key, email, email_key, password_hash, is_operator, created_at)
                VALUES (\(person.id), \(person.name), \(person.name.sortKey), '', \("record:\(person.id)"), NULL,
                    FALSE, \(now))
                """)
        }
    }

    package func passwordHash(ofEmail email: String) throws -> (person: PersonID, hash: String?)? {
        try first(
            """
            SELECT id, password_hash FROM person
            WHERE email_key = \(Person.key(ofEmail: email)) AND disabled_at IS NULL
            """
        ) { (try $0[0], try $0[1]) }
    }

    /// Sets a password. Links that could still set another one are spent by that.
    package func setPassword(hash: String, of person: PersonID) throws {
        try execute("UPDATE person SET password_hash = \(hash) WHERE id = \(person)")
        try execute("UPDATE one_time_link SET used_at = \(now) WHERE person_id = \(person) AND used_at IS NULL")
    }

    package func hasAnyone() throws -> Bool { try exists("SELECT 1 FROM person LIMIT 1") }

    package func hasOperator() throws -> Bool { try exists("SELECT 1 FROM person WHERE is_operator LIMIT 1") }

    /// Gives a person a standing from a day on.
    @discardableResult
    package func grant(
        _ grant: Grant, to person: PersonID, since: Day, until: Day? = nil
    ) throws -> Identifier<Grant> {
        let id = Identifier<Grant>.new(at: now)
        try execute(
            """
            INSERT INTO standing (id, person_id, standing, community_id, organisation_id, since, until)
            VALUES (\(id), \(person), \(grant.standing.rawValue), \(grant.community),
                \(grant.organisation), \(since), \(until))
            """)
        return id
    }

    /// Ends a standing on a day: from then on it allows nothing, also where it was meant to last until a later one.
    package func end(_ grant: Grant, of person: PersonID, on day: Day) throws {
        try execute(
            """
            UPDATE standing SET until = CASE WHEN since > \(day) THEN since ELSE \(day) END
            WHERE person_id = \(person) AND standing = \(grant.standing.rawValue)
                AND (until IS NULL OR until > \(day))
                AND community_id IS NOT DISTINCT FROM \(grant.community)
                AND organisation_id IS NOT DISTINCT FROM \(grant.organisation)
            """)
    }

    /// An organisation leaves a community: those who stand for it there do so no longer, but still do at home.
    ///
    /// What changed by that, so that it can be taken back.
    package func withdraw(
        _ organisation: OrganisationID, from community: CommunityID, on day: Day
    ) throws -> [WithdrawnStanding] {
        let held: [(id: Identifier<Grant>, person: PersonID, standing: String, until: Day?)] = try rows(
            """
            SELECT id, person_id, standing, until FROM standing
            WHERE organisation_id = \(organisation) AND community_id = \(community)
                AND (until IS NULL OR until > \(day))
            ORDER BY id
            """
        ) { (try $0[0], try $0[1], try $0[2], try $0[3]) }
        var withdrawn: [WithdrawnStanding] = []
        for (id, person, word, until) in held {
            guard let standing = Standing(rawValue: word) else { continue }
            withdrawn.append(WithdrawnStanding(id: id, until: until, isAtHome: false))
            try end(Grant(standing, community: community, organisation: organisation), of: person, on: day)
            let atHome = Grant(standing, community: nil, organisation: organisation)
            if try !grants(of: person, on: day).contains(atHome) {
                let id = try grant(atHome, to: person, since: day)
                withdrawn.append(WithdrawnStanding(id: id, until: nil, isAtHome: true))
            }
        }
        return withdrawn
    }

    /// Takes back what a withdrawal did to a standing: it lasts again until it was meant to end, and what was given at
    /// home instead was never held.
    package func restore(_ withdrawn: WithdrawnStanding) throws {
        if withdrawn.isAtHome {
            try execute("UPDATE standing SET until = since WHERE id = \(withdrawn.id)")
        } else {
            try execute("UPDATE standing SET until = \(withdrawn.until) WHERE id = \(withdrawn.id)")
        }
    }

    /// The standings a person holds on a day. One that ends today holds no longer.
    package func grants(of person: PersonID, on day: Day) throws -> [Grant] {
        try rows(
            """
            SELECT standing, community_id, organisation_id FROM standing
            WHERE person_id = \(person) AND since <= \(day) AND (until IS NULL OR until > \(day))
            ORDER BY id
            """
        ) { row in
            let word: String = try row[0]
            guard let standing = Standing(rawValue: word) else { return nil }
            return try Grant(standing, community: row[1], organisation: row[2])
        }.compactMap { $0 }
    }

    /// Whether somebody stands as principal of an organisation on a day, in whatever community.
    package func hasPrincipal(_ organisation: OrganisationID, on day: Day) throws -> Bool {
        try exists(
            """
            SELECT 1 FROM standing JOIN person ON person.id = standing.person_id
            WHERE standing.organisation_id = \(organisation) AND standing.standing = \(Standing.principal.rawValue)
                AND (standing.until IS NULL OR standing.until > \(day)) AND person.disabled_at IS NULL
            """)
    }

    /// Whether an organisation has had a principal in a community.
    package func hasHadPrincipal(_ organisation: OrganisationID, in community: CommunityID) throws -> Bool {
        try exists(
            """
            SELECT 1 FROM standing
            WHERE organisation_id = \(organisation) AND community_id = \(community)
                AND standing = \(Standing.principal.rawValue)
            """)
    }

    /// Whether it is for an organisation's own people to say who may see its learners: once it has had a principal, or
    /// somebody who may see them stands for it anywhere but in this community. One person may be left out of account.
    package func keepsLearners(
        _ organisation: OrganisationID, besides community: CommunityID, and person: PersonID? = nil
    ) throws -> Bool {
        let (principal, leadTeacher) = (Standing.principal.rawValue, Standing.leadTeacher.rawValue)
        return try exists(
            """
            SELECT 1 FROM standing
            WHERE organisation_id = \(organisation) AND person_id <> \(person?.rawValue ?? "")
                AND (standing = \(principal)
                    OR (standing = \(leadTeacher) AND community_id IS DISTINCT FROM \(community)))
            """)
    }

    /// Whether the person with an address stands for an organisation in this way already.
    package func holds(
        _ standing: Standing, for organisation: OrganisationID, email: String, on day: Day
    ) throws -> Bool {
        guard let person = try person(email: email) else { return false }
        return try grants(of: person.id, on: day).contains {
            $0.organisation == organisation && $0.standing == standing
        }
    }

    /// Everyone who holds a standing in a community on a day, by name.
    package func people(in community: CommunityID, on day: Day) throws -> [(person: Person, grant: Grant)] {
        try rows(
            """
            SELECT person.id, person.name, person.email, person.is_operator,
                standing.standing, standing.community_id, standing.organisation_id
            FROM standing JOIN person ON person.id = standing.person_id
            WHERE standing.community_id = \(community) AND standing.since <= \(day)
                AND (standing.until IS NULL OR standing.until > \(day)) AND person.disabled_at IS NULL
            ORDER BY person.sort_key, standing.id
            """
        ) { row -> (Person, Grant)? in
            let word: String = try row[4]
            guard let standing = Standing(rawValue: word) else { return nil }
            return (
                try Person(id: row[0], name: row[1], email: row[2], isOperator: row[3]),
                try Grant(standing, community: row[5], organisation: row[6])
            )
        }.compactMap { $0 }
    }
}
