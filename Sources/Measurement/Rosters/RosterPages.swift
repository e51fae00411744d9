import Communities
import Ground
import HTML
import Interface
import Rosters
import Web

/// What a package holds for one school: what it would do comes first, then what had to be mended, then every departure.
struct RosterPage: Page {
    let of: Community
    let file: IntakeFile
    let read: RosterRead
    let repairs: Set<RosterRepair>
    /// `nil` until it is clear which school of the package is meant.
    let share: RosterShare?
    var problems = Problems()

    var title: Words { RosterWords.title }
    var community: CommunityName? { of.pageName }
    var hasProblems: Bool { !problems.isEmpty }
    private var roster: Roster { read.reading.roster }

    /// Departures that are shown; the command line lists them all.
    private static let shown = 100

    var body: HTML {
        """
        \(problemSummary(problems))
        \(headline(sentence))\(lead(RosterWords.noNames))
        \(next)
        \(if: !offers.isEmpty, section(RosterWords.repairs, id: "repairs", repairForm))
        \(if: !read.check.departures.isEmpty, section(RosterWords.departures, id: "departures", departures))
        <p><a href="\(IntakePath.room(of.id))">\(IntakeWords.otherFile)</a></p>
        """
    }

    private var sentence: HTML {
        if !read.reading.isUsable { return "\(RosterWords.unusable(file.name))" }
        if roster.isWithoutChanges { return "\(RosterWords.noChanges)" }
        guard let share else { return "\(RosterWords.noSchool(file.name))" }
        return "\(RosterWords.accepted(file.name, share.learners.count - share.leaving, share.results.count))"
    }

    private var next: HTML {
        guard read.reading.isUsable, !roster.isWithoutChanges else { return HTML() }
        guard let share else { return Form(to: path, schoolField + kept + actions(button(RosterWords.look))).html }
        return """
            \(if: share.leaving > 0, noteNotice("\(RosterWords.leaving(share.leaving, of: share.knownCount))"))
            \(nextStep("\(RosterWords.next)", action: HTML()))
            \(Form(to: path, """
                \(hiddenField("school", share.school.id))\(hiddenField("part", "learners"))\(kept)
                \(if: share.mustAsk, checkbox("confirm", RosterWords.confirm, problems: problems))
                \(actions(button(RosterWords.readLearners)))
                """).html)
            \(if: !share.results.isEmpty, Form(to: path, """
                \(hiddenField("school", share.school.id))\(hiddenField("part", "results"))\(kept)
                \(actions(button(RosterWords.readResults, .plain)))
                """).html)
            """
    }

    private var path: String { IntakePath.package(of.id, file.id) }

    private var kept: HTML {
        repairs.map(\.rawValue).sorted().map { hiddenField("repair", $0) }.reduce(HTML(), +)
    }

    private var schoolField: HTML {
        selectField(
            "school", RosterWords.school,
            choices: roster.schools.map { Choice($0.id, Words(verbatim: "\($0.name) \($0.identifier)")) },
            problems: problems)
    }

    private var offers: [(use: RepairUse, isUsed: Bool)] {
        read.reading.used.map { ($0, true) } + read.reading.offered.map { ($0, false) }
    }

    private var repairForm: HTML {
        let choices = offers.map { offer in
            Choice(
                offer.use.repair.rawValue, offer.use.repair.words,
                hint: offer.isUsed ? RosterWords.used(offer.use.count) : RosterWords.offered(offer.use.count))
        }
        return Form(
            to: path,
            """
            \(if: share != nil, hiddenField("school", share?.school.id ?? ""))
            \(hiddenField("part", "repairs"))
            \(checkboxGroup(
                "repair", RosterWords.repairsLead, choices: choices, chosen: Set(repairs.map(\.rawValue)),
                isRequired: false))
            \(actions(button(RosterWords.look, .plain)))
            """
        ).html
    }

    private var departures: HTML {
        let all = read.check.departures
        return """
            \(DataTable(
                RosterWords.departures,
                columns: [.text(RosterWords.rule), .text(RosterWords.place), .text(IntakeWords.whyAndMend)],
                rows: all.prefix(RosterPage.shown).map { departure in
                    [
                        "\(departure.rule.rawValue)", "\(place(departure))",
                        "<b>\(departure.words)</b> \(departure.mend)",
                    ]
                }, showsCaption: false).html)
            \(if: all.count > RosterPage.shown, "<p>\(RosterWords.more(all.count - RosterPage.shown))</p>")
            """
    }

    private func place(_ departure: Departure) -> String {
        [departure.file, departure.line.map { "\($0)" }, departure.column].compactMap { $0 }.filter { !$0.isEmpty }
            .joined(separator: " · ")
    }
}
