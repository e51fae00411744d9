import Tables

import Ground

/// Which heading of a file stands for which column of its format.
struct HeadingMatch {
    /// For each column of the format, where it stands in a row.
    private(set) var positions: [Int?]
    private(set) var departures: [Departure] = []

    /// Names that other programs are known to use.
    private static let otherNames: [String: [String: String]] = [
        "classes": ["grade": "grades"],
        "courses": ["grade": "grades", "schoolYearId": "schoolYearSourcedId"],
        "users": ["userId": "userIds", "agents": "agentSourcedIds", "grade": "grades"],
        "demographics": ["userSourcedId": "sourcedId"],
        "lineItems": [
            "gradingPeriodSourcedId": "academicSessionSourcedId", "academicSessionSourcedId": "gradingPeriodSourcedId",
        ],
    ]

    init(_ row: ExactRow, of binding: FileBinding, in file: String, isExact: Bool) {
        positions = Array(repeating: nil, count: binding.columns.count)
        let headings = row.fields
        let line = row.line
        var rest: [Int] = []
        var seen: [String: Int] = [:]
        for (index, heading) in headings.enumerated() {
            if !heading.isEmpty, let first = seen.updateValue(index, forKey: heading) {
                departures.append(
                    Departure(
                        .headingTwice, in: file, line: line, column: heading, value: heading,
                        expected: "\(first + 1), \(index + 1)"))
                continue
            }
            if let column = binding.columns.firstIndex(where: { $0.name == heading }) {
                positions[column] = index
            } else {
                rest.append(index)
            }
        }
        var extensions: [Int] = []
        for index in rest {
            let heading = headings[index]
            if heading.tidied.isEmpty {
                departures.append(
                    Departure(
                        .headingEmpty, in: file, line: line, column: "", value: String(index + 1),
                        repair: .unknownColumns))
            } else if isExact, heading.hasPrefix("metadata."), heading.utf8.count > 9 {
                extensions.append(index)
            } else {
                place(heading, at: index, of: binding, file: file, line: line)
            }
        }
        checkOrder(headings, of: binding, extensions, file: file, line: line, isExact: isExact)
        checkMissing(of: binding, file: file, line: line, isExact: isExact)
    }

    private mutating func place(_ heading: String, at index: Int, of binding: FileBinding, file: String, line: Int) {
        let free = binding.columns.indices.filter { positions[$0] == nil }
        let folded = heading.tidied.lowercased()
        if let column = free.first(where: { binding.columns[$0].name.lowercased() == folded }) {
            positions[column] = index
            departures.append(
                Departure(
                    .headingCase, in: file, line: line, column: heading, value: heading,
                    expected: binding.columns[column].name, repair: .headingCase))
            return
        }
        let other = HeadingMatch.otherNames[binding.name]?[heading.tidied]
        let near = other ?? nearWord(to: folded, among: free.map { binding.columns[$0].name })
        if let near, let column = free.first(where: { binding.columns[$0].name == near }) {
            positions[column] = index
            departures.append(
                Departure(
                    .headingSpelling, in: file, line: line, column: heading, value: heading, expected: near,
                    repair: .headingSpelling))
            return
        }
        departures.append(
            Departure(
                .headingUnknown, in: file, line: line, column: heading, value: heading, repair: .unknownColumns))
    }

    private mutating func checkOrder(
        _ headings: [String], of binding: FileBinding, _ extensions: [Int], file: String, line: Int, isExact: Bool
    ) {
        guard isExact else { return }
        var farthest = -1
        for (column, position) in positions.enumerated() {
            guard let position else { continue }
            if position < farthest {
                departures.append(
                    Departure(
                        .headingOrder, in: file, line: line, column: headings[position], value: String(position + 1),
                        expected: binding.columns[..<column].last?.name ?? "", repair: .columnOrder))
            }
            farthest = max(farthest, position)
        }
        for index in extensions where index < farthest {
            departures.append(
                Departure(
                    .extensionPlace, in: file, line: line, column: headings[index], value: String(index + 1),
                    repair: .columnOrder))
        }
    }

    private mutating func checkMissing(of binding: FileBinding, file: String, line: Int, isExact: Bool) {
        for (column, position) in zip(binding.columns, positions) where position == nil {
            if column.isRequired {
                departures.append(Departure(.columnMissing, in: file, line: line, column: column.name))
            } else if isExact {
                departures.append(
                    Departure(
                        .optionalColumnMissing, in: file, line: line, column: column.name, repair: .missingColumns))
            }
        }
    }
}
