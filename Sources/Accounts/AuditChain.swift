package import Ground

/// One link of the audit trail of a community or an organisation.
///
/// Each link's hash covers the one before, so that none can be changed, removed or put in between without it showing.
/// Links hold identifiers and digests only: a person can be erased without breaking the chain.
package struct AuditLink: Sendable, Equatable {
    package let sequence: Int
    package let at: Instant
    package let actor: String
    package let action: String
    package let subject: String
    package let digest: String
    package let previous: String
    package let hash: String

    /// What the hash is taken over: every part with its length, so that parts cannot be shifted into one another.
    package static func sealed(
        sequence: Int, at: Instant, actor: String, action: String, subject: String, digest: String, previous: String
    ) -> String {
        [String(sequence), at.description, actor, action, subject, digest, previous]
            .map { "\($0.utf8.count):\($0)" }.joined()
    }
}

/// What is wrong with a chain, at its first bad link.
package enum AuditFault: Sendable, Equatable {
    case missing(sequence: Int)
    case altered(sequence: Int)
    case headDiffers

    package var words: Words {
        switch self {
        case .missing(let sequence): AccountWords.auditMissing(sequence)
        case .altered(let sequence): AccountWords.auditAltered(sequence)
        case .headDiffers: AccountWords.auditHeadDiffers
        }
    }
}
