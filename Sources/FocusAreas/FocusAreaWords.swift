import Ground
import Programmes

enum FocusAreaWords {
    static let focusAreas = Words("focus-areas.title", "Focus areas")

    // The list.
    static func listSentence(_ count: Int, _ noun: Pack.NounForms, _ phases: [Words]) -> Words {
        Words("focus-areas.list-sentence", "\(count, noun.one, noun.many): \(joined(phases)).")
    }
    static func phaseCount(_ phase: FocusArea.Phase, _ count: Int) -> Words {
        switch phase {
        case .introduce:
            Words("focus-areas.count-introduce", "\(count, "is", "are") being introduced")
        case .embed: Words("focus-areas.count-embed", "\(count, "is", "are") being embedded")
        case .maintain: Words("focus-areas.count-maintain", "\(count, "is", "are") being maintained")
        }
    }
    static func aheadCount(_ count: Int) -> Words {
        Words("focus-areas.count-ahead", "\(count, "begins", "begin") later")
    }
    static func listEnded(_ noun: Pack.NounForms) -> Words {
        Words("focus-areas.list-ended", "No \(noun.one) is open now. Those that were let go stand below.")
    }
    static func emptyWhat(_ noun: Pack.NounForms) -> Words {
        Words("focus-areas.empty-what", "Your \(noun.many) will be here.")
    }
    static let emptyWhy = Words(
        "focus-areas.empty-why",
        """
        A few things that everybody works on carry further than many that each school works on alone. Begin with one \
        or two, and add more when they hold.
        """)
    static let area = Words("focus-areas.area", "What")
    static let phase = Words("focus-areas.phase", "Phase")
    static let ledBy = Words("focus-areas.led-by", "Led by")
    static let leadTeachers = Words("focus-areas.lead-teachers", "Lead teachers")
    static let since = Words("focus-areas.since", "Since")
    static func inSchools(_ count: Int, of all: Int) -> Words {
        Words("focus-areas.in-schools", "in \(count) of \(all, "school", "schools")")
    }
    static let nobody = Words("focus-areas.nobody", "nobody yet")
    static let ended = Words("focus-areas.ended", "Let go")
    static func endedOn(_ day: Day) -> Words { Words("focus-areas.ended-on", "let go on \(day)") }
    static func nextLead(_ title: String) -> Words {
        Words("focus-areas.next-lead", "Nobody leads “\(title)” for everyone yet. Name a lead principal.")
    }
    static func nextCarriers(_ title: String) -> Words {
        Words(
            "focus-areas.next-carriers",
            "“\(title)” rests on one person. Name a lead teacher beside them, so that it does not leave with them.")
    }
    static let open = Words("focus-areas.open", "Open it")
    static let begin = Words("focus-areas.begin", "Begin a focus area")

    // Phases.
    static func phaseNow(_ phase: FocusArea.Phase) -> Words {
        switch phase {
        case .introduce: Words("focus-areas.phase-introduce", "being introduced")
        case .embed: Words("focus-areas.phase-embed", "being embedded")
        case .maintain: Words("focus-areas.phase-maintain", "being maintained")
        }
    }
    static func phaseName(_ phase: FocusArea.Phase) -> Words {
        switch phase {
        case .introduce: Words("focus-areas.name-introduce", "Introduce")
        case .embed: Words("focus-areas.name-embed", "Embed")
        case .maintain: Words("focus-areas.name-maintain", "Maintain")
        }
    }
    static func phaseAbout(_ phase: FocusArea.Phase) -> Words {
        switch phase {
        case .introduce: Words("focus-areas.about-introduce", "Lead teachers try it and show it.")
        case .embed: Words("focus-areas.about-embed", "It becomes part of how everyone teaches.")
        case .maintain:
            Words("focus-areas.about-maintain", "It goes on where the lead teacher is not in the room.")
        }
    }
    static func beginsOn(_ day: Day) -> Words { Words("focus-areas.begins-on", "begins on \(day)") }

    // Beginning one.
    static let beginLead = Words(
        "focus-areas.begin-lead",
        "Choose one of the programme's suggestions, or name your own. The words can be changed afterwards.")
    static let suggestions = Words("focus-areas.suggestions", "Suggestions")
    static func takeUp(_ title: String) -> Words { Words("focus-areas.take-up", "Take up “\(title)”") }
    static let own = Words("focus-areas.own", "Your own")
    static let titleField = Words("focus-areas.title-field", "What is it called?")
    static let textField = Words("focus-areas.text-field", "What is it?")
    static let textHint = Words("focus-areas.text-hint", "In a sentence or two: what will be different for learners.")
    static let startedField = Words("focus-areas.started-field", "From when?")
    static let startedHint = Words("focus-areas.started-hint", "Leave it empty for today. It may lie ahead.")
    static let beginIt = Words("focus-areas.begin-it", "Begin")
    static let titleMissing = Words("focus-areas.title-missing", "Give it a name.")
    static let titleTooLong = Words("focus-areas.title-too-long", "The name is too long. Use at most 120 letters.")
    static let textMissing = Words("focus-areas.text-missing", "Say in a sentence what it is.")
    static let textTooLong = Words("focus-areas.text-too-long", "That is too long. Use at most 4,000 letters.")
    static let dayWrong = Words("focus-areas.day-wrong", "Type a date like 3 March 2027, or leave it empty for today.")
    static let suggestionUnknown = Words(
        "focus-areas.suggestion-unknown", "The programme has no such suggestion any more. Name your own.")

    // One of them.
    static func headline(_ title: String, _ now: Words) -> Words {
        Words("focus-areas.headline", "\(title) is \(now).")
    }
    static func headlineAhead(_ title: String, _ day: Day) -> Words {
        Words("focus-areas.headline-ahead", "\(title) begins on \(day).")
    }
    static func headlineEnded(_ title: String, _ day: Day) -> Words {
        Words("focus-areas.headline-ended", "\(title) was let go on \(day).")
    }
    static func ledSentence(_ name: String, _ teachers: Int, _ schools: Int) -> Words {
        Words(
            "focus-areas.led-sentence",
            """
            \(name) leads it for everyone, with \(teachers, "lead teacher", "lead teachers") in \
            \(schools, "school", "schools").
            """)
    }
    static func ledAlone(_ name: String) -> Words {
        Words("focus-areas.led-alone", "\(name) leads it for everyone, so far without lead teachers.")
    }
    static func unledSentence(_ teachers: Int, _ schools: Int) -> Words {
        Words(
            "focus-areas.unled-sentence",
            """
            Nobody leads it for everyone yet; \(teachers, "lead teacher carries", "lead teachers carry") it in \
            \(schools, "school", "schools").
            """)
    }
    static let unled = Words("focus-areas.unled", "Nobody leads it yet.")
    static let whoLeads = Words("focus-areas.who-leads", "Who leads")
    static let leadPrincipal = Words("focus-areas.lead-principal", "Lead principal")
    static func withoutLeads(_ names: [String]) -> Words {
        Words(
            "focus-areas.without-leads",
            "\(names.count, "school has", "schools have") no lead teacher yet: \(names.joined(separator: ", ")).")
    }
    static let everySchoolLeads = Words("focus-areas.every-school-leads", "Every school has a lead teacher.")
    static func carriedByOne(_ name: String) -> Words {
        Words(
            "focus-areas.carried-by-one",
            "Only \(name) carries this. What rests on one person leaves with them: name at least one more.")
    }
    static let school = Words("focus-areas.school", "School")
    static let noneYet = Words("focus-areas.none-yet", "none yet")
    static let nameLead = Words("focus-areas.name-lead", "Name the lead principal")
    static let changeLead = Words("focus-areas.change-lead", "Hand over to somebody else")
    static let whoLeadsForAll = Words("focus-areas.who-leads-for-all", "Who leads it for everyone?")
    static let leadHint = Words("focus-areas.lead-hint", "One of the principals of the community.")
    static let nameTeacher = Words("focus-areas.name-teacher", "Name a lead teacher")
    static let whoLeadsInSchool = Words("focus-areas.who-leads-in-school", "Who, in which school?")
    static let teacherHint = Words(
        "focus-areas.teacher-hint",
        "The list holds those with a role in the school. Somebody is missing? Give them one under People and roles.")
    static func teacherChoice(_ name: String, _ school: String) -> Words {
        Words("focus-areas.teacher-choice", "\(school): \(name)")
    }
    static let name = Words("focus-areas.name", "Name")
    static let nobodyToName = Words(
        "focus-areas.nobody-to-name",
        "Nobody has a role yet that they could lead from. Give people their roles under People and roles.")
    static func stopsLeading(_ name: String) -> Words {
        Words("focus-areas.stops-leading", "\(name) stops today")
    }
    static let leaving = Words("focus-areas.leaving", "Stopping")
    static let choosePerson = Words("focus-areas.choose-person", "Choose one of the people in the list.")

    static let howFar = Words("focus-areas.how-far", "How far it has come")
    static let move = Words("focus-areas.move", "Move it to another phase")
    static let moveTo = Words("focus-areas.move-to", "Move to")
    static let why = Words("focus-areas.why", "What shows that it is time?")
    static let whyHint = Words("focus-areas.why-hint", "A step back needs its reason too, and is no shame.")
    static let when = Words("focus-areas.when", "On which day?")
    static let whenHint = Words("focus-areas.when-hint", "Leave it empty for today.")
    static let moveIt = Words("focus-areas.move-it", "Move")
    static let phaseMissing = Words("focus-areas.phase-missing", "Choose one of the phases.")

    static let work = Words("focus-areas.work", "What serves it")
    static let noWork = Words("focus-areas.no-work", "Nothing has been set down yet that serves it.")

    static let history = Words("focus-areas.history", "How it got here")
    static let begun = Words("focus-areas.begun", "It begins.")
    static func moved(_ phase: Words, _ actor: String) -> Words {
        Words("focus-areas.moved", "Now \(phase), says \(actor).")
    }
    static func movedBySomebody(_ phase: Words) -> Words { Words("focus-areas.moved-by-somebody", "Now \(phase).") }
    static func leads(_ name: String) -> Words { Words("focus-areas.leads", "\(name) leads it for everyone.") }
    static func leadsIn(_ name: String, _ school: String) -> Words {
        Words("focus-areas.leads-in", "\(name) leads it at \(school).")
    }
    static func stopped(_ name: String) -> Words { Words("focus-areas.stopped", "\(name) hands it over for everyone.") }
    static func stoppedIn(_ name: String, _ school: String) -> Words {
        Words("focus-areas.stopped-in", "\(name) no longer leads it at \(school).")
    }
    static let formerSchool = Words("focus-areas.former-school", "a school that no longer belongs")
    static let wasEnded = Words("focus-areas.was-ended", "The community lets it go.")
    static let wasResumed = Words("focus-areas.was-resumed", "It is taken up again.")

    static let changing = Words("focus-areas.changing", "Changing it")
    static let change = Words("focus-areas.change", "Change its words")
    static let save = Words("focus-areas.save", "Save")
    static let letGo = Words("focus-areas.let-go", "Let it go")
    static let letGoWhy = Words("focus-areas.let-go-why", "Why?")
    static let letGoHint = Words(
        "focus-areas.let-go-hint", "The members will read it. The record stays, and it can be taken up again.")
    static let letGoIt = Words("focus-areas.let-go-it", "Let it go today")
    static let resume = Words("focus-areas.resume", "Take it up again")

    // Refusals.
    static func refusedBegunAlready(_ title: String) -> Words {
        Words("focus-areas.refused-begun-already", "“\(title)” has been taken up already. Open it in the list.")
    }
    static let refusedEnded = Words(
        "focus-areas.refused-ended", "It has been let go. Take it up again first; the button stands on its page.")
    static let refusedNotEnded = Words("focus-areas.refused-not-ended", "It goes on already.")
    static func refusedNotBegun(_ day: Day) -> Words {
        Words("focus-areas.refused-not-begun", "It begins on \(day). It can move once it has begun.")
    }
    static func refusedAlreadyIn(_ phase: Words) -> Words {
        Words("focus-areas.refused-already-in", "It is \(phase) already. Choose another phase.")
    }
    static let refusedReasonMissing = Words(
        "focus-areas.refused-reason-missing", "Say why, in a sentence: the members will read it.")
    static let refusedDayAhead = Words(
        "focus-areas.refused-day-ahead", "That day lies ahead. Move it when the day has come, or type an earlier one.")
    static func refusedDayTooEarly(_ day: Day) -> Words {
        Words("focus-areas.refused-day-too-early", "Its last step was on \(day). Type that day or a later one.")
    }
    static let refusedNotPrincipal = Words(
        "focus-areas.refused-not-principal",
        "A focus area is led by a principal of this community. Choose one, or give the person that role first.")
    static let refusedNotOfThatSchool = Words(
        "focus-areas.refused-not-of-that-school",
        "That person has no role in that school. Give them one under People and roles, then name them here.")
    static func refusedLeadsAlready(_ name: String) -> Words {
        Words("focus-areas.refused-leads-already", "\(name) leads it already.")
    }
    static let refusedLeadEndedAlready = Words(
        "focus-areas.refused-lead-ended-already", "They have stopped leading it already.")

    /// "two are being embedded, one is being introduced".
    private static func joined(_ parts: [Words]) -> String { parts.map(\.text).joined(separator: ", ") }
}
