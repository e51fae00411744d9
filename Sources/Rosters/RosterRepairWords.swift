package import Ground

extension RosterRepair {
    /// What is done, as it is offered.
    package var words: Words {
        switch self {
        case .manifestMissing:
            Words(
                "rosters.repair.manifest-missing",
                """
                Read the package without a manifest: every file counts as all there is.
                """
            )
        case .manifestMismatch:
            Words("rosters.repair.manifest-mismatch", "Go by the files that are there, not by the manifest.")
        case .versionFromFiles:
            Words("rosters.repair.version-from-files", "Find the version from the files.")
        case .enclosingFolder:
            Words("rosters.repair.enclosing-folder", "Read the files although they are in a folder.")
        case .fileNames:
            Words("rosters.repair.file-names", "Read files whose names are written slightly differently.")
        case .emptyFiles:
            Words("rosters.repair.empty-files", "Take a file without rows as not there.")
        case .encoding:
            Words("rosters.repair.encoding", "Read files that are not written as UTF-8.")
        case .delimiter:
            Words("rosters.repair.delimiter", "Read files whose fields are parted by something else than commas.")
        case .headingCase:
            Words("rosters.repair.heading-case", "Read headings whatever their capitals.")
        case .headingSpelling:
            Words("rosters.repair.heading-spelling", "Read misspelt headings as those they most resemble.")
        case .columnOrder:
            Words("rosters.repair.column-order", "Read the columns in any order.")
        case .unknownColumns:
            Words("rosters.repair.unknown-columns", "Leave out columns that the format does not know.")
        case .missingColumns:
            Words("rosters.repair.missing-columns", "Do without columns that may be empty.")
        case .extraCells:
            Words("rosters.repair.extra-cells", "Leave out empty cells behind the last heading.")
        case .missingCells:
            Words("rosters.repair.missing-cells", "Take cells that are missing at the end of a row as empty.")
        case .lineBreaks:
            Words("rosters.repair.line-breaks", "Read line breaks inside a field as blanks.")
        case .repeatedRows:
            Words("rosters.repair.repeated-rows", "Leave out later rows with an id that was there before.")
        case .statusInBulk:
            Words("rosters.repair.status-in-bulk", "Accept a status in bulk files; only “to be deleted” counts.")
        case .statusMissing:
            Words("rosters.repair.status-missing", "Take records of a delta file without a status as active.")
        case .inactiveStatus:
            Words("rosters.repair.inactive-status", "Read “inactive” as to be deleted.")
        case .booleanCase:
            Words("rosters.repair.boolean-case", "Read TRUE and FALSE in capitals.")
        case .booleanWords:
            Words("rosters.repair.boolean-words", "Read yes, no, 1 and 0 as true and false.")
        case .dayFirstDates:
            Words("rosters.repair.day-first-dates", "Read dates as day, month, year: 1/05/2026 is 1 May.")
        case .dateForms:
            Words("rosters.repair.date-forms", "Read dates with a time or with the month in letters.")
        case .decimalCommas:
            Words("rosters.repair.decimal-commas", "Read a comma in a number as a point.")
        case .wordCase:
            Words("rosters.repair.word-case", "Read the words of the format whatever their capitals.")
        case .blanks:
            Words("rosters.repair.blanks", "Take away blanks around ids, dates and numbers.")
        case .plainUserIDs:
            Words("rosters.repair.plain-user-ids", "Read other ids that are written without braces.")
        case .freeIdentifiers:
            Words("rosters.repair.free-identifiers", "Accept ids with other characters in them.")
        case .missingCourses:
            Words("rosters.repair.missing-courses", "Do without courses: classes stand alone.")
        case .danglingReferences:
            Words(
                "rosters.repair.dangling-references",
                """
                Leave out references to records that are not there, where the record can do without.
                """
            )
        }
    }
}
