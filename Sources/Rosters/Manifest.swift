import Ground
import Tables

/// What `manifest.csv` says, with the line of each property.
struct Manifest {
    struct Property {
        let name: String
        let value: String
        let line: Int
    }

    let file: String
    private(set) var properties: [Property] = []

    static let columns = ["propertyName", "value"]
    static let modes = ["absent", "bulk", "delta"]
    /// A manifest has some 26 rows. One that has far more is no manifest, and is not worth the reading.
    private static let longest = 200

    /// Reads it, telling what departs from its two columns.
    init(_ file: RosterFile, telling tell: (Departure) -> Void) {
        self.file = file.name
        do throws(TableProblem) {
            var reader = try ExactReader(file.source)
            guard let header = try reader.next() else { return }
            let headings = header.fields
            if reader.delimiter != ",", headings.count > 1 {
                tell(
                    Departure(
                        .delimiter, in: file.name, line: header.line, value: String(reader.delimiter),
                        repair: .delimiter))
            }
            if headings != Manifest.columns {
                let isNear = headings.prefix(2).map { $0.lowercased() } == Manifest.columns.map { $0.lowercased() }
                tell(
                    Departure(
                        .manifestHeadings, in: file.name, line: header.line, value: headings.joined(separator: ","),
                        expected: Manifest.columns.joined(separator: ","), repair: isNear ? .headingCase : nil))
            }
            var seen: [String: Int] = [:]
            while let row = try reader.next() {
                let name = row.fields.first ?? ""
                let property = Property(
                    name: name, value: row.fields.count > 1 ? row.fields[1] : "", line: row.line)
                if let first = seen.updateValue(row.line, forKey: name) {
                    tell(
                        Departure(
                            .propertyTwice, in: file.name, line: row.line, column: "propertyName", value: name,
                            otherLine: first))
                    continue
                }
                properties.append(property)
                guard properties.count < Manifest.longest else { throw .tooManyRows(limit: Manifest.longest) }
            }
        } catch {
            tell(Departure(.fileUnreadable, in: file.name, line: error.line, expected: error.words.text))
        }
    }

    subscript(name: String) -> Property? { properties.first { $0.name == name } }

    /// The files it lists, as `users`, with what it says of each.
    var listed: [(stem: String, property: Property)] {
        properties.compactMap { property in
            property.name.hasPrefix("file.") ? (String(property.name.dropFirst(5)), property) : nil
        }
    }

    static let known = ["manifest.version", "oneroster.version", "source.systemName", "source.systemCode"]
}
