import Ground

/// Writes a roster as a bulk package that keeps to OneRoster 1.2 to the letter, or to 1.1 where that is asked for.
///
/// File after file, each in pieces, so that a long one need not lie in memory. Names are not written, for none are
/// kept: `givenName` is `Learner`, `familyName` and `username` are the id. Neither are passwords, staff, or records
/// that are to be deleted: a bulk package says so by their absence.
///
///     var writer = try OneRosterWriter(roster)
///     while let piece = writer.next() { … }   // piece.name, piece.bytes
package struct OneRosterWriter {
    /// Part of a file. The pieces of a file follow each other.
    package struct Piece: Sendable {
        package let name: String
        package let bytes: [UInt8]
    }

    private let manifest: [UInt8]
    private let sheets: [RosterSheet]
    private var sheet = -1
    private var position = 0

    private static let rowsPerPiece = 2000

    /// Refuses at once what could not be written strictly, so that no half package leaves.
    package init(
        _ roster: Roster, as format: RosterFormat = .oneRoster12, from system: String = "Sightline"
    ) throws(RosterWritingProblem) {
        precondition(format.isOneRoster, "packages are written as OneRoster")
        sheets = RosterSheet.all(of: roster, by: format.binding)
        try RosterSheet.check(sheets, format: format)
        var table = PlainTable(header: Manifest.columns)
        table.append(["manifest.version", "1.0"])
        table.append(["oneroster.version", format == .oneRoster12 ? "1.2" : "1.1"])
        for file in format.binding.files.map(\.name).sorted() {
            table.append(["file.\(file)", sheets.contains { $0.binding.name == file } ? "bulk" : "absent"])
        }
        table.append(["source.systemName", system])
        manifest = table.take()
    }

    /// The next piece; `nil` once all is written.
    package mutating func next() -> Piece? {
        if sheet < 0 {
            sheet = 0
            return Piece(name: "manifest.csv", bytes: manifest)
        }
        guard sheet < sheets.count else { return nil }
        let current = sheets[sheet]
        var table = PlainTable(header: position == 0 ? current.binding.columns.map(\.name) : [])
        let end = min(position + OneRosterWriter.rowsPerPiece, current.count)
        while position < end {
            table.append(current.fields(position))
            position += 1
        }
        if position == current.count { (sheet, position) = (sheet + 1, 0) }
        return Piece(name: "\(current.binding.name).csv", bytes: table.take())
    }

    /// Every file as a whole, for packages that are small.
    package mutating func files() -> [Piece] {
        var files: [Piece] = []
        while let piece = next() {
            if files.last?.name == piece.name {
                files[files.count - 1] = Piece(name: piece.name, bytes: files[files.count - 1].bytes + piece.bytes)
            } else {
                files.append(piece)
            }
        }
        return files
    }
}
