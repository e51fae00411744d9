import Programmes
import Ground
import Measurement
import Statistics

/// What a board is told besides the numbers. Whatever is empty is left out.
struct BoardNotes: Sendable, Equatable {
    struct Item: Sendable, Equatable {
        let day: Day?
        let text: String
        let reason: String
    }

    /// What was decided lately, newest first, each with its reason.
    var decided: [Item] = []
    /// What the board is asked for.
    var asked: [Item] = []
    /// Money and time in one line.
    var resources: String?
}

extension BoardNotes {
    /// With the schools that have yet to sign off the term that is shown, or to sign it off anew.
    func asking(forSignOffsIn view: PictureView) -> BoardNotes {
        guard let term = view.term else { return self }
        let names = (view.silent + view.changed).map(\.name)
        guard !names.isEmpty else { return self }
        var notes = self
        notes.asked.append(
            Item(
                day: nil,
                text: BoardWords.askSignOff(names.joined(separator: ", "), view.subjectName, term.words).text,
                reason: BoardWords.askSignOffWhy.text))
        return notes
    }
}

/// How a number stands to the one a year before, at the schools that had one both times by the same tool.
enum BoardChange: Equatable {
    enum Direction: Equatable {
        case more, less
        /// The difference is too small to call. That is not the same as unchanged.
        case notClear
    }

    case compared(Direction, then: Int, now: Int, schools: Int)
    /// The tool, all the schools or what is counted changed in between.
    case notComparable
    /// Nothing was assessed a year ago, or too little of it may be shown.
    case nothingToCompare
}

extension BoardChange {
    /// The change of the community's number by one tool from the same term a year before.
    ///
    /// Most learners were there both times, so that the two shares are less independent than Newcombe's interval
    /// takes them to be: it is wider than it need be, and says 'more' too seldom rather than too often.
    init(of slot: Slot, in picture: Picture) {
        let before = Slot(term: Term(year: slot.term.year - 1, number: slot.term.number), tool: slot.tool)
        guard picture.terms.contains(before.term) else {
            self = .nothingToCompare
            return
        }
        let schools = picture.schools(behind: slot).intersection(picture.schools(behind: before))
        let isSameCount = picture.definition(in: before.term)?.version == picture.definition(in: slot.term)?.version
        guard !schools.isEmpty, isSameCount else {
            self = .notComparable
            return
        }
        guard let now = picture.proportion(at: schools, slot), let then = picture.proportion(at: schools, before),
            min(now.trials, then.trials) >= CellShown.fewestForPercent
        else {
            self = .nothingToCompare
            return
        }
        let difference = now.difference(from: then).interval(level: 0.95)
        let direction: Direction = difference.lower > 0 ? .more : difference.upper < 0 ? .less : .notClear
        self = .compared(
            direction, then: then.percent, now: now.percent, schools: schools.count)
    }
}

extension Picture {
    /// The share at some schools together, from what is shown exactly; `nil` where some of it is not.
    fileprivate func proportion(at schools: Set<OrganisationID>, _ slot: Slot) -> Proportion? {
        if schools == self.schools(behind: slot), let whole = shown(CellKey(slot))?.proportion { return whole }
        let parts = schools.map { shown(CellKey(slot, school: $0))?.proportion }
        guard parts.allSatisfy({ $0 != nil }) else { return nil }
        return Proportion(
            successes: parts.reduce(0) { $0 + ($1?.successes ?? 0) }, of: parts.reduce(0) { $0 + ($1?.trials ?? 0) })
    }
}

extension Proportion {
    fileprivate var percent: Int { Int((value * 100).rounded(.toNearestOrAwayFromZero)) }
}
