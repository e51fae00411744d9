package import Database
package import Ground
import Secrets

/// How long a session lasts: an hour without a click, twelve hours in all.
package enum SessionTerm {
    package static let idleSeconds = 3_600
    package static let wholeSeconds = 12 * 3_600
    /// A session's last click is written at most this often.
    static let seenSeconds = 60
}

/// A session as its owner sees it in the list of their sessions.
package struct SessionEntry: Sendable, Equatable {
    package let digest: String
    package let created: Instant
    package let seen: Instant
    package let address: String
    package let agent: String
}

/// What a session's cookie leads to.
package struct SignedIn: Sendable {
    package let viewer: Viewer
    package let seen: Instant
}

extension Transaction {
    /// Begins a session. The token is in the answer only; the database keeps its digest.
    package func beginSession(of person: PersonID, address: String, agent: String) throws -> String {
        let token = Secrets.token()
        try execute(
            """
            INSERT INTO session (token_digest, person_id, created_at, seen_at, expires_at, address, agent)
            VALUES (\(Secrets.digest(token)), \(person), \(now), \(now),
                \(now.adding(seconds: SessionTerm.wholeSeconds)), \(address), \(String(agent.prefix(200))))
            """)
        try execute("DELETE FROM session WHERE expires_at < \(now)")
        try execute("DELETE FROM sign_in_throttle WHERE updated_at < \(now.adding(days: -1))")
        return token
    }

    /// Who a session belongs to, with the standings they hold today; `nil` once it has run out or been ended.
    package func signedIn(digest: String, on day: Day) throws -> SignedIn? {
        let idle = now.adding(seconds: -SessionTerm.idleSeconds)
        let found = try first(
            """
            SELECT person.id, person.name, person.is_operator, session.seen_at
            FROM session JOIN person ON person.id = session.person_id
            WHERE session.token_digest = \(digest) AND session.expires_at > \(now) AND session.seen_at > \(idle)
                AND person.disabled_at IS NULL
            """
        ) {
            (
                id: try $0[0] as PersonID, name: try $0[1] as String, isOperator: try $0[2] as Bool,
                seen: try $0[3] as Instant
            )
        }
        guard let found else { return nil }
        let grants = try grants(of: found.id, on: day)
        return SignedIn(
            viewer: Viewer(person: found.id, name: found.name, grants: grants, isOperator: found.isOperator),
            seen: found.seen)
    }

    package func touchSession(digest: String) throws {
        try execute("UPDATE session SET seen_at = \(now) WHERE token_digest = \(digest)")
    }

    package func endSession(digest: String, of person: PersonID) throws {
        try execute("DELETE FROM session WHERE token_digest = \(digest) AND person_id = \(person)")
    }

    package func endSessions(of person: PersonID, except digest: String? = nil) throws {
        try execute("DELETE FROM session WHERE person_id = \(person) AND token_digest <> \(digest ?? "")")
    }

    package func sessions(of person: PersonID) throws -> [SessionEntry] {
        try rows(
            """
            SELECT token_digest, created_at, seen_at, address, agent FROM session
            WHERE person_id = \(person) AND expires_at > \(now) ORDER BY seen_at DESC
            """
        ) { try SessionEntry(digest: $0[0], created: $0[1], seen: $0[2], address: $0[3], agent: $0[4]) }
    }

    /// Takes one attempt from each bucket in turn; `false` as soon as one has to wait.
    package func mayAttempt(_ buckets: [SignInBucket]) throws -> Bool {
        for bucket in buckets {
            guard let after = try throttle(bucket).afterAttempt(at: now) else { return false }
            try store(after, bucket)
        }
        return true
    }

    /// Gives the attempt back that succeeded.
    package func returnAttempt(to buckets: [SignInBucket]) throws {
        for bucket in buckets { try store(try throttle(bucket).afterSuccess(at: now), bucket) }
    }

    private func throttle(_ bucket: SignInBucket) throws -> SignInThrottle {
        let key = Secrets.digest(bucket.subject)
        return try first("SELECT tokens, updated_at FROM sign_in_throttle WHERE subject = \(key)") {
            try SignInThrottle(rate: bucket.rate, tokens: $0[0], updated: $0[1])
        } ?? .full(bucket.rate, at: now)
    }

    private func store(_ throttle: SignInThrottle, _ bucket: SignInBucket) throws {
        try execute(
            """
            INSERT INTO sign_in_throttle (subject, tokens, updated_at)
            VALUES (\(Secrets.digest(bucket.subject)), \(throttle.tokens), \(throttle.updated))
            ON CONFLICT (subject) DO UPDATE SET tokens = excluded.tokens, updated_at = excluded.updated_at
            """)
    }

    /// Makes a link; its token is in the answer only.
    package func makeLink(
        _ purpose: OneTimeLink.Purpose, person: PersonID? = nil, name: String = "", email: String = "",
        grant: Grant? = nil, place: String = "", by maker: PersonID?
    ) throws -> String {
        let token = Secrets.token()
        try execute("DELETE FROM one_time_link WHERE expires_at < \(now.adding(days: -30))")
        try execute(
            """
            INSERT INTO one_time_link
                (token_digest, purpose, person_id, name, email, standing, community_id, organisation_id, made_by,
                created_at, expires_at, place)
            VALUES (\(Secrets.digest(token)), \(purpose.rawValue), \(person), \(name), \(email),
                \(grant?.standing.rawValue), \(grant?.community), \(grant?.organisation), \(maker), \(now),
                \(now.adding(days: purpose.lifetimeDays)), \(place))
            """)
        return token
    }

    /// The link behind a token, if it can still be followed.
    package func openLink(token: String) throws -> OneTimeLink? {
        let link = try first(
            """
            SELECT one_time_link.purpose, one_time_link.person_id, one_time_link.name, one_time_link.email,
                one_time_link.standing, one_time_link.community_id, one_time_link.organisation_id,
                one_time_link.expires_at, one_time_link.used_at, one_time_link.made_by, maker.name, one_time_link.place
            FROM one_time_link LEFT JOIN person AS maker ON maker.id = one_time_link.made_by
            WHERE one_time_link.token_digest = \(Secrets.digest(token))
            """
        ) { row -> OneTimeLink? in
            let word: String = try row[0]
            guard let purpose = OneTimeLink.Purpose(rawValue: word) else { return nil }
            let standing: String? = try row[4]
            let used: Instant? = try row[8]
            let grant = try standing.flatMap(Standing.init).map {
                try Grant($0, community: row[5], organisation: row[6])
            }
            return try OneTimeLink(
                purpose: purpose, person: row[1], name: row[2], email: row[3], grant: grant, expires: row[7],
                isUsed: used != nil, maker: row[9], makerName: row[10], place: row[11])
        }
        guard let link = link ?? nil, link.isOpen(at: now) else { return nil }
        return link
    }

    /// Uses a link up. `false` if somebody else just did, or its time has just run out.
    package func useLink(token: String) throws -> Bool {
        try execute(
            """
            UPDATE one_time_link SET used_at = \(now)
            WHERE token_digest = \(Secrets.digest(token)) AND used_at IS NULL AND expires_at > \(now)
            """) == 1
    }
}
