import Ground

extension PackReader {
    mutating func groups(of root: PackFields) -> [Pack.LearnerGroup] {
        entries(.groups, of: root, known: ["title", "about", "kind"], needed: ["title"], short: "title") {
            reader, key, fields in
            let title = reader.text("title", of: fields)
            let about = reader.text("about", of: fields) ?? ""
            let kind = reader.text("kind", of: fields)
            return title.map { Pack.LearnerGroup(key: key, title: $0, about: about, kind: kind) }
        }
    }

    mutating func constructs(of root: PackFields) -> [Pack.Construct] {
        entries(.constructs, of: root, known: ["title"], needed: ["title"], short: "title") { reader, key, fields in
            reader.text("title", of: fields).map { Pack.Construct(key: key, title: $0) }
        }
    }

    mutating func measures(of root: PackFields) -> [Pack.Measure] {
        let known = ["title", "construct", "years", "definitions"]
        return entries(.measures, of: root, known: known, needed: known) { reader, key, fields in
            let title = reader.text("title", of: fields)
            let construct = reader.references("construct", to: .constructs, of: fields).first
            let years = reader.years("years", of: fields)
            let definitions = reader.definitions(of: fields)
            guard let title, let construct, let years else { return nil }
            return Pack.Measure(
                key: key, title: title, construct: construct, years: years, definitions: definitions)
        }
    }

    private mutating func years(_ key: String, of fields: PackFields) -> ClosedRange<Int>? {
        guard let heading = fields[key], let text = text(key, of: fields) else { return nil }
        guard let years = Pack.years(text) else {
            note(heading.value.place, PackWords.notYears(text, of: key))
            return nil
        }
        return years
    }

    private mutating func definitions(of measure: PackFields) -> [Pack.Definition] {
        guard let heading = measure["definitions"] else { return [] }
        let name = "\(measure.name)/definitions"
        guard !heading.value.isEmpty else {
            note(heading.place, PackWords.empty(name))
            return []
        }
        guard case .list(let items, _) = heading.value else {
            note(heading.value.place, PackWords.needsList(name))
            return []
        }
        var definitions: [Pack.Definition] = []
        for item in items {
            let known = ["version", "since", "text"]
            guard let fields = fields(of: item, named: name, at: item.place, known: known, needed: known) else {
                continue
            }
            let (version, since) = (version("version", of: fields), day("since", of: fields))
            let text = text("text", of: fields)
            guard let version, let since, let text else { continue }
            if definitions.contains(where: { $0.version == version }) {
                note(item.place, PackWords.definitionTwice(version.description))
            } else if let last = definitions.last, since <= last.since {
                note(item.place, PackWords.definitionsOutOfOrder())
            }
            definitions.append(Pack.Definition(version: version, since: since, text: text))
        }
        return definitions
    }

    mutating func instruments(of root: PackFields) -> [Pack.Instrument] {
        let known = ["title", "constructs", "scale", "unit", "range", "levels", "versions", "norms"]
        return entries(.instruments, of: root, known: known, needed: ["title", "constructs", "scale"]) {
            reader, key, fields in
            let title = reader.text("title", of: fields)
            let constructs = reader.references("constructs", to: .constructs, of: fields)
            let scale = reader.choice("scale", of: fields, as: Pack.Instrument.Scale.self)
            let unit = reader.text("unit", of: fields)
            let range = reader.range(of: fields, scale: scale)
            let levels = reader.levels(of: fields, scale: scale)
            let versions = reader.texts("versions", of: fields).map(\.text)
            let norms = reader.texts("norms", of: fields).map(\.text)
            // Without a range that can be read, nothing can be said of its expectations.
            guard let title, let scale, range != nil || fields["range"] == nil else { return nil }
            return Pack.Instrument(
                key: key, title: title, constructs: constructs, scale: scale, unit: unit, range: range,
                levels: levels, versions: versions, norms: norms)
        }
    }

    private mutating func range(of fields: PackFields, scale: Pack.Instrument.Scale?) -> ClosedRange<Double>? {
        let stanines: ClosedRange<Double> = 1...9
        guard let heading = fields["range"] else { return scale == .stanine ? stanines : nil }
        guard let text = text("range", of: fields) else { return nil }
        guard let range = Pack.range(text) else {
            note(heading.value.place, PackWords.notARange(text))
            return nil
        }
        switch scale {
        case .levels: note(heading.place, PackWords.levelsHaveNoRange(fields.name))
        case .stanine where range != stanines: note(heading.value.place, PackWords.staninesRun(text))
        default: break
        }
        return range
    }

    private mutating func levels(of fields: PackFields, scale: Pack.Instrument.Scale?) -> [Pack.Level] {
        guard let heading = fields["levels"] else {
            if scale == .levels { note(fields.place, PackWords.missing("levels", of: fields.name)) }
            return []
        }
        if let scale, scale != .levels { note(heading.place, PackWords.onlyLevelsHaveLevels(fields.name, scale)) }
        return entries(heading, named: "\(fields.name)/levels", known: ["title"], needed: ["title"], short: "title") {
            reader, key, fields in
            reader.text("title", of: fields).map { Pack.Level(key: key, title: $0) }
        }
    }

    /// A list, because an expectation has no key of its own: it is found by measure, instrument, norms and year.
    mutating func expectations(of root: PackFields, instruments: [Pack.Instrument]) -> [Pack.Expectation] {
        guard let heading = root["expectations"] else { return [] }
        guard !heading.value.isEmpty else {
            note(heading.place, PackWords.empty("expectations"))
            return []
        }
        guard case .list(let items, _) = heading.value else {
            note(heading.value.place, PackWords.needsList("expectations"))
            return []
        }
        var expectations: [Pack.Expectation] = []
        for item in items {
            let known = ["measure", "instrument", "norms", "years"]
            let needed = ["measure", "instrument", "years"]
            guard
                let fields = fields(
                    of: item, named: "expectations", at: item.place, known: known, needed: needed)
            else { continue }
            let measure = references("measure", to: .measures, of: fields).first
            let instrument = references("instrument", to: .instruments, of: fields).first
            let norms = text("norms", of: fields)
            let cuts = cuts(of: fields)
            guard let measure, let instrument else { continue }
            if let norms, let heading = fields["norms"] {
                pending.append(Pending(claim: .norms(norms, of: instrument), place: heading.value.place))
            }
            for cut in cuts {
                pending.append(Pending(claim: .years(cut.years, of: measure), place: cut.yearsPlace))
                pending.append(Pending(claim: .value(cut.value, of: instrument), place: cut.place))
                for year in cut.years {
                    let isTwice = expectations.contains {
                        $0.measure == measure && $0.instrument == instrument && $0.norms == norms && $0.year == year
                    }
                    if isTwice { note(cut.yearsPlace, PackWords.expectationTwice(year: year, measure, instrument)) }
                    // An instrument of another pack is settled when they meet; a number then stays a number.
                    let value =
                        instruments[key: instrument].map { $0.value(cut.value) }
                        ?? Pack.number(cut.value).map { .score($0) } ?? .level(cut.value)
                    guard let value else { continue }
                    expectations.append(
                        Pack.Expectation(
                            measure: measure, instrument: instrument, norms: norms, year: year, at: value))
                }
            }
        }
        return expectations
    }

    private struct Cut {
        let years: ClosedRange<Int>
        let yearsPlace: Place
        let value: String
        let place: Place
    }

    /// The score or level for each year level: `4: 52` or `1 to 8: at`.
    private mutating func cuts(of fields: PackFields) -> [Cut] {
        guard let heading = fields["years"] else { return [] }
        guard case .headings(let headings, _) = heading.value else {
            note(heading.place, PackWords.needsYears())
            return []
        }
        return headings.compactMap { heading in
            let value = text(heading.value, of: "expectations/years/\(heading.key)", at: heading.place)
            guard let years = Pack.years(heading.key) else {
                note(heading.place, PackWords.notYears(heading.key, of: "years"))
                return nil
            }
            return value.map { Cut(years: years, yearsPlace: heading.place, value: $0, place: heading.value.place) }
        }
    }
}
