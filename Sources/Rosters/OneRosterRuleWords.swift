package import Ground

extension Departure {
    /// What is wrong.
    package var words: Words {
        let (shown, heading, other, at) = (value ?? "", column ?? "", otherLine ?? 0, line ?? 0)
        return switch rule {
        case .manifestMissing:
            Words(
                "rosters.rule.manifest-missing",
                """
                There is no manifest.csv, so this is not a package of OneRoster 1.1 or 1.2.
                """
            )
        case .enclosingFolder:
            Words(
                "rosters.rule.enclosing-folder",
                """
                "\(file)" lies in the folder "\(shown)"; files belong at the root of the archive.
                """
            )
        case .tooManyFiles:
            Words("rosters.rule.too-many-files", "There are \(shown) files; a package has at most 22.")
        case .fileUnknown:
            Words("rosters.rule.file-unknown", "\"\(file)\" is not a file of this format.")
        case .fileNameSpelling:
            Words(
                "rosters.rule.file-name-spelling",
                """
                "\(file)" should be called "\(expected)", letter for letter.
                """
            )
        case .fileTwice:
            Words("rosters.rule.file-twice", "\"\(file)\" and \"\(expected)\" are the same file of the format.")
        case .fileUnreadable:
            Words("rosters.rule.file-unreadable", "\"\(file)\" cannot be read. \(expected)")
        case .fileRequired:
            Words("rosters.rule.file-required", "\"\(file)\" is missing; this format cannot do without it.")
        case .manifestHeadings:
            Words(
                "rosters.rule.manifest-headings",
                """
                The manifest has the headings "\(shown)"; they must be "\(expected)".
                """
            )
        case .manifestVersion:
            Words("rosters.rule.manifest-version", "manifest.version is \"\(shown)\"; it must be 1.0.")
        case .rosterVersion:
            Words("rosters.rule.roster-version", "oneroster.version is \"\(shown)\"; it must be 1.1 or 1.2.")
        case .versionConflict:
            Words(
                "rosters.rule.version-conflict",
                """
                The manifest says OneRoster \(shown), but \(expected) belongs to the other version.
                """
            )
        case .propertyMissing:
            Words("rosters.rule.property-missing", "The manifest has no row \"\(shown)\".")
        case .propertyUnknown:
            Words("rosters.rule.property-unknown", "The manifest names \"\(shown)\", which the format does not know.")
        case .propertyTwice:
            Words(
                "rosters.rule.property-twice",
                """
                The manifest names "\(shown)" twice, on lines \(other) and \(at).
                """
            )
        case .modeUnknown:
            Words("rosters.rule.mode-unknown", "\"\(shown)\" is not one of \(expected).")
        case .fileListedButAbsent:
            Words(
                "rosters.rule.file-listed-but-absent",
                """
                The manifest says that "\(expected)" is \(shown), but it is not there.
                """
            )
        case .fileNotListed:
            Words("rosters.rule.file-not-listed", "\"\(file)\" is there, but the manifest does not say so.")
        case .fileWithoutRows:
            Words(
                "rosters.rule.file-without-rows",
                """
                "\(file)" has no rows below its headings, which is not permitted.
                """
            )
        case .encoding:
            Words("rosters.rule.encoding", "\"\(file)\" is written as \(shown), not as UTF-8.")
        case .delimiter:
            Words("rosters.rule.delimiter", "The fields of \"\(file)\" are parted by \"\(shown)\", not by commas.")
        case .columnMissing:
            Words(
                "rosters.rule.column-missing",
                """
                The column "\(heading)" is missing; the file cannot do without it.
                """
            )
        case .headingCase:
            Words("rosters.rule.heading-case", "The heading \"\(shown)\" should be \"\(expected)\": capitals matter.")
        case .headingSpelling:
            Words(
                "rosters.rule.heading-spelling",
                """
                There is no column "\(shown)"; most likely "\(expected)" is meant.
                """
            )
        case .headingOrder:
            Words(
                "rosters.rule.heading-order",
                """
                The column "\(heading)" stands too far to the left, as number \(shown): it belongs behind \
                "\(expected)".
                """
            )
        case .headingTwice:
            Words("rosters.rule.heading-twice", "Two columns are called \"\(shown)\": numbers \(expected).")
        case .headingUnknown:
            Words(
                "rosters.rule.heading-unknown",
                """
                The format has no column "\(shown)". Columns of your own must begin with "metadata.".
                """
            )
        case .extensionPlace:
            Words(
                "rosters.rule.extension-place",
                """
                The extension column "\(heading)" stands among the others; extensions belong at the \
                right-hand end.
                """
            )
        case .optionalColumnMissing:
            Words(
                "rosters.rule.optional-column-missing",
                """
                The column "\(heading)" is missing. It may be empty, but its heading must be there.
                """
            )
        case .headingEmpty:
            Words("rosters.rule.heading-empty", "Column \(shown) has no heading.")
        case .lineBreak:
            Words(
                "rosters.rule.line-break",
                """
                "\(heading)" holds a line break, which is not permitted inside a field.
                """
            )
        case .tooFewCells:
            Words("rosters.rule.too-few-cells", "The row has \(shown) cells, but there are \(expected) headings.")
        case .tooManyCells:
            Words("rosters.rule.too-many-cells", "The row has \(shown) cells, but there are \(expected) headings.")
        case .rowUnreadable:
            Words("rosters.rule.row-unreadable", "The row cannot be read. \(expected)")
        case .strayQuote:
            Words("rosters.rule.stray-quote", "Text stands behind a closing quotation mark; it was kept.")
        case .identifierTwice:
            Words(
                "rosters.rule.identifier-twice",
                """
                "\(shown)" names two records: on line \(other) and on line \(at).
                """
            )
        case .startNotBeforeEnd:
            Words(
                "rosters.rule.start-not-before-end",
                """
                The end \(shown) is not after the start \(expected). The end is the first day that no longer \
                belongs.
                """
            )
        case .endBeforeBegin:
            Words("rosters.rule.end-before-begin", "The end \(shown) lies before the beginning \(expected).")
        case .cellRequired:
            Words("rosters.rule.cell-required", "\"\(heading)\" is empty, and the record cannot do without it.")
        case .identifierForm:
            Words(
                "rosters.rule.identifier-form",
                """
                "\(shown)" cannot be an id: only A to Z, digits and . - _ / @ may stand in one.
                """
            )
        case .identifierLength:
            Words("rosters.rule.identifier-length", "The id in \"\(heading)\" has more than 255 characters.")
        case .statusInBulk:
            Words(
                "rosters.rule.status-in-bulk",
                """
                "\(heading)" must be empty in a bulk file; here it is "\(shown)".
                """
            )
        case .statusMissing:
            Words("rosters.rule.status-missing", "\"\(heading)\" is empty; in a delta file it must be filled in.")
        case .statusUnknown:
            Words("rosters.rule.status-unknown", "\"\(shown)\" is not a status.")
        case .dateForm:
            Words("rosters.rule.date-form", "\"\(shown)\" is not a date as the format writes it.")
        case .momentForm:
            Words("rosters.rule.moment-form", "\"\(shown)\" is not a moment as the format writes it.")
        case .yearForm:
            Words("rosters.rule.year-form", "\"\(shown)\" is not a year.")
        case .integerForm:
            Words("rosters.rule.integer-form", "\"\(shown)\" is not a whole number.")
        case .floatForm:
            Words("rosters.rule.float-form", "\"\(shown)\" is not a number as the format writes it.")
        case .booleanCase:
            Words("rosters.rule.boolean-case", "\"\(shown)\" must be written in lower case: \(expected).")
        case .booleanForm:
            Words("rosters.rule.boolean-form", "\"\(shown)\" is neither true nor false.")
        case .vocabulary:
            Words("rosters.rule.vocabulary", "\"\(shown)\" is not one of the words for \"\(heading)\": \(expected).")
        case .vocabularyExtension:
            Words(
                "rosters.rule.vocabulary-extension",
                """
                "\(shown)" is a word of your own; other programs may not know it.
                """
            )
        case .blanksAround:
            Words("rosters.rule.blanks-around", "\"\(shown)\" has blanks before or behind it.")
        case .userIDsForm:
            Words("rosters.rule.user-ids-form", "\"\(shown)\" is not a list of other ids.")
        case .scaleForm:
            Words("rosters.rule.scale-form", "\"\(shown)\" is not a scale.")
        case .passwordFilled:
            Words(
                "rosters.rule.password-filled",
                """
                The file carries a password. Sightline does not read it, and nobody should send one.
                """
            )
        case .referenceMissing:
            expected.isEmpty
                ? Words(
                    "rosters.rule.reference-without-file",
                    """
                    "\(heading)" points to "\(shown)", but the file it would stand in is not in this bulk package.
                    """
                )
                : Words(
                    "rosters.rule.reference-missing",
                    "\"\(heading)\" points to \"\(shown)\", which is not in \(expected)."
                )
        case .spreadsheetNumber:
            Words(
                "rosters.rule.spreadsheet-number",
                """
                "\(shown)" was an id until a spreadsheet took it for a number. Its digits are lost.
                """
            )
        }
    }

    /// What the person who exports the package can do about it.
    package var mend: Words {
        switch rule {
        case .manifestMissing:
            Words("rosters.mend.manifest-missing", "Add manifest.csv, which names the version and every file.")
        case .enclosingFolder:
            Words("rosters.mend.enclosing-folder", "Zip the files themselves, not the folder they are in.")
        case .tooManyFiles:
            Words("rosters.mend.too-many-files", "Leave out what does not belong to OneRoster.")
        case .fileUnknown:
            Words("rosters.mend.file-unknown", "Leave it out. It is not read.")
        case .fileNameSpelling:
            Words("rosters.mend.file-name-spelling", "Rename it.")
        case .fileTwice:
            Words("rosters.mend.file-twice", "Keep one of them.")
        case .fileUnreadable:
            Words("rosters.mend.file-unreadable", "Export it again as CSV UTF-8.")
        case .fileRequired:
            Words("rosters.mend.file-required", "Export it together with the others.")
        case .manifestHeadings:
            Words("rosters.mend.manifest-headings", "Write the two headings exactly so.")
        case .manifestVersion:
            Words("rosters.mend.manifest-version", "Write the row manifest.version,1.0.")
        case .rosterVersion:
            Words("rosters.mend.roster-version", "Write the row oneroster.version,1.2, or 1.1.")
        case .versionConflict:
            Words("rosters.mend.version-conflict", "Say the version that the files keep to.")
        case .propertyMissing:
            Words("rosters.mend.property-missing", "Add the row, with the value absent.")
        case .propertyUnknown:
            expected.isEmpty
                ? Words("rosters.mend.property-unknown", "Remove the row.")
                : Words("rosters.mend.property-spelling", "Most likely \"\(expected)\" is meant.")
        case .propertyTwice:
            Words("rosters.mend.property-twice", "Keep one of the rows. The first is used.")
        case .modeUnknown:
            Words("rosters.mend.mode-unknown", "Write absent, bulk or delta.")
        case .fileListedButAbsent:
            Words("rosters.mend.file-listed-but-absent", "Add the file, or write absent.")
        case .fileNotListed:
            Words("rosters.mend.file-not-listed", "Give \"\(expected)\" the value bulk or delta in the manifest.")
        case .fileWithoutRows:
            Words("rosters.mend.file-without-rows", "Leave the file out and write absent in the manifest.")
        case .encoding:
            Words("rosters.mend.encoding", "Save it as CSV UTF-8.")
        case .delimiter:
            Words("rosters.mend.delimiter", "Save it with commas between the fields.")
        case .columnMissing:
            Words("rosters.mend.column-missing", "Export the file with this column.")
        case .headingCase:
            Words("rosters.mend.heading-case", "Write the heading exactly so.")
        case .headingSpelling:
            Words("rosters.mend.heading-spelling", "Write the heading exactly so.")
        case .headingOrder:
            Words("rosters.mend.heading-order", "Put the columns in the order of the format.")
        case .headingTwice:
            Words("rosters.mend.heading-twice", "Remove or rename one. The first is used.")
        case .headingUnknown:
            Words(
                "rosters.mend.heading-unknown",
                """
                Remove the column, or let its name begin with metadata. and put it last.
                """
            )
        case .extensionPlace:
            Words("rosters.mend.extension-place", "Move it behind the last column of the format.")
        case .optionalColumnMissing:
            Words("rosters.mend.optional-column-missing", "Add the heading, with empty cells.")
        case .headingEmpty:
            Words("rosters.mend.heading-empty", "Remove the column.")
        case .lineBreak:
            Words("rosters.mend.line-break", "Write it on one line.")
        case .tooFewCells:
            Words("rosters.mend.too-few-cells", "Give every row as many cells as there are headings.")
        case .tooManyCells:
            Words("rosters.mend.too-many-cells", "Put text with a comma in it between quotation marks.")
        case .rowUnreadable:
            Words("rosters.mend.row-unreadable", "Export the file again as CSV UTF-8.")
        case .strayQuote:
            Words("rosters.mend.stray-quote", "Double a quotation mark that belongs to the text.")
        case .identifierTwice:
            Words("rosters.mend.identifier-twice", "Give every record an id of its own, or remove the second row.")
        case .startNotBeforeEnd:
            Words("rosters.mend.start-not-before-end", "Correct one of the dates.")
        case .endBeforeBegin:
            Words("rosters.mend.end-before-begin", "Correct one of the dates.")
        case .cellRequired:
            Words("rosters.mend.cell-required", "Fill it in.")
        case .identifierForm:
            Words("rosters.mend.identifier-form", "Change the id, everywhere it is used.")
        case .identifierLength:
            Words("rosters.mend.identifier-length", "Shorten the id, everywhere it is used.")
        case .statusInBulk:
            Words("rosters.mend.status-in-bulk", "Empty it, or call the file delta in the manifest.")
        case .statusMissing:
            Words("rosters.mend.status-missing", "Write active or tobedeleted, and when the record was changed.")
        case .statusUnknown:
            Words("rosters.mend.status-unknown", "Write active or tobedeleted.")
        case .dateForm:
            Words("rosters.mend.date-form", "Write it as 2026-02-28: year, month, day.")
        case .momentForm:
            Words("rosters.mend.moment-form", "Write it in UTC, as 2026-02-28T09:30:00.000Z.")
        case .yearForm:
            Words("rosters.mend.year-form", "Write four digits: the year in which the school year ends.")
        case .integerForm:
            Words("rosters.mend.integer-form", "Write digits only.")
        case .floatForm:
            Words("rosters.mend.float-form", "Write digits, with a point before decimals.")
        case .booleanCase:
            Words("rosters.mend.boolean-case", "Write true or false.")
        case .booleanForm:
            Words("rosters.mend.boolean-form", "Write true or false.")
        case .vocabulary:
            Words(
                "rosters.mend.vocabulary",
                """
                Use one of these words, exactly so. A word of your own must begin with ext: where the column \
                is open.
                """
            )
        case .vocabularyExtension:
            Words("rosters.mend.vocabulary-extension", "Nothing, if you know who reads it.")
        case .blanksAround:
            Words("rosters.mend.blanks-around", "Remove them.")
        case .userIDsForm:
            Words(
                "rosters.mend.user-ids-form",
                """
                Write {kind:id}, as {NSN:123456789}; several with commas between them.
                """
            )
        case .scaleForm:
            Words("rosters.mend.scale-form", "Write {label:value}, as {A+:100},{A:94}.")
        case .passwordFilled:
            Words(
                "rosters.mend.password-filled",
                """
                Export the file without passwords, and change those that were sent.
                """
            )
        case .referenceMissing:
            Words(
                "rosters.mend.reference-missing", "Export both records together, or correct the id of one of them.")
        case .spreadsheetNumber:
            Words(
                "rosters.mend.spreadsheet-number",
                """
                Export it again and do not save it from a spreadsheet, or set the column to text first.
                """
            )
        }
    }
}
