import Programmes
import Ground

/// One subject over the terms, broken wherever the numbers before and after cannot be compared.
package struct PictureCourse: Sendable {
    package enum Change: Hashable, Sendable {
        case tool(from: Tool, to: Tool)
        /// Other schools stand behind the community's number than before.
        case schools
        case definition
    }

    package let subject: PictureView.Subject
    /// The tool, where the subject has several at once and each has a course of its own.
    package let tool: Tool?
    /// One for each term of the picture.
    package let values: [CellShown?]
    /// Before which term, and why.
    package let changes: [(before: Int, change: Change)]
}

extension PictureView {
    /// Every subject that has a number, over all terms.
    package var courses: [PictureCourse] {
        var subjects: [Subject] = []
        for line in lines where line.subject != .community && !subjects.contains(line.subject) {
            subjects.append(line.subject)
        }
        if filter.rows == .school {
            subjects = picture.schools.map { .school($0.id) }.filter(subjects.contains)
        }
        return subjects.flatMap(courses)
    }

    private func courses(of subject: Subject) -> [PictureCourse] {
        let own = lines.filter { $0.subject == subject }
        let hasSeveralAtOnce = picture.terms.contains { term in own.count { $0.slot.term == term } > 1 }
        guard hasSeveralAtOnce || !isSchool(subject) else { return [course(of: subject, by: nil, in: own)] }
        // The community's year levels and groups: only the tools of the term that is looked at, or it is a crowd.
        let wanted = isSchool(subject) ? Set(own.map(\.slot.tool)).sorted() : tools
        return wanted.filter { tool in own.contains { $0.slot.tool == tool } }.map {
            course(of: subject, by: $0, in: own)
        }
    }

    private func isSchool(_ subject: Subject) -> Bool {
        if case .school = subject { true } else { false }
    }

    private func course(of subject: Subject, by tool: Tool?, in own: [Line]) -> PictureCourse {
        let chosen = own.filter { tool == nil || $0.slot.tool == tool }
        let values = picture.terms.map { term in chosen.first { $0.slot.term == term } }
        var changes: [(before: Int, change: PictureCourse.Change)] = []
        var before: Line?
        for (index, line) in values.enumerated() {
            guard let line else { continue }
            if let before, let change = change(from: before, to: line) { changes.append((index, change)) }
            before = line
        }
        return PictureCourse(subject: subject, tool: tool, values: values.map { $0?.shown }, changes: changes)
    }

    private func change(from before: Line, to line: Line) -> PictureCourse.Change? {
        if before.slot.tool != line.slot.tool { return .tool(from: before.slot.tool, to: line.slot.tool) }
        if picture.definition(in: before.slot.term)?.version != picture.definition(in: line.slot.term)?.version {
            return .definition
        }
        if !isSchool(line.subject), schools(behind: before.slot) != schools(behind: line.slot) {
            return .schools
        }
        return nil
    }
}
