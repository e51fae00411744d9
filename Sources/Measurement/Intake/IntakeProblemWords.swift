import Ground

extension IntakeWords {
    /// Why a row was refused. `detail` is what the reader of the row put beside the code.
    static func why(_ code: IntakeProblemCode, detail: String) -> Words {
        switch code {
        case .missingID: Words("intake.why.missing-id", "The row names no learner.")
        case .spreadsheetNumber:
            Words("intake.why.spreadsheet-number", "A spreadsheet has rounded this number; its last digits are lost.")
        case .unknownLearner: Words("intake.why.unknown-learner", "No learner on the list has this number.")
        case .contradictingIDs:
            Words(
                "intake.why.contradicting-ids",
                "The school's number and the national number belong to different learners.")
        case .duplicate: Words("intake.why.duplicate", "The same stands on line \(detail) already.")
        case .dayMissing: Words("intake.why.day-missing", "The row has no day.")
        case .notADay: Words("intake.why.not-a-day", "This is not a day of the calendar.")
        case .ambiguousDay:
            Words(
                "intake.why.ambiguous-day",
                "The file writes some dates with the day first and some with the month first; this one could be either."
            )
        case .dayInTheFuture: Words("intake.why.day-in-the-future", "This day has not come yet\(today(detail)).")
        case .dayLongAgo: Words("intake.why.day-long-ago", "This day lies before \(detail).")
        case .resultMissing: Words("intake.why.result-missing", "The row has no result.")
        case .notANumber: Words("intake.why.not-a-number", "This is not a number.")
        case .outOfRange: Words("intake.why.out-of-range", "The tool gives no such number\(range(detail)).")
        case .unknownLevel: Words("intake.why.unknown-level", "The tool has no such level.")
        case .unknownConstruct: Words("intake.why.unknown-construct", "The programme measures nothing of this name.")
        case .unknownInstrument: Words("intake.why.unknown-instrument", "The programme knows no tool of this name.")
        case .notMeasured: Words("intake.why.not-measured", "The tool does not measure this: \(detail).")
        case .yearLevel: Words("intake.why.year-level", "This is not a year level from 0 to 13.")
        case .tooLong: Words("intake.why.too-long", "The text is longer than \(detail) letters.")
        case .tooManyFields: Words("intake.why.too-many-fields", "The row has more fields than there are columns.")
        case .unreadableText: Words("intake.why.unreadable-text", "The row holds characters that cannot be read.")
        }
    }

    /// What would make the row usable.
    static func mend(_ code: IntakeProblemCode, detail: String) -> Words {
        switch code {
        case .missingID: Words("intake.mend.missing-id", "Write the learner's number into the row.")
        case .spreadsheetNumber:
            Words(
                "intake.mend.spreadsheet-number",
                "Export the file again and do not open it in a spreadsheet before you bring it in.")
        case .unknownLearner:
            Words(
                "intake.mend.unknown-learner",
                "Bring in your list of learners first, or check the number, or let this file add learners.")
        case .contradictingIDs:
            Words("intake.mend.contradicting-ids", "Check both numbers in your student management system.")
        case .duplicate: Words("intake.mend.duplicate", "Keep the row that is right and remove the other.")
        case .dayMissing: Words("intake.mend.day-missing", "Write the day of the assessment, such as 4 November 2026.")
        case .notADay: Words("intake.mend.not-a-day", "Write it as 4/11/2026 or 2026-11-04.")
        case .ambiguousDay: Words("intake.mend.ambiguous-day", "Write all dates of the file as 2026-11-04.")
        case .dayInTheFuture:
            Words("intake.mend.day-in-the-future", "Check the year, and that the day stands before the month.")
        case .dayLongAgo: Words("intake.mend.day-long-ago", "Check the year.")
        case .resultMissing:
            Words(
                "intake.mend.result-missing",
                "Nothing, if the learner was away: such rows are not needed. Else write the result.")
        case .notANumber:
            Words("intake.mend.not-a-number", "Write the score as a number, or remove the row if there is none.")
        case .outOfRange: Words("intake.mend.out-of-range", "Check the number, and that the file is from this tool.")
        case .unknownLevel: Words("intake.mend.unknown-level", "Write one of: \(detail).")
        case .unknownConstruct:
            Words("intake.mend.unknown-construct", "Write one of: \(detail). Or leave such rows out.")
        case .unknownInstrument: Words("intake.mend.unknown-instrument", "Write one of: \(detail).")
        case .notMeasured: Words("intake.mend.not-measured", "Check the tool and what was assessed.")
        case .yearLevel: Words("intake.mend.year-level", "Write a number such as 5, or Year 5.")
        case .tooLong: Words("intake.mend.too-long", "Shorten it, and check that the columns are the right ones.")
        case .tooManyFields:
            Words("intake.mend.too-many-fields", "Text with a comma in it needs quotation marks around it.")
        case .unreadableText: Words("intake.mend.unreadable-text", "Save the file again as CSV UTF-8.")
        }
    }

    private static func today(_ detail: String) -> Words {
        Day(text: detail).map { Words("intake.why.today", ": it is \($0) there") } ?? Words(verbatim: "")
    }

    private static func range(_ detail: String) -> Words {
        let bounds = detail.split(separator: " ").map(String.init)
        guard bounds.count == 2 else { return Words(verbatim: "") }
        return Words("intake.why.range", ": it goes from \(bounds[0]) to \(bounds[1])")
    }
}
