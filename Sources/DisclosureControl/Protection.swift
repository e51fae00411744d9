/// What must not be worked out from what is published.
///
/// - A count of fewer than `floor`, but not of 0.
/// - Hits of none or all, for a percentage of 0 or 100 tells about everybody in the cell. So that the code itself does
///   not tell, hits of 0…`width` are all printed as 'at most `width`', and misses likewise; a cell too small to have
///   two such ends is printed without its hits.
/// - Whatever is not printed exactly must stay uncertain by at least `width`: 3 means that whoever adds and subtracts
///   ends with a range like 4 to 7, or wider.
public struct Protection: Sendable, Hashable {
    public let floor: Int
    public let width: Int

    public init(floor: Int, width: Int = 3) {
        precondition(0 < width && width < floor, "a floor lies above the width of what may be worked out")
        (self.floor, self.width) = (floor, width)
    }

    /// Among those who work together under an agreement.
    public static let inside = Protection(floor: 5)

    /// For everybody else: boards, partners, publications.
    public static let outside = Protection(floor: 10)

    /// How a cell is printed for its own sake, before anybody adds or subtracts.
    public func showing(of tally: Tally) -> Showing {
        let count = tally.count
        if count == 0 { return .shown }
        if count < floor { return .hidden }
        guard let hits = tally.hits else { return .shown }
        if count < 2 * width + 1 { return .bounded(0...count) }
        if hits <= width { return .bounded(0...width) }
        if count - hits <= width { return .bounded(count - width...count) }
        return .shown
    }

    /// Why a cell is not shown for its own sake; `nil` where it is.
    func reason(for tally: Tally) -> Reason? {
        switch showing(of: tally) {
        case .shown: nil
        case .bounded: .edge
        case .hidden: .small
        }
    }

    /// The range in which the hits of a cell may be printed when they serve as cover; `nil` for too small a cell.
    ///
    /// The ranges divide what lies between the two ends evenly and do not depend on the hits, so that they tell no more
    /// than they say. They are about a tenth of the count wide, less than the interval of the proportion in any case.
    func bracket(of tally: Tally) -> ClosedRange<Int>? {
        guard let hits = tally.hits, showing(of: tally) == .shown, tally.count > 0 else { return nil }
        let first = width + 1
        let room = tally.count - 2 * width - 1
        let pieces = room / max(2 * width + 2, tally.count / 10)
        guard pieces > 0 else { return nil }
        let piece = (hits - first) * pieces / room
        func start(of piece: Int) -> Int { first + (piece * room + pieces - 1) / pieces }
        return start(of: piece)...start(of: piece + 1) - 1
    }
}

extension Table {
    /// How each published cell would be printed if nobody could add or subtract. Not safe to publish.
    public func showings(before protection: Protection) -> [Key: Showing] {
        var showings: [Key: Showing] = [:]
        for cell in cells where cell.isPublished { showings[cell.key] = protection.showing(of: cell.tally) }
        return showings
    }
}
