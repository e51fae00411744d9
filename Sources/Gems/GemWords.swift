package import Ground

enum GemWords {
    static let gems = Words("gems.title", "Gems")

    // The list.
    static func sentence(waiting: Int, longest: Int, spreading: Int) -> Words {
        switch (waiting, spreading) {
        case (0, let spreading):
            Words(
                "gems.sentence-spreading", "\(spreading, "gem is", "gems are") spreading, and none waits for an answer."
            )
        case (1, 0):
            Words(
                "gems.sentence-one-waiting",
                "1 gem has been waiting for an answer for \(longest, "day", "days"). None is spreading yet.")
        case (1, let spreading):
            Words(
                "gems.sentence-one",
                """
                1 gem has been waiting for an answer for \(longest, "day", "days"); \
                \(spreading, "is", "are") spreading.
                """)
        case (let waiting, 0):
            Words(
                "gems.sentence-waiting",
                """
                \(waiting, "gem waits", "gems wait") for an answer, the longest for \(longest, "day", "days"). \
                None is spreading yet.
                """)
        default:
            Words(
                "gems.sentence",
                """
                \(waiting, "gem waits", "gems wait") for an answer, the longest for \(longest, "day", "days"); \
                \(spreading, "is", "are") spreading.
                """)
        }
    }
    static let noneSentence = Words("gems.none-sentence", "No gem has been found yet.")
    static let emptyWhat = Words("gems.empty-what", "Ideas that somebody found to work will be here.")
    static let emptyWhy = Words(
        "gems.empty-why",
        """
        Whoever finds one says what it is and what they saw. The leaders must answer, and what they choose is spread \
        from school to school.
        """)
    static let nominate = Words("gems.nominate", "Nominate a gem")
    static func answerNext(_ title: String, days: Int) -> Words {
        if days == 0 {
            return Words(
                "gems.answer-next-today",
                "“\(title)” was nominated today. Its finders deserve an answer, with a reason.")
        }
        return Words(
            "gems.answer-next",
            "“\(title)” has been waiting for an answer for \(days, "day", "days"). Its finders deserve one, with a reason."
        )
    }
    static func designNext(_ title: String) -> Words {
        Words(
            "gems.design-next",
            "“\(title)” is to be spread, but nobody has said yet for whom, and what must stay.")
    }
    static let answerIt = Words("gems.answer-it", "Read it and answer")
    static let designIt = Words("gems.design-it", "Design how it spreads")
    static let fiveMinutes = Words("gems.five-minutes", "about five minutes")
    static func waitingFor(_ days: Int) -> Words {
        days == 0
            ? Words("gems.waiting-today", "nominated today")
            : Words("gems.waiting-for", "waiting for \(days, "day", "days")")
    }
    static func foundBy(_ finder: String, at organisation: String) -> Words {
        Words("gems.found-by", "Found by \(finder), \(organisation)")
    }
    static func usedBy(_ count: Int) -> Words {
        count == 0
            ? Words("gems.used-nowhere", "not tried anywhere yet")
            : Words("gems.used-by", "tried or used in \(count, "place", "places")")
    }

    static func heading(_ stage: Gem.Stage) -> Words {
        switch stage {
        case .nominated: Words("gems.heading-nominated", "Waiting for an answer")
        case .testing: Words("gems.heading-testing", "Being tested more")
        case .setAside: Words("gems.heading-set-aside", "Not now")
        case .chosen: Words("gems.heading-chosen", "To be spread, not yet designed")
        case .designed: Words("gems.heading-designed", "Ready to spread")
        case .spreading: Words("gems.heading-spreading", "Spreading")
        case .checked: Words("gems.heading-checked", "Spreading, and checked")
        case .stopped: Words("gems.heading-stopped", "Stopped, and kept to learn from")
        }
    }

    // Nominating.
    static let nominateLead = Words(
        "gems.nominate-lead",
        "Say what it is so that a teacher who was not there wants to try it, and what you saw. Then the leaders must answer."
    )
    static let name = Words("gems.name", "What do you call it?")
    static let nameHint = Words(
        "gems.name-hint", "A short name that people will remember, such as “Talk before writing”.")
    static let text = Words("gems.text", "What is it, in two sentences?")
    static let whoFound = Words("gems.who-found", "Who found it?")
    static let whoFoundHint = Words("gems.who-found-hint", "The people, by name. They get the credit.")
    static let whereFound = Words("gems.where-found", "Where was it found?")
    static let bar = Words("gems.bar", "What did you see?")
    static let whatWasSeen = Words("gems.what-was-seen", "Where was it tried, and what changed?")
    static let cameFrom = Words("gems.came-from", "Which activities did it come from?")
    static let nominateIt = Words("gems.nominate-it", "Nominate it")
    static let nameMissing = Words("gems.name-missing", "Give the gem a name.")
    static let nameTooLong = Words("gems.name-too-long", "The name is too long. Use at most 120 letters.")
    static let textMissing = Words("gems.text-missing", "Say in two sentences what it is.")
    static let textTooLong = Words("gems.text-too-long", "That is too long to be read. Use at most 1,000 letters.")
    static let answerTooLong = Words("gems.answer-too-long", "That is too long to be read. Use at most 4,000 letters.")
    static let finderMissing = Words("gems.finder-missing", "Say who found it.")
    static let whereMissing = Words("gems.where-missing", "Choose an organisation you may speak for.")
    static func evidenceMissing(_ question: String) -> Words {
        Words("gems.evidence-missing", "Answer “\(question)” too: the leaders cannot judge the gem without it.")
    }
    static let refusedUnanswered = Words(
        "gems.refused-unanswered",
        "A gem is nominated with what was seen. Answer every question that is not marked as optional.")

    // The article.
    static func stageSentence(_ stage: Gem.Stage) -> Words {
        switch stage {
        case .nominated: Words("gems.stage-nominated", "It waits for the leaders' answer.")
        case .testing: Words("gems.stage-testing", "The leaders want it tested more before it spreads.")
        case .setAside: Words("gems.stage-set-aside", "The leaders said: not now.")
        case .chosen: Words("gems.stage-chosen", "It is to be spread; how has not been designed yet.")
        case .designed: Words("gems.stage-designed", "It is ready to spread, and has not reached another place yet.")
        case .spreading: Words("gems.stage-spreading", "It is spreading.")
        case .checked: Words("gems.stage-checked", "It is spreading, and has been checked.")
        case .stopped: Words("gems.stage-stopped", "It has been stopped, and is kept to learn from.")
        }
    }
    static func waitingSentence(_ days: Int) -> Words {
        Words("gems.waiting-sentence", "It has been waiting for the leaders' answer for \(days, "day", "days").")
    }
    static let seen = Words("gems.seen", "What they saw")
    static let howItSpreads = Words("gems.how-it-spreads", "How it spreads")
    static let audience = Words("gems.audience", "For whom")
    static let mustStay = Words("gems.must-stay", "What must stay")
    static let mayChange = Words("gems.may-change", "What may change")
    static let canHelp = Words("gems.can-help", "Who can help")
    static let byWhen = Words("gems.by-when", "By when")
    static let nothingFixed = Words("gems.nothing-fixed", "Nothing has been named.")
    static let whereItGot = Words("gems.where-it-got", "Where it has got to")
    static let nowhereYet = Words("gems.nowhere-yet", "Nobody has said yet who has heard of it or tries it.")
    static let theAnswer = Words("gems.the-answer", "The leaders' answer")
    static let changeAnswer = Words("gems.change-answer", "Change the answer")
    static let answerQuestion = Words("gems.answer-question", "What is your answer?")
    static let reason = Words("gems.reason", "Why?")
    static let reasonHint = Words(
        "gems.reason-hint", "Its finders will read this, and so will everybody who meets the gem.")
    static let toAnswerForm = Words("gems.to-answer-form", "Go to the answer")
    static let giveAnswer = Words("gems.give-answer", "Give this answer")
    static let answerMissing = Words("gems.answer-missing", "Choose one of the three answers.")
    static func answerSaid(_ kind: Words, by name: String) -> Words {
        Words("gems.answer-said", "\(kind), says \(name)")
    }
    static func answerSaid(_ kind: Words) -> Words { Words("gems.answer-said-anonymous", "\(kind), say the leaders") }
    static let origins = Words("gems.origins", "The activities it came from")
    static let history = Words("gems.history", "Who decided what, and why")
    static func wasNominated(_ name: String) -> Words { Words("gems.was-nominated", "Nominated; found by \(name)") }
    static func wasDesigned(_ name: String) -> Words {
        Words("gems.was-designed", "How it spreads was written down by \(name)")
    }
    static func wasJudged(_ kind: Words, by name: String) -> Words {
        Words("gems.was-judged", "Checked, with the verdict “\(kind)”, by \(name)")
    }
    static let changeDesign = Words("gems.change-design", "Change the design")
    static func reachNext(_ organisation: String) -> Words {
        Words("gems.reach-next", "Has it reached \(organisation)? Two lines are enough, and “not for us” counts too.")
    }
    static let sayHowFar = Words("gems.say-how-far", "Say how far it has come")
    static let oneMinute = Words("gems.one-minute", "about a minute")
    static let source = Words("gems.source", "What members of the community wrote down, in their own words.")

    // Designing.
    static func designTitle(_ title: String) -> Words { Words("gems.design-title", "How “\(title)” spreads") }
    static let designLead = Words(
        "gems.design-lead",
        "Short is good. What must stay is what makes it this idea; all the rest each school may make its own.")
    static let audienceField = Words("gems.audience-field", "For whom is it?")
    static let coreField = Words("gems.core-field", "What must stay?")
    static let coreHint = Words("gems.core-hint", "One part on each line.")
    static let adaptableField = Words("gems.adaptable-field", "What may each place change?")
    static let helpField = Words("gems.help-field", "Who can help?")
    static let helpHint = Words("gems.help-hint", "People to ask, classrooms to visit, time there is.")
    static let dueField = Words("gems.due-field", "By when is it to have reached them?")
    static let saveDesign = Words("gems.save-design", "Save the design")
    static let audienceMissing = Words("gems.audience-missing", "Say for whom it is.")
    static let coreMissing = Words("gems.core-missing", "Name at least one part that must stay.")
    static let dueWrong = Words("gems.due-wrong", "Type a date like 3 March 2027, or leave it empty.")
    static let refusedNotChosen = Words(
        "gems.refused-not-chosen",
        "The leaders have not chosen to spread this gem. Once their answer is “spread”, its spread can be designed.")
    static let refusedStopped = Words(
        "gems.refused-stopped",
        "This gem has been stopped. If that has changed, answer it anew first, with a reason.")
    static let refusedReasonMissing = Words(
        "gems.refused-reason-missing", "Say why, in a sentence: an answer without a reason teaches nobody.")
    static func refusedAlready(_ kind: Words) -> Words {
        Words("gems.refused-already", "The answer is “\(kind)” already. Choose another one to change it.")
    }

    // What everybody may read.
    static func publicSentence(_ count: Int) -> Words {
        Words("gems.public-sentence", "\(count, "idea spreads", "ideas spread") from school to school here.")
    }
    static let publicNone = Words("gems.public-none", "No idea spreads here yet.")
    static func publicReach(_ reached: Int, using: Int) -> Words {
        Words(
            "gems.public-reach",
            "It has reached \(reached, "place", "places"); \(using, "tries or uses", "try or use") it now.")
    }
}

extension Answer.Kind {
    /// What people call it.
    package var words: Words {
        switch self {
        case .spread: Words("gems.answer-spread", "Spread it")
        case .testMore: Words("gems.answer-test-more", "Test it more")
        case .notNow: Words("gems.answer-not-now", "Not now")
        }
    }
}

extension Verdict.Kind {
    /// What people call it.
    package var words: Words {
        switch self {
        case .keep: Words("gems.verdict-keep", "keep it")
        case .adapt: Words("gems.verdict-adapt", "adapt it")
        case .stop: Words("gems.verdict-stop", "stop it")
        case .tooEarly: Words("gems.verdict-too-early", "too early to say")
        }
    }
}

extension Gem.Stage {
    /// What people call it, in a word or two.
    package var words: Words {
        switch self {
        case .nominated: Words("gems.is-nominated", "waiting for an answer")
        case .testing: Words("gems.is-testing", "being tested")
        case .setAside: Words("gems.is-set-aside", "not now")
        case .chosen: Words("gems.is-chosen", "to be designed")
        case .designed: Words("gems.is-designed", "ready to spread")
        case .spreading: Words("gems.is-spreading", "spreading")
        case .checked: Words("gems.is-checked", "checked")
        case .stopped: Words("gems.is-stopped", "stopped")
        }
    }
}
