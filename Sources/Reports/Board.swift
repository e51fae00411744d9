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

/// How a number stands to the one a year before.
enum BoardChange: Equatable {
    case higher(than: Int)
    case lower(than: Int)
    /// Not clearly different. That is not the same as unchanged.
    case notClear(before: Int)
    /// The tool, the schools or what is counted changed in between.
    case notComparable
    /// Nothing was assessed a year ago, or too little of it may be shown.
    case nothingToCompare
}

extension BoardChange {
    /// The change of the community's number by one tool from the same term a year before.
    ///
    /// Most learners were there both times, so that the two shares are less independent than Newcombe's interval
    /// takes them to be: it is wider than it need be, and says 'higher' too seldom rather than too often.
    init(of now: CellShown, _ slot: Slot, in picture: Picture, yearLevel: Int? = nil) {
        let before = Term(year: slot.term.year - 1, number: slot.term.number)
        guard picture.terms.contains(before) else {
            self = .nothingToCompare
            return
        }
        let earlier = Slot(term: before, tool: slot.tool)
        let schools = picture.schools(behind: slot)
        guard picture.schools(behind: earlier) == schools,
            picture.definition(in: before)?.version == picture.definition(in: slot.term)?.version
        else {
            self = .notComparable
            return
        }
        guard let was = picture.shown(CellKey(earlier, yearLevel: yearLevel)), let percent = was.percent,
            let new = now.proportion, let old = was.proportion, now.percent != nil
        else {
            self = .nothingToCompare
            return
        }
        let difference = new.difference(from: old).interval(level: 0.95)
        self =
            difference.lower > 0
            ? .higher(than: percent) : difference.upper < 0 ? .lower(than: percent) : .notClear(before: percent)
    }

    var words: Words {
        switch self {
        case .higher(let before): BoardWords.higher(before)
        case .lower(let before): BoardWords.lower(before)
        case .notClear(let before): BoardWords.notClear(before)
        case .notComparable: BoardWords.notComparable
        case .nothingToCompare: BoardWords.nothingToCompare
        }
    }
}
