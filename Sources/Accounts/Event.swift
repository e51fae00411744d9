package import Ground

/// Something that changed: who, when, what, about which thing, and why. Written in the transaction that changed it.
///
/// The audit trail, notifications, the home page and reports read events; nothing else carries knowledge upward.
package struct Event: Sendable, Equatable {
    /// What happened, as `noun-verb`: `membership-joined`, `gem-answered`.
    package let kind: String
    package let community: CommunityID?
    package let organisation: OrganisationID?
    /// The thing it is about, by its identifier.
    package let subject: String
    /// A few words for people, in the language they were written in: the name of the thing, the reason given.
    package let text: String

    package init(
        _ kind: StaticString, community: CommunityID?, organisation: OrganisationID? = nil, subject: String,
        text: String = ""
    ) {
        self.kind = kind.description
        (self.community, self.organisation, self.subject, self.text) = (community, organisation, subject, text)
    }
}

/// An event as it is read back.
package struct RecordedEvent: Sendable, Equatable {
    package let kind: String
    package let at: Instant
    package let actor: String
    package let organisation: OrganisationID?
    package let subject: String
    package let text: String
}
