/// What a format says about its files: which there are, and which columns each has, in order.
struct Binding: Sendable {
    let format: RosterFormat
    let files: [FileBinding]

    /// OneRoster lists every column in a fixed order; Microsoft allows optional ones to be left out.
    var isExact: Bool { format.isOneRoster }

    subscript(file: String) -> FileBinding? { files.first { $0.name == file } }
}

/// One file of a format.
struct FileBinding: Sendable {
    let name: String
    let columns: [ColumnBinding]
    /// Microsoft's formats cannot do without some files. OneRoster can do without any but the manifest.
    let isRequired: Bool
    /// The column that names a record of this file; references from elsewhere point to it.
    var identifier: Int? { columns.firstIndex { $0.kind == .identifier } }

    init(_ name: String, isRequired: Bool = false, _ columns: ColumnBinding...) {
        (self.name, self.isRequired, self.columns) = (name, isRequired, columns)
    }

    /// A file of OneRoster: each begins with the same three columns.
    static func oneRoster(_ name: String, _ columns: ColumnBinding...) -> FileBinding {
        FileBinding(name, common + columns)
    }

    private init(_ name: String, _ columns: [ColumnBinding]) {
        (self.name, isRequired, self.columns) = (name, false, columns)
    }

    private static let common: [ColumnBinding] = [
        .needed("sourcedId", .identifier), .optional("status", .status), .optional("dateLastModified", .modified),
    ]
}

/// One column of a file.
struct ColumnBinding: Sendable {
    let name: String
    let isRequired: Bool
    let kind: Kind

    static func needed(_ name: String, _ kind: Kind = .text) -> ColumnBinding {
        ColumnBinding(name: name, isRequired: true, kind: kind)
    }

    static func optional(_ name: String, _ kind: Kind = .text) -> ColumnBinding {
        ColumnBinding(name: name, isRequired: false, kind: kind)
    }

    enum Kind: Sendable, Equatable {
        case text
        /// What a record is called, by which others refer to it.
        case identifier
        /// The id of something outside the package.
        case foreign
        case status
        case modified
        case date
        case year
        case integer
        case float
        case boolean
        case one(of: Vocabulary)
        case several(of: Vocabulary)
        case reference(to: String)
        case references(to: String)
        /// `{type:id}`, one or more.
        case userIDs
        /// `{A+:100}`, one or more.
        case scale
        /// Never read, but for whether it is empty.
        case password
    }
}
