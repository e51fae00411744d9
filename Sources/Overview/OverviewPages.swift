import FocusAreas
import Accounts
import Challenges
import Communities
import Gems
import Ground
import HTML
import Interface
import Measurement
import Programmes
import Web

/// Something that happened lately, in a sentence.
struct Recent: Sendable {
    let day: Day
    let words: Words
    /// Where the thing it is about can be seen.
    let path: String

    init?(_ event: RecordedEvent, among names: RecentNames, zone site: Site) {
        let thing = names.things[event.subject]
        guard
            let words = OverviewWords.happened(
                event, thing: thing?.title, place: event.organisation.flatMap { names.places[$0] })
        else { return nil }
        self.words = words
        path = thing?.path ?? names.path(of: event.kind)
        day = site.day(of: event.at)
    }
}

/// What events are about, by their subjects: how it is called, and where it can be seen.
struct RecentNames: Sendable {
    let community: CommunityID
    let things: [String: (title: String, path: String)]
    let places: [OrganisationID: String]

    init(_ sources: HomeSources, in community: CommunityID) {
        self.community = community
        let gems = sources.gems.map { ($0.gem.id.rawValue, ($0.gem.title, GemPath.gem(community, $0.gem.id))) }
        let challenges = sources.challenges.map { ($0.id.rawValue, ($0.title, ChallengePath.one(community, $0.id))) }
        let areas = sources.areas.map { ($0.id.rawValue, ($0.title, FocusAreaPath.one(community, $0.id))) }
        things = Dictionary(gems + challenges + areas) { first, _ in first }
        places = Dictionary(sources.organisations.map { ($0.id, $0.name) }) { first, _ in first }
    }

    /// Where events of a kind lead whose subject has no page of its own.
    func path(of kind: String) -> String {
        kind == "stage-moved" ? CommunityPath.stages(community) : CommunityPath.members(community)
    }
}

/// The home of a community: from its aims to its learners, and what to do next.
struct HomePage: Page {
    let of: Community
    let pack: Pack
    let lines: [LineOfSight]
    let task: NextTask
    let recent: [Recent]
    let today: Day
    let mayContribute: Bool
    /// Challenges that belong to no focus area, and so to no line.
    let loose: [Challenge]

    var title: Words { OverviewWords.home }
    var community: CommunityName? { of.pageName }

    var body: HTML {
        """
        \(headline(sentence))\(lead(leading))
        \(nextStep(task.html, action: buttonLink(task.action, to: task.path(in: of.id)), takes: task.takes))
        \(if: mayContribute && task != .noteActivity, quickNote)
        \(if: lines.isEmpty, empty, else: sight)
        \(if: !recent.isEmpty, section(OverviewWords.recent, id: "recent", timeline(recent.map(happening))))
        """
    }

    private var quickNote: HTML {
        """
        <p>\(OverviewWords.note) <a href="\(GemPath.activities(of.id))">\(OverviewWords.noteAction)</a></p>
        """
    }

    private var sentence: Words {
        guard !lines.isEmpty else { return OverviewWords.emptySentence }
        let whole = lines.count { $0.broken == nil }
        return whole == lines.count
            ? OverviewWords.sentenceAll : OverviewWords.sentence(whole: whole, of: lines.count)
    }

    private var leading: HTML {
        let inUse = lines.flatMap(\.gems).count { $0.reached(on: today).values.contains { $0.state.isInUse } }
        let names = Set(lines.flatMap(\.schools).filter { $0.furthest?.isInUse ?? false }.map(\.name))
        let all = lines.first?.schools.count ?? 0
        guard inUse > 0 else { return "\(of.purpose)" }
        return "\(OverviewWords.leadGems(inUse, schools: names.count, of: all))"
    }

    private var empty: HTML {
        emptyPage(
            OverviewWords.emptyWhat, why: OverviewWords.emptyWhy,
            begin: buttonLink(OverviewWords.begin, to: "/communities/\(of.id)/focus-areas", .quiet))
    }

    private var sight: HTML {
        """
        <section class="sight" aria-labelledby="sight">
        <h2 id="sight">\(OverviewWords.lines)</h2>
        <p class="sight-key">\(OverviewWords.key)</p>
        \(if: lines.contains { $0.reached > 0 }, adoptionKey())\
        <ol class="sight-lines">\(lines, { LineView(line: $0, community: of.id).html })</ol>
        \(if: lines.contains { $0.broken != nil } || !loose.isEmpty, breaks)
        </section>

        """
    }

    private var breaks: HTML {
        """
        <h3>\(OverviewWords.broken)</h3>
        <ul class="plain-list">\(lines.filter { $0.broken != nil }, broken)\(loose, unattached)</ul>
        """
    }

    private func broken(_ line: LineOfSight) -> HTML {
        let (words, path) = line.mending(in: of.id)
        // Who may only read is told where it is broken, and not sent to a form that is closed to them.
        return "<li>\(words)\(if: mayContribute, " <a href=\"\(path)\">\(OverviewWords.mend)</a>")</li>"
    }

    private func unattached(_ challenge: Challenge) -> HTML {
        """
        <li>\(OverviewWords.looseChallenge(challenge.title)) \
        <a href="\(ChallengePath.words(of.id, challenge.id))">\(OverviewWords.mend)</a></li>
        """
    }

    private func happening(_ recent: Recent) -> Happening {
        Happening(on: recent.day, "<a href=\"\(recent.path)\">\(recent.words)</a>")
    }
}

/// One line: five stations, and between them links as strong as the evidence behind them.
struct LineView {
    let line: LineOfSight
    let community: CommunityID

    var html: HTML {
        """
        <li class="sight-line">
        <div class="station aim"><h3><a href="/communities/\(community)/focus-areas/\(line.area.id)">\
        \(line.area.title)</a></h3>\(line.challenges, { "<p>\($0.title)</p>" })</div>
        \(station(.doing, OverviewWords.doing, doing))
        \(station(.reach, OverviewWords.reach, reach))
        \(station(.practice, OverviewWords.practice, practice))
        \(station(.learners, OverviewWords.learners, learners))
        </li>

        """
    }

    private func station(_ link: LineOfSight.Link, _ title: Words, _ content: HTML) -> HTML {
        """
        <div class="station \(line.evidence(of: link).rawValue)"><p class="station-title">\(title)</p>\(content)</div>

        """
    }

    private var doing: HTML {
        let gems = line.gems.prefix(3)
        return """
            \(if: line.activities > 0, "<p>\(OverviewWords.activities(line.activities))</p>")\
            \(if: line.openActions > 0, "<p>\(OverviewWords.actions(line.openActions))</p>")\
            \(gems, { "<p><a href=\"\(GemPath.gem(community, $0.gem.id))\">\($0.gem.title)</a></p>" })\
            \(if: line.evidence(of: .doing) == .none, nothing)
            """
    }

    private var reach: HTML {
        guard line.evidence(of: .reach) != .none else { return nothing }
        return """
            <ul class="reach">\(line.schools, school)</ul>\
            <p>\(OverviewWords.reached(line.reached, of: line.schools.count))</p>
            """
    }

    private func school(_ school: LineOfSight.School) -> HTML {
        let words = school.furthest.map(\.mark.words) ?? OverviewWords.notHeard
        return """
            <li>\(adoptionCell(school.furthest?.mark))<span class="visually-hidden">, \(school.name)</span>\
            <span class="reach-name" aria-hidden="true" title="\(OverviewWords.atSchool(school.name, words))"></span></li>
            """
    }

    private var practice: HTML { line.practice.map { "<p>\(shortened($0))</p>" } ?? nothing }

    private var learners: HTML {
        if let measured = line.measured, let percent = measured.shown.percent {
            return """
                <p><a href="\(PicturePath.picture(community, measured.filter))">\
                \(OverviewWords.measured(measured.title, percent, measured.term.words))</a></p>\
                \(measured.goal.map { "<p>\(OverviewWords.goal("\($0.text)\u{00A0}%"))</p>" })
                """
        }
        return line.seenInLearners.map { "<p>\(shortened($0))</p>" } ?? nothing
    }

    private var nothing: HTML { "<p class=\"nothing\" aria-hidden=\"true\">…</p>" }

    /// The first sentence, for a station has room for one.
    private func shortened(_ text: String) -> String {
        let first = text.split(separator: ". ", maxSplits: 1).first.map(String.init) ?? text
        return first.hasSuffix(".") ? first : first + "."
    }
}

extension LineOfSight {
    /// What would mend the line where it is broken first, and where.
    func mending(in community: CommunityID) -> (words: Words, path: String) {
        switch broken ?? .doing {
        case .doing: (OverviewWords.breakDoing(area.title), GemPath.activities(community))
        case .reach:
            carrying.map { (OverviewWords.breakReach(area.title, $0.gem.title), GemPath.gem(community, $0.gem.id)) }
                ?? (OverviewWords.breakReachNoGem(area.title), GemPath.new(community))
        case .practice:
            (
                OverviewWords.breakPractice(area.title),
                carrying.map { GemPath.gem(community, $0.gem.id) } ?? GemPath.gems(community)
            )
        case .learners: (OverviewWords.breakLearners(area.title), ChallengePath.list(community))
        }
    }
}

extension NextTask {
    var html: HTML { "\(words)" }

    private var words: Words {
        switch self {
        case .addSchools: OverviewWords.addSchools
        case .invitePrincipal(let school): OverviewWords.invitePrincipal(school)
        case .beginFocusArea: OverviewWords.beginFocusArea
        case .answerGem(_, let title, let days): OverviewWords.answerGem(title, days)
        case .signOff(let school, let measures, let term): OverviewWords.signOff(school, measures, term)
        case .collect(let measure, let term, let school, let days):
            days < 0
                ? OverviewWords.collectLate(measure, term, school, -days)
                : OverviewWords.collect(measure, term, school, days)
        case .bringInResults(let school): OverviewWords.bringIn(school)
        case .action(_, let what, let days): OverviewWords.action(what, days)
        case .sayHowFar(_, let title, _, let school): OverviewWords.sayHowFar(title, school)
        case .noteActivity: OverviewWords.note
        case .readBoardPage: OverviewWords.board
        case .followLine: OverviewWords.follow
        }
    }

    /// How long it takes: looking at an idea and saying why takes longer than a line.
    var takes: Words {
        if case .answerGem = self { return OverviewWords.fiveMinutes }
        return OverviewWords.twoMinutes
    }

    var action: Words {
        switch self {
        case .addSchools: OverviewWords.addSchoolsAction
        case .invitePrincipal: OverviewWords.invitePrincipalAction
        case .beginFocusArea: OverviewWords.begin
        case .answerGem: OverviewWords.answer
        case .signOff: OverviewWords.signOffAction
        case .collect, .bringInResults: OverviewWords.bringInAction
        case .action: OverviewWords.actionAction
        case .sayHowFar: OverviewWords.sayAction
        case .noteActivity: OverviewWords.noteAction
        case .readBoardPage: OverviewWords.boardAction
        case .followLine: OverviewWords.followAction
        }
    }

    func path(in community: CommunityID) -> String {
        switch self {
        case .addSchools: CommunityPath.members(community) + "#add"
        case .invitePrincipal: CommunityPath.positions(community) + "#add"
        case .beginFocusArea: FocusAreaPath.new(community)
        case .answerGem(let id, _, _), .sayHowFar(let id, _, _, _): GemPath.gem(community, id)
        case .signOff: PicturePath.signOffs(community)
        case .collect, .bringInResults: IntakePath.room(community)
        case .action(let id, _, _): ActionPath.one(community, id)
        case .noteActivity: GemPath.activities(community)
        case .readBoardPage: "/communities/\(community)/board"
        case .followLine: PicturePath.picture(community)
        }
    }
}

/// What anybody may read of a community that shows itself.
struct PublicHomePage: Page {
    let of: Community
    let members: Int
    let gems: [GemStory]
    let today: Day

    var title: Words { OverviewWords.home }
    var community: CommunityName? { of.pageName }

    var body: HTML {
        """
        \(headline(OverviewWords.publicSentence(members, gems.count)))\(lead("\(of.purpose)"))
        <p>\(buttonLink(OverviewWords.publicPicture, to: PicturePath.picture(of.id)))</p>
        \(if: !gems.isEmpty, section(OverviewWords.publicGems, id: "gems", list))
        """
    }

    private var list: HTML { "<ul class=\"plain-list\">\(gems, item)</ul>" }

    private func item(_ story: GemStory) -> HTML {
        let schools = story.reached(on: today).values.count { $0.state.isInUse }
        return """
            <li><a href="\(GemPath.gem(of.id, story.gem.id))">\(story.gem.title)</a>, \(OverviewWords.at(schools))\
            <p>\(story.gem.text)</p></li>
            """
    }
}
