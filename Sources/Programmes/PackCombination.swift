package import Ground

/// Why one pack cannot be added to another.
package enum PackRefusal: Refusal {
    case notHere(id: String)
    case notAProgramme(title: String)
    case notAnAddition(title: String, base: String)
    case alreadyAdded(title: String, base: String)
    /// Both say something about the same entry, as `roles/lead-teacher`, and not the same.
    case conflict(entry: String, title: String, base: String)
    case doesNotFit(title: String, base: String, reason: Words)
    case neverTogether(title: String, base: String)

    package var words: Words {
        switch self {
        case .notHere(let id): PackWords.notHere(id)
        case .notAProgramme(let title): PackWords.notAProgramme(title)
        case .notAnAddition(let title, let base): PackWords.notAnAddition(title, to: base)
        case .alreadyAdded(let title, let base): PackWords.alreadyAdded(title, to: base)
        case .conflict(let entry, let title, let base): PackWords.conflict(entry, title, base)
        case .doesNotFit(let title, let base, let reason): PackWords.doesNotFit(title, base, reason)
        case .neverTogether(let title, let base): PackWords.neverTogether(title, base)
        }
    }
}

extension Pack {
    /// This pack with another added: all parts of both.
    ///
    /// Where both have an entry under the same key and say the same, it stands once; where they differ, the addition
    /// is refused. The higher floor holds. What is fixed in the pack it came from stays fixed.
    package func combined(with addition: Pack) throws(PackRefusal) -> Pack {
        let combined = try joined(with: addition)
        if let problem = addition.openProblems(beside: combined).first {
            throw .doesNotFit(title: addition.title, base: title, reason: problem.words)
        }
        return combined
    }

    /// Both packs in one, whether or not the addition finds everything it leans on.
    func joined(with addition: Pack) throws(PackRefusal) -> Pack {
        guard !isAddition else { throw .notAProgramme(title: title) }
        guard addition.adds(to: self) else { throw .notAnAddition(title: addition.title, base: title) }
        guard !added.contains(where: { $0.id == addition.id }) else {
            throw .alreadyAdded(title: addition.title, base: title)
        }
        let since = max(since, addition.since)
        let until = [until, addition.until].compactMap(\.self).min()
        if let until, until < since { throw .neverTogether(title: addition.title, base: title) }
        let union = Union(base: self, addition: addition)
        return Pack(
            id: id, version: version, title: title, about: about, since: since, until: until, reach: .programme,
            added: added + [addition.name],
            nouns: try union.nouns(),
            organisations: try union.entries(\.organisations, .organisations),
            memberships: try union.entries(\.memberships, .memberships),
            roles: try union.entries(\.roles, .roles),
            components: try union.entries(\.components, .components),
            decisions: try union.single(\.decisions, .decisions),
            meetings: try union.entries(\.meetings, .meetings),
            activities: try union.entries(\.activities, .activities),
            elements: try union.entries(\.elements, .elements),
            outcomes: try union.entries(\.outcomes, .outcomes),
            groups: try union.entries(\.groups, .groups),
            constructs: try union.entries(\.constructs, .constructs),
            measures: try union.entries(\.measures, .measures),
            instruments: try union.entries(\.instruments, .instruments),
            expectations: try union.expectations(),
            gemQuestions: try union.entries(\.gemQuestions, .gemQuestions),
            focusAreas: try union.entries(\.focusAreas, .focusAreas),
            floors: floors.raised(to: addition.floors),
            targets: try union.single(\.targets, .targets),
            freedoms: union.freedoms(), source: source, pending: []
        )
    }

    /// What this pack leans on and does not find in the combination.
    func openProblems(beside combined: Pack) -> [PackProblem] {
        let entries = Part.allCases.reduce(into: [Part: [String]]()) { $0[$1] = combined.keys(of: $1) }
        return pending.compactMap { open in
            open.claim.problem(entries: entries, measures: combined.measures, instruments: combined.instruments)
                .map { PackProblem(file: source.file, place: open.place, words: $0) }
        }
    }

    /// The keys of the entries of a part; none for the parts that have no entries.
    package func keys(of part: Part) -> [String] {
        switch part {
        case .words: Noun.allCases.filter { nouns[$0] != nil }.map(\.rawValue)
        case .organisations: organisations.map(\.key)
        case .memberships: memberships.map(\.key)
        case .roles: roles.map(\.key)
        case .components: components.map(\.key)
        case .meetings: meetings.map(\.key)
        case .activities: activities.map(\.key)
        case .elements: elements.map(\.key)
        case .outcomes: outcomes.map(\.key)
        case .groups: groups.map(\.key)
        case .constructs: constructs.map(\.key)
        case .measures: measures.map(\.key)
        case .instruments: instruments.map(\.key)
        case .gemQuestions: gemQuestions.map(\.key)
        case .focusAreas: focusAreas.map(\.key)
        case .decisions, .expectations, .floors, .targets: []
        }
    }
}

/// Two packs becoming one, part by part.
private struct Union {
    let base: Pack
    let addition: Pack

    private func conflict(_ part: Pack.Part, _ key: String? = nil) -> PackRefusal {
        let entry = key.map { "\(part.rawValue)/\($0)" } ?? part.rawValue
        return .conflict(entry: entry, title: addition.title, base: base.title)
    }

    func entries<Entry: Keyed>(_ path: KeyPath<Pack, [Entry]>, _ part: Pack.Part) throws(PackRefusal) -> [Entry] {
        var entries = base[keyPath: path]
        for entry in addition[keyPath: path] {
            guard let present = entries[key: entry.key] else {
                entries.append(entry)
                continue
            }
            guard present == entry else { throw conflict(part, entry.key) }
        }
        return entries
    }

    func single<Value: Equatable>(_ path: KeyPath<Pack, Value?>, _ part: Pack.Part) throws(PackRefusal) -> Value? {
        guard let value = addition[keyPath: path] else { return base[keyPath: path] }
        guard let present = base[keyPath: path], present != value else { return value }
        throw conflict(part)
    }

    func nouns() throws(PackRefusal) -> [Pack.Noun: Pack.NounForms] {
        var nouns = base.nouns
        for noun in Pack.Noun.allCases {
            guard let forms = addition.nouns[noun] else { continue }
            if let present = nouns[noun], present != forms { throw conflict(.words, noun.rawValue) }
            nouns[noun] = forms
        }
        return nouns
    }

    func expectations() throws(PackRefusal) -> [Pack.Expectation] {
        var expectations = base.expectations
        for expectation in addition.expectations {
            let present = expectations.first {
                $0.measure == expectation.measure && $0.instrument == expectation.instrument
                    && $0.norms == expectation.norms && $0.year == expectation.year
            }
            guard let present else {
                expectations.append(expectation)
                continue
            }
            guard present == expectation else {
                throw conflict(.expectations, "\(expectation.measure)/\(expectation.instrument)/\(expectation.year)")
            }
        }
        return expectations
    }

    /// Parts follow the pack that had them first; entries of the other keep their own word as exceptions. An entry
    /// that both have is fixed if either says so.
    func freedoms() -> Pack.Freedoms {
        var freedoms = base.freedoms
        for (part, freedom) in addition.freedoms.parts where freedoms.parts[part] == nil {
            freedoms.parts[part] = freedom
        }
        for part in Pack.Part.allCases {
            for key in addition.keys(of: part) {
                let isShared = base.keys(of: part).contains(key)
                let isFixed =
                    addition.freedom(of: part, key) == .fixed || isShared && base.freedom(of: part, key) == .fixed
                let freedom: Pack.Freedom = isFixed ? .fixed : .free
                if freedoms.freedom(of: part, key) != freedom {
                    freedoms.entries[Pack.Freedoms.Entry(part: part, key: key)] = freedom
                }
            }
            // A part without entries that both have, such as the floors.
            if addition.keys(of: part).isEmpty, addition.freedoms.parts[part] == .fixed {
                freedoms.parts[part] = .fixed
            }
        }
        return freedoms
    }
}
