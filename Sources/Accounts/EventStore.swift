package import Database
package import Ground
import Secrets

extension Transaction {
    /// Appends an event and its digest to the audit trail, and makes every cache of that scope look again.
    package func record(_ event: Event, by person: PersonID?) throws {
        try execute(
            """
            INSERT INTO event (id, community_id, organisation_id, person_id, at, kind, subject, text)
            VALUES (\(Identifier<Event>.new(at: now)), \(event.community), \(event.organisation), \(person), \(now),
                \(event.kind), \(event.subject), \(event.text))
            """)
        let scope = event.community?.rawValue ?? event.organisation?.rawValue ?? "installation"
        try audit(scope: scope, actor: person, action: event.kind, subject: event.subject, content: event.text)
        if let community = event.community { try advanceVersion(of: community.rawValue) }
        if let organisation = event.organisation { try advanceVersion(of: organisation.rawValue) }
    }

    /// Appends a link to the audit trail of a community or an organisation, for reads and exports of learners' records.
    package func audit(scope: String, actor: PersonID?, action: String, subject: String, content: String) throws {
        try execute("INSERT INTO audit_head (scope, sequence, hash) VALUES (\(scope), 0, '') ON CONFLICT DO NOTHING")
        // The update comes first: on PostgreSQL it makes a second writer of the same chain wait and then try again.
        try execute("UPDATE audit_head SET sequence = sequence + 1 WHERE scope = \(scope)")
        let head = try first("SELECT sequence, hash FROM audit_head WHERE scope = \(scope)") {
            (sequence: try $0[0] as Int, hash: try $0[1] as String)
        }
        guard let head else { preconditionFailure("the head of a chain was just written") }
        let digest = Secrets.digest(content)
        let actor = actor?.rawValue ?? "operator"
        let hash = Secrets.digest(
            AuditLink.sealed(
                sequence: head.sequence, at: now, actor: actor, action: action, subject: subject, digest: digest,
                previous: head.hash))
        try execute(
            """
            INSERT INTO audit_entry (scope, sequence, at, actor, action, subject, digest, previous, hash)
            VALUES (\(scope), \(head.sequence), \(now), \(actor), \(action), \(subject), \(digest), \(head.hash), \(hash))
            """)
        try execute("UPDATE audit_head SET hash = \(hash) WHERE scope = \(scope)")
    }

    /// The scopes that have an audit trail.
    package func auditScopes() throws -> [String] {
        try rows("SELECT scope FROM audit_head ORDER BY scope") { try $0[0] }
    }

    /// Walks a chain from its beginning; the first fault, or `nil` if there is none. Counts the links it saw.
    package func verifyAudit(scope: String) throws -> (links: Int, fault: AuditFault?) {
        var previous = ""
        var expected = 1
        var fault: AuditFault?
        try each(
            """
            SELECT sequence, at, actor, action, subject, digest, previous, hash FROM audit_entry
            WHERE scope = \(scope) ORDER BY sequence
            """
        ) { row in
            guard fault == nil else { return }
            let link = try AuditLink(
                sequence: row[0], at: row[1], actor: row[2], action: row[3], subject: row[4], digest: row[5],
                previous: row[6], hash: row[7])
            let sealed = Secrets.digest(
                AuditLink.sealed(
                    sequence: link.sequence, at: link.at, actor: link.actor, action: link.action,
                    subject: link.subject, digest: link.digest, previous: link.previous))
            if link.sequence != expected {
                fault = .missing(sequence: expected)
            } else if link.previous != previous || link.hash != sealed {
                fault = .altered(sequence: link.sequence)
            }
            previous = link.hash
            expected += 1
        }
        if fault == nil {
            let head = try first("SELECT sequence, hash FROM audit_head WHERE scope = \(scope)") {
                (sequence: try $0[0] as Int, hash: try $0[1] as String)
            }
            if head?.sequence != expected - 1 || head?.hash != previous { fault = .headDiffers }
        }
        return (expected - 1, fault)
    }

    /// A number that grows whenever something in the scope changes: caches are kept by it.
    package func version(of scope: String) throws -> Int {
        try value("SELECT version FROM data_version WHERE scope = \(scope)") ?? 0
    }

    package func advanceVersion(of scope: String) throws {
        try execute(
            """
            INSERT INTO data_version (scope, version) VALUES (\(scope), 1)
            ON CONFLICT (scope) DO UPDATE SET version = data_version.version + 1
            """)
    }

    /// What happened lately in a community, newest first.
    package func events(in community: CommunityID, limit: Int) throws -> [RecordedEvent] {
        try rows(
            """
            SELECT event.kind, event.at, coalesce(person.name, ''), event.organisation_id, event.subject, event.text
            FROM event LEFT JOIN person ON person.id = event.person_id
            WHERE event.community_id = \(community) ORDER BY event.at DESC, event.id DESC LIMIT \(limit)
            """
        ) {
            try RecordedEvent(kind: $0[0], at: $0[1], actor: $0[2], organisation: $0[3], subject: $0[4], text: $0[5])
        }
    }

    /// What happened to one thing, oldest first.
    package func history(of subject: String, in community: CommunityID) throws -> [RecordedEvent] {
        try rows(
            """
            SELECT event.kind, event.at, coalesce(person.name, ''), event.organisation_id, event.subject, event.text
            FROM event LEFT JOIN person ON person.id = event.person_id
            WHERE event.community_id = \(community) AND event.subject = \(subject) ORDER BY event.at, event.id
            """
        ) {
            try RecordedEvent(kind: $0[0], at: $0[1], actor: $0[2], organisation: $0[3], subject: $0[4], text: $0[5])
        }
    }
}
