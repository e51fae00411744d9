import Ground
import HTML
import Interface
import Programmes
import Web

/// Who plays which part, for whom, until when; and the parts that wait for somebody.
struct PositionsPage: Page {
    /// An invitation that was just made, to be handed over.
    struct Invitation: Sendable {
        let name: String
        let url: String?
    }

    let of: Community
    let pack: Pack
    let positions: [HeldPosition]
    let members: [Member]
    /// The members for which the reader may name people.
    let managed: [OrganisationID]
    /// The organisations that the reader stands for, and names people of in their name.
    let own: [OrganisationID]
    /// Whether they may also fill roles of the whole community.
    let managesAll: Bool
    var invitation: Invitation?
    var form = FormData()
    var problems = Problems()

    var title: Words { CommunityWords.positions }
    var community: CommunityName? { of.pageName }
    var hasProblems: Bool { !problems.isEmpty }

    private var mayManage: Bool { managesAll || !managed.isEmpty }

    /// A principal's role, which only the school itself ends.
    private func isSchoolsOwn(_ position: Position) -> Bool {
        guard let organisation = position.organisation, pack.roles[key: position.role]?.standing == .principal else {
            return false
        }
        return !own.contains(organisation)
    }

    private func manages(_ position: Position) -> Bool {
        position.organisation.map(managed.contains) ?? managesAll
    }

    var body: HTML {
        """
        \(problemSummary(problems))\(communityParts(of, .positions, mayManage: managesAll))\(invitation.map(handOver))
        \(headline(
            positions.isEmpty
                ? CommunityWords.positionsNone
                : CommunityWords.positionsSentence(positions.count { !$0.position.isVacant }, of: positions.count)))
        \(if: !positions.isEmpty, table)
        \(if: mayManage && of.state != .closed, section(CommunityWords.addPosition, id: "add", folded(CommunityWords.addPosition, isOpen: hasProblems, addForm)))
        """
    }

    private func handOver(_ invitation: Invitation) -> HTML {
        guard let url = invitation.url else { return doneNotice(CommunityWords.filled(invitation.name)) }
        return """
            \(noteNotice("\(CommunityWords.handOver(invitation.name))"))
            \(copyable(url, id: "invitation", label: CommunityWords.invitationLink))
            """
    }

    private var table: HTML {
        DataTable(
            CommunityWords.positions,
            columns: [
                .text(CommunityWords.role), .text(CommunityWords.holder), .text(CommunityWords.forWhom),
                .text(CommunityWords.term), .number(CommunityWords.release),
            ] + (mayManage ? [.text(CommunityWords.fill)] : []),
            rows: ordered.map(row), showsCaption: false
        ).html
    }

    /// In the order in which the pack names the roles.
    private var ordered: [HeldPosition] {
        pack.roles.flatMap { role in positions.filter { $0.position.role == role.key } }
            + positions.filter { pack.roles[key: $0.position.role] == nil }
    }

    private func row(_ held: HeldPosition) -> [HTML] {
        let position = held.position
        let role = pack.roles[key: position.role]?.title ?? position.role
        let until: HTML = position.until.map { "\($0)" } ?? "\(CommunityWords.untilOpen)"
        let cells: [HTML] = [
            "\(role)", held.holderName.map { "\($0)" } ?? tag(CommunityWords.vacant, .strong),
            held.organisationName.map { "\($0)" } ?? "\(CommunityWords.wholeCommunity)",
            "\(position.since) – \(until)", position.release.map { "\($0, decimals: 2)" } ?? "–",
        ]
        guard mayManage else { return cells }
        guard manages(position), position.isVacant || !isSchoolsOwn(position) else { return cells + [""] }
        return cells + [
            position.isVacant
                ? fillForm(position)
                : postButton(CommunityWords.end, to: CommunityPath.positionEnd(of.id, position.id), .plain)
        ]
    }

    private func fillForm(_ position: Position) -> HTML {
        """
        <details><summary>\(CommunityWords.fill)</summary>
        \(Form(to: CommunityPath.positionHolder(of.id, position.id), guardsChanges: false, """
            <p><label>\(CommunityWords.holderName) <input name="name" autocomplete="off"></label></p>
            <p><label>\(CommunityWords.holderEmail) <input name="email" type="email" autocomplete="off"></label></p>
            \(actions(button(CommunityWords.fill, .quiet)))
            """).html)
        </details>
        """
    }

    private var addForm: HTML {
        Form(
            to: CommunityPath.positions(of.id),
            """
            \(selectField(
                "role", CommunityWords.role,
                choices: pack.roles.map { Choice($0.key, Words(verbatim: $0.title)) },
                chosen: form.optional("role"), problems: problems))
            \(selectField(
                "organisation", CommunityWords.forWhom,
                choices: (managesAll ? [Choice("", CommunityWords.wholeCommunity)] : [])
                    + members.filter { managed.contains($0.organisation.id) }.map { Choice($0.organisation.id.rawValue, Words(verbatim: $0.organisation.name)) },
                chosen: form.optional("organisation"), problems: problems))
            \(textField(
                "name", CommunityWords.holderName, hint: CommunityWords.holderHint, value: form.text("name"),
                problems: problems, isRequired: false))
            \(textField(
                "email", CommunityWords.holderEmail, value: form.text("email"), problems: problems, kind: .email,
                isRequired: false))
            \(dateField(
                "until", CommunityWords.termUntil, hint: CommunityWords.termHint, value: form.text("until"),
                problems: problems, isRequired: false))
            \(textField(
                "release", CommunityWords.releaseField, hint: CommunityWords.releaseHint, value: form.text("release"),
                problems: problems, kind: .number, width: .short, isRequired: false))
            \(actions(button(CommunityWords.add)))
            """
        ).html
    }
}
