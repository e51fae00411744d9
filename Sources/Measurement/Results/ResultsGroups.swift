import Programmes

/// Two groups, in the order of their keys.
package struct GroupPair: Hashable, Sendable {
    let first: String
    let second: String

    init(_ one: String, _ other: String) { (first, second) = one < other ? (one, other) : (other, one) }
}

extension Results {
    /// Each learner's groups as bits. Where a record names two of one kind it cannot be right, and counts in neither:
    /// else the parts would be more than the whole, and by how much tells of those few.
    func learnerGroups(in pack: Pack) -> [UInt64] {
        let kinds = pack.kinds.map { kind in
            kind.compactMap { groups.code(of: $0) }.filter { $0 < 64 }.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
        }
        return learners.map { learner in
            kinds.reduce(learner.groups) { bits, kind in (bits & kind).nonzeroBitCount > 1 ? bits & ~kind : bits }
        }
    }

    /// Every pair of groups that some learner is in.
    var together: Set<GroupPair> {
        var seen: Set<UInt64> = []
        for learner in learners { seen.insert(learner.groups) }
        var pairs: Set<GroupPair> = []
        for bits in seen {
            let keys = groups.values.enumerated().filter { $0.offset < 64 && bits & 1 << UInt64($0.offset) != 0 }
            for (index, one) in keys.enumerated() {
                // With itself, so that a group that nobody is in is not taken for one that shares nobody.
                for other in keys[index...] { pairs.insert(GroupPair(one.element, other.element)) }
            }
        }
        return pairs
    }
}

extension Pack {
    /// Groups that share no learner: those the pack says do not, and those of which none was seen to. Readers may well
    /// know of themselves what the pack does not say.
    func kinds(of together: Set<GroupPair>) -> [[String]] {
        var kinds = self.kinds
        let said = Set(kinds.joined())
        let seen = groups.map(\.key).filter { !said.contains($0) && together.contains(GroupPair($0, $0)) }
        for group in seen {
            var kind = [group]
            for other in seen where kind.allSatisfy({ !together.contains(GroupPair($0, other)) }) { kind.append(other) }
            kind.sort()
            if kind.count > 1, !kinds.contains(kind) { kinds.append(kind) }
        }
        return kinds
    }
}
