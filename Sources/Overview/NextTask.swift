import Challenges
import Gems
import Ground

/// What somebody can do here in the next two minutes: one thing, the one that others wait for most.
enum NextTask: Sendable, Equatable {
    case addSchools
    case invitePrincipal(school: String)
    case beginFocusArea
    case answerGem(Identifier<Gem>, title: String, days: Int)
    case signOff(school: String, measures: Int, term: String)
    /// Results the community has asked for; `days` until they are due, negative where they are late.
    case collect(measure: String, term: String, school: String, days: Int)
    case bringInResults(school: String)
    case action(Identifier<PlannedAction>, what: String, days: Int)
    case sayHowFar(Identifier<Gem>, title: String, OrganisationID, school: String)
    case noteActivity
    case readBoardPage
    case followLine
}

/// What the choice of the next task looks at.
struct Viewpoint: Sendable {
    let viewer: Viewer
    let community: CommunityID
    let today: Day
    let gems: [GemStory]
    let actions: [PlannedAction]
    /// Own schools with results in a term that have yet to be signed off.
    let toSignOff: [(school: String, measures: Int, term: String)]
    /// Whether the community should have had some of that by now.
    var isSignOffLate = false
    /// What own schools have yet to bring in within a week, or are late with, soonest due first.
    let toCollect: [(measure: String, term: String, school: String, due: Day)]
    /// Own schools that have never brought in any results.
    let withoutResults: [String]
    /// Own organisations by name.
    let own: [(id: OrganisationID, name: String)]
    let mayDecide: Bool
    let mayContribute: Bool
    /// What comes first in a community that has only begun.
    var firstStep: NextTask?
}

extension Viewpoint {
    var nextTask: NextTask {
        // The whole community waits for what is late.
        if isSignOffLate, let waiting = signOff { return waiting }
        if let owed = toCollect.first, owed.due < today { return collect(owed) }
        // What only this person can do comes before what any of the leaders can.
        if let waiting = signOff { return waiting }
        if let firstStep { return firstStep }
        if let late = lateAction { return late }
        if mayDecide, let waiting = longestWaiting { return waiting }
        if let owed = toCollect.first { return collect(owed) }
        if let school = withoutResults.first { return .bringInResults(school: school) }
        if mayContribute, let still = stillestGem { return still }
        if mayContribute { return .noteActivity }
        return viewer.standings(in: community).contains(.board) ? .readBoardPage : .followLine
    }

    private var signOff: NextTask? {
        toSignOff.first.map { .signOff(school: $0.school, measures: $0.measures, term: $0.term) }
    }

    private func collect(_ owed: (measure: String, term: String, school: String, due: Day)) -> NextTask {
        .collect(
            measure: owed.measure, term: owed.term, school: owed.school,
            days: owed.due.daysSince1970 - today.daysSince1970)
    }

    private var longestWaiting: NextTask? {
        gems.compactMap { story in
            story.daysWaiting(on: today).map { (story: story, days: $0) }
        }.max { $0.days < $1.days }.map { .answerGem($0.story.gem.id, title: $0.story.gem.title, days: $0.days) }
    }

    private var lateAction: NextTask? {
        actions.filter { $0.isOwned(by: viewer) }
            .compactMap { action in action.daysOverdue(on: today).map { (action: action, days: $0) } }
            .max { $0.days < $1.days }.map { .action($0.action.id, what: $0.action.what, days: $0.days) }
    }

    /// The gem that spreads and of which one's own school has said nothing for longest.
    private var stillestGem: NextTask? {
        let waiting = gems.filter { [.chosen, .designed, .spreading].contains($0.stage) }.flatMap { story in
            let reached = story.reached(on: today)
            return own.compactMap { organisation -> (task: NextTask, day: Day)? in
                let last = reached[organisation.id]
                if let last, last.state.isSettled || today.daysSince1970 - last.day.daysSince1970 < 70 { return nil }
                return (
                    .sayHowFar(story.gem.id, title: story.gem.title, organisation.id, school: organisation.name),
                    last?.day ?? story.gem.nominated
                )
            }
        }
        return waiting.min { $0.day < $1.day }?.task
    }
}
