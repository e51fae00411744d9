import Ground

extension PackReader {
    mutating func decisions(of root: PackFields) -> Pack.Decisions? {
        guard let heading = root["decisions"] else { return nil }
        guard
            let fields = fields(
                of: heading.value, named: "decisions", at: heading.place, known: ["by", "about"], needed: ["by"])
        else { return nil }
        let method = choice("by", of: fields, as: Pack.Decisions.Method.self)
        let about = text("about", of: fields) ?? ""
        return method.map { Pack.Decisions(method: $0, about: about) }
    }

    mutating func meetings(of root: PackFields) -> [Pack.Meeting] {
        entries(.meetings, of: root, known: ["title", "about", "every", "invited"], needed: ["title"]) {
            reader, key, fields in
            let title = reader.text("title", of: fields)
            let about = reader.text("about", of: fields) ?? ""
            let months = reader.months("every", of: fields)
            let invited = reader.choices("invited", of: fields, as: Standing.self)
            return title.map {
                Pack.Meeting(key: key, title: $0, about: about, everyMonths: months, invited: invited)
            }
        }
    }

    mutating func activities(of root: PackFields) -> [Pack.Activity] {
        entries(.activities, of: root, known: ["title", "about", "steps"], needed: ["title"], short: "title") {
            reader, key, fields in
            let title = reader.text("title", of: fields)
            let about = reader.text("about", of: fields) ?? ""
            let steps = reader.texts("steps", of: fields).map(\.text)
            return title.map { Pack.Activity(key: key, title: $0, about: about, steps: steps) }
        }
    }

    mutating func elements(of root: PackFields) -> [Pack.Element] {
        entries(.elements, of: root, known: ["title", "about", "carried-by"], needed: ["title"]) {
            reader, key, fields in
            let title = reader.text("title", of: fields)
            let about = reader.text("about", of: fields) ?? ""
            let standings = reader.choices("carried-by", of: fields, as: Standing.self)
            return title.map { Pack.Element(key: key, title: $0, about: about, carriedBy: standings) }
        }
    }

    mutating func outcomes(of root: PackFields) -> [Pack.Outcome] {
        entries(.outcomes, of: root, known: ["title", "question"], needed: ["title", "question"]) {
            reader, key, fields in
            let (title, question) = (reader.text("title", of: fields), reader.text("question", of: fields))
            guard let title, let question else { return nil }
            return Pack.Outcome(key: key, title: title, question: question)
        }
    }

    mutating func gemQuestions(of root: PackFields) -> [Pack.GemQuestion] {
        entries(.gemQuestions, of: root, known: ["question", "required"], needed: ["question"], short: "question") {
            reader, key, fields in
            let question = reader.text("question", of: fields)
            let isRequired = reader.flag("required", of: fields, otherwise: false)
            return question.map { Pack.GemQuestion(key: key, question: $0, isRequired: isRequired) }
        }
    }

    mutating func focusAreas(of root: PackFields) -> [Pack.FocusArea] {
        entries(.focusAreas, of: root, known: ["title", "text"], needed: ["title", "text"]) { reader, key, fields in
            let (title, text) = (reader.text("title", of: fields), reader.text("text", of: fields))
            guard let title, let text else { return nil }
            return Pack.FocusArea(key: key, title: title, text: text)
        }
    }

    mutating func floors(of root: PackFields) -> Pack.Floors {
        let lowest = Pack.Floors.lowest
        guard let heading = root["floors"] else { return lowest }
        guard
            let fields = fields(
                of: heading.value, named: "floors", at: heading.place, known: ["inside", "outside"])
        else { return lowest }
        let inside = floor("inside", of: fields, atLeast: lowest.inside) ?? lowest.inside
        let outside = floor("outside", of: fields, atLeast: lowest.outside)
        if let outside, outside < inside, let heading = fields["outside"] {
            note(heading.value.place, PackWords.lowerOutside(inside: inside, outside: outside))
        }
        return Pack.Floors(inside: inside, outside: outside ?? max(lowest.outside, inside))
    }

    private mutating func floor(_ key: String, of fields: PackFields, atLeast lowest: Int) -> Int? {
        guard let heading = fields[key], let text = text(key, of: fields) else { return nil }
        guard let floor = Int(text), floor <= 1000 else {
            note(heading.value.place, PackWords.notACount(text, of: key))
            return nil
        }
        guard floor >= lowest else {
            note(heading.value.place, PackWords.floorTooLow(floor, of: key, lowest: lowest))
            return nil
        }
        return floor
    }
}
