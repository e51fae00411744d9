/// How every printed cell of a table is shown so that nothing hidden can be worked out, by outsiders or by any one
/// member.
///
/// Equal tables, protections, members and previous patterns give equal patterns.
public struct Pattern<Key: Hashable & Comparable & Sendable>: Sendable {
    public let showings: [Key: Showing]

    /// What could be worked out even with every cell of its block hidden: nothing, unless the sums or what a member
    /// knows leave no choice. Do not publish while this is not empty.
    public let exposed: [Exposure]

    let reasons: [Key: Reason]

    public struct Exposure: Sendable, Hashable {
        public let key: Key
        /// Which of the members, counted from 0; `nil` for an outsider.
        public let member: Int?
    }

    /// Cells that are not printed count as hidden.
    public subscript(key: Key) -> Showing { showings[key] ?? .hidden }

    /// Why the cell is not shown exactly; `nil` if it is. For those who may see the cell, never for print.
    public func reason(for key: Key) -> Reason? { reasons[key] }
}

extension Table {
    /// Finds a pattern that hides little and keeps everything hidden uncertain by the protection's width.
    ///
    /// Cells are hidden or bounded for their own sake first. Then, as long as some reader can work a number out, the
    /// cheapest way to let that number move is found by linear programming, and whatever has to move with it becomes
    /// cover: small cells sooner than large ones, hits before counts, cells that were not shown before sooner than
    /// others. What that has made needless is shown again. The way of choosing is after Kelly, Golden & Assad (1992),
    /// *Networks* 22, 397–417, and Fischetti & Salazar-González (2001), *Management Science* 47, 1008–1027; it comes
    /// close to the fewest cells and does not promise them.
    ///
    /// - Parameters:
    ///   - members: for each member the keys of the cells it counted itself. No member learns another's from them;
    ///     members who put their numbers together might.
    ///   - inner: how cells are shown to those who read this publication and another that tells more, such as members who
    ///     see the pages of the inside as well. Here no cell is shown more openly than there, so that the two together
    ///     tell no more than the inner one.
    ///   - previous: how cells were shown last time, when they held other numbers. What was cover stays cover where it
    ///     can, for a pattern that changes with every version tells more than one that stays.
    ///   - remembered: how cells were printed before with the very numbers they hold now, whether they are still printed
    ///     or not. What was hidden is hidden; what was shown is known, and can be no cover.
    public func pattern(
        under protection: Protection, against members: [Set<Key>] = [], around inner: [Key: Showing] = [:],
        keeping previous: [Key: Showing] = [:], remembering remembered: [Key: Showing] = [:]
    ) -> Pattern<Key> {
        var showings: [Key: Showing] = [:]
        var reasons: [Key: Reason] = [:]
        var exposed: [Pattern<Key>.Exposure] = []
        for block in blocks() {
            let cells = block.positions.map { self.cells[$0] }
            let owned = members.map { member in Set(cells.indices.filter { member.contains(cells[$0].key) }) }
            // A member who counted nothing here is an outsider here.
            let concerned = owned.indices.filter { !owned[$0].isEmpty }
            var cover = Cover(
                block: block,
                protection: protection,
                tallies: cells.map(\.tally),
                isPublished: cells.map(\.isPublished),
                start: cells.map { cell in
                    let own = protection.showing(of: cell.tally).joined(with: inner[cell.key] ?? .shown)
                    return cell.isPublished ? own.joined(with: remembered[cell.key] ?? .shown) : own
                },
                previous: cells.map { previous[$0.key] },
                remembered: cells.map { remembered[$0.key] },
                readers: [[]]
                    + concerned.map { member in
                        block.closure(of: owned[member]) { cells[$0].isPublished && cells[$0].tally.count == 0 }
                    }
            )
            cover.secure()
            for (cell, showing) in zip(cells, cover.showings) where cell.isPublished {
                showings[cell.key] = showing
                guard showing != .shown else { continue }
                let isOwnSake = protection.showing(of: cell.tally).showsCount == showing.showsCount
                reasons[cell.key] = isOwnSake ? protection.reason(for: cell.tally) ?? .cover : .cover
            }
            for (reader, cell) in cover.exposed {
                let exposure = Pattern.Exposure(
                    key: cells[cell].key, member: reader == 0 ? nil : concerned[reader - 1])
                if !exposed.contains(exposure) { exposed.append(exposure) }
            }
        }
        return Pattern(showings: showings, exposed: exposed, reasons: reasons)
    }
}
