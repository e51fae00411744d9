import Ground

enum ImpactWords {
    static let measured = Words("impact.measured", "What was measured")
    static let measuredLead = Words(
        "impact.measured-lead",
        """
        The community's numbers of the latest term, of all learners and not only of those the idea reached. They stand \
        beside the idea and do not show what it did.
        """)
    static let measure = Words("impact.measure", "Measure")
    static let termAndTool = Words("impact.term-and-tool", "Term and tool")
    static let assessed = Words("impact.assessed", "Assessed")
    static let atOrAbove = Words("impact.at-or-above", "At or above")
    static let likely = Words("impact.likely", "95 % interval")
    static func percent(_ percent: Int) -> Words { Words("impact.percent", "\(percent) %") }
    static func interval(_ low: Int, _ high: Int) -> Words { Words("impact.interval", "\(low) to \(high) %") }
    static let impact = Words("impact.title", "Impact")

    /// What a check shows and what it does not, said wherever one is shown.
    static let honesty = Words(
        "impact.honesty",
        """
        This shows what changed beside a gem, not because of it. Other things changed at the same time, and nobody \
        compared with places that went without.
        """)

    // The room.
    static func sentence(complete: Int, of all: Int, sides: Int) -> Words {
        Words(
            "impact.sentence",
            "\(complete) of \(all, "gem in use has", "gems in use have") been looked at on all \(sides, "side", "sides")."
        )
    }
    static let noneSentence = Words("impact.none-sentence", "There is no effect to look at yet.")
    static let emptyWhat = Words("impact.empty-what", "What changed beside each gem will be here, side by side.")
    static let emptyWhy = Words(
        "impact.empty-why",
        "As soon as a place tries a gem, somebody can look whether it reaches anybody, and say: keep, adapt, stop, or too early."
    )
    static let toBoard = Words("impact.to-board", "See how gems spread")
    static let noSides = Words(
        "impact.no-sides",
        "The programme of this community names no sides to look at, so there is nothing to check against.")
    static func checkNext(_ title: String, _ side: String) -> Words {
        Words("impact.check-next", "“\(title)” has not been checked yet on this side: \(side).")
    }
    static let checkIt = Words("impact.check-it", "Check it")
    static let tenMinutes = Words("impact.ten-minutes", "about ten minutes")
    static let gem = Words("impact.gem", "Gem")
    static let verdict = Words("impact.verdict", "Verdict")
    static let notYet = Words("impact.not-yet", "not yet checked")
    static let noVerdict = Words("impact.no-verdict", "none yet")
    static let lastLook = Words("impact.last-look", "The last look at each gem, side by side")
    static let gaps = Words("impact.gaps", "Where nobody has looked yet")
    static func gap(_ title: String, _ sides: String) -> Words {
        Words("impact.gap", "“\(title)”: not yet checked on \(sides)")
    }
    static let source = Words("impact.source", "What members of the community saw and wrote down.")

    // The chapter on a gem's page, and its checks.
    static let chapter = Words("impact.chapter", "What changed beside it")
    static let chapterNone = Words("impact.chapter-none", "Nobody has looked yet at what changes where it is used.")
    static let chapterTooEarly = Words(
        "impact.chapter-too-early",
        "Nobody has tried it yet as far as the board says, so there is no effect to look at.")
    static func chapterVerdict(_ kind: Words, on day: Day, by name: String) -> Words {
        Words("impact.chapter-verdict", "Verdict of \(day): \(kind), says \(name).")
    }
    static let allChecks = Words("impact.all-checks", "All checks")
    static func checksTitle(_ title: String) -> Words {
        Words("impact.checks-title", "What changed beside “\(title)”?")
    }
    static func checksSentence(_ count: Int) -> Words {
        Words("impact.checks-sentence", "It has been checked \(count, "time", "times").")
    }
    static let look = Words("impact.look", "Look at it now")
    static let lookLead = Words(
        "impact.look-lead",
        "Fill in the sides you can speak of. A side left empty stays a gap that everybody can see, which is better than a guess."
    )
    static let link = Words("impact.link", "Where can that be looked up?")
    static let linkHint = Words("impact.link-hint", "The address of a page of results, a document, a film.")
    static let linkRead = Words("impact.link-read", "Look it up")
    static let verdictQuestion = Words("impact.verdict-question", "All in all, what follows for this gem?")
    static let reason = Words("impact.reason", "Why?")
    static let day = Words("impact.day", "When did you look?")
    static let dayHint = Words("impact.day-hint", "Leave it empty for today.")
    static let save = Words("impact.save", "Save the check")
    static let stopHint = Words("impact.stop-hint", "It stops spreading. It is kept, with the reason, to learn from.")
    static let keepHint = Words("impact.keep-hint", "It goes on as it is.")
    static let adaptHint = Words("impact.adapt-hint", "It goes on, changed. Say what changes.")
    static let tooEarlyHint = Words("impact.too-early-hint", "Look again later.")
    static let history = Words("impact.history", "Every check so far")
    static func judged(_ kind: Words, by name: String) -> Words { Words("impact.judged", "\(kind), says \(name)") }

    static let tooLong = Words("impact.too-long", "That is too long to be read. Use at most 4,000 letters.")
    static let linkWrong = Words("impact.link-wrong", "A link begins with https:// and has no spaces.")
    static let seenMissing = Words("impact.seen-missing", "Say in a sentence what the link shows.")
    static let verdictMissing = Words(
        "impact.verdict-missing", "Choose what follows. “Too early to say” is an answer too.")
    static let dayWrong = Words(
        "impact.day-wrong", "Type a day that has been, like 3 March 2027, or leave it empty for today.")

    static let refusedStopped = Words(
        "impact.refused-stopped",
        "This gem has been stopped. If it is taken up again, the leaders answer it anew first.")
    static let refusedNotTried = Words(
        "impact.refused-not-tried",
        "Nobody has tried this gem yet, so there is no effect to look at. Say on the board who tries it.")
    static let refusedNothingSeen = Words("impact.refused-nothing-seen", "Say what you saw, on at least one side.")
    static let refusedNotYoursToStop = Words(
        "impact.refused-not-yours-to-stop",
        "Only those who decide for the community can stop a gem. Choose another verdict and say in the reason why you would stop it."
    )
    static let refusedReasonMissing = Words(
        "impact.refused-reason-missing", "Say in a sentence why: the people who use the gem will read it.")
}
