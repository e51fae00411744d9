import Communities
import Ground
import HTML
import Interface
import Web

/// Where a school takes its own records of learners out, and sees who did so before.
struct LearnerExportPage: Page {
    let of: Community
    /// The schools of the reader, and what was taken out of each before.
    let own: [(school: Organisation, past: [PastLearnerExport])]
    var form = FormData()
    var problems = Problems()

    var title: Words { LearnerExportWords.title }
    var community: CommunityName? { of.pageName }
    var hasProblems: Bool { !problems.isEmpty }

    var body: HTML {
        """
        \(problemSummary(problems))
        \(headline(LearnerExportWords.sentence(own.map(\.school.name).joined(separator: ", "))))
        \(lead(LearnerExportWords.lead))
        \(Form(to: LearnerExportPath.exports(of.id), guardsChanges: false, """
            \(if: own.count > 1, selectField(
                "organisation", LearnerExportWords.school,
                choices: own.map { Choice($0.school.id.rawValue, Words(verbatim: $0.school.name)) },
                chosen: form.optional("organisation"), problems: problems))
            \(radioGroup(
                "kind", LearnerExportWords.what,
                choices: [
                    Choice("results", LearnerExportWords.results, hint: LearnerExportWords.resultsHint),
                    Choice("learners", LearnerExportWords.learners, hint: LearnerExportWords.learnersHint),
                ], chosen: form.optional("kind") ?? "results", problems: problems))
            \(radioGroup(
                "format", LearnerExportWords.format,
                choices: [Choice("csv", LearnerExportWords.csv), Choice("xlsx", LearnerExportWords.xlsx)],
                chosen: form.optional("format") ?? "csv", problems: problems))
            \(textField(
                "purpose", LearnerExportWords.purpose, hint: LearnerExportWords.purposeHint,
                value: form.text("purpose"), problems: problems))
            \(actions(button(LearnerExportWords.take)))
            """).html)
        \(section(LearnerExportWords.past, id: "past", past))
        """
    }

    private var past: HTML {
        let all = own.flatMap { own in own.past.map { (own.school, $0) } }
        guard !all.isEmpty else { return "<p>\(LearnerExportWords.none)</p>" }
        return DataTable(
            LearnerExportWords.past,
            columns: [
                .text(LearnerExportWords.when), .text(LearnerExportWords.who), .text(LearnerExportWords.what),
                .number(LearnerExportWords.rows), .text(LearnerExportWords.purpose),
            ],
            rows: all.map { school, past in
                [
                    "\(school.day(past.at))", "\(past.who)",
                    "\(LearnerExportWords.name(of: past.kind)), \(school.name)",
                    "\(past.rows)", "\(past.purpose)",
                ]
            }, showsCaption: false
        ).html
    }
}
