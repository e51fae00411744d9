import Programmes
import Communities
import Database
import DisclosureControl
import Ground

extension Transaction {
    func pictureMemory(of measure: String, in community: CommunityID) throws -> PictureMemory {
        var memory = PictureMemory()
        for circle in Sight.Circle.allCases {
            memory.printed[circle] = try printedCells(of: measure, in: community, circle)
        }
        try each(
            """
            SELECT year, term, instrument, norms, schools FROM published_round
            WHERE community_id = \(community) AND measure = \(measure)
            """
        ) { row in
            let instrument: String? = try row[2]
            let norms: String? = try row[3]
            let schools: String = try row[4]
            memory.rounds.insert(
                PictureRound(
                    term: Term(year: try row[0], number: try row[1]),
                    tool: instrument.map { Tool(instrument: $0, norms: norms) },
                    schools: Set(schools.split(separator: " ").map { OrganisationID(rawValue: String($0)) })))
        }
        return memory
    }

    private func printedCells(
        of measure: String, in community: CommunityID, _ circle: Sight.Circle
    ) throws -> [String: PictureMemory.Printed] {
        var printed: [String: PictureMemory.Printed] = [:]
        try each(
            """
            SELECT cell, assessed, at_or_above, showing FROM published_cell
            WHERE community_id = \(community) AND circle = \(circle.rawValue) AND measure = \(measure)
            """
        ) { row in
            let showing: String = try row[3]
            printed[try row[0]] = PictureMemory.Printed(
                tally: Tally(count: try row[1], hits: try row[2]), showing: Showing(text: showing))
        }
        return printed
    }

    /// Remembers what is about to be published. What somebody else remembered meanwhile stays as they did.
    func remember(_ sheets: PictureSheets) throws {
        let (community, measure) = (sheets.source.community, sheets.source.measure.key)
        for (circle, news) in sheets.news where !news.isEmpty {
            let known = try printedCells(of: measure, in: community, circle)
            for (cell, now) in news.sorted(by: { $0.key < $1.key }) where known[cell] != nil && known[cell] != now {
                try execute(
                    """
                    UPDATE published_cell SET assessed = \(now.tally.count), at_or_above = \(now.tally.hits),
                        showing = \(now.showing.text)
                    WHERE community_id = \(community) AND circle = \(circle.rawValue) AND measure = \(measure)
                        AND cell = \(cell)
                    """)
            }
            try load(
                into: "published_cell",
                ["community_id", "circle", "measure", "cell", "assessed", "at_or_above", "showing"]
            ) { writer in
                for (cell, now) in news.sorted(by: { $0.key < $1.key }) where known[cell] == nil {
                    writer.write(community)
                    writer.write(circle.rawValue)
                    writer.write(measure)
                    writer.write(cell)
                    writer.write(now.tally.count)
                    writer.write(now.tally.hits)
                    writer.write(now.showing.text)
                    try writer.endRow()
                }
            }
        }
        for round in sheets.newRounds {
            let schools = round.schools.map(\.rawValue).sorted().joined(separator: " ")
            try execute(
                """
                INSERT INTO published_round (community_id, measure, round, year, term, instrument, norms, schools)
                VALUES (\(community), \(measure), \(round.text), \(round.term.year), \(round.term.number),
                    \(round.tool?.instrument), \(round.tool?.norms), \(schools))
                ON CONFLICT DO NOTHING
                """)
        }
    }
}

extension PictureRound {
    /// `2026-T4|harbour-scale@2022|` and the schools, shortened.
    fileprivate var text: String { CellKey(term, tool, round: CellKey.Round(schools)).text }
}

extension Showing {
    fileprivate var text: String {
        switch self {
        case .shown: "shown"
        case .hidden: "hidden"
        case .bounded(let range): "\(range.lowerBound)-\(range.upperBound)"
        }
    }

    /// What cannot be read was hidden, to be safe.
    fileprivate init(text: String) {
        let ends = text.split(separator: "-").compactMap { Int($0) }
        self = text == "shown" ? .shown : ends.count == 2 && ends[0] <= ends[1] ? .bounded(ends[0]...ends[1]) : .hidden
    }
}
