import Foundation

/// A percentage as people agree on it: to a tenth, kept as whole tenths so that counting learners is exact.
package struct Percent: Sendable, Hashable, Comparable {
    package let tenths: Int

    package init(tenths: Int) { self.tenths = tenths }

    package init(_ whole: Int) { tenths = whole * 10 }

    /// The share of `all` that `count` is, rounded half up to a tenth or to a whole percent. Zero where there are none.
    package init(_ count: Int, of all: Int, inTenths: Bool) {
        guard all > 0 else {
            tenths = 0
            return
        }
        let steps = inTenths ? 1000 : 100
        tenths = (2 * steps * count + all) / (2 * all) * (inTenths ? 1 : 10)
    }

    /// `78`, `78.5`, `78,5` or `78 %`; `nil` when it cannot be a percentage, or is finer than a tenth.
    package init?(typed text: String) {
        var text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if text.hasSuffix("%") { text = text.dropLast().trimmingCharacters(in: .whitespacesAndNewlines) }
        let isNegative = text.hasPrefix("-") || text.hasPrefix("−")
        if isNegative { text.removeFirst() }
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard (1...2).contains(parts.count), parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            (1...6).contains(parts[0].count), let whole = Int(parts[0])
        else { return nil }
        var tenths = whole * 10
        if parts.count == 2 {
            guard let fraction = Int(parts[1]), parts[1].count == 1 else { return nil }
            tenths += fraction
        }
        self.tenths = isNegative ? -tenths : tenths
    }

    package static func < (left: Self, right: Self) -> Bool { left.tenths < right.tenths }

    /// From 0 to 1.
    package var share: Double { Double(tenths) / 1000 }

    /// `85` or `82.5`, without the sign.
    package var text: String {
        let sign = tenths < 0 ? "-" : ""
        let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
        return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
    }

    /// The whole number of learners nearest to this share of `count`; a half counts as one.
    package func nearest(of count: Int) -> Int { (tenths * count + 500) / 1000 }

    /// The fewest learners that make at least this share of `count`.
    package func fewest(of count: Int) -> Int { (tenths * count + 999) / 1000 }

    /// The most learners that make at most this share of `count`.
    package func most(of count: Int) -> Int { tenths * count / 1000 }
}
