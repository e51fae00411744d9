import Communities
import Database
import Ground

/// A mapping that an organisation remembers, by a name and its version.
struct MappingTemplate: Sendable, Equatable {
    let name: String
    let version: Int
    let mapping: Mapping

    /// As an intake remembers what it was read by.
    var label: String { "\(name) \(version)" }
}

extension Transaction {
    /// The template last made for files of this shape, or of this shape but for what we ourselves wrote into it.
    func template(
        for headings: [String], kind: Intake.Kind?, of organisation: OrganisationID
    ) throws -> MappingTemplate? {
        try template(for: Mapping.signature(of: headings), kind: kind, of: organisation)
            ?? rows(
                """
                SELECT name, version, mapping FROM mapping_template
                WHERE organisation_id = \(organisation) ORDER BY created_at DESC, version DESC
                """, template
            ).compactMap { $0 }.first { $0.mapping.isWhole(in: headings) && (kind == nil || $0.mapping.kind == kind) }
    }

    /// A template for files of this shape that a member of a community shares, the newest first.
    func sharedTemplate(
        for headings: [String], kind: Intake.Kind?, in community: CommunityID, on day: Day
    ) throws -> MappingTemplate? {
        let members = try openMembers(of: community, on: day).map(\.organisation.id)
        return try rows(
            """
            SELECT name, version, mapping FROM mapping_template
            WHERE organisation_id IN (\(list: members)) AND heading_digest = \(Mapping.signature(of: headings))
                AND is_shared ORDER BY created_at DESC, version DESC
            """, template
        ).compactMap { $0 }.first { kind == nil || $0.mapping.kind == kind }
    }

    func template(for signature: String, kind: Intake.Kind?, of organisation: OrganisationID) throws -> MappingTemplate?
    {
        try rows(
            """
            SELECT name, version, mapping FROM mapping_template
            WHERE organisation_id = \(organisation) AND heading_digest = \(signature)
            ORDER BY created_at DESC, version DESC
            """, template
        ).compactMap { $0 }.first { kind == nil || $0.mapping.kind == kind }
    }

    func template(named name: String, of organisation: OrganisationID) throws -> MappingTemplate? {
        try first(
            """
            SELECT name, version, mapping FROM mapping_template
            WHERE organisation_id = \(organisation) AND name = \(name) ORDER BY version DESC
            """, template) ?? nil
    }

    private func template(_ row: Row) throws -> MappingTemplate? {
        let text: String = try row[2]
        guard let mapping = Mapping(text: text) else { return nil }
        return MappingTemplate(name: try row[0], version: try row[1], mapping: mapping)
    }

    /// Keeps a mapping under a name: as a new version, unless it is what the name stands for already.
    func remember(
        _ mapping: Mapping, as name: String, for signature: String, of organisation: OrganisationID,
        isShared: Bool = false
    ) throws -> MappingTemplate {
        if let known = try template(for: signature, kind: mapping.kind, of: organisation), known.name == name,
            known.mapping.text == mapping.text
        {
            try execute(
                """
                UPDATE mapping_template SET is_shared = \(isShared)
                WHERE organisation_id = \(organisation) AND name = \(name) AND version = \(known.version)
                """)
            return known
        }
        let last: Int =
            try value(
                """
                SELECT coalesce(max(version), 0) FROM mapping_template
                WHERE organisation_id = \(organisation) AND name = \(name)
                """) ?? 0
        try execute(
            """
            INSERT INTO mapping_template
                (organisation_id, name, version, kind, heading_digest, mapping, created_at, is_shared)
            VALUES (\(organisation), \(name), \(last + 1), \(mapping.kind.rawValue), \(signature), \(mapping.text), \(now),
                \(isShared))
            """)
        return MappingTemplate(name: name, version: last + 1, mapping: mapping)
    }
}
