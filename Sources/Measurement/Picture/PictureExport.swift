import Statistics
import Programmes
import Ground
import Tables

/// The numbers of a view as a file: the same cells as the page, each with where it comes from.
struct PictureExport {
    let view: PictureView
    let communityName: String

    static let header = [
        "community", "measure", "definition", "term", "tool", "norms", "about", "school", "year level", "group",
        "assessed", "at or above", "at or above, at least", "at or above, at most", "percent", "likely from",
        "likely to", "very likely from", "very likely to", "in words", "on the roll", "seen by your school only",
        "tool changed here", "brought in", "latest", "smallest number shown",
    ]

    var bytes: [UInt8] { CSVWriter.bytes(header: PictureExport.header, rows: rows) }

    var rows: [[CSVWriter.Cell]] {
        let courses = view.courses
        return view.lines.map { row($0, courses) }
    }

    private func row(_ line: PictureView.Line, _ courses: [PictureCourse]) -> [CSVWriter.Cell] {
        let (picture, slot, shown) = (view.picture, line.slot, line.shown)
        func percents(_ level: Double) -> [CSVWriter.Cell] {
            let range = shown.percents(level: level)
            return [number(range?.lowerBound), number(range?.upperBound)]
        }
        var about: [CSVWriter.Cell] = [.empty, number(view.filter.yearLevel), .empty]
        var kind = "community"
        switch line.subject {
        case .community: break
        case .school(let id): (kind, about[0]) = ("school", .text(picture.school(id)?.name ?? ""))
        case .year(let year): (kind, about[1]) = ("year level", year == SlotTally.notSaid ? .empty : .integer(year))
        case .group(let key): (kind, about[2]) = ("group", .text(picture.pack.groups[key: key]?.title ?? key))
        }
        let (least, most) = shown.bounds
        return [
            .text(communityName), .text(picture.measure.title),
            .text(picture.definition(in: slot.term)?.version.description ?? ""), .text(slot.term.description),
            .text(picture.title(of: slot.tool) ?? slot.tool.instrument), .text(slot.tool.norms ?? ""), .text(kind),
        ] + about + [
            number(shown.assessed), number(shown.proportion?.successes), number(least), number(most),
            number(shown.percent),
        ] + percents(0.8) + percents(0.95) + [
            .text(shown.words.text), number(line.roll), .text(line.isOwnOnly ? "yes" : ""),
            .text(change(line, courses)),
            .text(brought(line)), .text(view.picture.latest?.description ?? ""), .integer(picture.floor),
        ]
    }

    private func number(_ value: Int?) -> CSVWriter.Cell { value.map { .integer($0) } ?? .empty }

    private func change(_ line: PictureView.Line, _ courses: [PictureCourse]) -> String {
        guard let index = view.picture.terms.firstIndex(of: line.slot.term) else { return "" }
        let course = courses.first { course in
            course.subject == line.subject && (course.tool == nil || course.tool == line.slot.tool)
        }
        return course?.changes.first { $0.before == index }.map { view.words(for: $0.change).text } ?? ""
    }

    private func brought(_ line: PictureView.Line) -> String {
        guard case .school(let id) = line.subject, let school = view.picture.school(id) else { return "" }
        return school.fromCounts.contains(line.slot.term) ? "counts by hand" : "results"
    }
}

extension CellShown {
    /// The range of those at or above, where only a range is shown.
    var bounds: (least: Int?, most: Int?) {
        guard case .between(_, let hits) = self else { return (nil, nil) }
        return (hits.lowerBound, hits.upperBound)
    }
}
