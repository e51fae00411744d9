import Ground
import Programmes
import Tables

/// A list of learners, or of their results, on its way out of the school that owns it: in long form, under headings that
/// an intake knows, so that it can be brought in elsewhere as it is.
///
/// National numbers are not in it: only their digests are kept.
struct LearnerExport: Sendable {
    let kind: Intake.Kind
    let header: [String]
    let rows: [[CSVWriter.Cell]]
    /// Learners who share their number with another one. No file could tell them apart, so they are left out.
    let unclear: Int

    var bytes: [UInt8] { CSVWriter.bytes(header: header, rows: rows) }
}

/// A result that counts, as it stands in the database.
struct StoredResult: Sendable {
    let learner: Int
    let construct: String
    let instrument: String
    let version: String?
    let norms: String?
    let raw: String
    let number: Double?
    let level: String?
    let day: Day
    let yearLevel: Int?
    let assessor: String?
}

extension LearnerExport {
    static func learners(_ learners: [KnownLearner], pack: Pack) -> LearnerExport {
        let words = LearnerWords(pack)
        let (clear, unclear) = told(apart: learners.filter(\.isVisible))
        return LearnerExport(
            kind: .learners, header: ["Local ID", "Year level", "Leaving date", "Groups"],
            rows: clear.map { learner in
                [
                    .text(learner.localID), .integer(ifAny: learner.yearLevel), .day(ifAny: learner.until),
                    .text(words.groups(learner.groups)),
                ]
            }, unclear: unclear)
    }

    static func results(_ results: [StoredResult], of learners: [KnownLearner], pack: Pack) -> LearnerExport {
        let words = LearnerWords(pack)
        let (clear, unclear) = told(apart: learners)
        let numbers = Dictionary(clear.map { ($0.learner, $0.localID) }) { first, _ in first }
        return LearnerExport(
            kind: .results,
            header: [
                "Local ID", "Date", "Subject", "Instrument", "Result", "Year level", "Version", "Norms",
                "Assessor type",
            ],
            rows: results.compactMap { result in
                guard let localID = numbers[result.learner] else { return nil }
                return [
                    .text(localID), .day(result.day), .text(words.construct(result.construct)),
                    .text(words.instrument(result.instrument)), .text(result.written),
                    .integer(ifAny: result.yearLevel), .text(result.version ?? ""), .text(result.norms ?? ""),
                    .text(result.assessor ?? ""),
                ]
            }, unclear: unclear)
    }

    /// Learners whose number nobody else has, by it; and how many others there are.
    private static func told(apart learners: [KnownLearner]) -> (clear: [KnownLearner], unclear: Int) {
        let byNumber = Dictionary(grouping: learners, by: \.localID)
        let clear = byNumber.values.filter { $0.count == 1 }.flatMap { $0 }
        return (clear.sorted { ($0.localID, $0.learner) < ($1.localID, $1.learner) }, learners.count - clear.count)
    }
}

extension StoredResult {
    /// As it was brought in.
    fileprivate var written: String {
        if !raw.isEmpty { return raw }
        return level ?? number.map { $0 == $0.rounded() && abs($0) < 1e15 ? String(Int($0)) : String($0) } ?? ""
    }
}

extension CSVWriter.Cell {
    fileprivate static func integer(ifAny number: Int?) -> CSVWriter.Cell { number.map { .integer($0) } ?? .empty }
    fileprivate static func day(ifAny day: Day?) -> CSVWriter.Cell { day.map { .day($0) } ?? .empty }
}

/// What people call the things of a programme, where an intake would understand it; else their keys.
private struct LearnerWords {
    private let pack: Pack
    private let vocabulary: IntakeVocabulary

    init(_ pack: Pack) { (self.pack, vocabulary) = (pack, IntakeVocabulary(pack: pack)) }

    func construct(_ key: String) -> String {
        let title = pack.constructs[key: key]?.title ?? key
        return vocabulary.construct(title) == key ? title : key
    }

    func instrument(_ key: String) -> String {
        let title = pack.instruments[key: key]?.title ?? key
        return vocabulary.instrument(title) == key ? title : key
    }

    /// One after the other, with semicolons between.
    func groups(_ keys: String) -> String {
        keys.split { $0 == "," || $0 == ";" || $0.isWhitespace }.map { key in
            let title = pack.groups[key: String(key)]?.title ?? String(key)
            let isPlain = !title.contains { ";|,/&\n".contains($0) }
            return isPlain && vocabulary.group(title) == String(key) ? title : String(key)
        }.joined(separator: "; ")
    }
}
