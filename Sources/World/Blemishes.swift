extension World {
    /// A row of a file that cannot be taken as it is.
    package struct Blemish: Sendable, Hashable {
        package enum Kind: String, CaseIterable, Sendable {
            case dayInTheFuture, scoreOutOfRange, unknownLearner, duplicate, notANumber, learnerMissing
        }

        /// The line in the file, counting the header as 1.
        package let line: Int
        package let kind: Kind
    }

    /// An export of the Harbour scale as it comes on a bad day: twelve good rows, then one row of each blemish.
    ///
    /// It belongs to Tōrea Spit as it is in ``fiveSchools``.
    package static let blemishedCSV = blemished.text

    /// Which lines of ``blemishedCSV`` cannot be taken, and why.
    package static let blemishes = blemished.blemishes

    /// Good rows in ``blemishedCSV``.
    package static let unblemishedRows = 12

    private static let blemished: (text: String, blemishes: [Blemish]) = {
        let school = fiveSchools[2]
        let good = results(of: school).filter { $0.tool == .harbourScale && $0.occasion.term == 4 }
        let clean = resultsCSV(Array(good.prefix(unblemishedRows)), .harbourScale)
        let row = good[unblemishedRows]
        let learner = row.learner
        func line(
            national: String? = nil, local: String? = nil, day: String? = nil, score: String? = nil
        ) -> String {
            World.line([
                national ?? learner.nationalID, local ?? learner.localID, learner.familyName, learner.firstName,
                String(row.yearLevel), day ?? dayFirst(row.day), row.subject.title, score ?? row.text,
            ])
        }
        let firstLine = clean.utf8.split(separator: 0x0A)[1].filter { $0 != 0x0D }
        let bad: [(Blemish.Kind, String)] = [
            (.dayInTheFuture, line(day: "04/11/2027")), (.scoreOutOfRange, line(score: "690")),
            (.unknownLearner, line(national: "9999999999", local: "99999")),
            (.duplicate, String(decoding: firstLine, as: UTF8.self)), (.notANumber, line(score: "abs")),
            (.learnerMissing, line(national: "", local: "")),
        ]
        let text = clean + bad.map { $0.1 + "\r\n" }.joined()
        return (text, bad.enumerated().map { Blemish(line: unblemishedRows + 2 + $0.offset, kind: $0.element.0) })
    }()
}
