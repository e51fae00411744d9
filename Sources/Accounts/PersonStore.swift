package import Database
package import Ground

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

    package func passwordHash(ofEmail email: String) throws -> (person: PersonID, hash: String?)? {
        try first(
            """
            SELECT id, password_hash FROM person
            WHERE email_key = \(Person.key(ofEmail: email)) AND disabled_at IS NULL
            """
        ) { (try $0[0], try $0[1]) }
    }

    package func setPassword(hash: String, of person: PersonID) throws {
        try execute("UPDATE person SET password_hash = \(hash) WHERE id = \(person)")
    }

    package func hasAnyone() throws -> Bool { try exists("SELECT 1 FROM person LIMIT 1") }

    /// Gives a person a standing from a day on.
    package func grant(_ grant: Grant, to person: PersonID, since: Day, until: Day? = nil) throws {
        try execute(
            """
            INSERT INTO standing (id, person_id, standing, community_id, organisation_id, since, until)
            VALUES (\(Identifier<Grant>.new(at: now)), \(person), \(grant.standing.rawValue), \(grant.community),
                \(grant.organisation), \(since), \(until))
            """)
    }

    /// Ends a standing on a day: from then on it allows nothing.
    package func end(_ grant: Grant, of person: PersonID, on day: Day) throws {
        try execute(
            """
            UPDATE standing SET until = \(day)
            WHERE person_id = \(person) AND standing = \(grant.standing.rawValue) AND until IS NULL
                AND community_id IS NOT DISTINCT FROM \(grant.community)
                AND organisation_id IS NOT DISTINCT FROM \(grant.organisation)
            """)
    }

    /// The standings a person holds on a day. One that ends today still holds today.
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

    /// Whether anybody has ever been principal of an organisation, here or in another community.
    package func hasPrincipal(_ organisation: OrganisationID) throws -> Bool {
        try exists(
            """
            SELECT 1 FROM standing
            WHERE organisation_id = \(organisation) AND standing = \(Standing.principal.rawValue)
            """)
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
