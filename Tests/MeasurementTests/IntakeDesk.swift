import Ground
import Programmes
import Tables
import Testing
import World

@testable import Measurement

/// A file as it comes to the desk of somebody who brings it in, with the demonstration's programme beside it.
enum IntakeDesk {
    static let today = World.today

    static func pack() throws -> Pack {
        try PackShelf.reading(PackShelf.shippedFiles).shelf.combination(
            "community-of-practice", adding: ["collective-advantage", "demo-tools"], on: today)
    }

    static func source(_ text: String) -> TableSource { .bytes(Array(text.utf8)) }

    static func guess(_ text: String, kind: Intake.Kind? = nil, file: String = "") throws -> Mapping {
        let top = try IntakeReading.top(of: source(text))
        return MappingGuess.guess(top.headings, samples: top.rows, pack: try pack(), kind: kind, file: file)
    }

    /// Reads a text by the mapping it suggests, with a tool and a construct where it names none.
    static func read(
        _ text: String, kind: Intake.Kind? = nil, instrument: String? = nil, construct: String? = nil,
        knowing register: LearnerRegister = LearnerRegister(), results: [ResultKey: KnownResult] = [:],
        addsLearners: Bool = false
    ) throws -> IntakeFindings {
        var mapping = try guess(text, kind: kind)
        if let instrument { mapping.instrument = instrument }
        if let construct { mapping.construct = construct }
        let plan = IntakePlan(
            mapping: mapping, pack: try pack(), today: today, matchingKey: [UInt8](repeating: 7, count: 32),
            addsLearners: addsLearners)
        var backdrop = IntakeBackdrop()
        backdrop.register = register
        for (key, result) in results { try backdrop.add(key, result) }
        return try IntakeReading.findings(in: source(text), plan: plan, backdrop: backdrop)
    }

    /// A class of five whom the school knows by the numbers 1 to 5, in Year 5.
    static let five = LearnerRegister(
        (1...5).map {
            KnownLearner(
                learner: $0, localID: "\($0)", matchDigest: nil, yearLevel: 5, groups: "", until: nil, isVisible: true)
        })

    /// The codes of the problems of one row with the given cells under `Id, Date, Subject, Scale score, Year level`.
    static func codes(
        id: String = "1", day: String = "2026-11-04", subject: String = "Reading", score: String = "63",
        year: String = "5", instrument: String = "harbour-scale"
    ) throws -> [IntakeProblemCode] {
        let text = "Id,Date,Subject,Scale score,Year level\n\(id),\(day),\(subject),\(score),\(year)\n"
        return try read(text, kind: .results, instrument: instrument, knowing: five).problems.map(\.code)
    }
}
