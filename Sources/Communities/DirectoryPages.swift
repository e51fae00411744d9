import Ground
import HTML
import Interface
import Programmes
import Web

/// Schools of the national directory that fit what was typed, each with a button that adds it.
struct DirectorySearchPage: Page {
    let of: Community
    let pack: Pack
    let query: String
    let membership: String
    let found: [DirectoryEntry]
    /// Whether more would fit.
    let isCut: Bool
    /// When the directory was brought in; `nil` where there is none.
    let asOf: Day?
    /// Numbers of the organisations that belong already.
    let belonging: Set<String>

    var title: Words { DirectoryWords.title }
    var community: CommunityName? { of.pageName }
    var about: HTML { asOf.map { "<p>\(DirectoryWords.asOf($0))</p>" } ?? HTML() }

    var body: HTML {
        """
        \(communityParts(of, .members, mayManage: true))
        \(headline(sentence))
        \(if: asOf == nil, noteNotice("\(DirectoryWords.notBrought)"), else: search)
        \(if: !query.isEmpty && found.isEmpty && asOf != nil, lead(DirectoryWords.foundNoneWhy))
        \(if: !found.isEmpty, section(DirectoryWords.results, id: "results", results))
        <p><a href="\(CommunityPath.members(of.id))#add">\(DirectoryWords.byHand)</a></p>
        """
    }

    private var sentence: Words {
        guard !query.isEmpty, asOf != nil else { return DirectoryWords.title }
        if found.isEmpty { return DirectoryWords.foundNone(query) }
        return isCut ? DirectoryWords.foundMore(found.count, query) : DirectoryWords.found(found.count, query)
    }

    private var search: HTML {
        """
        <form class="form" method="get" action="\(CommunityPath.directory(of.id))">
        \(textField("q", DirectoryWords.label, hint: DirectoryWords.hint, value: query, kind: .search))
        \(selectField(
            "membership", CommunityWords.membershipKind,
            choices: pack.memberships.map { Choice($0.key, Words(verbatim: $0.title)) }, chosen: membership))
        \(actions(button(DirectoryWords.search)))
        </form>
        """
    }

    private var results: HTML {
        """
        <ul class="plain-list">\(found, result)</ul>
        """
    }

    private func result(_ entry: DirectoryEntry) -> HTML {
        let kind = entry.kind(among: pack.organisations)
        let facts = [
            kind?.title ?? entry.kind, entry.area, DirectoryWords.number(entry.number).text,
            entry.roll.map { DirectoryWords.onRoll($0).text } ?? "",
        ].filter { !$0.isEmpty }.joined(separator: " · ")
        return """
            <li><strong>\(entry.name)</strong><p>\(facts)</p>\
            \(if: belonging.contains(entry.number), tag(DirectoryWords.belongs, .quiet), else: add(entry, as: kind))</li>
            """
    }

    private func add(_ entry: DirectoryEntry, as kind: Pack.OrganisationKind?) -> HTML {
        postButton(
            DirectoryWords.add(entry.name), to: CommunityPath.members(of.id), .quiet,
            fields: [
                ("organisation", entry.name), ("kind", kind?.key ?? ""), ("number", entry.number),
                ("roll", entry.roll.map(String.init) ?? ""), ("membership", membership),
            ])
    }
}

/// The directory of the installation, for whoever administers it: how old it is, and a newer one in its place.
struct DirectoryPage: Page {
    let state: (count: Int, day: Day)?
    var brought: SchoolDirectory?
    var problems = Problems()

    var title: Words { DirectoryWords.installation }
    var hasProblems: Bool { !problems.isEmpty }

    var body: HTML {
        """
        \(problemSummary(problems))\(brought.map(notice))
        \(state.map { headline(DirectoryWords.sentence($0.count, $0.day)) } ?? headline(DirectoryWords.installation))
        \(if: state == nil, emptyPage(DirectoryWords.emptyWhat, why: DirectoryWords.emptyWhy))
        \(lead(DirectoryWords.lead))
        \(Form(to: CommunityPath.installationDirectory, carriesFiles: true, """
            \(fileField("file", DirectoryWords.file, accepts: ".csv", problems: problems))
            \(actions(button(DirectoryWords.bringIn)))
            """).html)
        """
    }

    private func notice(_ brought: SchoolDirectory) -> HTML {
        brought.report.dropFirst().reduce(brought.report.first.map { doneNotice($0) } ?? HTML()) {
            $0 + noteNotice("\($1)")
        }
    }
}
