package import Ground
package import Programmes
package import Tables

/// A school as the national directory lists it.
package struct DirectoryEntry: Sendable, Hashable {
    /// The school's number in the directory.
    package let number: String
    package let name: String
    /// What the directory calls its kind, such as "Full Primary".
    package let kind: String
    /// Who runs it, such as "State".
    package let authority: String
    /// The territorial authority it lies in.
    package let area: String
    package let roll: Int?

    package init(number: String, name: String, kind: String, authority: String, area: String, roll: Int?) {
        (self.number, self.name, self.kind) = (number, name, kind)
        (self.authority, self.area, self.roll) = (authority, area, roll)
    }
}

/// A directory as it was read from a file: one row a school, headings as the Ministry of Education writes them.
package struct SchoolDirectory: Sendable, Equatable {
    package private(set) var entries: [DirectoryEntry] = []
    /// Rows without a number or a name, or of a school that has closed.
    package private(set) var passedOver = 0
    /// Whether macrons that had been garbled were mended.
    package private(set) var isMended = false

    /// Reads it whole. Blocking: for a thread that may wait for a disk.
    package init(_ source: TableSource) throws(DirectoryRefusal) {
        do throws(TableProblem) {
            var options = TableOptions()
            options.mendsGarbledText = true
            (options.limits.rows, options.limits.bytes) = (50_000, 50 << 20)
            let reader = try TableReader(source, options: options)
            try read(reader)
        } catch { throw .unreadable(error) }
        if let damage { throw damage }
        guard !entries.isEmpty else { throw .nothing }
    }

    /// What there is to say of it once it has been brought in.
    package var report: [Words] {
        [DirectoryWords.replaced(entries.count)]
            + (passedOver > 0 ? [DirectoryWords.passedOver(passedOver)] : [])
            + (isMended ? [DirectoryWords.mended] : [])
    }

    /// Why it cannot be used, although it is a table.
    private var damage: DirectoryRefusal?

    private mutating func read(_ reader: TableReader) throws(TableProblem) {
        let columns = Columns(reader.header)
        if let missing = columns.missing {
            damage = .columnsMissing(missing)
            return
        }
        var known: [String: Int] = [:]
        while let row = try reader.next() {
            guard let entry = columns.entry(row.fields) else {
                passedOver += 1
                continue
            }
            let lost = [entry.name, entry.area].first(where: GarbledText.hasLostCharacters)
            if damage == nil, let lost { damage = .lostMacrons(line: row.line, sample: lost) }
            if let place = known[entry.number] {
                entries[place] = entry
            } else {
                known[entry.number] = entries.count
                entries.append(entry)
            }
        }
        isMended = reader.warnings.contains { $0.kind == .garbledText }
    }

    /// Which column holds what, by headings compared without marks: some copies of the file lack the macrons of theirs.
    private struct Columns {
        private let positions: [String: Int]

        static let number = "school_id"
        static let name = "org_name"

        init(_ header: [String]) {
            positions = Dictionary(
                header.enumerated().map { ($0.element.sortKey, $0.offset) }, uniquingKeysWith: { first, _ in first })
        }

        var missing: String? {
            if positions[Columns.number] == nil { return "School_Id" }
            return positions[Columns.name] == nil ? "Org_Name" : nil
        }

        func entry(_ fields: [String]) -> DirectoryEntry? {
            func text(_ heading: String) -> String { positions[heading].map { fields[$0].tidied } ?? "" }
            let (number, name) = (text(Columns.number), text(Columns.name))
            let isClosed = text("status").sortKey == "closed"
            guard !number.isEmpty, number.count <= 12, !name.isEmpty, !isClosed else { return nil }
            return DirectoryEntry(
                number: number, name: String(name.prefix(160)), kind: text("org_type"), authority: text("authority"),
                area: text("territorial_authority"), roll: Int(text("total")).flatMap { $0 >= 0 ? $0 : nil })
        }
    }
}

package enum DirectoryRefusal: Refusal {
    case unreadable(TableProblem)
    case columnsMissing(String)
    case lostMacrons(line: Int, sample: String)
    case nothing

    package var words: Words {
        switch self {
        case .unreadable(let problem): problem.words
        case .columnsMissing(let name): DirectoryWords.refusedColumns(name)
        case .lostMacrons(let line, let sample): DirectoryWords.refusedLostMacrons(line, sample)
        case .nothing: DirectoryWords.refusedNothing
        }
    }
}

extension DirectoryEntry {
    /// The kind of organisation of a programme that this school most likely is; some kind of school where none fits.
    package func kind(among kinds: [Pack.OrganisationKind]) -> Pack.OrganisationKind? {
        let schools = kinds.filter(\.isSchool)
        let own = kind.sortKey
        // What the directory says, and the words by which a programme may call it, the likelier first.
        let names: [(said: String, called: [String])] = [
            ("kura", ["kura"]), ("special", ["special"]), ("intermediate", ["intermediate"]),
            ("contributing", ["contributing", "primary"]), ("primary", ["primary"]),
            ("composite", ["composite", "area"]),
            ("secondary", ["secondary"]),
        ]
        for name in names where own.contains(name.said) {
            for word in name.called {
                if let kind = schools.first(where: { "\($0.key) \($0.title)".sortKey.contains(word) }) { return kind }
            }
        }
        return schools.first
    }
}
