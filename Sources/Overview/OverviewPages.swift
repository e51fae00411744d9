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
    let actor: String

    init?(_ event: RecordedEvent, zone site: Site) {
        guard let words = OverviewWords.happened(event.kind, event.text) else { return nil }
        (self.words, actor) = (words, event.actor)
        day = site.day(of: event.at)
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

    var title: Words { OverviewWords.home }
    var community: CommunityName? { of.pageName }

    var body: HTML {
        """
        \(headline(sentence))\(lead(leading))
        \(nextStep(task.html, action: buttonLink(task.action, to: task.path(in: of.id)), takes: OverviewWords.twoMinutes))
        \(if: lines.isEmpty, empty, else: sight)
        \(if: !recent.isEmpty, section(OverviewWords.recent, id: "recent", timeline(recent.map(happening))))
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
        <ol class="sight-lines">\(lines, { LineView(line: $0, community: of.id).html })</ol>
        \(if: lines.contains { $0.broken != nil }, breaks)
        </section>

        """
    }

    private var breaks: HTML {
        """
        <h3>\(OverviewWords.broken)</h3>
        <ul class="plain-list">\(lines.filter { $0.broken != nil }, broken)</ul>
        """
    }

    private func broken(_ line: LineOfSight) -> HTML {
        let (words, path) = line.mending(in: of.id)
        return "<li>\(words) <a href=\"\(path)\">\(OverviewWords.mend)</a></li>"
    }

    private func happening(_ recent: Recent) -> Happening { Happening(on: recent.day, "\(recent.words)") }
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
                <p><a href="\(PicturePath.picture(community, PictureFilter(measure: measured.measure)))">\
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
        case .reach where gems.isEmpty: (OverviewWords.breakReachNoGem(area.title), GemPath.new(community))
        case .reach: (OverviewWords.breakReach(area.title), GemPath.gem(community, gems[0].gem.id))
        case .practice:
            (
                OverviewWords.breakPractice(area.title),
                gems.last.map { GemPath.gem(community, $0.gem.id) } ?? GemPath.gems(community)
            )
        case .learners: (OverviewWords.breakLearners(area.title), ChallengePath.list(community))
        }
    }
}

extension NextTask {
    var html: HTML { "\(words)" }

    private var words: Words {
        switch self {
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

    var action: Words {
        switch self {
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
