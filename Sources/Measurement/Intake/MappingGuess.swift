import Ground
package import Programmes

/// The mapping a file suggests by its headings and first rows. A suggestion: a person looks at it before anything is
/// staged.
package struct MappingGuess {
    private let headings: [String]
    private let folded: [String]
    private let samples: [[String]]
    private let pack: Pack
    private var uses: [Int: Mapping.Use] = [:]

    package static func guess(
        _ headings: [String], samples: [[String]], pack: Pack, kind: Intake.Kind? = nil, file: String = ""
    ) -> Mapping {
        var guess = MappingGuess(headings: headings, samples: samples, pack: pack)
        return guess.mapping(kind: kind ?? guess.kind, file: file)
    }

    private init(headings: [String], samples: [[String]], pack: Pack) {
        (self.headings, self.samples, self.pack) = (headings, samples, pack)
        folded = headings.map(\.folded)
    }

    /// Results have a result and a day it was reached on, or a column that plainly holds results; everything else is a
    /// list of learners.
    private var kind: Intake.Kind {
        guard !wideColumns.isEmpty || column(for: .result) != nil else { return .learners }
        if column(for: .day) != nil || !wideColumns.isEmpty { return .results }
        return column(for: .result).map { MappingSynonyms.plainResults.contains(folded[$0]) } ?? false
            ? .results : .learners
    }

    private mutating func mapping(kind: Intake.Kind, file: String) -> Mapping {
        for field in Mapping.Field.all(for: kind) where field != .result {
            if let column = column(for: field) { uses[column] = .field(field) }
        }
        nameByNumbers()
        if kind == .results { nameByContent() }
        if kind == .learners { findGroups() }
        var mapping = Mapping(kind: kind, columns: [])
        if kind == .results { findResults(&mapping, file) }
        mapping.columns = headings.indices.compactMap { index in uses[index].map { .init(headings[index], $0) } }
        if kind == .results {
            if mapping.heading(of: .instrument) == nil, mapping.instrument == nil {
                mapping.instrument = instrument(file: file)
            }
            if mapping.heading(of: .construct) == nil, mapping.construct == nil {
                mapping.construct = construct(file: file)
            }
        }
        return mapping
    }

    /// One column of results under its name, or a wide table with one for each construct, tool or term.
    private mutating func findResults(_ mapping: inout Mapping, _ file: String) {
        let wide = isUsed(.construct) ? [] : wideColumns
        let single = column(for: .result)
        if wide.count > 1 || single == nil {
            if wide.count == 1, let only = wide.first, only.wide.day == nil {
                // A single column of results makes a long table whose heading says what was assessed.
                uses[only.index] = .field(.result)
                mapping.construct = only.wide.construct
                mapping.instrument = only.wide.instrument
            } else {
                for column in wide { uses[column.index] = .result(column.wide) }
            }
        } else if let single {
            uses[single] = .field(.result)
        }
    }

    /// Columns whose headings name what was assessed and whose cells hold results.
    private var wideColumns: [(index: Int, wide: Mapping.Wide)] {
        let vocabulary = IntakeVocabulary(pack: pack)
        var best: [Mapping.Wide: (index: Int, rank: Int)] = [:]
        for index in headings.indices where uses[index] == nil {
            let words = folded[index].split(separator: " ").map(String.init)
            guard let rank = MappingSynonyms.rankOfResult(words), let construct = vocabulary.construct(among: words),
                mostly(index, { isResult($0) })
            else { continue }
            let wide = Mapping.Wide(
                construct: construct, instrument: vocabulary.instrument(namedIn: headings[index]),
                day: TermCalendar.newZealand.lastDay(namedIn: words))
            if best[wide].map({ rank < $0.rank }) ?? true { best[wide] = (index, rank) }
        }
        return best.map { ($0.value.index, $0.key) }.sorted { $0.0 < $1.0 }
    }

    private func isResult(_ text: String) -> Bool {
        if IntakeCell.isDash(text) || IntakeCell.number(text) != nil { return true }
        return pack.instruments.contains { IntakeVocabulary.levels(of: $0)[text.folded] != nil }
    }

    /// Numbers of learners under a heading that alone says little: `Learner`, or a name with a number beside it.
    private mutating func nameByNumbers() {
        guard !isUsed(.localID) else { return }
        for index in headings.indices where uses[index] == nil && MappingSynonyms.learner.contains(folded[index]) {
            if mostly(index, { !$0.contains(where: \.isWhitespace) && $0.contains(where: \.isNumber) }) {
                uses[index] = .field(.localID)
                return
            }
            if !isUsed(.nationalID), mostly(index, { IntakeCell.idInside($0) != nil && $0.contains(where: \.isLetter) })
            {
                uses[index] = .field(.idInName)
                return
            }
        }
    }

    /// The column that is called by the best known of the field's names.
    private func column(for field: Mapping.Field) -> Int? {
        for name in MappingSynonyms.headings(of: field) {
            guard let index = folded.firstIndex(of: name), uses[index] == nil else { continue }
            // A column `Year` may hold 2026.
            if field == .yearLevel, !values(index).isEmpty, !mostly(index, { IntakeCell.yearLevel($0) != nil }) {
                continue
            }
            // A column `Test name` may hold what teachers call a test, and no tool of the programme.
            if field == .instrument, !values(index).isEmpty {
                let vocabulary = IntakeVocabulary(pack: pack)
                guard values(index).contains(where: { vocabulary.instrument($0) != nil }) else { continue }
            }
            return index
        }
        return nil
    }

    /// `Test` is what is measured where subjects stand below it, and the tool where tools do.
    private mutating func nameByContent() {
        let vocabulary = IntakeVocabulary(pack: pack)
        for index in headings.indices where uses[index] == nil {
            guard MappingSynonyms.constructOrInstrument.contains(folded[index]) else { continue }
            if !isUsed(.construct), mostly(index, { vocabulary.construct($0) != nil }) {
                uses[index] = .field(.construct)
            } else if !isUsed(.instrument), mostly(index, { vocabulary.instrument($0) != nil }) {
                uses[index] = .field(.instrument)
            }
        }
    }

    private func isUsed(_ field: Mapping.Field) -> Bool { uses.values.contains(.field(field)) }

    private func values(_ index: Int) -> [String] { samples.map { $0[index] }.filter { !$0.isEmpty } }

    private func mostly(_ index: Int, _ holds: (String) -> Bool) -> Bool {
        let values = values(index)
        return !values.isEmpty && values.count(where: holds) * 2 >= values.count
    }

    private mutating func findGroups() {
        let vocabulary = IntakeVocabulary(pack: pack)
        for index in headings.indices where uses[index] == nil {
            let name = folded[index].withoutNumber
            if MappingSynonyms.groupWords.contains(name) {
                uses[index] = .groupWords
            } else if let key = vocabulary.group(name) {
                uses[index] = .group(key)
            }
        }
    }

    /// The one tool that fits: named by the file or its headings, or the only one whose scale and words fit the results.
    private func instrument(file: String) -> String? {
        let vocabulary = IntakeVocabulary(pack: pack)
        if let named = vocabulary.instrument(namedIn: file)
            ?? vocabulary.instrument(namedIn: headings.joined(separator: " "))
        {
            return named
        }
        if folded.contains("overall score"), folded.contains("surface score"), folded.contains("deep score"),
            let tool = pack.instruments.first(where: { $0.key.folded == "e asttle" })
        {
            return tool.key
        }
        guard let index = uses.first(where: { $0.value == .field(.result) })?.key else { return nil }
        let fitting = pack.instruments.filter { instrument in
            switch instrument.scale {
            case .levels:
                let levels = IntakeVocabulary.levels(of: instrument)
                return mostly(index) { levels[$0.folded] != nil }
            case .stanine: return folded[index].contains("stanine")
            case .points:
                guard !folded[index].contains("stanine") else { return false }
                return mostly(index) { text in
                    IntakeCell.number(text).map { instrument.range?.contains($0) ?? true } ?? false
                }
            }
        }
        return fitting.count == 1 ? fitting[0].key : nil
    }

    private func construct(file: String) -> String? {
        let words = " \(file.folded) "
        let fitting = pack.constructs.filter { construct in
            (MappingSynonyms.words(ofConstruct: construct.key) + [construct.title.folded]).contains {
                words.contains(" \($0) ")
            }
        }
        return fitting.count == 1 ? fitting[0].key : nil
    }
}

extension Mapping {
    /// The columns of a file that are not kept, those that speak of a person marked.
    package func dropped(from headings: [String]) -> [DroppedColumn] {
        headings.filter { !$0.isEmpty && use(of: $0) == nil }.map { heading in
            let isPersonal = heading.folded.split(separator: " ").contains {
                MappingSynonyms.personal.contains(String($0))
            }
            return DroppedColumn(heading: heading, isPersonal: isPersonal)
        }
    }
}

extension String {
    /// `ethnicity` for `ethnicity 2`.
    fileprivate var withoutNumber: String {
        let words = split(separator: " ")
        guard let last = words.last, words.count > 1, last.allSatisfy(\.isNumber) else { return self }
        return words.dropLast().joined(separator: " ")
    }
}
