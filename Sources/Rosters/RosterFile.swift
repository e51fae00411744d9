package import Archives
package import Tables

/// One file of a package, under the name it has in the archive.
package struct RosterFile: Sendable {
    package let name: String
    package let source: TableSource

    package init(name: String, source: TableSource) { (self.name, self.source) = (name, source) }
}

/// The formats in which schools' systems hand over who learns where.
package enum RosterFormat: String, Sendable, Hashable, Codable {
    case oneRoster11 = "OneRoster 1.1"
    case oneRoster12 = "OneRoster 1.2"
    case microsoft21 = "Microsoft SDS v2.1"
    case microsoft2 = "Microsoft SDS v2"

    package var isOneRoster: Bool { self == .oneRoster11 || self == .oneRoster12 }
}

/// What a file of a package holds: all there is, or what has changed since the last one.
package enum RosterMode: String, Sendable, Hashable, Codable {
    case bulk
    case delta
}

extension RosterFile {
    /// A file of an archive that was unpacked, under the name it had there.
    package init(_ unpacked: Archive.Unpacked) { self.init(name: unpacked.name, source: .file(path: unpacked.path)) }
}
