import Communities
import Ground
import HTML
import Interface
import Programmes
import Web

/// One focus area: how far it has come, who carries it where, what serves it, how it got here.
struct FocusAreaPage: Page {
    let of: Community
    let area: FocusArea
    /// The schools of the community that could have lead teachers.
    let schools: [Member]
    let candidates: [Candidate]
    let work: FocusAreas.Work
    let turns: [FocusAreaTurn]
    let today: Day
    let mayContribute: Bool
    let mayDecide: Bool
    /// The schools for which the reader may name lead teachers.
    let mayDecideFor: Set<OrganisationID>
    var form = FormData()
    var problems = Problems()

    var title: Words { Words(verbatim: area.title) }
    var community: CommunityName? { of.pageName }
    var hasProblems: Bool { !problems.isEmpty }

    private var isAtWork: Bool { area.isOpen && (of.state == .forming || of.state == .active) }
    private var mayAct: Bool { mayDecide && isAtWork }

    var body: HTML {
        """
        \(breadcrumb([Link(FocusAreaWords.focusAreas, to: FocusAreaPath.list(of.id))]))
        \(problemSummary(problems))
        \(headline(sentence))
        \(lead("\(area.text)"))
        <p>\(leadership)</p>
        \(if: area.isOpen && area.carriers.count == 1, warningNotice(
            "\(FocusAreaWords.carriedByOne(area.carriers.first?.name ?? ""))"))
        \(section(FocusAreaWords.howFar, id: "phase", road))
        \(section(FocusAreaWords.whoLeads, id: "leads", leads))
        \(if: area.isOpen || !work.items.isEmpty, section(FocusAreaWords.work, id: "work", serving))
        \(section(FocusAreaWords.history, id: "history", history))
        \(if: mayAct, section(FocusAreaWords.changing, id: "change", changing))
        \(if: mayDecide && !area.isOpen && (of.state == .forming || of.state == .active), postButton(
            FocusAreaWords.resume, to: FocusAreaPath.endWithdrawal(of.id, area.id), .quiet))
        """
    }

    private var sentence: Words {
        if let ended = area.ended { return FocusAreaWords.headlineEnded(area.title, ended) }
        return area.hasBegun(on: today)
            ? FocusAreaWords.headline(area.title, FocusAreaWords.phaseNow(area.phase))
            : FocusAreaWords.headlineAhead(area.title, area.started)
    }

    private var leadership: Words {
        let people = Set(area.leadTeachers.map(\.person)).count
        let places = Set(area.leadTeachers.compactMap(\.organisation)).count
        guard let lead = area.leadPrincipal else {
            return people > 0 ? FocusAreaWords.unledSentence(people, places) : FocusAreaWords.unled
        }
        return people > 0 ? FocusAreaWords.ledSentence(lead.name, people, places) : FocusAreaWords.ledAlone(lead.name)
    }

    // MARK: Phases

    private var road: HTML {
        let here = area.hasBegun(on: today) ? FocusArea.Phase.allCases.firstIndex(of: area.phase) ?? 0 : -1
        let stages = FocusArea.Phase.allCases.enumerated().map { index, phase in
            Step(
                FocusAreaWords.phaseName(phase), index < here ? .done : index == here ? .now : .ahead,
                note: "\(FocusAreaWords.phaseAbout(phase))")
        }
        return """
            \(steps(stages))
            \(if: mayAct && area.hasBegun(on: today), moveForm)
            """
    }

    private var moveForm: HTML {
        let others = FocusArea.Phase.allCases.filter { $0 != area.phase }
        let isOpened = ["phase", "reason", "day"].contains { problems.words(for: $0) != nil }
        return """
            <details class="fold"\(if: isOpened, " open")><summary>\(FocusAreaWords.move)</summary>
            \(Form(to: FocusAreaPath.phase(of.id, area.id), guardsChanges: false, """
                \(radioGroup(
                    "phase", FocusAreaWords.moveTo,
                    choices: others.map { Choice($0.rawValue, FocusAreaWords.phaseName($0)) },
                    chosen: form.optional("phase") ?? next?.rawValue, problems: problems))
                \(textField(
                    "reason", FocusAreaWords.why, hint: FocusAreaWords.whyHint, value: form.text("reason"),
                    problems: problems))
                \(dateField(
                    "day", FocusAreaWords.when, hint: FocusAreaWords.whenHint, value: form.text("day"),
                    problems: problems, isRequired: false))
                \(actions(button(FocusAreaWords.moveIt, .quiet)))
                """).html)
            </details>
            """
    }

    private var next: FocusArea.Phase? {
        switch area.phase {
        case .introduce: .embed
        case .embed: .maintain
        case .maintain: nil
        }
    }

    // MARK: What serves it

    private var serving: HTML {
        """
        \(if: work.items.isEmpty, "<p>\(FocusAreaWords.noWork)</p>")
        \(if: !work.items.isEmpty, "<ul class=\"plain-list\">\(work.items, item)</ul>\n")
        \(if: isAtWork && mayContribute, addition)
        """
    }

    private func item(_ item: FocusAreas.Work.Item) -> HTML {
        "<li><a href=\"\(item.path)\">\(item.title)</a><p>\(item.note)</p></li>"
    }

    private var addition: HTML {
        work.addition.map { "<p>\(buttonLink($0.words, to: $0.path, .quiet))</p>" } ?? HTML()
    }

    // MARK: Changing it

    private var changing: HTML {
        let isReworded = ["title", "text"].contains { problems.words(for: $0) != nil }
        return """
            <details class="fold"\(if: isReworded, " open")><summary>\(FocusAreaWords.change)</summary>
            \(Form(to: FocusAreaPath.one(of.id, area.id), """
                \(focusAreaFields(
                    title: isReworded ? form.text("title") : area.title,
                    text: isReworded ? form.text("text") : area.text, problems))
                \(actions(button(FocusAreaWords.save, .quiet)))
                """).html)
            </details>
            <details class="fold"\(if: problems.words(for: "end-reason") != nil, " open")><summary>\(FocusAreaWords.letGo)</summary>
            \(Form(to: FocusAreaPath.end(of.id, area.id), guardsChanges: false, """
                \(textField(
                    "end-reason", FocusAreaWords.letGoWhy, hint: FocusAreaWords.letGoHint,
                    value: form.text("end-reason"), problems: problems))
                \(actions(button(FocusAreaWords.letGoIt, .danger)))
                """).html)
            </details>
            """
    }
}

// MARK: Who leads

extension FocusAreaPage {
    private var leads: HTML {
        """
        \(facts([(FocusAreaWords.leadPrincipal, area.leadPrincipal.map { "\($0.name)" } ?? "\(FocusAreaWords.nobody)")]))
        \(if: mayAct, leadForm)
        <p>\(without.isEmpty ? FocusAreaWords.everySchoolLeads : FocusAreaWords.withoutLeads(without))</p>
        \(DataTable(
            FocusAreaWords.leadTeachers,
            columns: [.text(FocusAreaWords.school), .text(FocusAreaWords.leadTeachers)]
                + (mayStopSomebody ? [.text(FocusAreaWords.leaving)] : []),
            rows: schools.map(row)).html)
        \(if: isAtWork && !mayDecideFor.isEmpty, teacherForm)
        """
    }

    private var without: [String] {
        schools.filter { area.leadTeachers(in: $0.organisation.id).isEmpty }.map(\.organisation.name)
    }

    private var mayStopSomebody: Bool {
        isAtWork && area.leadTeachers.contains { $0.organisation.map(mayDecideFor.contains) ?? false }
    }

    private func row(_ school: Member) -> [HTML] {
        let id = school.organisation.id
        let teachers = area.leadTeachers(in: id)
        let names: HTML = "\(teachers.enumerated(), { "\(if: $0.offset > 0, "<br>")\($0.element.name)" })"
        let cells: [HTML] = [
            "\(school.organisation.name)", teachers.isEmpty ? "\(FocusAreaWords.noneYet)" : names,
        ]
        guard mayStopSomebody else { return cells }
        return cells + [mayDecideFor.contains(id) ? "\(teachers, stop)" : HTML()]
    }

    private func stop(_ teacher: FocusArea.Lead) -> HTML {
        postButton(
            FocusAreaWords.stopsLeading(teacher.name),
            to: FocusAreaPath.leadTeacherEnd(of.id, area.id, teacher.id), .plain)
    }

    private var leadForm: HTML {
        var seen: Set<PersonID> = []
        let principals = candidates.filter {
            $0.mayLeadForEveryone && $0.person != area.leadPrincipal?.person && seen.insert($0.person).inserted
        }
        let isOpened = problems.words(for: "lead") != nil || area.leadPrincipal == nil
        let summary = area.leadPrincipal == nil ? FocusAreaWords.nameLead : FocusAreaWords.changeLead
        guard !principals.isEmpty else { return HTML() }
        return """
            <details class="fold"\(if: isOpened, " open")><summary>\(summary)</summary>
            \(Form(to: FocusAreaPath.lead(of.id, area.id), guardsChanges: false, """
                \(selectField(
                    "lead", FocusAreaWords.whoLeadsForAll, hint: FocusAreaWords.leadHint,
                    choices: principals.map { Choice($0.person.rawValue, Words(verbatim: $0.name)) },
                    chosen: form.optional("lead"), problems: problems))
                \(actions(button(FocusAreaWords.name, area.leadPrincipal == nil ? .primary : .quiet)))
                """).html)
            </details>
            """
    }

    private var teacherForm: HTML {
        let choices = schools.filter { mayDecideFor.contains($0.organisation.id) }.flatMap(teacherChoices)
        guard !choices.isEmpty else { return "<p>\(FocusAreaWords.nobodyToName)</p>" }
        return """
            <details class="fold"\(if: problems.words(for: "teacher") != nil, " open")><summary>\(FocusAreaWords.nameTeacher)</summary>
            \(Form(to: FocusAreaPath.leadTeachers(of.id, area.id), guardsChanges: false, """
                \(selectField(
                    "teacher", FocusAreaWords.whoLeadsInSchool, hint: FocusAreaWords.teacherHint, choices: choices,
                    chosen: form.optional("teacher"), problems: problems))
                \(actions(button(FocusAreaWords.name, .quiet)))
                """).html)
            </details>
            """
    }

    private func teacherChoices(_ school: Member) -> [Choice] {
        let id = school.organisation.id
        var seen = Set(area.leadTeachers(in: id).map(\.person))
        return candidates.filter { $0.mayLead(in: id) && seen.insert($0.person).inserted }.map { candidate in
            Choice(
                TeacherChoice(organisation: id, person: candidate.person).value,
                FocusAreaWords.teacherChoice(candidate.name, school.organisation.name))
        }
    }
}

// MARK: How it got here

/// That a focus area was let go, or taken up again.
struct FocusAreaTurn: Sendable {
    let day: Day
    let isEnd: Bool
    let reason: String
}

extension FocusAreaPage {
    /// Newest first; of one day what came later stands above.
    private var history: HTML {
        let beginning = area.started <= today ? [Happening(on: area.started, "\(FocusAreaWords.begun)")] : []
        let all =
            beginning + area.leads.map(named) + area.moves.map(moved) + area.leads.compactMap(stopped)
            + turns.map(turned)
        let ordered = all.enumerated().sorted { ($0.element.day, $0.offset) > ($1.element.day, $1.offset) }
        return timeline(ordered.map(\.element))
    }

    private func moved(_ move: PhaseMove) -> Happening {
        let phase = FocusAreaWords.phaseNow(move.to)
        return Happening(
            on: move.day,
            move.actor.isEmpty
                ? "\(FocusAreaWords.movedBySomebody(phase))" : "\(FocusAreaWords.moved(phase, move.actor))",
            reason: "\(move.reason)")
    }

    private func named(_ lead: FocusArea.Lead) -> Happening {
        Happening(
            on: lead.since,
            place(lead).map { "\(FocusAreaWords.leadsIn(lead.name, $0))" } ?? "\(FocusAreaWords.leads(lead.name))")
    }

    private func stopped(_ lead: FocusArea.Lead) -> Happening? {
        lead.until.map { day in
            Happening(
                on: day,
                place(lead).map { "\(FocusAreaWords.stoppedIn(lead.name, $0))" }
                    ?? "\(FocusAreaWords.stopped(lead.name))")
        }
    }

    private func turned(_ turn: FocusAreaTurn) -> Happening {
        Happening(
            on: turn.day, turn.isEnd ? "\(FocusAreaWords.wasEnded)" : "\(FocusAreaWords.wasResumed)",
            reason: turn.reason.isEmpty ? nil : "\(turn.reason)")
    }

    private func place(_ lead: FocusArea.Lead) -> String? {
        lead.organisation.map { id in
            schools.first { $0.organisation.id == id }?.organisation.name ?? FocusAreaWords.formerSchool.text
        }
    }
}
