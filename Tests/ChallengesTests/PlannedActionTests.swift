import Challenges
import Ground
import Testing

private let today = Day(daysSince1970: 20_779)
private let lena = PersonID(rawValue: "lena")
private let totara = OrganisationID(rawValue: "totara")

private func action(
    _ state: PlannedAction.State = .planned, owner: PlannedAction.Owner = .person(lena), begins: Day? = nil,
    due: Day? = nil
) -> PlannedAction {
    PlannedAction(
        id: .init(rawValue: "a"), what: "Open one room", purpose: .challenge(.init(rawValue: "c")), owner: owner,
        begins: begins, due: due, state: state)
}

@Suite struct `An action` {
    @Test func `is late from the day after it was due, while something remains to be done`() {
        #expect(action(due: today).daysOverdue(on: today) == nil)
        #expect(action(due: today.adding(days: -1)).daysOverdue(on: today) == 1)
        #expect(action(.underWay, due: today.adding(days: -9)).daysOverdue(on: today) == 9)
        #expect(action().daysOverdue(on: today) == nil, "without a day nothing is late")
        for state in [PlannedAction.State.done, .dropped] {
            #expect(!action(state, due: today.adding(days: -9)).isOverdue(on: today))
        }
    }

    @Test func `cannot be due before it begins`() {
        #expect(throws: ActionRefusal.dueBeforeBeginning(today)) {
            try action(begins: today, due: today.adding(days: -1)).planned()
        }
        #expect(throws: Never.self) { try action(begins: today, due: today).planned() }
    }

    @Test func `moves to any other state, and says why it is dropped`() throws {
        #expect(try action().moved(to: .done, because: "").state == .done)
        #expect(try action(.done).moved(to: .underWay, because: "").state == .underWay)
        #expect(throws: ActionRefusal.alreadyIn(.planned)) { try action().moved(to: .planned, because: "") }
        #expect(throws: ActionRefusal.reasonMissing) { try action().moved(to: .dropped, because: "") }
        #expect(try action().moved(to: .dropped, because: "Too much").state == .dropped)
    }

    @Test func `belongs to its person, or to those who lead and carry practice into its organisation`() {
        func viewer(_ person: PersonID, _ standing: Standing, at organisation: OrganisationID?) -> Viewer {
            Viewer(
                person: person, name: "",
                grants: [Grant(standing, community: .init(rawValue: "k"), organisation: organisation)])
        }
        let other = PersonID(rawValue: "other")
        #expect(action().isOwned(by: viewer(lena, .teacher, at: nil)))
        #expect(!action().isOwned(by: viewer(other, .principal, at: totara)))
        let schools = action(owner: .organisation(totara))
        #expect(schools.isOwned(by: viewer(other, .principal, at: totara)))
        #expect(schools.isOwned(by: viewer(other, .leadTeacher, at: totara)))
        #expect(!schools.isOwned(by: viewer(other, .teacher, at: totara)))
        #expect(!schools.isOwned(by: viewer(other, .leader, at: nil)))
        #expect(!schools.isOwned(by: .visitor))
    }
}

@Suite struct `A school's own version` {
    @Test func `is in its own words`() throws {
        let version = try action().version(of: totara, "Every room is open anyway", .done, on: today)
        #expect(version.text == "Every room is open anyway")
        #expect(version.written == today)
        #expect(throws: ActionRefusal.textMissing) { try action().version(of: totara, "", .done, on: today) }
    }

    @Test func `is not written of what was dropped`() {
        #expect(throws: ActionRefusal.dropped) { try action(.dropped).version(of: totara, "Ours", .done, on: today) }
    }
}
