import Ground
import Tables

/// One file of a package, from its headings to its last row.
struct FileWalk {
    private let part: PackageLayout.Part
    private let layout: PackageLayout
    private let examination: Examination
    private let context: CellContext
    private var positions: [Int?] = []
    private var width = 0
    private var columns: [String: Int] = [:]
    private var seen: [String: Int] = [:]
    /// References to records of the same file, which may stand further down.
    private var pending: [(target: String, line: Int, column: String)] = []

    init(_ part: PackageLayout.Part, layout: PackageLayout, examination: Examination) {
        (self.part, self.layout, self.examination) = (part, layout, examination)
        context = CellContext(format: layout.binding.format, mode: part.mode)
    }

    private var binding: FileBinding { part.binding }
    private var file: String { part.file.name }

    mutating func run(_ visit: (ExaminedRow) -> Void) {
        var rows = 0
        do throws(TableProblem) {
            var reader = try ExactReader(part.file.source)
            guard let header = try reader.next(), accepts(reader, header) else { return refuseFile() }
            while let row = try reader.next() {
                rows += 1
                if let examined = examined(row) { visit(examined) }
            }
        } catch {
            examination.tell(Departure(.fileUnreadable, in: file, line: error.line, expected: error.words.text))
            examination.unreadable.insert(binding.name)
            return refuseFile()
        }
        examination.rowCounts[binding.name] = rows
        if rows == 0 {
            let ruling = examination.tell(Departure(.fileWithoutRows, in: file, line: 1, repair: .emptyFiles))
            if ruling == .refused { refuseFile() }
        }
        resolvePending()
        if binding.identifier != nil { examination.identifiers[binding.name] = seen }
    }

    private func refuseFile() {
        if !examination.isChecking { examination.refusedFiles.append(file) }
    }

    private mutating func accepts(_ reader: ExactReader, _ header: ExactRow) -> Bool {
        let examination = examination
        var isAccepted = true
        func tell(_ departure: Departure) {
            if examination.tell(departure) == .refused { isAccepted = false }
        }
        if reader.encoding != .utf8 {
            tell(Departure(.encoding, in: file, value: reader.encoding.name, repair: .encoding))
        }
        if reader.delimiter != ",", header.fields.count > 1 {
            tell(
                Departure(.delimiter, in: file, line: header.line, value: String(reader.delimiter), repair: .delimiter))
        }
        let match = HeadingMatch(header, of: binding, in: file, isExact: layout.binding.isExact)
        for departure in match.departures { tell(departure) }
        (positions, width) = (match.positions, header.fields.count)
        columns = Dictionary(
            uniqueKeysWithValues: binding.columns.enumerated().map { ($0.element.name, $0.offset) })
        return isAccepted
    }

    /// The row, mended where that is wanted; `nil` if it cannot be used.
    private mutating func examined(_ row: ExactRow) -> ExaminedRow? {
        let (examination, file) = (examination, file)
        var isUsable = true
        defer { if !isUsable { examination.refusedRows += 1 } }
        func tell(_ departure: Departure) -> Examination.Ruling {
            let ruling = examination.tell(departure)
            if ruling == .refused { isUsable = false }
            return ruling
        }
        if let problem = row.problem {
            _ = tell(Departure(.rowUnreadable, in: file, line: row.line, expected: problem.words.text))
            return nil
        }
        checkWidth(of: row) { _ = tell($0) }
        var values = Array(repeating: "", count: binding.columns.count)
        for (index, column) in binding.columns.enumerated() {
            guard let position = positions[index], position < row.fields.count else { continue }
            var value = row.fields[position]
            if column.kind != .password, value.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
                let ruling = tell(
                    Departure(
                        .lineBreak, in: file, line: row.line, column: column.name, value: value, repair: .lineBreaks))
                if ruling == .mended {
                    value = value.split(whereSeparator: \.isNewline).joined(separator: " ")
                }
            }
            for var flaw in flaws(in: value, of: column) {
                if flaw.rule == .cellRequired, mayLack(column) { flaw.repair = .missingCourses }
                let isSecret = column.kind == .password
                let ruling = tell(
                    Departure(
                        flaw.rule, in: file, line: row.line, column: column.name, value: isSecret ? nil : value,
                        expected: flaw.expected, repair: flaw.repair))
                if ruling == .mended { value = flaw.mended }
            }
            if column.kind == .password { continue }
            checkReferences(from: column, line: row.line, in: &value, telling: tell)
            values[index] = value
        }
        let examined = ExaminedRow(
            file: binding.name, path: file, line: row.line, mode: part.mode, values: values, columns: columns)
        checkOrderOfDays(examined) { _ = tell($0) }
        let isFirst = checkIdentity(of: examined, usable: isUsable, telling: tell)
        return isUsable && isFirst ? examined : nil
    }

    /// What is wrong with a cell. A check also tells how a moment is written that should not stand there at all.
    private func flaws(in value: String, of column: ColumnBinding) -> [Flaw] {
        var flaws = column.flaw(in: value, context).map { [$0] } ?? []
        if examination.isChecking, column.kind == .modified, part.mode == .bulk, !value.isEmpty,
            let form = column.flaw(in: value, CellContext(format: context.format, mode: .delta))
        {
            flaws.append(form)
        }
        return flaws
    }

    /// Whether the package has no courses, so that a class can stand without one.
    private func mayLack(_ column: ColumnBinding) -> Bool {
        binding.name == "classes" && column.name == "courseSourcedId"
            && examination.identifiers["courses"]?.isEmpty ?? true
    }

    private func checkWidth(of row: ExactRow, telling tell: (Departure) -> Void) {
        if row.hasStrayQuote { tell(Departure(.strayQuote, in: file, line: row.line)) }
        if row.fields.count < width {
            tell(
                Departure(
                    .tooFewCells, in: file, line: row.line, value: String(row.fields.count), expected: String(width),
                    repair: .missingCells))
        } else if row.fields.count > width {
            // Cells that hold something and belong to no heading: a comma lacks its quotes, and all have moved.
            let isHarmless = row.fields[width...].allSatisfy { $0.allSatisfy(\.isWhitespace) }
            tell(
                Departure(
                    .tooManyCells, in: file, line: row.line, value: String(row.fields.count),
                    expected: String(width), repair: isHarmless ? .extraCells : nil))
        }
    }

    private func checkOrderOfDays(_ row: ExaminedRow, telling tell: (Departure) -> Void) {
        if let start = Day(text: row["startDate"]), let end = Day(text: row["endDate"]), start >= end {
            tell(
                Departure(
                    .startNotBeforeEnd, in: file, line: row.line, column: "endDate", value: end.description,
                    expected: start.description))
        }
        if let begin = Day(text: row["beginDate"]), let end = Day(text: row["endDate"]), end < begin {
            tell(
                Departure(
                    .endBeforeBegin, in: file, line: row.line, column: "endDate", value: end.description,
                    expected: begin.description))
        }
    }

    /// Whether the record is the first of its name.
    private mutating func checkIdentity(
        of row: ExaminedRow, usable: Bool, telling tell: (Departure) -> Examination.Ruling
    ) -> Bool {
        guard let identifier = binding.identifier else { return true }
        let id = row.values[identifier]
        guard !id.isEmpty else { return true }
        if let first = seen[id] {
            _ = tell(
                Departure(
                    .identifierTwice, in: file, line: row.line, column: binding.columns[identifier].name, value: id,
                    otherLine: first, repair: .repeatedRows))
            return false
        }
        if usable || examination.isChecking { seen[id] = row.line }
        return true
    }

    private mutating func checkReferences(
        from column: ColumnBinding, line: Int, in value: inout String,
        telling tell: (Departure) -> Examination.Ruling
    ) {
        switch column.kind {
        case .reference(let target):
            if !value.isEmpty { resolve([value], from: column, to: target, line: line, in: &value, telling: tell) }
        case .references(let target):
            if !value.isEmpty { resolve(value.listed, from: column, to: target, line: line, in: &value, telling: tell) }
        case .identifier where binding.name == "demographics" && layout.binding.isExact:
            if !value.isEmpty { resolve([value], from: column, to: "users", line: line, in: &value, telling: tell) }
        default: break
        }
    }

    private mutating func resolve(
        _ ids: [String], from column: ColumnBinding, to target: String, line: Int, in value: inout String,
        telling tell: (Departure) -> Examination.Ruling
    ) {
        guard part.mode == .bulk, layout.modes[target] != .delta else { return }
        if examination.isChecking, examination.unreadable.contains(target) { return }
        if target == binding.name {
            for id in ids where seen[id] == nil { pending.append((id, line, column.name)) }
            return
        }
        let known = examination.identifiers[target]
        var kept: [String] = []
        for id in ids {
            if id.isEmpty || known?[id] != nil || examination.isChecking && known?[id.tidied] != nil {
                kept.append(id)
                continue
            }
            let isEmpty = known?.isEmpty ?? true
            let mayBeLeftOut = !column.isRequired && column.kind != .identifier || column.name == "termSourcedIds"
            let repair: RosterRepair? =
                target == "courses" && isEmpty ? .missingCourses : mayBeLeftOut ? .danglingReferences : nil
            let ruling = tell(
                Departure(
                    .referenceMissing, in: file, line: line, column: column.name, value: id,
                    expected: known == nil ? "" : "\(target).csv", repair: repair))
            if ruling != .mended || repair == .missingCourses { kept.append(id) }
        }
        if kept.count < ids.count { value = kept.joined(separator: ",") }
    }

    private func resolvePending() {
        for (id, line, column) in pending where seen[id] == nil {
            examination.tell(
                Departure(
                    .referenceMissing, in: file, line: line, column: column, value: id, expected: file,
                    repair: .danglingReferences))
        }
    }
}
