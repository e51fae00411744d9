import Programmes
package import Ground

/// The numbers of a picture that a filter chooses, in the order in which they are shown.
package struct PictureView: Sendable {
    package enum Subject: Hashable, Sendable {
        case community
        case school(OrganisationID)
        case year(Int)
        case group(String)
    }

    /// A printed number and what it is about.
    package struct Line: Sendable {
        package let subject: Subject
        package let slot: Slot
        package let shown: CellShown
        /// Learners assessed with whatever tool, and learners on the roll: where the line is a whole school.
        package let assessed: CellShown?
        package let roll: Int?
        package let isOwnOnly: Bool
    }

    package let picture: Picture
    package let filter: PictureFilter
    /// The term that is looked at; `nil` while there is nothing to see.
    package let term: Term?
    /// Of every term, oldest first; within a term by tool, and the community's whole before its rows.
    package let lines: [Line]

    package init(_ picture: Picture, _ filter: PictureFilter) {
        self.picture = picture
        let term = filter.term.flatMap { picture.terms.contains($0) ? $0 : nil } ?? picture.terms.last
        self.term = term
        var resolved = filter
        (resolved.measure, resolved.term) = (picture.measure.key, term)
        if let year = filter.yearLevel, !picture.measure.years.contains(year) { resolved.yearLevel = nil }
        self.filter = resolved
        lines = picture.terms.flatMap { term in
            picture.tools(in: term).flatMap { tool in
                PictureView.lines(of: picture, Slot(term: term, tool: tool), resolved)
            }
        }
    }

    private static func lines(of picture: Picture, _ slot: Slot, _ filter: PictureFilter) -> [Line] {
        let year = filter.yearLevel
        var keys: [(Subject, CellKey)] = [(.community, CellKey(slot, yearLevel: year))]
        switch filter.rows {
        case .school:
            keys += picture.schools.map { (.school($0.id), CellKey(slot, school: $0.id, yearLevel: year)) }
        case .year:
            let years = Array(picture.measure.years) + [SlotTally.notSaid]
            keys += years.map { (.year($0), CellKey(slot, yearLevel: $0)) }
        case .group:
            keys += picture.pack.groups.map { (.group($0.key), CellKey(slot, part: .group($0.key))) }
        }
        return keys.compactMap { subject, key in
            guard let shown = picture.shown(key) else { return nil }
            guard case .school(let id) = subject, let school = picture.school(id) else {
                return Line(subject: subject, slot: slot, shown: shown, assessed: nil, roll: nil, isOwnOnly: false)
            }
            return Line(
                subject: subject, slot: slot, shown: shown,
                assessed: year == nil ? picture.shown(CellKey(slot.term, nil, school: id)) : nil,
                roll: year == nil ? school.roll : nil, isOwnOnly: school.ownOnly.contains(slot.term))
        }
    }

    /// The tools of the term, the one with most learners first.
    ///
    /// Only those that say something of the year level that is looked at.
    package var tools: [Tool] {
        guard let term else { return [] }
        return picture.tools(in: term).filter { !lines(in: term, by: $0).isEmpty }
    }

    /// The schools behind the community's number of a slot, in the year level that is looked at.
    package func schools(behind slot: Slot) -> Set<OrganisationID> {
        let schools = picture.schools(behind: slot)
        guard let year = filter.yearLevel else { return schools }
        return schools.filter { picture.shown(CellKey(slot, school: $0, yearLevel: year)) != nil }
    }

    package func lines(in term: Term, by tool: Tool) -> [Line] {
        lines.filter { $0.slot == Slot(term: term, tool: tool) }
    }

    /// The whole of the community by one tool, in the year level that is looked at.
    package func whole(in term: Term, by tool: Tool) -> CellShown? {
        picture.shown(CellKey(Slot(term: term, tool: tool), yearLevel: filter.yearLevel))
    }

    /// Schools that have nothing to show in the term: not signed off, or nothing brought in.
    package var silent: [Picture.School] {
        guard let term else { return [] }
        return picture.schools.filter {
            !$0.signed.contains(term) && !$0.ownOnly.contains(term) && !$0.changed.contains(term)
        }
    }

    /// Schools whose numbers have changed since they signed off: in the term, or ever while there is nothing to see.
    package var changed: [Picture.School] {
        picture.schools.filter { school in term.map(school.changed.contains) ?? !school.changed.isEmpty }
    }

    /// Tools whose results cannot be shown, with the schools that used them: in the term, or ever while there is nothing
    /// to see.
    package var unjudged: [(tool: Tool, schools: [Picture.School])] {
        func tools(of school: Picture.School) -> Set<Tool> {
            guard let term else { return Set(school.unjudged.values.flatMap { $0 }) }
            return school.unjudged[term] ?? []
        }
        return Set(picture.schools.flatMap { tools(of: $0) }).sorted().map { tool in
            (tool, picture.schools.filter { tools(of: $0).contains(tool) })
        }
    }

    /// Schools with numbers in the term.
    package var speaking: [Picture.School] {
        guard let term else { return [] }
        return picture.schools.filter { $0.signed.contains(term) || $0.ownOnly.contains(term) }
    }
}
