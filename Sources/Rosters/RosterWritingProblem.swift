import Ground

/// Why a roster cannot be written as a package that keeps to the format.
package enum RosterWritingProblem: Refusal {
    /// A record points to one that the roster does not have.
    case missing(id: String, column: String, file: String, record: String)
    /// OneRoster asks for something that the record does not hold.
    case empty(column: String, file: String, record: String)
    /// What the record holds cannot stand in that column.
    case unwritable(value: String, column: String, file: String, record: String)
    case twice(id: String, file: String)
}
