import Ground

/// That a school hears of a collection: once when it is due soon, once when it is late.
struct Reminder: Sendable, Equatable {
    enum Kind: String, Sendable {
        case due, late
    }

    /// Days before it is due on which a collection is spoken of.
    static let daysBefore = 7
    /// After so many days a reminder would only be noise: the calendar goes on showing that it is late.
    static let daysAfter = 60

    let kind: Kind
    let organisation: OrganisationID
    let collection: MeasureCollection

    /// What is to be said on a day of what a school has not signed off.
    init?(_ collection: MeasureCollection, to organisation: OrganisationID, isSignedOff: Bool, on day: Day) {
        let days = collection.due.daysSince1970 - day.daysSince1970
        guard !isSignedOff, (-Reminder.daysAfter...Reminder.daysBefore).contains(days) else { return nil }
        kind = days < 0 ? .late : .due
        (self.organisation, self.collection) = (organisation, collection)
    }
}
