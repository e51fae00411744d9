import Accounts
import Communities
import Gems
import Ground
import Interface

enum OverviewWords {
    static let home = Words("overview.home", "Home")

    // The sentence.
    static let emptySentence = Words(
        "overview.empty-sentence", "The line from what we do to how learners do begins here.")
    static let emptyWhat = Words(
        "overview.empty-what", "Each thing you put your work into will be a line on this page.")
    static let emptyWhy = Words(
        "overview.empty-why",
        """
        It leads from the aim through what is tried and the schools it reaches to what changes for learners, and says \
        where it is broken.
        """)
    static let begin = Words("overview.begin", "Begin with a focus area")
    static func sentence(whole: Int, of lines: Int) -> Words {
        Words(
            "overview.sentence",
            "\(whole) of \(lines, "aim", "aims") can be followed all the way to learners.")
    }
    static let sentenceAll = Words("overview.sentence-all", "Every aim can be followed all the way to learners.")
    static func leadGems(_ count: Int, schools: Int, of all: Int) -> Words {
        Words(
            "overview.lead-gems",
            "\(count, "idea is", "ideas are") being tried or used, at \(schools) of \(all, "school", "schools").")
    }

    // The line.
    static let lines = Words("overview.lines", "The line of sight")
    static let aim = Words("overview.aim", "Aim")
    static let doing = Words("overview.doing", "What we do")
    static let reach = Words("overview.reach", "Who it has reached")
    static let practice = Words("overview.practice", "What changed in teaching")
    static let learners = Words("overview.learners", "Learners")
    static func activities(_ count: Int) -> Words {
        Words("overview.activities", "\(count, "activity", "activities")")
    }
    static func actions(_ count: Int) -> Words {
        Words("overview.actions", "\(count, "action under way", "actions under way")")
    }
    static func reached(_ count: Int, of all: Int) -> Words {
        Words("overview.reached", "\(count) of \(all, "school tries or uses it", "schools try or use it")")
    }
    static func atSchool(_ school: String, _ state: Words) -> Words {
        Words("overview.at-school", "\(school): \(state)")
    }
    static let notHeard = Words("overview.not-heard", "not heard of it")
    static func measured(_ title: String, _ percent: Int, _ term: Words) -> Words {
        Words("overview.measured", "\(title): \(percent)\u{00A0}% at or above, \(term)")
    }
    static func goal(_ goal: String) -> Words { Words("overview.goal", "The aim is \(goal).") }
    static let noGoal = Words("overview.no-goal", "No target, by choice.")
    static let reported = Words("overview.reported", "reported")
    static let measuredTag = Words("overview.measured-tag", "measured")
    static let key = Words(
        "overview.key",
        "A thin line: somebody reported it. A thick line: it was measured. Dots: nothing yet. None of them claims a cause."
    )

    // Where it is broken.
    static func breakDoing(_ aim: String) -> Words {
        Words("overview.break-doing", "\(aim): nobody has noted anything that was tried. One line is enough.")
    }
    static func breakReachNoGem(_ aim: String) -> Words {
        Words("overview.break-reach-no-gem", "\(aim): no idea has been lifted out of what was tried. Nominate one.")
    }
    static func breakReach(_ aim: String, _ gem: String) -> Words {
        Words(
            "overview.break-reach",
            "\(aim): no school has said that it tries or uses “\(gem)”. Ask them for two lines.")
    }
    static func looseChallenge(_ title: String) -> Words {
        Words(
            "overview.loose-challenge",
            "“\(title)” belongs to no focus area, so no line shows it. Choose the one it serves.")
    }
    static func breakPractice(_ aim: String) -> Words {
        Words(
            "overview.break-practice", "\(aim): nobody has looked at what changed in teaching. Check one of its ideas.")
    }
    static func breakLearners(_ aim: String) -> Words {
        Words(
            "overview.break-learners",
            "\(aim): there is nothing about learners yet. Choose a measure for its challenge, or ask learners.")
    }
    static let broken = Words("overview.broken", "Where the line is broken")
    static let mend = Words("overview.mend", "Mend it")

    // The next two minutes.
    static let twoMinutes = Words("overview.two-minutes", "two minutes")
    static let fiveMinutes = Words("overview.five-minutes", "about five minutes")
    static let addSchools = Words(
        "overview.add-schools", "First the schools: add those that work with yours. A name and a roll are enough.")
    static let addSchoolsAction = Words("overview.add-schools-action", "Add a school")
    static func invitePrincipal(_ school: String) -> Words {
        Words(
            "overview.invite-principal", "Then the people: nobody can speak for \(school) yet. Invite its principal.")
    }
    static let invitePrincipalAction = Words("overview.invite-principal-action", "Invite a principal")
    static let beginFocusArea = Words(
        "overview.begin-focus-area",
        "The schools and their principals are here. Choose together one thing to get better at.")
    static func answerGem(_ title: String, _ days: Int) -> Words {
        days == 0
            ? Words("overview.answer-gem-today", "“\(title)” was nominated today and waits for an answer.")
            : Words(
                "overview.answer-gem", "“\(title)” has waited \(days, "day", "days") for an answer from the leaders.")
    }
    static let answer = Words("overview.answer", "Answer it")
    static func signOff(_ school: String, _ measures: Int, _ term: String) -> Words {
        Words(
            "overview.sign-off",
            """
            \(school) has \(measures, "measure", "measures") of \(term) that nobody else sees yet. Look at the numbers, \
            then sign them off.
            """)
    }
    static let signOffAction = Words("overview.sign-off-action", "Look and sign off")
    static func collect(_ measure: String, _ term: String, _ school: String, _ days: Int) -> Words {
        days == 0
            ? Words(
                "overview.collect-today", "\(measure) of \(term) is due today, and \(school) has not brought it in.")
            : Words(
                "overview.collect",
                "\(measure) of \(term) is due in \(days, "day", "days"), and \(school) has not brought it in.")
    }
    static func collectLate(_ measure: String, _ term: String, _ school: String, _ days: Int) -> Words {
        Words(
            "overview.collect-late",
            "\(measure) of \(term) was due \(days, "day", "days") ago, and \(school) has not brought it in.")
    }
    static func bringIn(_ school: String) -> Words {
        Words("overview.bring-in", "\(school) has not brought in any results. The export you have is enough.")
    }
    static let bringInAction = Words("overview.bring-in-action", "Bring in results")
    static func action(_ what: String, _ days: Int) -> Words {
        Words("overview.action", "“\(what)” was due \(days, "day", "days") ago.")
    }
    static let actionAction = Words("overview.action-action", "Say how it stands")
    static func sayHowFar(_ title: String, _ school: String) -> Words {
        Words("overview.say-how-far", "How far has \(school) come with “\(title)”? Two lines tell the others.")
    }
    static let sayAction = Words("overview.say-action", "Say how far")
    static let note = Words(
        "overview.note", "Tried something lately? One line about it is enough for others to find it.")
    static let noteAction = Words("overview.note-action", "Note what you tried")
    static let board = Words(
        "overview.board", "The board page says on one side what is so, what was decided and what is asked.")
    static let boardAction = Words("overview.board-action", "Read the board page")
    static let follow = Words(
        "overview.follow", "Follow one line from its aim to its learners, and ask where it breaks.")
    static let followAction = Words("overview.follow-action", "See the picture of learning")

    static let recent = Words("overview.recent", "Lately")

    // The public page.
    static func publicSentence(_ members: Int, _ ideas: Int) -> Words {
        Words(
            "overview.public-sentence",
            "\(members, "organisation", "organisations") learn together; \(ideas, "idea has", "ideas have") spread between them."
        )
    }
    static let publicGems = Words("overview.public-gems", "Ideas that spread")
    static let publicPicture = Words("overview.public-picture", "How learners are doing")
    static func at(_ count: Int) -> Words { Words("overview.at", "at \(count, "school", "schools")") }

    /// What happened, for people; `nil` for what is not worth their while. Things and places go by their names now.
    static func happened(_ event: RecordedEvent, thing: String?, place: String?) -> Words? {
        switch event.kind {
        case "stage-moved": Words("overview.happened-stage", "A step of the community: \(event.text)")
        case "membership-joined": Words("overview.happened-joined", "\(place ?? event.text) joined.")
        case "membership-left": place.map { Words("overview.happened-left", "\($0) left.") }
        case "community-state":
            Community.State(rawValue: event.subject).map {
                event.text.isEmpty
                    ? Words("overview.happened-state", "The community is \($0.words).")
                    : Words("overview.happened-state-because", "The community is \($0.words): \(event.text)")
            }
        case "collection-due": Words("overview.happened-due", "Due soon: \(event.text)")
        case "collection-late": Words("overview.happened-late", "Late: \(event.text)")
        default: thing.flatMap { happened(event, to: $0, at: place) }
        }
    }

    private static func happened(_ event: RecordedEvent, to thing: String, at place: String?) -> Words? {
        switch event.kind {
        case "gem-nominated": return Words("overview.happened-gem", "“\(thing)” was nominated as a gem.")
        case "gem-answered":
            return Words("overview.happened-answer", "The leaders answered “\(thing)”: \(event.text)")
        case "gem-designed": return Words("overview.happened-design", "How “\(thing)” is to spread was written down.")
        case "adoption-recorded":
            let word = event.text.split(separator: ":").first.map(String.init) ?? ""
            guard let place, let state = Adoption.State(rawValue: word) else { return nil }
            return Words("overview.happened-adoption", "\(place) said of “\(thing)”: \(state.mark.words).")
        case "gem-checked":
            let parts = event.text.split(separator: ":", maxSplits: 1).map(String.init)
            guard let kind = parts.first.flatMap(Verdict.Kind.init) else { return nil }
            return Words("overview.happened-check", "The effect of “\(thing)” was looked at: \(kind.words).")
        case "challenge-agreed": return Words("overview.happened-challenge", "The challenge “\(thing)” was agreed.")
        case "focus-area-begun": return Words("overview.happened-focus", "The focus area “\(thing)” began.")
        default: return nil
        }
    }
}
