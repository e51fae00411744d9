/// What an examination found. Of each rule in each column of a file the first places are kept, and all are counted.
struct Findings {
    static let keptPerPlace = 500

    private(set) var departures: [Departure] = []
    private(set) var counts: [OneRosterRule: Int] = [:]
    /// Repairs that were used, in the order in which they were first needed.
    private(set) var used: [RepairUse] = []
    /// Repairs that would have helped but are not switched on.
    private(set) var offered: [RepairUse] = []

    private struct Place: Hashable { let rule: OneRosterRule, file: String, column: String? }
    private var kept: [Place: Int] = [:]

    mutating func add(_ departure: Departure) {
        counts[departure.rule, default: 0] += 1
        let place = Place(rule: departure.rule, file: departure.file, column: departure.column)
        kept[place, default: 0] += 1
        if kept[place, default: 0] <= Findings.keptPerPlace { departures.append(departure) }
    }

    mutating func noteUse(of repair: RosterRepair, for departure: Departure) {
        Findings.count(repair, departure, in: &used)
    }

    mutating func noteOffer(of repair: RosterRepair, for departure: Departure) {
        Findings.count(repair, departure, in: &offered)
    }

    private static func count(_ repair: RosterRepair, _ departure: Departure, in uses: inout [RepairUse]) {
        if let index = uses.firstIndex(where: { $0.repair == repair }) {
            uses[index].count += 1
        } else {
            uses.append(RepairUse(repair: repair, count: 1, first: departure))
        }
    }
}

/// How often a repair was needed, and where first.
package struct RepairUse: Sendable, Hashable, Encodable {
    package let repair: RosterRepair
    package fileprivate(set) var count: Int
    package let first: Departure
}
