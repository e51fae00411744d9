import Ground

extension World {
    /// A school's learners as its student management system exports them: a CSV file in UTF-8.
    ///
    /// Those on the roll in 2026, who are as many as the roll; with `years` from 2025, those who have left as well, with
    /// the day they left.
    package static func learnersCSV(_ school: School, years: ClosedRange<Int> = 2026...2026) -> String {
        var lines = [
            "Local ID,NSN,First name,Family name,Year level,Ethnicity (1),Ethnicity (2),Gender,Start date,"
                + "ESOL,Learning support,Leaving date"
        ]
        for learner in learners(of: school) where years.contains(where: { learner.yearLevel(in: $0) != nil }) {
            lines.append(
                line([
                    learner.localID, learner.nationalID, learner.firstName, learner.familyName,
                    String(learner.yearLevel), learner.ethnicities[0].rawValue,
                    learner.ethnicities.count > 1 ? learner.ethnicities[1].rawValue : "", learner.gender.rawValue,
                    dayFirst(learner.started), learner.isEnglishLearner ? "Yes" : "No",
                    learner.hasLearningSupport ? "Yes" : "No", learner.left.map(dayFirst) ?? "",
                ]))
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// A school's results from one tool, in the shape of that tool's own export; only the header where it has none.
    package static func resultsCSV(_ school: School, _ tool: Tool) -> String {
        resultsCSV(results(of: school), tool)
    }

    /// Results in the shape of a tool's own export; those of other tools are left out. Three tools, three headers,
    /// three ways to write a day, two ways to end a line.
    package static func resultsCSV(_ results: [Result], _ tool: Tool) -> String {
        let lines = results.filter { $0.tool == tool }.map { line(cells(of: $0)) }
        return ([tool.header] + lines).map { $0 + tool.lineEnd }.joined()
    }

    private static func cells(of result: Result) -> [String] {
        let learner = result.learner
        switch result.tool {
        case .harbourScale:
            return [
                learner.nationalID, learner.localID, learner.familyName, learner.firstName, String(result.yearLevel),
                dayFirst(result.day), result.subject.title, result.text,
            ]
        case .pipitTest:
            return [
                learner.localID, "\(learner.familyName), \(learner.firstName)", String(result.yearLevel),
                result.subject.title, namedMonth(result.day), result.text, "2021",
            ]
        case .teacherJudgement:
            return [
                learner.localID, "\(learner.firstName) \(learner.familyName)", String(result.yearLevel),
                result.subject.title, "Term \(result.occasion.term) \(result.occasion.year)",
                result.day.description, result.text,
            ]
        }
    }

    /// Cells as a line of CSV (RFC 4180), quoted where they must be.
    static func line(_ cells: [String]) -> String {
        cells.map { cell in
            cell.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
                ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
        }.joined(separator: ",")
    }

    /// `04/11/2026`
    static func dayFirst(_ day: Day) -> String {
        "\(twoDigits(day.dayOfMonth))/\(twoDigits(day.month))/\(day.year)"
    }

    /// `4-Nov-2026`
    private static func namedMonth(_ day: Day) -> String {
        "\(day.dayOfMonth)-\(Day.monthNames[day.month - 1].prefix(3))-\(day.year)"
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}

extension World.Tool {
    package var header: String {
        switch self {
        case .harbourScale: "NSN,Local ID,Family name,First name,Year level,Date tested,Subject,Scale score"
        case .pipitTest: "Student ID,Student,Yr,Test,Test date,Stanine,Norms"
        case .teacherJudgement: "Id,Learner,Year,Area,Term,Date,Judgement"
        }
    }

    var lineEnd: String { self == .harbourScale ? "\r\n" : "\n" }
}
