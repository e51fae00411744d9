import Communities
import Ground

/// For whom a viewer may speak in a community: the members they may add shared work for.
struct Speaking: Sendable {
    /// Their own first, then the others in the order of the members.
    let members: [Member]
    /// The member they belong to, if they belong to one.
    let home: Member?

    var organisations: [OrganisationID] { members.map(\.organisation.id) }

    /// `mayContribute` asks the policy for one organisation.
    init(_ open: [Member], viewer: Viewer, mayContribute: (OrganisationID) -> Bool) {
        let own = viewer.organisations(as: Set(Standing.allCases))
        let theirs = open.filter { mayContribute($0.organisation.id) }
        home = theirs.first { own.contains($0.organisation.id) }
        let first = theirs.filter { own.contains($0.organisation.id) }
        members = first + theirs.filter { !own.contains($0.organisation.id) }
    }
}
