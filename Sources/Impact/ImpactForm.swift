import Gems
import Ground
import Web

/// What people type about a gem's effect, as a value or as problems.
struct NewCheck: Sendable {
    let kind: Verdict.Kind
    let reason: String
    let day: Day
    let findings: [ImpactCheck.Finding]

    static func field(_ side: Side) -> String { "seen-\(side.key)" }
    static func linkField(_ side: Side) -> String { "link-\(side.key)" }

    static func read(_ form: FormData, sides: [Side], today: Day) throws(Problems) -> NewCheck {
        var problems = Problems()
        var findings: [ImpactCheck.Finding] = []
        for side in sides {
            let (text, link) = (form.text(field(side)), form.optional(linkField(side)))
            if text.count > 4000 { problems.add(field(side), ImpactWords.tooLong) }
            if let link, !Evidence.isUsable(link: link) { problems.add(linkField(side), ImpactWords.linkWrong) }
            if link != nil, text.isEmpty { problems.add(field(side), ImpactWords.seenMissing) }
            if !text.isEmpty {
                findings.append(ImpactCheck.Finding(outcome: side.key, evidence: Evidence(text, link: link)))
            }
        }
        let kind = Verdict.Kind(rawValue: form.text("verdict"))
        if kind == nil { problems.add("verdict", ImpactWords.verdictMissing) }
        let reason = form.text("reason")
        if reason.count > 4000 { problems.add("reason", ImpactWords.tooLong) }
        let day = form.optional("day") == nil ? today : form.day("day")
        if day.map({ $0 > today }) ?? true { problems.add("day", ImpactWords.dayWrong) }
        guard problems.isEmpty, let kind, let day else { throw problems }
        return NewCheck(kind: kind, reason: reason, day: day, findings: findings)
    }
}

extension ImpactRefusal {
    /// The field of the form that the refusal is about.
    func field(of sides: [Side]) -> String {
        switch self {
        case .nothingSeen: sides.first.map(NewCheck.field) ?? ""
        case .notYoursToStop: "verdict"
        case .reasonMissing: "reason"
        case .stopped, .notTried: ""
        }
    }
}
