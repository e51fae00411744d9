import Ground

extension Pack {
    /// The pack in a file's text, or everything that keeps it from being one, in the order of the file.
    package static func read(_ text: String, file: String) -> (pack: Pack?, problems: [PackProblem]) {
        let form = PackForm(text, file: file)
        var reader = PackReader(file: file, problems: form.problems)
        let pack = form.tree.flatMap { reader.pack($0) }
        let problems = reader.problems.inOrderOfTheFile
        return (problems.isEmpty ? pack : nil, problems)
    }

    /// The pack in a file's bytes, which must be UTF-8.
    package static func read(_ bytes: some Sequence<UInt8>, file: String) -> (pack: Pack?, problems: [PackProblem]) {
        let bytes = Array(bytes)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
            let place = Place(line: line + 1, column: 1)
            return (nil, [PackProblem(file: file, place: place, words: PackWords.notUTF8())])
        }
        return read(text, file: file)
    }

    /// The pack, for those who can do nothing without it.
    package static func checked(_ text: String, file: String) throws(PackProblems) -> Pack {
        let (pack, problems) = read(text, file: file)
        guard let pack else { throw PackProblems(all: problems) }
        return pack
    }
}

extension [PackProblem] {
    /// By place; what is found at one place keeps its order.
    fileprivate var inOrderOfTheFile: [PackProblem] {
        enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }.map(\.element)
    }
}

extension PackReader {
    private static let head = ["pack", "version", "title", "about", "since", "until", "adds-to", "fixed", "free"]

    mutating func pack(_ tree: PackTree) -> Pack? {
        let known = Self.head + Pack.Part.allCases.map(\.rawValue)
        let needed = ["pack", "version", "title", "since"]
        guard let root = fields(of: tree, named: "", at: .start, known: known, needed: needed) else { return nil }
        let id = text("pack", of: root)
        if let id, let heading = root["pack"] { _ = checkKey(id, at: heading.value.place) }
        let version = version("version", of: root)
        let title = text("title", of: root)
        let about = text("about", of: root) ?? ""
        let since = day("since", of: root)
        let until = day("until", of: root)
        if let since, let until, until < since, let heading = root["until"] {
            note(heading.value.place, PackWords.endsBeforeItBegins(since: since, until: until))
        }
        let reach = reach(of: root)
        if reach == .programme {
            for part in Pack.Part.neededByProgramme where root[part.rawValue] == nil {
                note(.start, PackWords.partMissing(part))
            }
        }
        let entries = declaredEntries(of: root)
        let freedoms = freedoms(of: root, entries: entries)

        let constructs = constructs(of: root)
        let measures = measures(of: root)
        let instruments = instruments(of: root)
        let roles = roles(of: root)
        let components = components(of: root)
        let memberships = memberships(of: root)
        let expectations = expectations(of: root, instruments: instruments)
        if reach == .programme { checkGates(of: components, roles: roles, in: root) }
        settle(entries: entries, measures: measures, instruments: instruments, reach: reach)

        // All parts are read before any is missed, so that every problem is found in one go.
        let nouns = nouns(of: root)
        let organisations = organisations(of: root)
        let decisions = decisions(of: root)
        let meetings = meetings(of: root)
        let activities = activities(of: root)
        let elements = elements(of: root)
        let outcomes = outcomes(of: root)
        let groups = groups(of: root)
        let gemQuestions = gemQuestions(of: root)
        let focusAreas = focusAreas(of: root)
        let floors = floors(of: root)
        let targets = choice("targets", of: root, as: Pack.Targets.self)

        guard let id, let version, let title, let since else { return nil }
        return Pack(
            id: id, version: version, title: title, about: about, since: since, until: until, reach: reach, added: [],
            nouns: nouns, organisations: organisations, memberships: memberships, roles: roles,
            components: components, decisions: decisions, meetings: meetings, activities: activities,
            elements: elements, outcomes: outcomes, groups: groups, constructs: constructs, measures: measures,
            instruments: instruments, expectations: expectations, gemQuestions: gemQuestions,
            focusAreas: focusAreas, floors: floors, targets: targets, freedoms: freedoms,
            source: Pack.Source(file: file, place: root["version"]?.value.place ?? .start), pending: pending
        )
    }

    private mutating func reach(of root: PackFields) -> Pack.Reach {
        let bases = texts("adds-to", of: root)
        guard root["adds-to"] != nil else { return .programme }
        if bases.map(\.text) == ["any"] { return .additionToAny }
        for (text, place) in bases { _ = checkKey(text, at: place) }
        return .addition(to: bases.map(\.text))
    }

    /// The keys that stand under each part, whether or not what they say can be used; none for a part without keys.
    private func declaredEntries(of root: PackFields) -> [Pack.Part: [String]] {
        Pack.Part.allCases.reduce(into: [:]) { entries, part in
            switch root[part.rawValue]?.value {
            case nil: entries[part] = []
            case .headings(let headings, _)?: entries[part] = headings.map(\.key)
            case .text?, .list?: break
            }
        }
    }

    /// `fixed` and `free`: every part of the pack stands in one of them; single entries may differ from their part.
    private mutating func freedoms(of root: PackFields, entries: [Pack.Part: [String]]) -> Pack.Freedoms {
        var freedoms = Pack.Freedoms()
        for freedom in Pack.Freedom.allCases {
            for (text, place) in texts(freedom.rawValue, of: root) {
                let pieces = text.split(separator: "/", maxSplits: 1).map(String.init)
                guard let name = pieces.first,
                    let part = choice(name, at: place, for: freedom.rawValue, as: Pack.Part.self)
                else { continue }
                guard root[name] != nil else {
                    note(place, PackWords.freedomOfNothing(text, freedom))
                    continue
                }
                let other: Pack.Freedom?
                if pieces.count == 2 {
                    let known = entries[part] ?? []
                    guard known.contains(pieces[1]) else {
                        let suggestion = nearest(to: pieces[1], among: known)
                        note(place, PackWords.notThere(pieces[1], part, suggestion: suggestion, known: known))
                        continue
                    }
                    other = freedoms.entries.updateValue(freedom, forKey: .init(part: part, key: pieces[1]))
                } else {
                    other = freedoms.parts.updateValue(freedom, forKey: part)
                }
                if other != nil { note(place, PackWords.freedomTwice(text)) }
            }
        }
        for part in Pack.Part.allCases {
            guard let heading = root[part.rawValue], freedoms.parts[part] == nil else { continue }
            note(heading.place, PackWords.neitherFixedNorFree(part))
        }
        return freedoms
    }

    /// In a programme, whoever must open a gate has to be somebody. Said once every role can be read.
    private mutating func checkGates(of components: [Pack.Component], roles: [Pack.Role], in root: PackFields) {
        guard case .headings(let headings, _)? = root["components"]?.value,
            case .headings(let written, _)? = root["roles"]?.value, roles.count == written.count
        else { return }
        let standings = Set(roles.map(\.standing))
        for component in components {
            for stage in component.stages {
                guard let gate = stage.gate, gate.owner != .visitor, !standings.contains(gate.owner) else { continue }
                let owner = headings.first { $0.key == component.key }?
                    .value["stages"]?.value[stage.key]?.value["gate"]?.value["owner"]
                note(owner?.value.place ?? .start, PackWords.nobodyOwns(gate.owner))
            }
        }
    }

    /// Claims are settled now, or kept until the pack meets the one it adds to.
    private mutating func settle(
        entries: [Pack.Part: [String]], measures: [Pack.Measure], instruments: [Pack.Instrument], reach: Pack.Reach
    ) {
        var kept: [Pending] = []
        for claim in pending {
            let words = claim.claim.problem(entries: entries, measures: measures, instruments: instruments)
            let isAboutEntry = if case .entry = claim.claim { true } else { false }
            if let words, reach == .programme || !isAboutEntry {
                note(claim.place, words)
            } else if reach != .programme {
                kept.append(claim)
            }
        }
        pending = kept
    }
}

extension PackTree {
    /// What stands under a key, where there are keys.
    fileprivate subscript(key: String) -> Heading? {
        guard case .headings(let headings, _) = self else { return nil }
        return headings.first { $0.key == key }
    }
}
