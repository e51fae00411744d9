import Ground
import HTML
import Interface
import Programmes
import Web

/// What a member is called, of which kind and how large it is, to be corrected; and the way out.
struct MemberPage: Page {
    let of: Community
    let pack: Pack
    let member: Member
    let mayManage: Bool
    var form = FormData()
    var problems = Problems()

    var title: Words { Words(verbatim: member.organisation.name) }
    var community: CommunityName? { of.pageName }
    var hasProblems: Bool { !problems.isEmpty }

    private var typed: FormData {
        guard problems.isEmpty else { return form }
        let organisation = member.organisation
        return FormData([
            ("organisation", organisation.name), ("kind", organisation.kind),
            ("roll", organisation.roll.map { CommunityWords.learners($0).text } ?? ""),
        ])
    }

    var body: HTML {
        """
        \(problemSummary(problems))\(breadcrumb([Link(CommunityWords.members, to: CommunityPath.members(of.id))]))
        \(headline(title))
        \(Form(to: CommunityPath.member(of.id, member.membership.id), """
            \(organisationFields(CommunityWords.organisation, kinds: pack.organisations, typed, problems))
            \(actions(button(CommunityWords.save)))
            """).html)
        \(if: mayManage, section(CommunityWords.leaving, id: "leaving", leaving))
        """
    }

    private var leaving: HTML {
        """
        <p>\(CommunityWords.leavingWhen(member.organisation.name))</p>
        <p>\(buttonLink(CommunityWords.leave, to: CommunityPath.memberEnd(of.id, member.membership.id), .quiet))</p>
        """
    }
}

/// What it means that an organisation leaves, and for whom, before it does.
struct LeavingPage: Page {
    let of: Community
    let member: Member
    /// Those who stand for it in this community.
    let people: [String]

    var title: Words { CommunityWords.leavingQuestion(member.organisation.name) }
    var community: CommunityName? { of.pageName }

    var body: HTML {
        """
        \(breadcrumb([Link(CommunityWords.members, to: CommunityPath.members(of.id))]))
        \(headline(title))
        <ul>
        <li>\(CommunityWords.leavingNumbers)</li>
        <li>\(people.isEmpty ? CommunityWords.leavingNobody : CommunityWords.leavingPeople(people.joined(separator: ", ")))</li>
        <li>\(CommunityWords.leavingKept)</li>
        <li>\(CommunityWords.leavingUndo)</li>
        </ul>
        \(Form(to: CommunityPath.memberEnd(of.id, member.membership.id), guardsChanges: false, """
            \(actions(
                button(CommunityWords.leave, .danger),
                buttonLink(CommunityWords.stays, to: CommunityPath.members(of.id), .plain)))
            """).html)
        """
    }
}
