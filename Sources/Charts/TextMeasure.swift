/// How wide text will be. The reader's font is unknown here, so this errs on the wide side.
enum TextMeasure {
    static func width(_ text: some StringProtocol, size: Double) -> Double {
        text.reduce(0) { $0 + advance($1) } * size
    }

    /// The text in lines no wider than `width`, broken between words; what does not fit ends in an ellipsis.
    static func lines(_ text: String, width: Double, size: Double, atMost count: Int) -> [String] {
        var lines: [String] = []
        var words = text.split(separator: " ").map(String.init)[...]
        while let first = words.first, lines.count < count {
            var line = first
            words = words.dropFirst()
            while let next = words.first, self.width(line + " " + next, size: size) <= width {
                line += " " + next
                words = words.dropFirst()
            }
            if lines.count == count - 1, let next = words.first { line += " " + next }
            lines.append(shortened(line, to: width, size: size))
        }
        return lines
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
