/// The known word that a mistyped one was most likely meant to be; `nil` where none is near.
///
/// Near is at most a third of the letters apart, counting a letter left out, put in, changed, or swapped with its
/// neighbour as one (optimal string alignment).
func nearest(to word: String, among known: some Sequence<String>) -> String? {
    let typed = Array(word.lowercased().replacing("_", with: "-").replacing(" ", with: "-").prefix(60))
    var best: (word: String, distance: Int)?
    for candidate in known {
        let distance = distance(typed, Array(candidate.prefix(60)))
        guard distance <= max(1, candidate.count / 3), distance < best?.distance ?? .max else { continue }
        best = (candidate, distance)
    }
    return best?.word
}

private func distance(_ left: [Character], _ right: [Character]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for i in left.indices {
        var row = [i + 1]
        for j in right.indices {
            var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
            if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                cost = min(cost, beforeLast[j - 1] + 1)
            }
            row.append(cost)
        }
        (beforeLast, last) = (last, row)
    }
    return last[right.count]
}
