import Ground
import HTML
import Interface
import Programmes
import Web

/// The first page after signing in: the communities one belongs to. A visitor sees those that show themselves.
struct CommunityListPage: Page {
    let communities: [Community]
    let isSignedIn: Bool
    let isOperator: Bool

    var title: Words { isSignedIn ? CommunityWords.communities : CommunityWords.publicCommunities }

    var body: HTML {
        guard isSignedIn else { return welcome }
        guard !communities.isEmpty else {
            return headline(CommunityWords.communities)
                + emptyPage(
                    CommunityWords.emptyWhat, why: CommunityWords.emptyWhy,
                    begin: buttonLink(CommunityWords.form, to: CommunityPath.new)) + installation
        }
        return """
            \(headline(CommunityWords.listSentence(communities.count)))
            \(list)
            <p>\(buttonLink(CommunityWords.form, to: CommunityPath.new, .quiet))</p>
            \(installation)
            """
    }

    /// What whoever administers the installation keeps for all communities.
    private var installation: HTML {
        guard isOperator else { return HTML() }
        return "<p><a href=\"\(CommunityPath.installationDirectory)\">\(DirectoryWords.installation)</a></p>"
    }

    private var welcome: HTML {
        """
        \(headline(CommunityWords.welcome))\(lead(CommunityWords.welcomeLead))
        \(if: !communities.isEmpty, "<p>\(CommunityWords.publicList)</p>\(list)")
        """
    }

    private var list: HTML {
        """
        <ul class="plain-list">\(communities, item)</ul>
        """
    }

    private func item(_ community: Community) -> HTML {
        "<li><a href=\"\(CommunityPath.home(community.id))\">\(community.name)</a><p>\(community.purpose)</p></li>"
    }
}

struct NewCommunityPage: Page {
    let programmes: [Pack]
    var form = FormData()
    var problems = Problems()

    var title: Words { CommunityWords.form }
    var hasProblems: Bool { !problems.isEmpty }

    var body: HTML {
        """
        \(problemSummary(problems))\(headline(CommunityWords.form))\(lead(CommunityWords.formLead))
        \(Form(to: CommunityPath.all, """
            \(textField("name", CommunityWords.name, value: form.text("name"), problems: problems))
            \(textArea(
                "purpose", CommunityWords.purpose, hint: CommunityWords.purposeHint, value: form.text("purpose"),
                problems: problems, rows: 3))
            \(radioGroup(
                "pack", CommunityWords.programme,
                choices: programmes.map { Choice($0.id, Words(verbatim: $0.title), hint: Words(verbatim: $0.about)) },
                chosen: form.optional("pack") ?? programmes.first?.id, problems: problems))
            \(organisationFields(
                CommunityWords.ownOrganisation, kinds: programmes.first?.organisations ?? [], form, problems))
            \(actions(button(CommunityWords.form)))
            """).html)
        """
    }
}

/// The fields that describe an organisation, wherever one is added.
func organisationFields(
    _ label: Words, kinds: [Pack.OrganisationKind], _ form: FormData, _ problems: Problems
) -> HTML {
    """
    \(textField("organisation", label, value: form.text("organisation"), problems: problems))
    \(selectField(
        "kind", CommunityWords.organisationKind, choices: kinds.map { Choice($0.key, Words(verbatim: $0.title)) },
        chosen: form.optional("kind"), problems: problems))
    \(textField(
        "roll", CommunityWords.roll, hint: CommunityWords.rollHint, value: form.text("roll"), problems: problems,
        kind: .number, width: .short, isRequired: false))
    """
}

struct SettingsPage: Page {
    let of: Community
    let pack: Pack
    let additions: [Pack]
    /// What was added to the programme before.
    let added: [Pack]
    let isSaved: Bool
    var problems = Problems()

    var title: Words { CommunityWords.settings }
    var community: CommunityName? { of.pageName }
    var hasProblems: Bool { !problems.isEmpty }

    var body: HTML {
        """
        \(problemSummary(problems))\(communityParts(of, .settings, mayManage: true))
        \(if: isSaved, doneNotice(CommunityWords.saved))
        \(headline(Words(verbatim: of.name)))
        \(Form(to: CommunityPath.settings(of.id), """
            \(textField("name", CommunityWords.name, value: of.name, problems: problems))
            \(textArea(
                "purpose", CommunityWords.purpose, hint: CommunityWords.purposeHint, value: of.purpose,
                problems: problems, rows: 3))
            \(checkbox(
                "public", CommunityWords.isPublic, hint: CommunityWords.isPublicHint, isChecked: of.isPublic))
            \(actions(button(CommunityWords.save)))
            """).html)
        \(section(CommunityWords.packs, id: "packs", packs))
        \(section(CommunityWords.export, id: "export", """
            <p>\(CommunityWords.exportWhat)</p>
            <p>\(buttonLink(CommunityWords.exportLink, to: CommunityPath.export(of.id), .quiet))</p>
            """))
        \(section(CommunityWords.state, id: "state", state))
        """
    }

    private var packs: HTML {
        """
        <p>\(CommunityWords.worksBy(pack.title))</p><p>\(pack.about)</p>
        \(if: !added.isEmpty, """
            <p>\(CommunityWords.worksAlsoBy)</p><ul>\(added, { "<li><strong>\($0.title)</strong>. \($0.about)</li>" })</ul>
            """)
        \(additions, offer)
        """
    }

    private func offer(_ addition: Pack) -> HTML {
        Form(
            to: CommunityPath.packs(of.id), guardsChanges: false,
            """
            \(hiddenField("pack", addition.id))<p><strong>\(addition.title)</strong>. \(addition.about)</p>
            \(actions(button(CommunityWords.addPack, .quiet)))
            """
        ).html
    }

    private var state: HTML {
        guard of.state != .closed else { return "<p>\(CommunityWords.refusedClosed)</p>" }
        return """
            <p>\(CommunityWords.stateSentence(CommunityWords.state(of.state)))</p>
            \(warningNotice("\(CommunityWords.closeWarning)"))
            \(Form(to: CommunityPath.state(of.id), guardsChanges: false, """
                \(textField("reason", CommunityWords.reason, problems: problems, isRequired: false))
                \(actions(
                    of.state == .active
                        ? button(CommunityWords.pause, .quiet, name: "state", value: "paused")
                        : button(CommunityWords.activate, .quiet, name: "state", value: "active"),
                    button(CommunityWords.close, .danger, name: "state", value: "closed")))
                """).html)
            """
    }
}
