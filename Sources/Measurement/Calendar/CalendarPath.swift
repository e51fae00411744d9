package import Ground

/// The ways of the calendar, written once.
package enum CalendarPath {
    @Sendable package static func calendar(_ id: CommunityID) -> String { "/communities/\(id)/calendar" }
    package static func calendar(_ id: CommunityID, term: Term) -> String { calendar(id) + "?term=\(term)" }
    static func collections(_ id: CommunityID) -> String { calendar(id) + "/collections" }
    static func removal(_ id: CommunityID) -> String { calendar(id) + "/collections/removal" }
    static func year(_ id: CommunityID) -> String { calendar(id) + "/year" }
    package static func termDates(_ id: CommunityID) -> String { "/communities/\(id)/term-dates" }
    static func termDates(_ id: CommunityID, of school: OrganisationID, year: Int) -> String {
        termDates(id) + "?organisation=\(school)&year=\(year)"
    }
}
