import Programmes
import Statistics
import Ground
import Hummingbird
import Web

/// The picture as programs read it: the cells of the page, protected alike.
struct PictureJSON: Encodable {
    struct Cell: Encodable, Equatable {
        let term: String
        let tool: String
        let norms: String?
        let about: String
        let school: OrganisationID?
        let yearLevel: Int?
        let group: String?
        let assessed: Int?
        let atOrAbove: Int?
        let atOrAboveAtLeast: Int?
        let atOrAboveAtMost: Int?
        let percent: Int?
        let likely: [Int]?
        let veryLikely: [Int]?
        let words: String
        let onRoll: Int?
        let assessedByAnyTool: Int?
        let isSeenByOwnSchoolOnly: Bool
    }

    struct Provenance: Encodable {
        let source: String
        let asOf: Day?
        let coverage: String
        let definition: String?
        let protection: String
        let smallestNumberShown: Int
    }

    let community: CommunityID
    let measure: String
    let term: String?
    let by: String
    let years: Int?
    let sentence: String
    let cells: [Cell]
    let provenance: Provenance

    init(_ view: PictureView) {
        let picture = view.picture
        (community, measure) = (picture.community, picture.measure.key)
        (term, by, years) = (view.term?.description, view.filter.rows.rawValue, view.filter.yearLevel)
        sentence = view.headline.text
        cells = view.lines.map { Cell($0, year: view.filter.yearLevel) }
        provenance = Provenance(
            source: view.source.text, asOf: picture.latest, coverage: view.coverage.text,
            definition: view.definition?.text, protection: view.protection.text, smallestNumberShown: picture.floor)
    }
}

extension PictureJSON.Cell {
    init(_ line: PictureView.Line, year: Int?) {
        let shown = line.shown
        (term, tool, norms) = (line.slot.term.description, line.slot.tool.instrument, line.slot.tool.norms)
        switch line.subject {
        case .community: (about, school, yearLevel, group) = ("community", nil, year, nil)
        case .school(let id): (about, school, yearLevel, group) = ("school", id, year, nil)
        case .year(let level):
            (about, school, yearLevel, group) = ("year-level", nil, level == SlotTally.notSaid ? nil : level, nil)
        case .group(let key): (about, school, yearLevel, group) = ("group", nil, nil, key)
        }
        (assessed, atOrAbove) = (shown.assessed, shown.proportion?.successes)
        (atOrAboveAtLeast, atOrAboveAtMost) = shown.bounds
        percent = shown.percent
        likely = shown.percents(level: 0.8).map { [$0.lowerBound, $0.upperBound] }
        veryLikely = shown.percents(level: 0.95).map { [$0.lowerBound, $0.upperBound] }
        words = shown.words.text
        onRoll = line.roll
        assessedByAnyTool = line.assessed?.assessed
        isSeenByOwnSchoolOnly = line.isOwnOnly
    }
}
