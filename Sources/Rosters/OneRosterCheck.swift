/// Whether a package keeps to the OneRoster CSV binding, 1.1 or 1.2, to the letter: every departure by rule and place.
///
/// A package in one of Microsoft's formats is checked against that, by the same rules as far as they apply.
package struct OneRosterCheck: Sendable {
    /// What the package is called, as the person who brought it knows it.
    package let file: String
    package let format: RosterFormat
    /// What the files that are there hold; empty where the manifest stands alone: no updates.
    package let modes: [String: RosterMode]
    /// In the order in which they stand. Of one rule in one column of a file the first 500.
    package let departures: [Departure]
    /// How often each rule was departed from, also beyond those listed.
    package let occurrences: [OneRosterRule: Int]
    /// Data rows of each file, by its name without `.csv`.
    package let counts: [String: Int]
    package let filesPresent: [String]

    package init(_ files: [RosterFile], file: String = "") {
        let examination = Examination(.checking)
        let layout = examination.examine(files)
        self.file = file
        format = layout.binding.format
        modes = Dictionary(uniqueKeysWithValues: layout.parts.map { ($0.binding.name, $0.mode) })
        departures = examination.findings.departures
        occurrences = examination.findings.counts
        counts = examination.rowCounts
        filesPresent = files.map(\.name).sorted()
    }

    /// Valid: no departure is an error. Warnings may stand.
    package var isAccepted: Bool { !occurrences.keys.contains { $0.severity == .error } }

    /// `bulk`, `delta`, `mixed`, or `none` where there is no data.
    package var mode: String {
        let all = Set(modes.values)
        return all.count > 1 ? "mixed" : all.first?.rawValue ?? "none"
    }

    /// Departures that are counted but not listed.
    package var unlisted: Int { occurrences.values.reduce(0, +) - departures.count }
}

extension OneRosterCheck: Encodable {
    private enum Key: String, CodingKey {
        case file, format, version, mode, accepted, departures, unlisted, occurrences, counts, filesPresent
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(file, forKey: .file)
        try container.encode(format, forKey: .format)
        try container.encode(format.rawValue.split(separator: " ").last.map(String.init), forKey: .version)
        try container.encode(mode, forKey: .mode)
        try container.encode(isAccepted, forKey: .accepted)
        try container.encode(departures, forKey: .departures)
        try container.encode(unlisted, forKey: .unlisted)
        let byRule = occurrences.map { ($0.key.rawValue, $0.value) }
        try container.encode(Dictionary(uniqueKeysWithValues: byRule), forKey: .occurrences)
        try container.encode(counts, forKey: .counts)
        try container.encode(filesPresent, forKey: .filesPresent)
    }
}
