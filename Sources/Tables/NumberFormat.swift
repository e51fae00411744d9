/// What a number in a cell means, by the format it is shown in: a count of days is a date only through its format.
enum NumberFormat: Equatable {
    case general
    case date
    case time
    case dateAndTime
    /// Hours that go on beyond a day.
    case duration
    case percent
    /// Shown with at least so many digits: an identifier that begins with noughts.
    case digits(Int)

    /// One that needs no code in the file (ECMA-376, part 1, 18.8.30).
    init(builtIn id: Int) {
        self =
            switch id {
            case 9, 10: .percent
            case 14...17, 27...31, 34...36, 50...54, 57, 58: .date
            case 18...21, 32, 33, 45, 47, 55, 56: .time
            case 22: .dateAndTime
            case 46: .duration
            default: .general
            }
    }

    /// One that a person or a program made up, as `dd/mm/yyyy;@`.
    init(code: String) {
        var (letters, isDuration) = ("", false)
        var rest = Substring(code.prefix { $0 != ";" })
        while let character = rest.popFirst() {
            switch character {
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            case "[":
                let inside = rest.prefix { $0 != "]" }.lowercased()
                rest = rest.dropFirst(inside.count + 1)
                let isElapsed =
                    !inside.isEmpty && ["h", "m", "s"].contains { unit in inside.allSatisfy { $0 == unit } }
                isDuration = isDuration || isElapsed
            default: letters.append(contentsOf: character.lowercased())
            }
        }
        letters = letters.replacing("am/pm", with: "").replacing("a/p", with: "").replacing("general", with: "")
        let hasDay = letters.contains { "yde".contains($0) } && !letters.contains { "0#?".contains($0) }
        let hasTime = letters.contains { "hs".contains($0) }
        let hasMonthOnly = letters.contains("m") && !letters.contains { "0#?".contains($0) }
        if isDuration {
            self = .duration
        } else if hasTime {
            self = letters.contains { "yd".contains($0) } ? .dateAndTime : .time
        } else if hasDay || hasMonthOnly {
            self = .date
        } else if letters.contains("%") {
            self = .percent
        } else if letters.count > 1, letters.allSatisfy({ $0 == "0" }) {
            self = .digits(letters.count)
        } else {
            self = .general
        }
    }
}

/// Reads `xl/styles.xml` for nothing but what the numbers of each style mean.
final class StyleList: XMLReading {
    private(set) var problem: TableProblem?
    private(set) var formats: [NumberFormat] = []
    private var codes: [Int: String] = [:]
    private var isList = false

    func opened(_ name: XMLText, _ attributes: XMLAttributes) {
        if name == "numFmt", let id = attributes["numFmtId"]?.number, let code = attributes["formatCode"]?.string {
            codes[id] = code
        } else if name == "cellXfs" {
            isList = true
        } else if name == "xf", isList, formats.count < 65_536 {
            let id = attributes["numFmtId"]?.number ?? 0
            formats.append(codes[id].map { NumberFormat(code: $0) } ?? NumberFormat(builtIn: id))
        }
    }

    func closed(_ name: XMLText) {
        if name == "cellXfs" { isList = false }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
