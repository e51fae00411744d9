import DisclosureControl
import Ground

/// What has been published of a measure before. Readers remember it, so the protection has to.
///
/// A number that stays the same stays as it was printed: what was hidden is hidden, and what was shown can hide nothing
/// any more. A number that has changed is a new one; that it was hidden only makes it a better cover than others.
struct PictureMemory: Sendable {
    struct Printed: Hashable, Sendable {
        let tally: Tally
        let showing: Showing
    }

    /// By circle, under the text of a key. Numbers of the community stand under the schools that they counted.
    var printed: [Sight.Circle: [String: Printed]] = [:]
    var rounds: Set<PictureRound> = []
}

extension PictureMemory {
    /// What a circle knows of the numbers of a table, and what it knew of numbers that have changed.
    func known(of table: PictureTable, in circle: Sight.Circle) -> (
        same: [CellKey: Showing], changed: [CellKey: Showing]
    ) {
        let printed = printed[circle] ?? [:]
        var (same, changed): ([CellKey: Showing], [CellKey: Showing]) = ([:], [:])
        guard !printed.isEmpty else { return (same, changed) }
        let past = Dictionary(grouping: rounds) { Slot.Name($0.term, $0.tool) }
        for cell in table.table.cells {
            if let before = printed[table.name(of: cell.key).text] {
                if before.tally == cell.tally {
                    same[cell.key] = before.showing
                } else if cell.isPublished {
                    changed[cell.key] = before.showing
                }
            } else if cell.isPublished, cell.key.school == nil {
                let rounds = past[Slot.Name(cell.key.term, cell.key.tool)] ?? []
                let wasHidden = rounds.contains { round in
                    printed[cell.key.of(CellKey.Round(round.schools)).text].map { $0.showing != .shown } ?? false
                }
                if wasHidden { changed[cell.key] = .hidden }
            }
        }
        return (same, changed)
    }

    /// What is to be remembered beyond what is: numbers that are new or printed otherwise.
    func news(_ table: PictureTable, as showings: [CellKey: Showing], in circle: Sight.Circle) -> [String: Printed] {
        let known = printed[circle] ?? [:]
        var news: [String: Printed] = [:]
        for cell in table.table.cells where cell.isPublished {
            let name = table.name(of: cell.key).text
            let now = Printed(tally: cell.tally, showing: showings[cell.key] ?? .hidden)
            if known[name] != now { news[name] = now }
        }
        return news
    }
}

extension Slot {
    /// A term and a tool, or whatever tool.
    struct Name: Hashable, Sendable {
        let term: Term
        let tool: Tool?

        init(_ term: Term, _ tool: Tool?) { (self.term, self.tool) = (term, tool) }
    }
}
