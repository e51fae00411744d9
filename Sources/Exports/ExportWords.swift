import Communities
import Ground

enum ExportWords {
    // The page.
    static let title = Words("exports.title", "Take everything with you")
    static func sentence(_ name: String) -> Words {
        Words("exports.sentence", "All that \(name) has done and learned, in one file.")
    }
    static let lead = Words(
        "exports.lead",
        """
        A scheme may end; what was learned in it should not. The file opens with ordinary programs, and another \
        installation can take the community up from it. That you took it goes on record.
        """)
    static let take = Words("exports.take", "Take the file")
    static let inside = Words("exports.inside", "What is in it")
    static let insideSheets = Words(
        "exports.inside-sheets",
        """
        Tables to open as spreadsheets: members, people and roles, stages, focus areas, challenges, targets, actions, \
        activities, gems with their evidence, answers, designs and adoptions, impact checks, sign-offs, and everything \
        that happened.
        """)
    static let insideNumbers = Words(
        "exports.inside-numbers",
        "The numbers of the picture as members of the community see them, protected in the same way.")
    static let insideTables = Words(
        "exports.inside-tables", "The same record for programs, with digests that tell whether it is whole.")
    static let outside = Words("exports.outside", "What is not in it")
    static let outsideLearners = Words(
        "exports.outside-learners",
        "Learners, results and counts. They are the schools' own, and each school takes out its own.")
    static let outsideAccounts = Words(
        "exports.outside-accounts",
        "E-mail addresses, passwords and sessions. People are named where the record names them, and invited anew.")
    static let outsideSignOffs = Words(
        "exports.outside-sign-offs",
        "Sign-offs as something that opens numbers: they are listed, and given anew where the community goes.")
    static let elsewhere = Words(
        "exports.elsewhere",
        "Whoever runs the other installation takes it in on the command line: sightline import community FILE.")

    // The command line.
    static func done(_ manifest: ExportManifest) -> Words {
        Words(
            "exports.done",
            "\(manifest.name): \(manifest.rows, "row", "rows") of \(manifest.tables.count, "table", "tables"), \(manifest.sheets.count, "sheet", "sheets") for people."
        )
    }

    static func lines(of taken: CommunityImport) -> [Words] {
        var lines = [
            Words(
                "exports.imported", "\(taken.community.name) is here, with \(taken.rows, "row", "rows") of its record."),
            Words(
                "exports.imported-organisations",
                "Organisations: \(taken.organisations.new) new, \(taken.organisations.known) here already and left as they are."
            ),
            Words(
                "exports.imported-people",
                "People: \(taken.people.new) named without an account, \(taken.people.known) here already."),
        ]
        if taken.standingsLeftOut > 0 {
            lines.append(
                Words(
                    "exports.imported-standings",
                    "\(taken.standingsLeftOut, "standing", "standings") at organisations that were here already left out: those name their people themselves."
                ))
        }
        if !taken.trailHolds {
            lines.append(
                Words("exports.imported-trail", "Its audit trail does not hold: something was changed before it came."))
        }
        return lines
            + taken.leaders.map {
                Words(
                    "exports.invite-leader",
                    "\($0.name) leads it. Invite them: sightline user invite ADDRESS --person \($0.id.rawValue)")
            }
    }

    static func refusal(_ refusal: ExportRefusal) -> Words {
        switch refusal {
        case .notTheirs:
            Words("exports.not-theirs", "There is no such community that this person may export.")
        case .alreadyThere(let path):
            Words("exports.already-there", "\(path) is there already. Nothing is ever written over.")
        case .cannotWrite(let path):
            Words("exports.cannot-write", "\(path) cannot be written. The disk may be full, or the folder not yours.")
        case .cannotRead(let path, ""): Words("exports.cannot-read", "\(path) cannot be read.")
        case .cannotRead(let path, let reason):
            Words("exports.cannot-read-because", "\(path) cannot be read. \(reason)")
        case .notAnExport:
            Words("exports.not-an-export", "This is not the export of a community. Choose the file that was exported.")
        case .damaged(let entry):
            Words(
                "exports.damaged", "\(entry) in this file is not what was exported. Export the community once more.")
        case .newerFormat:
            Words(
                "exports.newer-format", "A newer version of Sightline wrote this file. Update this installation first.")
        case .newerProgram(let version):
            Words(
                "exports.newer-program",
                "This file holds what only a newer version of Sightline knows (\(version) wrote it). Update this installation first."
            )
        case .communityThere(let name):
            Words("exports.community-there", "\(name) is in this installation already. Nothing was changed.")
        case .somethingThere:
            Words(
                "exports.something-there",
                "Something of this community is in this installation already. Nothing was changed.")
        case .programmeMissing(let reason):
            Words(
                "exports.programme-missing",
                "The programme it works by is not here: \(reason.text) Put it into the folder packs and try again.")
        }
    }

    // In the file.
    static func readme(_ name: String, at now: Instant, program: String) -> String {
        Words(
            "exports.readme",
            """
            The record of \(name), as it was on \(now.description) (UTC), written by Sightline \(program).

            The files ending in .csv are for people: open them with any spreadsheet. The first line says what stands in \
            each column. A text that a spreadsheet would run as a formula has an apostrophe before it. In numbers/ are \
            the numbers of the picture, protected as they were for members of the community: a number about few learners \
            is not there, or is a range.

            The files in tables/ are the same record for programs: JSON Lines, one row to a line, in UTF-8. \
            manifest.json lists them with their columns and their SHA-256. Another installation of Sightline makes the \
            community anew from this file: sightline import community FILE.

            No learner, no result and no count of a school is in here: each school takes out its own. There are no \
            e-mail addresses and no passwords either. Sign-offs are listed in sign-offs.csv, and given anew where the \
            community goes.
            """
        ).text + "\n"
    }
}
