package import Accounts
import Database
package import Ground
import Web

extension App {
    /// A link for the first administrator, while there is nobody yet.
    package func firstOperatorLink() async throws -> String? {
        try await site.database.write { transaction in
            try transaction.hasAnyone() ? nil : transaction.makeLink(.firstOperator, by: nil)
        }
    }

    /// Invites a person from the command line: a link for a new account, or for a new password of an old one.
    ///
    /// Somebody who is known by name only, having come with a community, gets the address by it.
    package func invitationLink(
        name: String, email: String, isOperator: Bool, for record: PersonID? = nil
    ) async throws -> String {
        try await site.database.write { transaction in
            if let record {
                guard try transaction.person(email: email) == nil, try transaction.give(address: email, to: record)
                else { throw InvitationRefusal.notByNameOnly }
            }
            let known = try transaction.person(email: email)
            let person =
                try known?.id
                ?? transaction.addPerson(name: name, email: email, passwordHash: nil, isOperator: isOperator)
            let token = try transaction.makeLink(
                known == nil || record != nil ? .invitation : .reset, person: person, name: known?.name ?? name,
                email: email, by: nil)
            try transaction.record(
                Event("person-invited", community: nil, subject: person.rawValue, text: "command line"), by: nil)
            return token
        }
    }

    /// Walks every audit trail from its beginning.
    package func verifyAudit() async throws -> [(scope: String, links: Int, fault: AuditFault?)] {
        try await site.database.read { transaction in
            try transaction.auditScopes().map { scope in
                let (links, fault) = try transaction.verifyAudit(scope: scope)
                return (scope, links, fault)
            }
        }
    }
}

/// Why somebody is not invited in the place of a name.
package enum InvitationRefusal: Refusal {
    case notByNameOnly

    package var words: Words { AppWords.notByNameOnly }
}
