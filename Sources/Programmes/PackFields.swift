import Ground

/// The keys under one heading of a pack's file, known ones only, to be taken one by one.
struct PackFields {
    /// The path to the heading, as `roles/lead-teacher`; empty for the file as a whole.
    let name: String
    let place: Place
    let values: [String: PackTree.Heading]

    subscript(key: String) -> PackTree.Heading? { values[key] }

    func path(_ key: String) -> String { name.isEmpty ? key : "\(name)/\(key)" }
}

/// Reads values out of a pack's tree and notes every problem on the way, so that all are said at once.
struct PackReader {
    let file: String
    var problems: [PackProblem] = []
    var pending: [Pending] = []

    mutating func note(_ place: Place, _ words: Words) {
        problems.append(PackProblem(file: file, place: place, words: words))
    }

    /// The keys under a heading, after saying which are unknown and which are missing.
    mutating func fields(
        of tree: PackTree, named name: String, at place: Place, known: [String], needed: [String] = []
    ) -> PackFields? {
        guard case .headings(let headings, _) = tree else {
            note(tree.place, PackWords.needsKeys(name, known))
            return nil
        }
        var values: [String: PackTree.Heading] = [:]
        for heading in headings {
            guard known.contains(heading.key) else {
                let suggestion = nearest(to: heading.key, among: known)
                note(heading.place, PackWords.unknownKey(heading.key, of: name, suggestion: suggestion, known: known))
                continue
            }
            values[heading.key] = heading
        }
        for key in needed where values[key] == nil { note(place, PackWords.missing(key, of: name)) }
        return PackFields(name: name, place: place, values: values)
    }

    mutating func text(_ key: String, of fields: PackFields) -> String? {
        guard let heading = fields[key] else { return nil }
        return text(heading.value, of: fields.path(key), at: heading.place)
    }

    mutating func text(_ tree: PackTree, of name: String, at place: Place) -> String? {
        guard !tree.isEmpty else {
            note(place, PackWords.empty(name))
            return nil
        }
        guard case .text(let text, _) = tree else {
            note(tree.place, PackWords.needsText(name))
            return nil
        }
        return text
    }

    /// Several texts: a list, or a single text without the dash.
    mutating func texts(_ key: String, of fields: PackFields) -> [(text: String, place: Place)] {
        guard let heading = fields[key] else { return [] }
        let name = fields.path(key)
        guard case .list(let items, _) = heading.value else {
            return text(heading.value, of: name, at: heading.place).map { [($0, heading.value.place)] } ?? []
        }
        if items.isEmpty { note(heading.place, PackWords.empty(name)) }
        return items.compactMap { item in text(item, of: name, at: item.place).map { ($0, item.place) } }
    }

    mutating func flag(_ key: String, of fields: PackFields, otherwise: Bool) -> Bool {
        guard let heading = fields[key], let text = text(key, of: fields) else { return otherwise }
        switch text.lowercased() {
        case "yes", "true": return true
        case "no", "false": return false
        default:
            note(heading.value.place, PackWords.notYesOrNo(text, of: key))
            return otherwise
        }
    }

    mutating func day(_ key: String, of fields: PackFields) -> Day? {
        guard let heading = fields[key], let text = text(key, of: fields) else { return nil }
        guard let day = Day(text: text) else {
            note(heading.value.place, PackWords.notADay(text, of: key))
            return nil
        }
        return day
    }

    mutating func version(_ key: String, of fields: PackFields) -> Pack.Version? {
        guard let heading = fields[key], let text = text(key, of: fields) else { return nil }
        guard let version = Pack.Version(text) else {
            note(heading.value.place, PackWords.notAVersion(text, of: key))
            return nil
        }
        return version
    }

    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String, of fields: PackFields, as type: Choice.Type = Choice.self
    ) -> Choice? {
        guard let heading = fields[key], let text = text(key, of: fields) else { return nil }
        return choice(text, at: heading.value.place, for: key)
    }

    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ text: String, at place: Place, for key: String, as type: Choice.Type = Choice.self
    ) -> Choice? {
        guard let choice = Choice(rawValue: text) else {
            let all = Choice.allCases.map(\.rawValue)
            note(place, PackWords.notAChoice(text, of: key, suggestion: nearest(to: text, among: all), choices: all))
            return nil
        }
        return choice
    }

    mutating func choices<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String, of fields: PackFields, as type: Choice.Type = Choice.self
    ) -> [Choice] {
        texts(key, of: fields).compactMap { choice($0.text, at: $0.place, for: key) }
    }

    /// A span of months as people write it: "18 months", "2 years".
    mutating func months(_ key: String, of fields: PackFields) -> Int? {
        guard let heading = fields[key], let text = text(key, of: fields) else { return nil }
        let pieces = text.split(separator: " ")
        let units = ["month": 1, "months": 1, "year": 12, "years": 12]
        guard pieces.count == 2, let count = Int(pieces[0]), (1...600).contains(count),
            let unit = units[String(pieces[1])]
        else {
            note(heading.value.place, PackWords.notASpan(text, of: key))
            return nil
        }
        return count * unit
    }

    /// A key others may refer to, checked for its letters.
    mutating func checkKey(_ key: String, at place: Place) -> Bool {
        let isKey =
            key.utf8.count <= 60 && key.first.map { $0.isASCII && $0.isLetter } ?? false
            && key.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        if !isKey { note(place, PackWords.notAKey(key)) }
        return isKey
    }
}

extension Pack {
    /// Year levels as they are written, `4` or `1 to 8`; `nil` unless they lie between 0 and 15.
    static func years(_ text: String) -> ClosedRange<Int>? {
        let ends = text.replacing("–", with: " to ").replacing("-", with: " to ").components(between: " to ")
        let numbers = ends.compactMap { Int($0) }
        guard (1...2).contains(ends.count), numbers.count == ends.count, let first = numbers.first,
            let last = numbers.last, first <= last, first >= 0, last <= 15
        else { return nil }
        return first...last
    }

    /// A range of numbers as it is written, `20 to 120`.
    static func range(_ text: String) -> ClosedRange<Double>? {
        let numbers = text.components(between: " to ").compactMap { Pack.number($0) }
        guard numbers.count == 2, numbers[0] < numbers[1] else { return nil }
        return numbers[0]...numbers[1]
    }

    /// A plain decimal number: no exponents, no infinities.
    static func number(_ text: String) -> Double? {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }), text.utf8.count <= 20
        else { return nil }
        return Double(text)
    }
}

extension String {
    /// The trimmed pieces between occurrences of a word.
    fileprivate func components(between word: String) -> [String] {
        split(separator: word, omittingEmptySubsequences: false).map { $0.split(separator: " ").joined(separator: " ") }
    }
}
