import FocusAreas
import Ground
import Web

/// What people type to plan an action or to change its course.
struct ActionText: Sendable {
    let what: String
    let purpose: PlannedAction.Purpose
    let owner: PlannedAction.Owner
    let begins: Day?
    let due: Day?

    static func read(_ form: FormData, choices: ActionChoices) throws(Problems) -> ActionText {
        var problems = Problems()
        let what = form.text("what")
        if what.isEmpty { problems.add("what", ActionWords.whatMissing) }
        if what.count > 400 { problems.add("what", ActionWords.whatTooLong) }
        let purpose = choices.purposes.first { $0.value == form.text("purpose") }?.purpose
        if purpose == nil { problems.add("purpose", ActionWords.purposeMissing) }
        let owner = choices.owners.first { $0.value == form.text("owner") }?.owner
        if owner == nil { problems.add("owner", ActionWords.ownerMissing) }
        let (begins, due) = (form.day("begins"), form.day("due"))
        if form.optional("begins") != nil, begins == nil { problems.add("begins", ActionWords.dayWrong) }
        if form.optional("due") != nil, due == nil { problems.add("due", ActionWords.dayWrong) }
        guard problems.isEmpty, let purpose, let owner else { throw problems }
        return ActionText(what: what, purpose: purpose, owner: owner, begins: begins, due: due)
    }
}

/// What an action can serve and who can own one, in this community today.
struct ActionChoices: Sendable {
    struct PurposeChoice: Sendable {
        let purpose: PlannedAction.Purpose
        let title: String
        var value: String { purpose.formValue }
    }

    struct OwnerChoice: Sendable {
        let owner: PlannedAction.Owner
        let name: String
        var value: String { owner.formValue }
    }

    let purposes: [PurposeChoice]
    let owners: [OwnerChoice]
}

extension PlannedAction.Purpose {
    var formValue: String {
        switch self {
        case .challenge(let id): "challenge:\(id)"
        case .focusArea(let id): "focus-area:\(id)"
        }
    }
}

extension PlannedAction.Owner {
    var formValue: String {
        switch self {
        case .person(let id): "person:\(id)"
        case .organisation(let id): "organisation:\(id)"
        }
    }
}

extension ActionRefusal {
    /// The field beside which the refusal is read.
    var field: String {
        switch self {
        case .dueBeforeBeginning: "due"
        case .alreadyIn: "state"
        case .reasonMissing: "reason"
        case .dropped, .textMissing: "text"
        }
    }
}
