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

    /// Results have a result and a day it was reached on; everything else is a list of learners.
    private var kind: Intake.Kind { column(for: .result) != nil && column(for: .day) != nil ? .results : .learners }

    private mutating func mapping(kind: Intake.Kind, file: String) -> Mapping {
        let order = Mapping.Field.all(for: kind)
        for field in order {
            if let column = column(for: field) { uses[column] = .field(field) }
        }
        if kind == .results { nameByContent() }
        if kind == .learners { findGroups() }
        let columns = headings.indices.compactMap { index in uses[index].map { Mapping.Column(headings[index], $0) } }
        var mapping = Mapping(kind: kind, columns: columns)
        if kind == .results {
            if mapping.heading(of: .instrument) == nil { mapping.instrument = instrument(file: file) }
            if mapping.heading(of: .construct) == nil { mapping.construct = construct(file: file) }
        }
        return mapping
    }

    /// The column that is called by the best known of the field's names.
    private func column(for field: Mapping.Field) -> Int? {
        for name in MappingSynonyms.headings(of: field) {
            guard let index = folded.firstIndex(of: name), uses[index] == nil else { continue }
            // A column `Year` may hold 2026.
            if field == .yearLevel, !values(index).isEmpty, !mostly(index, { IntakeCell.yearLevel($0) != nil }) {
                continue
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

    /// The one tool that fits: named by the file, or the only one whose scale and words fit the results.
    private func instrument(file: String) -> String? {
        let name = file.folded
        let named = pack.instruments.filter { name.contains($0.title.folded) || name.contains($0.key.folded) }
        if named.count == 1 { return named[0].key }
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
