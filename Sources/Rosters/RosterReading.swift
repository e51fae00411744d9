/// A package read as far as it can be: what it says, what had to be mended, what could not be used.
///
/// Repairs are chosen by whoever reads. Nothing is dropped in silence: each refused row is a departure with its place
/// and its mend, and each repair is counted with the first place it was needed.
///
///     let reading = RosterReading(files)
///     reading.offered   // what would help, and is not switched on
package struct RosterReading: Sendable {
    package let roster: Roster
    /// Why rows, files or the package were refused, and what else to know. Of one rule in one column the first 500.
    package let departures: [Departure]
    package let refusedRows: Int
    package let refusedFiles: [String]
    /// Files that belong to no format, or that Sightline has no use for.
    package let passedOver: [String]
    /// Data rows of each file, by its name without `.csv`.
    package let counts: [String: Int]
    /// Repairs that were made.
    package let used: [RepairUse]
    /// Repairs that would have helped.
    package let offered: [RepairUse]
    /// The package as a whole can be used.
    package let isUsable: Bool

    package init(_ files: [RosterFile], repairs: Set<RosterRepair> = RosterRepair.suggested) {
        let examination = Examination(.reading(repairs))
        var builder = RosterBuilder()
        let layout = examination.examine(files) { builder.take($0) }
        roster = builder.finish(layout)
        departures = examination.findings.departures
        (used, offered) = (examination.findings.used, examination.findings.offered)
        (refusedRows, refusedFiles) = (examination.refusedRows, examination.refusedFiles)
        counts = examination.rowCounts
        let useless = layout.parts.map(\.binding.name).filter { !RosterBuilder.files.contains($0) }
        passedOver = layout.passedOver + useless.map { "\($0).csv" }
        // Without its users or organisations, a package says nothing that can be placed.
        let needed = ["users", "roles", "orgs", "enrollments"]
        let refused = examination.refusedFiles
        let lost = layout.parts.filter { refused.contains($0.file.name) }.map(\.binding.name)
        isUsable = !examination.isPackageRefused && !lost.contains(where: needed.contains)
    }
}
