import Programmes
package import Ground

extension PictureView {
    /// What is so, in words, with the number: the answer before any picture.
    package var headline: Words {
        guard let term else { return PictureWords.emptyHeadline(subjectName) }
        guard let tool = tools.first else { return PictureWords.emptyHeadline(subjectName) }
        let slot = Slot(term: term, tool: tool)
        if let whole = whole(in: term, by: tool) {
            let schools = schools(behind: slot)
            if schools.count == 1, let school = schools.first.flatMap(picture.school) {
                return PictureWords.atSchool(sentence(whole), school.name)
            }
            return tools.count > 1
                ? PictureWords.atSchools(sentence(whole), schools.count, by: words(for: tool))
                : PictureWords.plainly(sentence(whole))
        }
        // Only one's own school has anything yet.
        let own = lines.first { $0.slot == slot && $0.isOwnOnly }
        guard let own, case .school(let id) = own.subject, let school = picture.school(id) else {
            return PictureWords.emptyHeadline(subjectName)
        }
        return PictureWords.atSchool(sentence(own.shown), school.name)
    }

    /// "reading", as it stands within a sentence.
    package var subjectName: String { picture.measure.title.asWithinSentence }

    /// The number as a sentence without its full stop.
    package func sentence(_ shown: CellShown) -> Words {
        func who(_ count: Int) -> Words {
            let noun = picture.pack.noun(.learner).form(for: count)
            return filter.yearLevel.map { PictureWords.learners(noun, year: $0) } ?? PictureWords.learners(noun)
        }
        switch shown {
        case .hidden: return PictureWords.nothingShown(in: subjectName)
        case .exact(let count, nil): return PictureWords.onlyAssessed(count, who(count), in: subjectName)
        case .exact(let count, .some(let hits)):
            guard let percent = shown.percent, let range = shown.percents(level: 0.95) else {
                return PictureWords.few(hits, of: count, who(count), in: subjectName)
            }
            return PictureWords.share(
                hits, of: count, who(count), percent: percent, from: range.lowerBound, to: range.upperBound,
                in: subjectName)
        case .between(let count, let hits):
            if hits == 0...count { return PictureWords.onlyAssessed(count, who(count), in: subjectName) }
            if hits.lowerBound == 0 {
                return PictureWords.atMost(hits.upperBound, of: count, who(count), in: subjectName)
            }
            if hits.upperBound == count {
                return PictureWords.atLeast(hits.lowerBound, of: count, who(count), in: subjectName)
            }
            return PictureWords.between(hits.lowerBound, hits.upperBound, of: count, who(count), in: subjectName)
        }
    }

    package func words(for tool: Tool) -> Words {
        guard let title = picture.title(of: tool) else {
            return tool.instrument.isEmpty ? PictureWords.toolNotSaid : Words(verbatim: tool.instrument)
        }
        // Norms are named only where the tool has several.
        guard let norms = tool.norms, (picture.pack.instruments[key: tool.instrument]?.norms.count ?? 0) > 1 else {
            return Words(verbatim: title)
        }
        return PictureWords.tool(title, norms: norms)
    }

    package func words(for subject: Subject) -> Words {
        switch subject {
        case .community: PictureWords.everybody
        case .school(let id): Words(verbatim: picture.school(id)?.name ?? "")
        case .year(let year): year == SlotTally.notSaid ? PictureWords.yearNotSaid : PictureWords.year(year)
        case .group(let key): Words(verbatim: picture.pack.groups[key: key]?.title ?? key)
        }
    }

    package func words(for line: Line) -> Words {
        switch line.subject {
        case .community where filter.rows == .school:
            PictureWords.schools(schools(behind: line.slot).count)
        case .school(let id) where line.isOwnOnly: PictureWords.onlyYou(picture.school(id)?.name ?? "")
        default: words(for: line.subject)
        }
    }

    package func words(for change: PictureCourse.Change) -> Words {
        switch change {
        case .tool(let from, let to): PictureWords.changedTool(words(for: from), words(for: to))
        case .schools: PictureWords.changedSchools
        case .definition: PictureWords.changedDefinition
        }
    }

    // MARK: Where the numbers come from

    /// Schools whose numbers the whole community (or the reader's circle) sees in the term.
    package var signedSchools: [Picture.School] {
        guard let term else { return [] }
        return picture.schools.filter { $0.signed.contains(term) }
    }

    package var coverage: Words {
        guard let term else { return PictureWords.emptyWhat }
        let signed = signedSchools
        let rolls = signed.compactMap(\.roll)
        if rolls.count == signed.count, let assessed = picture.shown(CellKey(term, nil))?.assessed {
            let roll = rolls.reduce(0, +)
            if assessed <= roll, roll > 0 {
                return PictureWords.coverage(assessed, of: roll, term.words, signed.count, of: picture.schools.count)
            }
        }
        return PictureWords.coverageSchools(term.words, signed.count, of: picture.schools.count)
    }

    package var source: Words {
        guard let term else { return PictureWords.emptyWhat }
        let counts = speaking.count { $0.fromCounts.contains(term) }
        return counts == 0
            ? PictureWords.sourcesRecords(speaking.count)
            : PictureWords.sources(speaking.count - counts, counts)
    }

    package var definition: Words? {
        let definition = term.flatMap(picture.definition) ?? picture.measure.definition(on: picture.today)
        return definition.map {
            PictureWords.definition(picture.measure.title, $0.version.description, since: $0.since, $0.text)
        }
    }

    /// Definition and protection in a line each, for paper.
    package var definitionInShort: Words? {
        let definition = term.flatMap(picture.definition) ?? picture.measure.definition(on: picture.today)
        return definition.map {
            PictureWords.definitionInShort(picture.measure.title, $0.version.description, since: $0.since)
        }
    }

    package var protectionInShort: Words { PictureWords.protectionInShort(picture.floor) }

    package var protection: Words { PictureWords.protection(picture.floor) }
}

extension CellShown {
    /// The number in a few words, for a row: "58 of 74", "at most 3 of 20", "not shown, to protect learners".
    package var words: Words {
        switch self {
        case .hidden: return PictureWords.hidden
        case .exact(let count, .some(let hits)): return PictureWords.count(hits, of: count)
        case .exact(let count, nil): return PictureWords.shortAssessed(count)
        case .between(let count, let hits):
            if hits == 0...count { return PictureWords.shortAssessed(count) }
            if hits.lowerBound == 0 { return PictureWords.shortAtMost(hits.upperBound, of: count) }
            if hits.upperBound == count { return PictureWords.shortAtLeast(hits.lowerBound, of: count) }
            return PictureWords.shortBetween(hits.lowerBound, hits.upperBound, of: count)
        }
    }
}
