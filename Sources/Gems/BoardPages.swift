import Charts
import Communities
import Ground
import HTML
import Interface
import Web

/// The diffusion board: members against gems, as of a day, with what stands still at the ends.
struct BoardPage: Page {
    let of: Community
    let stories: [GemStory]
    let members: [Member]
    let board: Board
    let today: Day
    let first: Day?

    var title: Words { BoardWords.board }
    var community: CommunityName? { of.pageName }
    var about: HTML { Provenance(source: "\(GemWords.source)", asOf: board.day).html }

    private var gems: [GemStory] { stories.filter { $0.isOnBoard(on: board.day) } }

    /// Whoever belonged on that day: everyone is asked how far they have come, so everyone has a row.
    private var rows: [Member] { members.filter { $0.membership.isOpen(on: board.day) } }

    var body: HTML {
        guard !gems.isEmpty else {
            return headline(BoardWords.noneSentence)
                + emptyPage(
                    BoardWords.emptyWhat, why: BoardWords.emptyWhy,
                    begin: buttonLink(BoardWords.toGems, to: GemPath.gems(of.id))) + lookBack
        }
        return """
            \(headline(sentence))
            <p class="lead">\(if: stillMembers + stillGems > 0, "\(standstill) ")\(BoardWords.press)</p>
            \(matrix.figure)
            \(section(GemWords.gems, id: "gems", gemTable))
            \(section(BoardWords.lookBack, id: "then", lookBack))
            """
    }

    private var sentence: Words {
        let using = board.organisationsUsing(among: rows.map(\.organisation.id))
        return board.day < today
            ? BoardWords.sentence(on: board.day, using: using, of: rows.count, gems: gems.count)
            : BoardWords.sentence(using: using, of: rows.count, gems: gems.count)
    }

    private var standstill: Words { BoardWords.still(members: stillMembers, gems: stillGems) }
    private var stillMembers: Int { rows.count { board.movement(of: $0.organisation.id).isStandstill } }
    private var stillGems: Int { gems.count { board.movement(of: $0.gem.id).isStandstill } }

    private var matrix: MatrixChart {
        let widest = gems.max { board.using($0.gem.id) < board.using($1.gem.id) }
        let finding = widest.flatMap { story -> Words? in
            let count = board.using(story.gem.id)
            return count > 0 ? BoardWords.widest(story.gem.title, count) : nil
        }
        return MatrixChart(
            Finding(finding ?? BoardWords.pictureTitle, id: "board"),
            rows: rows.map { member in
                MatrixChart.Heading(
                    Words(verbatim: member.organisation.name), note: board.movement(of: member.organisation.id).words)
            },
            columns: gems.map { story in
                MatrixChart.Heading(Words(verbatim: story.gem.title), note: board.movement(of: story.gem.id).words)
            },
            cells: rows.map { member in gems.map { cell($0.gem.id, member.organisation.id) } },
            rowHeading: BoardWords.member)
    }

    private func cell(_ gem: Identifier<Gem>, _ organisation: OrganisationID) -> MatrixChart.Cell {
        let link = GemPath.adoption(of.id, gem, organisation)
        guard let mark = board[gem, organisation]?.state.mark else { return MatrixChart.Cell(.empty, link: link) }
        return MatrixChart.Cell(
            .mark(StateMark(quarters: mark.quarters, letter: mark.letter, name: mark.words)), link: link)
    }

    private var gemTable: HTML {
        DataTable(
            GemWords.gems,
            columns: [.text(GemWords.gems), .text(BoardWords.howFar), .text(GemWords.whereItGot)],
            rows: gems.map { story in
                [
                    "<a href=\"\(GemPath.gem(of.id, story.gem.id))\">\(story.gem.title)</a>",
                    "\(story.stage.words)", "\(GemWords.usedBy(board.using(story.gem.id)))",
                ]
            }, showsCaption: false
        ).html
    }

    private var lookBack: HTML {
        let days = Board.daysBack(from: today, first: first)
        let links =
            [Link(BoardWords.now, to: GemPath.board(of.id), isCurrent: board.day == today)]
            + days.map { Link(BoardWords.on($0), to: GemPath.board(of.id, on: $0), isCurrent: board.day == $0) }
        return """
            \(if: !days.isEmpty, Interface.parts(BoardWords.days, links))
            <form class="form" method="get" action="\(GemPath.board(of.id))">
            \(dateField(
                "on", BoardWords.asOf, value: board.day == today ? "" : board.day.description, isRequired: false))
            \(actions(button(BoardWords.showThen, .quiet)))
            </form>
            """
    }
}

extension Movement {
    /// What the end of a row or a column says; nothing where something moves.
    var words: Words? {
        switch self {
        case .nothingYet: BoardWords.nothingYet
        case .moving: nil
        case .settled: BoardWords.settled
        case .still(let days): BoardWords.noChange(days)
        }
    }
}

/// One place of the board: how far one gem has come at one member, what was said of it, and two lines to say more.
struct PlacePage: Page {
    let of: Community
    let gem: Gem
    let organisation: Organisation
    /// Oldest first.
    let history: [Adoption]
    let maySay: Bool
    var form = FormData()
    var problems = Problems()

    var title: Words { BoardWords.placeTitle(gem.title, organisation.name) }
    var community: CommunityName? { of.pageName }
    var hasProblems: Bool { !problems.isEmpty }

    var body: HTML {
        """
        \(breadcrumb([
            Link(BoardWords.board, to: GemPath.board(of.id)),
            Link(Words(verbatim: gem.title), to: GemPath.gem(of.id, gem.id)),
        ]))
        \(problemSummary(problems))\(headline(sentence))
        \(if: maySay, sayForm, else: "<p>\(BoardWords.onlyTheirs)</p>")
        \(if: !history.isEmpty, section(BoardWords.history, id: "history", timeline(history.reversed().map(said))))
        """
    }

    private var sentence: Words {
        guard let last = history.last else { return BoardWords.placeNone(gem.title, organisation.name) }
        return BoardWords.placeSentence(gem.title, organisation.name, last.state, since: since(last.state))
    }

    /// The first day of the last unbroken run of this state.
    private func since(_ state: Adoption.State) -> Day {
        let run = history.reversed().prefix { $0.state == state }
        return run.last?.day ?? history[history.count - 1].day
    }

    private var sayForm: HTML {
        Form(
            to: GemPath.adoption(of.id, gem.id, organisation.id),
            """
            \(radioGroup(
                "state", BoardWords.state,
                choices: Adoption.State.allCases.map {
                    Choice($0.rawValue, $0.mark.words, hint: BoardWords.meaning($0))
                },
                chosen: form.optional("state") ?? history.last?.state.rawValue, problems: problems))
            \(textField(
                "note", BoardWords.note, hint: BoardWords.noteHint, value: form.text("note"), problems: problems,
                isRequired: false))
            \(dateField(
                "day", BoardWords.day, hint: BoardWords.dayHint, value: form.text("day"), problems: problems,
                isRequired: false))
            \(actions(button(BoardWords.say)))
            """
        ).html
    }

    private func said(_ adoption: Adoption) -> Happening {
        Happening(
            on: adoption.day,
            "\(adoptionMark(adoption.state.mark)) \(BoardWords.said(adoption.state.mark.words, by: adoption.by))",
            reason: adoption.note.isEmpty ? nil : "\(adoption.note)")
    }
}
