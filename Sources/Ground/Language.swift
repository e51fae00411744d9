/// A language the pages can speak: its code for `lang`, its sentences by key, and its names of months.
///
/// English needs no sentences: they stand beside the keys in the code.
package struct Language: Sendable {
    package let code: String
    package let sentences: [String: String]
    package let months: [String]

    package init(code: String, sentences: [String: String], months: [String] = Day.monthNames) {
        (self.code, self.sentences, self.months) = (code, sentences, months)
    }

    package static let english = Language(code: "en", sentences: [:])

    /// The language of the page that is being written. The request sets it once, around the rendering of its page.
    @TaskLocal package static var spoken: Language = .english

    /// A whole number with thin groups of three, as `12,345`.
    package func grouped(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return number < 0 ? "−" + text : text
    }

    package func day(_ day: Day) -> String { "\(day.dayOfMonth) \(months[day.month - 1]) \(day.year)" }
}
