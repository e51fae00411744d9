import Web
import Accounts
package import Communities
package import Database
package import Ground
package import Programmes

extension Transaction {
    /// Writes an event for each school and collection that is due within a week or has become late, once for each.
    ///
    /// To be called daily; calling it more often changes nothing. A date that the community moves is a new one. How many
    /// were written.
    @discardableResult package func remind(
        on day: Day, programme: (Community) throws -> Pack
    ) throws -> Int {
        try activeCommunities().reduce(0) { try $0 + remind(on: day, in: $1, by: programme($1)) }
    }

    @discardableResult func remind(on day: Day, in community: Community, by pack: Pack) throws -> Int {
        let collections = try collections(of: community.id)
        guard !collections.isEmpty else { return 0 }
        let signed = Set(try signOffs(in: community.id).filter(\.isStanding).map(SignedSubject.init))
        var written = 0
        for (member, since) in try openMembers(of: community.id, on: day).map({ ($0.organisation, $0.membership.since) }
        ) {
            let isSchool = pack.organisations[key: member.kind]?.isSchool ?? false
            for collection in collections where collection.isOwed(by: member.id, isSchool: isSchool, since: since) {
                let isSignedOff = signed.contains(SignedSubject(member.id, collection.subject))
                guard let measure = pack.measures[key: collection.measure],
                    let reminder = Reminder(collection, to: member.id, isSignedOff: isSignedOff, on: day),
                    try noteReminder(reminder.kind, of: collection, to: member.id, in: community.id, on: day)
                else { continue }
                let text = CalendarWords.reminder(measure.title, collection.term.words, collection.due)
                    .text(in: .english)
                let subject = "\(collection.measure):\(collection.term)"
                try record(
                    reminder.kind == .late
                        ? Event(
                            "collection-late", community: community.id, organisation: member.id, subject: subject,
                            text: text)
                        : Event(
                            "collection-due", community: community.id, organisation: member.id, subject: subject,
                            text: text),
                    by: nil)
                written += 1
            }
        }
        return written
    }
}

/// Whose sign-off of what.
struct SignedSubject: Hashable {
    let organisation: OrganisationID
    let subject: MeasureCollection.Subject

    init(_ organisation: OrganisationID, _ subject: MeasureCollection.Subject) {
        (self.organisation, self.subject) = (organisation, subject)
    }

    init(_ signOff: SignOff) { self.init(signOff.organisation, .init(signOff.measure, signOff.term)) }
}

extension Measuring {
    /// The daily round of reminders. How many events it wrote.
    @discardableResult package func remind(on day: Day) async throws -> Int {
        try await site.database.write { transaction in
            try transaction.remind(on: day) { try communities.pack(of: $0) }
        }
    }
}
