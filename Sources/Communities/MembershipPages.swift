import Ground
import HTML
import Interface
import Programmes
import Web

/// Who belongs to the community, in which way, since when.
struct MembersPage: Page {
    let of: Community
    let pack: Pack
    let members: [Member]
    let today: Day
    /// Whether the reader belongs to the community; the public sees this page alone.
    let belongs: Bool
    let mayManage: Bool
    /// The organisations of which the reader may say what they are called and how large they are.
    let described: [OrganisationID]
    /// The membership that ended just now, and the one that was corrected.
    var left: Identifier<Membership>?
    var changed: Identifier<Membership>?
    var form = FormData()
    var problems = Problems()

    var title: Words { CommunityWords.members }
    var community: CommunityName? { of.pageName }
    var hasProblems: Bool { !problems.isEmpty }

    private var open: [Member] { members.filter { $0.membership.isOpen(on: today) } }
    private var former: [Member] { members.filter { !$0.membership.isOpen(on: today) } }

    var body: HTML {
        """
        \(problemSummary(problems))\(if: belongs, communityParts(of, .members, mayManage: mayManage))
        \(notice)\(headline(sentence))
        \(DataTable(
            CommunityWords.members,
            columns: [
                .text(CommunityWords.organisation), .text(CommunityWords.kind), .text(CommunityWords.belongsAs),
                .text(CommunityWords.since), .number(CommunityWords.onRoll),
            ],
            rows: open.map(row), showsCaption: false).html)
        \(if: !former.isEmpty, section(CommunityWords.former, id: "former", formerTable))
        \(if: mayManage && of.state != .closed, section(CommunityWords.addMember, id: "add", folded(CommunityWords.addMember, isOpen: hasProblems, addForm)))
        """
    }

    private var notice: HTML {
        if let member = members.first(where: { $0.membership.id == changed }) {
            return doneNotice(CommunityWords.changed(member.organisation.name))
        }
        guard mayManage, let member = members.first(where: { $0.membership.id == left }),
            member.membership.mayReturn(on: today)
        else { return HTML() }
        return doneNotice(
            CommunityWords.left(member.organisation.name),
            undo: CommunityPath.memberReturn(of.id, member.membership.id))
    }

    /// "7 schools work together, with Te Poti Iti Early Learning Centre."
    private var sentence: Words {
        let schools = open.count { pack.organisations[key: $0.organisation.kind]?.isSchool ?? false }
        let others = open.filter { !(pack.organisations[key: $0.organisation.kind]?.isSchool ?? false) }
            .map(\.organisation.name)
        guard let last = others.last else { return CommunityWords.membersSentence(schools: schools) }
        if others.count > 3 {
            return CommunityWords.membersSentence(schools: schools, with: CommunityWords.others(others.count).text)
        }
        let named =
            others.count == 1
            ? last : others.dropLast().joined(separator: ", ") + " \(CommunityWords.and.text) " + last
        return CommunityWords.membersSentence(schools: schools, with: named)
    }

    private func row(_ member: Member) -> [HTML] {
        let organisation = member.organisation
        let kind = pack.organisations[key: organisation.kind]?.title ?? organisation.kind
        let membership = pack.memberships[key: member.membership.kind]?.title ?? member.membership.kind
        return [
            "\(organisation.name)\(ways(member))", "\(kind)",
            "\(membership)\(if: member.membership.isResourced, ", \(CommunityWords.resourced)")",
            "\(member.membership.since)", organisation.roll.map { "\(CommunityWords.learners($0))" } ?? "–",
        ]
    }

    /// Beside the name, where a phone shows it too.
    private func ways(_ member: Member) -> HTML {
        guard described.contains(member.organisation.id), of.state != .closed else { return HTML() }
        let path = CommunityPath.member(of.id, member.membership.id)
        return """
            <br><a href="\(path)">\(CommunityWords.change)<span class="visually-hidden">, \(member.organisation.name)</span></a>
            """
    }

    private var formerTable: HTML {
        DataTable(
            CommunityWords.former,
            columns: [
                .text(CommunityWords.organisation), .text(CommunityWords.since), .text(CommunityWords.until),
            ] + (mayTakeBack ? [.text(CommunityWords.takeBack)] : []),
            rows: former.map { member in
                [
                    "\(member.organisation.name)", "\(member.membership.since)",
                    member.membership.until.map { "\($0)" } ?? "–",
                ] + (mayTakeBack ? [takeBack(member)] : [])
            }, showsCaption: false
        ).html
    }

    private var mayTakeBack: Bool {
        mayManage && of.state != .closed && former.contains { $0.membership.mayReturn(on: today) }
    }

    private func takeBack(_ member: Member) -> HTML {
        guard member.membership.mayReturn(on: today) else { return HTML() }
        return postButton(
            CommunityWords.takeBack, to: CommunityPath.memberReturn(of.id, member.membership.id), .plain)
    }

    private var addForm: HTML {
        "<p>\(buttonLink(DirectoryWords.label, to: CommunityPath.directory(of.id), .quiet))</p>"
            + Form(
                to: CommunityPath.members(of.id),
                """
                \(organisationFields(CommunityWords.organisation, kinds: pack.organisations, form, problems))
                \(radioGroup(
                "membership", CommunityWords.membershipKind,
                choices: pack.memberships.map { Choice($0.key, Words(verbatim: $0.title)) },
                chosen: form.optional("membership") ?? pack.memberships.first?.key, problems: problems))
                \(dateField(
                "since", CommunityWords.sinceWhen, hint: CommunityWords.sinceHint, value: form.text("since"),
                problems: problems, isRequired: false))
                \(actions(button(CommunityWords.add)))
                """
            ).html
    }
}
