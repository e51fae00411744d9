/// How wide text will be. The reader's font is unknown here, so this errs on the wide side.
enum TextMeasure {
    static func width(_ text: some StringProtocol, size: Double) -> Double {
        text.reduce(0) { $0 + advance($1) } * size
    }

    /// The text in lines no wider than `width`, broken between words, and within one that is wider than a line; what
    /// does not fit ends in an ellipsis.
    static func lines(_ text: String, width: Double, size: Double, atMost count: Int) -> [String] {
        var lines: [String] = []
        var words = text.split(separator: " ").map(String.init)[...]
        while let first = words.first, lines.count < count {
            words = words.dropFirst()
            var line = first
            if lines.count < count - 1, let (head, rest) = broken(first, to: width, size: size) {
                line = head
                words = [rest] + words
                lines.append(line)
                continue
            }
            while let next = words.first, self.width(line + " " + next, size: size) <= width {
                line += " " + next
                words = words.dropFirst()
            }
            if lines.count == count - 1, let next = words.first { line += " " + next }
            lines.append(shortened(line, to: width, size: size))
        }
        return lines
    }

    /// A word too long for a line, in two: the first part with a hyphen. At least three letters stand on each side.
    private static func broken(_ word: String, to width: Double, size: Double) -> (head: String, rest: String)? {
        guard self.width(word, size: size) > width, word.count >= 6 else { return nil }
        var head = word.dropLast(3)
        while head.count > 3, self.width(head + "-", size: size) > width { head = head.dropLast() }
        return (head + "-", String(word.dropFirst(head.count)))
    }

    private static func shortened(_ line: String, to width: Double, size: Double) -> String {
        guard self.width(line, size: size) > width else { return line }
        var kept = line
        while !kept.isEmpty, self.width(kept + "…", size: size) > width { kept.removeLast() }
        return kept.trimmingSuffix { $0 == " " } + "…"
    }

    private static func advance(_ character: Character) -> Double {
        switch character {
        case "i", "j", "l", "ī", "I", ".", ",", ":", ";", "'", "|", "!": 0.3
        case " ", "f", "t", "r", "(", ")", "-", "–", "·": 0.38
        case "m", "w", "M", "W", "%", "—": 0.92
        case _ where character.isUppercase: 0.7
        default: 0.58
        }
    }
}

extension StringProtocol {
    fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> String {
        var end = endIndex
        while end > startIndex, predicate(self[index(before: end)]) { end = index(before: end) }
        return String(self[startIndex..<end])
    }
}
