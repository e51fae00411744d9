/// How a cell is printed.
///
/// A hidden cell reads the same whether it is small itself or hides another: 'not shown, to protect learners: fewer
/// than 5 here, or needed so that a smaller number stays hidden'. To print *which* would tell the reader that the count
/// is small, and that is more than protection allows for. ``Pattern/reason(for:)`` is for those who may see the cell
/// anyway.
public enum Showing: Sendable, Hashable {
    /// Count and hits, exactly. A count of 0 belongs here: nothing was assessed, and that is no secret.
    case shown

    /// The count exactly; of the hits only that they lie in this range: '3 or fewer of 12', 'between 40 and 47 of 74'.
    /// Over the whole of 0…count nothing is said about them.
    case bounded(ClosedRange<Int>)

    /// Neither count nor hits.
    case hidden
}

extension Showing {
    /// Whether the count is printed; the hits may still be coded.
    public var showsCount: Bool { self != .hidden }

    /// What somebody knows who has read both.
    func and(_ other: Showing?) -> Showing {
        switch (self, other ?? .hidden) {
        case (.shown, _), (_, .shown): return .shown
        case (.hidden, let showing), (let showing, .hidden): return showing
        case (.bounded(let left), .bounded(let right)):
            let low = max(left.lowerBound, right.lowerBound)
            return .bounded(low...max(low, min(left.upperBound, right.upperBound)))
        }
    }

    /// What tells no more than either of the two.
    func joined(with other: Showing) -> Showing {
        switch (self, other) {
        case (.hidden, _), (_, .hidden): .hidden
        case (.shown, let showing), (let showing, .shown): showing
        case (.bounded(let left), .bounded(let right)):
            .bounded(min(left.lowerBound, right.lowerBound)...max(left.upperBound, right.upperBound))
        }
    }
}

/// Why a cell is not shown exactly.
public enum Reason: Sendable, Hashable {
    /// Fewer cases than the floor.
    case small

    /// None or all of the cases are hits, or so nearly that telling them apart would give it away.
    case edge

    /// Nothing in the cell itself: shown exactly, it would give another away.
    case cover
}
