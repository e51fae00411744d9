/// Goes through a package once, file by file and row by row, and tells where it departs from its format.
///
/// The strict check and the lenient reading are the same walk. A check tells everything and mends nothing. A reading
/// makes the repairs it was given, counts each, and refuses what an error without a repair stands in.
final class Examination {
    enum Purpose {
        case checking
        case reading(Set<RosterRepair>)
    }

    enum Ruling { case goOn, mended, refused }

    let purpose: Purpose
    private(set) var findings = Findings()
    /// Rows of each file, by its name without `.csv`; also of files that Sightline has no use for.
    var rowCounts: [String: Int] = [:]
    var refusedRows = 0
    var refusedFiles: [String] = []
    var isPackageRefused = false
    /// Files of which nothing is known, so that nothing can be said of what points to them.
    var unreadable: Set<String> = []

    /// Ids of the records of each file, with the line on which each stands.
    var identifiers: [String: [String: Int]] = [:]

    init(_ purpose: Purpose) { self.purpose = purpose }

    var isChecking: Bool { if case .checking = purpose { true } else { false } }

    func makes(_ repair: RosterRepair) -> Bool {
        if case .reading(let repairs) = purpose { repairs.contains(repair) } else { false }
    }

    /// Notes a departure, and says what becomes of the thing it stands in.
    @discardableResult func tell(_ departure: Departure) -> Ruling {
        if isChecking {
            findings.add(departure)
            return .goOn
        }
        if let repair = departure.repair, makes(repair) {
            findings.noteUse(of: repair, for: departure)
            return .mended
        }
        findings.add(departure)
        if let repair = departure.repair { findings.noteOffer(of: repair, for: departure) }
        return departure.severity == .error ? .refused : .goOn
    }

    /// The same for what the package as a whole suffers from.
    func tellOfPackage(_ departure: Departure) {
        if tell(departure) == .refused { isPackageRefused = true }
    }

    /// Goes through all files. `visit` sees the rows that can be used.
    func examine(_ files: [RosterFile], visit: (ExaminedRow) -> Void = { _ in }) -> PackageLayout {
        let layout = layOut(files)
        guard !isPackageRefused else { return layout }
        for part in layout.parts {
            var walk = FileWalk(part, layout: layout, examination: self)
            walk.run(visit)
        }
        return layout
    }
}

/// A row that keeps to its format, or was mended to.
struct ExaminedRow {
    /// What the file is, without `.csv`.
    let file: String
    /// As it is called in the archive.
    let path: String
    let line: Int
    let mode: RosterMode
    let values: [String]
    let columns: [String: Int]

    /// The value under a heading; empty where there is no such column.
    subscript(column: String) -> String { columns[column].map { values[$0] } ?? "" }

    var isToBeDeleted: Bool { ["tobedeleted", "inactive"].contains(self["status"].lowercased()) }
}
