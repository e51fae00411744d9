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
        let url: String
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
    /// The role that was filled just now.
    var filled: Identifier<Position>?
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
        \(problemSummary(problems))\(communityParts(of, .positions, mayManage: managesAll))\(outcome)
        \(headline(
            positions.isEmpty
                ? CommunityWords.positionsNone
                : CommunityWords.positionsSentence(positions.count { !$0.position.isVacant }, of: positions.count)))
        \(if: !positions.isEmpty, table)
        \(if: mayManage && of.state != .closed, section(CommunityWords.addPosition, id: "add", folded(CommunityWords.addPosition, isOpen: hasProblems, addForm)))
        """
    }

    private var outcome: HTML {
        if let invitation {
            return """
                \(noteNotice("\(CommunityWords.handOver(invitation.name))"))
                \(copyable(invitation.url, id: "invitation", label: CommunityWords.invitationLink))
                """
        }
        guard let held = positions.first(where: { $0.position.id == filled }), let name = held.holderName else {
            return HTML()
        }
        return doneNotice(held.isInvited ? CommunityWords.filledElsewhere(name) : CommunityWords.filled(name))
    }

    private var table: HTML {
        DataTable(
            CommunityWords.positions,
            columns: [
                .text(CommunityWords.role), .text(CommunityWords.holder), .text(CommunityWords.forWhom),
                .text(CommunityWords.term), .number(CommunityWords.release),
            ],
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
        return [
            "\(role)", holder(held) + ways(held),
            held.organisationName.map { "\($0)" } ?? "\(CommunityWords.wholeCommunity)",
            "\(position.since) – \(until)", position.release.map { "\($0, decimals: 2)" } ?? "–",
        ]
    }

    private func holder(_ held: HeldPosition) -> HTML {
        guard let name = held.holderName else { return tag(CommunityWords.vacant, .strong) }
        guard held.isInvited, manages(held.position) else { return "\(name)" }
        return "\(name) \(tag(CommunityWords.invited, .quiet))"
    }

    /// Beside the name, where a phone shows them too.
    private func ways(_ held: HeldPosition) -> HTML {
        let position = held.position
        guard manages(position), of.state != .closed else { return HTML() }
        let end = CommunityPath.positionEnd(of.id, position.id)
        guard !position.isVacant else {
            return "\(fillForm(position))\(postButton(CommunityWords.remove, to: end, .plain))"
        }
        let link = CommunityPath.positionLink(of.id, position.id)
        return """
            \(if: held.isInvited, postButton(CommunityWords.newLink, to: link, .plain))\
            \(if: !isSchoolsOwn(position), postButton(CommunityWords.end, to: end, .plain))
            """
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

    /// Those for whom the reader may name people: no choice at all where that is one school.
    private var places: [Choice] {
        let own = members.filter { managed.contains($0.organisation.id) }.map {
            Choice($0.organisation.id.rawValue, Words(verbatim: $0.organisation.name))
        }
        guard managesAll else { return own }
        return [Choice("", CommunityWords.choose)] + own
            + [Choice(NewPosition.wholeCommunity, CommunityWords.wholeCommunity)]
    }

    private var addForm: HTML {
        Form(
            to: CommunityPath.positions(of.id),
            """
            \(selectField(
                "role", CommunityWords.role,
                choices: [Choice("", CommunityWords.choose)] + pack.roles.map { Choice($0.key, Words(verbatim: $0.title)) },
                chosen: form.optional("role"), problems: problems))
            \(selectField(
                "organisation", CommunityWords.forWhom,
                choices: places, chosen: form.optional("organisation"), problems: problems))
            \(textField(
                "name", CommunityWords.holderName, hint: CommunityWords.holderHint, value: form.text("name"),
                problems: problems))
            \(textField(
                "email", CommunityWords.holderEmail, value: form.text("email"), problems: problems, kind: .email))
            \(checkbox("vacant", CommunityWords.isVacant, isChecked: form.isChecked("vacant")))
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
