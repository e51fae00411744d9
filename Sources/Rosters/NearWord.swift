/// The known word that a mistyped one was most likely meant to be: at most a fifth of its letters apart, or one.
///
/// A letter left out, put in or changed counts one, whatever its case (Levenshtein's distance).
func nearWord(to typed: String, among known: [String]) -> String? {
    let letters = Array(typed.lowercased().utf8.prefix(80))
    guard letters.count > 2 else { return nil }
    var best: (word: String, distance: Int)?
    for word in known {
        let distance = distance(letters, Array(word.lowercased().utf8))
        guard distance <= max(1, word.utf8.count / 5), distance < best?.distance ?? .max else { continue }
        best = (word, distance)
    }
    return best?.word
}

private func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var last = Array(0...right.count)
    for (index, letter) in left.enumerated() {
        var row = [index + 1]
        for (other, wanted) in right.enumerated() {
            row.append(min(last[other + 1] + 1, row[other] + 1, last[other] + (letter == wanted ? 0 : 1)))
        }
        last = row
    }
    return last[right.count]
}
