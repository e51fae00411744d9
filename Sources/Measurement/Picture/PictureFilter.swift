import Ground

/// Which of the published numbers to look at. A filter is an address that can be kept and sent.
package struct PictureFilter: Hashable, Sendable {
    package enum Rows: String, CaseIterable, Sendable {
        case school, year, group
    }

    package var measure: String?
    package var term: Term?
    package var rows: Rows
    /// One year level; `nil` for all. Only schools can be looked at year level by year level.
    package var yearLevel: Int?

    package init(measure: String? = nil, term: Term? = nil, rows: Rows = .school, yearLevel: Int? = nil) {
        (self.measure, self.term, self.rows) = (measure, term, rows)
        self.yearLevel = rows == .school ? yearLevel : nil
    }

    /// What an address says. What it does not say, or cannot mean, is left to the page.
    package init(_ query: (String) -> String?) {
        self.init(
            measure: query("measure").flatMap { $0.isEmpty ? nil : $0 }, term: query("term").flatMap { Term(text: $0) },
            rows: query("by").flatMap(Rows.init) ?? .school, yearLevel: query("years").flatMap { Int($0) })
    }

    /// As it stands in an address.
    package var query: String {
        var parts = ["by=\(rows.rawValue)"]
        if let measure { parts.insert("measure=\(measure)", at: 0) }
        if let term { parts.append("term=\(term)") }
        if let yearLevel { parts.append("years=\(yearLevel)") }
        return "?" + parts.joined(separator: "&")
    }
}
