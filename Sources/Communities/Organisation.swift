package import Ground

/// A school, a service, an iwi, an agency: whoever can belong to a community. It owns its own data.
package struct Organisation: Sendable, Equatable {
    package let id: OrganisationID
    package var name: String
    /// The kind, by its key in the pack.
    package var kind: String
    /// Its number in the national directory, if it has one.
    package var directoryNumber: String?
    /// Learners on the roll; `nil` where it has none or nobody has said.
    package var roll: Int?
    /// Its time zone in the system's tz data, such as `Pacific/Auckland`.
    package var zone: String

    package init(
        id: OrganisationID, name: String, kind: String, directoryNumber: String? = nil, roll: Int? = nil,
        zone: String = "Pacific/Auckland"
    ) {
        (self.id, self.name, self.kind) = (id, name, kind)
        (self.directoryNumber, self.roll, self.zone) = (directoryNumber, roll, zone)
    }
}
