import Ground

extension PackReader {
    /// Everything under one part of the file, in its order, each under its key.
    ///
    /// Where `short` names a key, an entry may be just that key's text: `boys: Boys`.
    mutating func entries<Thing>(
        _ part: Pack.Part, of root: PackFields, known: [String], needed: [String], short: String? = nil,
        make: (inout PackReader, String, PackFields) -> Thing?
    ) -> [Thing] {
        guard let heading = root[part.rawValue] else { return [] }
        return entries(heading, named: part.rawValue, known: known, needed: needed, short: short, make: make)
    }

    mutating func entries<Thing>(
        _ heading: PackTree.Heading, named name: String, known: [String], needed: [String], short: String? = nil,
        make: (inout PackReader, String, PackFields) -> Thing?
    ) -> [Thing] {
        guard !heading.value.isEmpty else {
            note(heading.place, PackWords.empty(name))
            return []
        }
        guard case .headings(let headings, _) = heading.value else {
            note(heading.value.place, PackWords.needsEntries(name))
            return []
        }
        return headings.compactMap { entry in
            let isKey = checkKey(entry.key, at: entry.place)
            let entryName = "\(name)/\(entry.key)"
            var value = entry.value
            guard !value.isEmpty else {
                note(entry.place, PackWords.empty(entryName))
                return nil
            }
            if let short, case .text = value {
                value = .headings([.init(key: short, place: entry.place, value: entry.value)], value.place)
            }
            let fields = fields(of: value, named: entryName, at: entry.place, known: known, needed: needed)
            guard let fields, let thing = make(&self, entry.key, fields), isKey else { return nil }
            return thing
        }
    }

    mutating func nouns(of root: PackFields) -> [Pack.Noun: Pack.NounForms] {
        guard let heading = root["words"], !heading.value.isEmpty else {
            if let heading = root["words"] { note(heading.place, PackWords.empty("words")) }
            return [:]
        }
        let known = Pack.Noun.allCases.map(\.rawValue)
        guard let words = fields(of: heading.value, named: "words", at: heading.place, known: known) else { return [:] }
        var nouns: [Pack.Noun: Pack.NounForms] = [:]
        for noun in Pack.Noun.allCases {
            guard let entry = words[noun.rawValue] else { continue }
            let name = "words/\(noun.rawValue)"
            guard
                let forms = fields(
                    of: entry.value, named: name, at: entry.place, known: ["one", "many", "lang"],
                    needed: ["one", "many"])
            else { continue }
            let (one, many, language) = (text("one", of: forms), text("many", of: forms), language(of: forms))
            guard let one, let many else { continue }
            nouns[noun] = Pack.NounForms(one: one, many: many, language: language)
        }
        return nouns
    }

    private mutating func language(of fields: PackFields) -> String? {
        guard let heading = fields["lang"], let text = text("lang", of: fields) else { return nil }
        let subtags = text.split(separator: "-", omittingEmptySubsequences: false)
        let isCode =
            (2...3).contains(subtags.first?.count ?? 0)
            && subtags.allSatisfy { (2...8).contains($0.count) && $0.allSatisfy { $0.isASCII && $0.isLetter } }
        if !isCode { note(heading.value.place, PackWords.notALanguage(text)) }
        return text
    }

    mutating func organisations(of root: PackFields) -> [Pack.OrganisationKind] {
        entries(.organisations, of: root, known: ["title", "school", "learners"], needed: ["title"], short: "title") {
            reader, key, fields in
            let title = reader.text("title", of: fields)
            let isSchool = reader.flag("school", of: fields, otherwise: false)
            let hasLearners = reader.flag("learners", of: fields, otherwise: isSchool)
            return title.map {
                Pack.OrganisationKind(key: key, title: $0, isSchool: isSchool, hasLearners: hasLearners)
            }
        }
    }

    mutating func memberships(of root: PackFields) -> [Pack.MembershipKind] {
        if let heading = root["memberships"], case .headings(let headings, _) = heading.value, !headings.isEmpty,
            root["adds-to"] == nil, !headings.contains(where: { $0.key == Pack.MembershipKind.insideKey })
        {
            note(heading.place, PackWords.nobodyInside())
        }
        return entries(.memberships, of: root, known: ["title", "resourced"], needed: ["title"], short: "title") {
            reader, key, fields in
            let title = reader.text("title", of: fields)
            let isResourced = reader.flag("resourced", of: fields, otherwise: false)
            return title.map { Pack.MembershipKind(key: key, title: $0, isResourced: isResourced) }
        }
    }

    mutating func roles(of root: PackFields) -> [Pack.Role] {
        let known = ["title", "purpose", "standing", "held-by", "release", "term", "serves"]
        return entries(.roles, of: root, known: known, needed: ["title", "purpose", "standing"]) {
            reader, key, fields in
            let title = reader.text("title", of: fields)
            let purpose = reader.text("purpose", of: fields)
            let standing = reader.standing("standing", of: fields)
            let heldBy = reader.text("held-by", of: fields)
            let release = reader.release(of: fields)
            let term = reader.months("term", of: fields)
            let serves = reader.references("serves", to: .elements, of: fields)
            guard let title, let purpose, let standing else { return nil }
            return Pack.Role(
                key: key, title: title, purpose: purpose, standing: standing, heldBy: heldBy, release: release,
                termInMonths: term, serves: serves)
        }
    }

    private mutating func release(of fields: PackFields) -> Double? {
        guard let heading = fields["release"], let text = text("release", of: fields) else { return nil }
        guard let release = Pack.number(text), (0...1).contains(release) else {
            note(heading.value.place, PackWords.notARelease(text))
            return nil
        }
        return release
    }

    /// A standing that somebody can be given: the public is nobody's role.
    mutating func standing(_ key: String, of fields: PackFields) -> Standing? {
        guard let heading = fields[key] else { return nil }
        let standing = choice(key, of: fields, as: Standing.self)
        if standing == .visitor { note(heading.value.place, PackWords.visitorIsNobody(key)) }
        return standing
    }

    mutating func references(_ key: String, to part: Pack.Part, of fields: PackFields) -> [String] {
        texts(key, of: fields).map { text, place in
            pending.append(Pending(claim: .entry(part, key: text), place: place))
            return text
        }
    }

    mutating func components(of root: PackFields) -> [Pack.Component] {
        entries(.components, of: root, known: ["title", "about", "stages"], needed: ["title", "stages"]) {
            reader, key, fields in
            let title = reader.text("title", of: fields)
            let about = reader.text("about", of: fields) ?? ""
            guard let stages = fields["stages"] else { return nil }
            let read = reader.entries(
                stages, named: "components/\(key)/stages", known: ["title", "about", "gate"], needed: ["title"],
                short: "title"
            ) { reader, key, fields in
                let title = reader.text("title", of: fields)
                let about = reader.text("about", of: fields) ?? ""
                let gate = reader.gate(of: fields)
                return title.map { Pack.Stage(key: key, title: $0, about: about, gate: gate) }
            }
            return title.map { Pack.Component(key: key, title: $0, about: about, stages: read) }
        }
    }

    private mutating func gate(of stage: PackFields) -> Pack.Gate? {
        guard let heading = stage["gate"] else { return nil }
        let name = "\(stage.name)/gate"
        guard
            let gate = fields(
                of: heading.value, named: name, at: heading.place, known: ["evidence", "owner"], needed: ["evidence"])
        else { return nil }
        let evidence = texts("evidence", of: gate).map(\.text)
        if gate["owner"] == nil { note(heading.place, PackWords.gateWithoutOwner(stage.name)) }
        let owner = standing("owner", of: gate)
        return owner.map { Pack.Gate(evidence: evidence, owner: $0) }
    }
}
