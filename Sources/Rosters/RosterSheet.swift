import Ground

/// The records of one kind as rows of a file, made one at a time when they are written.
struct RosterSheet {
    let binding: FileBinding
    let count: Int
    private let cells: (Int) -> [String: String]

    func fields(_ index: Int) -> [String] {
        let cells = cells(index)
        return binding.columns.map { cells[$0.name] ?? "" }
    }

    /// The files that have rows, in the order in which references point.
    static func all(of roster: Roster, by binding: Binding) -> [RosterSheet] {
        binding.files.compactMap { file in
            let sheet = sheet(file, of: roster, is12: binding.format == .oneRoster12)
            return sheet.map { RosterSheet(binding: file, count: $0.count, cells: $0.cells) }
        }
        .filter { $0.count > 0 }
    }

    private static func sheet(
        _ file: FileBinding, of roster: Roster, is12: Bool
    ) -> (count: Int, cells: (Int) -> [String: String])? {
        switch file.name {
        case "orgs": rows(of: roster.organisations.filter { !$0.isToBeDeleted }, cells)
        case "academicSessions": rows(of: roster.sessions.filter { !$0.isToBeDeleted }, cells)
        case "users": rows(of: roster.learners.filter { !$0.isToBeDeleted }) { cells($0, is12: is12) }
        case "roles": rows(of: roles(of: roster), cells)
        case "demographics":
            rows(of: roster.learners.filter { !$0.isToBeDeleted && isWritten($0.sex, is12: is12) }) { learner in
                ["sourcedId": learner.id, "sex": learner.sex?.rawValue ?? ""]
            }
        case "courses": rows(of: roster.courses.filter { !$0.isToBeDeleted }, cells)
        case "classes": rows(of: roster.classes.filter { !$0.isToBeDeleted }, cells)
        case "enrollments":
            enrollments(of: roster)
        case "categories":
            rows(of: roster.categories.filter { !$0.isToBeDeleted }) { ["sourcedId": $0.id, "title": $0.title] }
        case "lineItems": lineItems(of: roster)
        case "results": rows(of: roster.results.filter { !$0.isToBeDeleted }, cells)
        case "scoreScales": rows(of: roster.scoreScales.filter { !$0.isToBeDeleted }, cells)
        case "lineItemScoreScales":
            rows(of: roster.lineItemScales.filter { !$0.isToBeDeleted }) {
                ["sourcedId": $0.id, "lineItemSourcedId": $0.lineItem, "scoreScaleSourcedId": $0.scale]
            }
        default: nil
        }
    }

    private static func rows<Record>(
        of records: [Record], _ cells: @escaping (Record) -> [String: String]
    ) -> (count: Int, cells: (Int) -> [String: String]) {
        (records.count, { cells(records[$0]) })
    }

    private static func cells(_ organisation: Roster.Organisation) -> [String: String] {
        [
            "sourcedId": organisation.id, "name": organisation.name,
            "type": Vocabulary.organisationTypes.word(for: organisation.type), "identifier": organisation.identifier,
            "parentSourcedId": organisation.parent ?? "",
        ]
    }

    private static func cells(_ session: Roster.Session) -> [String: String] {
        [
            "sourcedId": session.id, "title": session.title, "type": Vocabulary.sessionTypes.word(for: session.type),
            "startDate": session.start.description, "endDate": session.end.description,
            "parentSourcedId": session.parent ?? "", "schoolYear": String(session.schoolYear).padded,
        ]
    }

    private static func cells(_ learner: Roster.Learner, is12: Bool) -> [String: String] {
        let ids = learner.userIDs.map { "{\($0.kind.isEmpty ? "id" : $0.kind):\($0.value)}" }
        var cells = [
            "sourcedId": learner.id, "enabledUser": learner.isEnabled ? "true" : "false", "username": learner.id,
            "userIds": ids.joined(separator: ","), "givenName": "Learner", "familyName": learner.id,
            "identifier": learner.identifier, "grades": learner.grades.joined(separator: ","),
        ]
        if is12 {
            cells["primaryOrgSourcedId"] = learner.organisations.first ?? ""
        } else {
            cells["orgSourcedIds"] = learner.organisations.joined(separator: ",")
            cells["role"] = "student"
        }
        return cells
    }

    private struct Role {
        let learner: String
        let number: Int
        let organisation: String
    }

    private static func roles(of roster: Roster) -> [Role] {
        roster.learners.filter { !$0.isToBeDeleted }.flatMap { learner in
            let places = learner.organisations.isEmpty ? [""] : learner.organisations
            return places.enumerated().map {
                Role(learner: learner.id, number: $0.offset + 1, organisation: $0.element)
            }
        }
    }

    private static func cells(_ role: Role) -> [String: String] {
        [
            "sourcedId": "\(role.learner).role.\(role.number)", "userSourcedId": role.learner,
            "roleType": role.number == 1 ? "primary" : "secondary", "role": "student",
            "orgSourcedId": role.organisation,
        ]
    }

    /// 1.1 knows two sexes.
    private static func isWritten(_ sex: Roster.Sex?, is12: Bool) -> Bool {
        guard let sex else { return false }
        return is12 || sex == .female || sex == .male
    }

    private static func cells(_ course: Roster.Course) -> [String: String] {
        [
            "sourcedId": course.id, "schoolYearSourcedId": course.session ?? "", "title": course.title,
            "courseCode": course.code, "grades": course.grades.joined(separator: ","),
            "orgSourcedId": course.organisation,
        ]
    }

    private static func cells(_ schoolClass: Roster.SchoolClass) -> [String: String] {
        [
            "sourcedId": schoolClass.id, "title": schoolClass.title,
            "grades": schoolClass.grades.joined(separator: ","), "courseSourcedId": schoolClass.course ?? "",
            "classCode": schoolClass.code, "classType": Vocabulary.classTypes.word(for: schoolClass.type),
            "schoolSourcedId": schoolClass.organisation,
            "termSourcedIds": schoolClass.sessions.joined(separator: ","),
        ]
    }

    private static func enrollments(of roster: Roster) -> (count: Int, cells: (Int) -> [String: String]) {
        let schools = Dictionary(
            roster.classes.map { ($0.id, $0.organisation) }, uniquingKeysWith: { first, _ in first })
        return rows(of: roster.enrollments.filter { !$0.isToBeDeleted }) { enrollment in
            let own = enrollment.organisation
            return [
                "sourcedId": enrollment.id, "classSourcedId": enrollment.schoolClass,
                "schoolSourcedId": own.isEmpty ? schools[enrollment.schoolClass] ?? "" : own,
                "userSourcedId": enrollment.learner, "role": "student",
                "beginDate": enrollment.begin?.description ?? "",
                "endDate": enrollment.end?.description ?? "",
            ]
        }
    }

    private static func lineItems(of roster: Roster) -> (count: Int, cells: (Int) -> [String: String]) {
        let schools = Dictionary(
            roster.classes.map { ($0.id, $0.organisation) }, uniquingKeysWith: { first, _ in first })
        return rows(of: roster.lineItems.filter { !$0.isToBeDeleted }) { item in
            [
                "sourcedId": item.id, "title": item.title, "description": item.text,
                "assignDate": item.assigned.description, "dueDate": item.due.description,
                "classSourcedId": item.schoolClass, "categorySourcedId": item.category,
                "academicSessionSourcedId": item.session, "gradingPeriodSourcedId": item.session,
                "resultValueMin": item.minimum, "resultValueMax": item.maximum,
                "schoolSourcedId": item.organisation ?? schools[item.schoolClass] ?? "",
            ]
        }
    }

    private static func cells(_ result: Roster.Result) -> [String: String] {
        [
            "sourcedId": result.id, "lineItemSourcedId": result.lineItem, "studentSourcedId": result.learner,
            "scoreStatus": result.status == .other ? "ext:other" : result.status.rawValue, "score": result.score,
            "scoreDate": result.date.description, "textScore": result.textScore,
        ]
    }

    private static func cells(_ scale: Roster.ScoreScale) -> [String: String] {
        [
            "sourcedId": scale.id, "title": scale.title, "type": scale.type, "orgSourcedId": scale.organisation,
            "courseSourcedId": scale.course ?? "", "classSourcedId": scale.schoolClass,
            "scoreScaleValue": scale.steps.map { "{\($0.label):\($0.value)}" }.joined(separator: ","),
        ]
    }
}

extension RosterSheet {
    /// Refuses what the strict check would find, before anything is written.
    static func check(_ sheets: [RosterSheet], format: RosterFormat) throws(RosterWritingProblem) {
        let context = CellContext(format: format, mode: .bulk)
        var known: [String: Set<String>] = [:]
        for sheet in sheets {
            let name = "\(sheet.binding.name).csv"
            let identifier = sheet.binding.identifier ?? 0
            // Records may point to others of the same file that stand further down.
            var own: Set<String> = []
            for index in 0..<sheet.count {
                let id = sheet.fields(index)[identifier]
                guard own.insert(id).inserted else { throw .twice(id: id, file: name) }
            }
            known[sheet.binding.name] = own
            for index in 0..<sheet.count {
                try sheet.check(sheet.fields(index), name: name, context: context, known: known)
            }
        }
    }

    private func check(
        _ fields: [String], name: String, context: CellContext, known: [String: Set<String>]
    ) throws(RosterWritingProblem) {
        let record = fields[binding.identifier ?? 0]
        for (column, value) in zip(binding.columns, fields) {
            if let flaw = column.flaw(in: value, context), flaw.rule.severity == .error {
                throw flaw.rule == .cellRequired
                    ? .empty(column: column.name, file: name, record: record)
                    : .unwritable(value: value, column: column.name, file: name, record: record)
            }
            let (target, ids): (String, [String])
            switch column.kind {
            case .reference(let file): (target, ids) = (file, [value])
            case .references(let file): (target, ids) = (file, value.listed)
            case .identifier where binding.name == "demographics": (target, ids) = ("users", [value])
            default: continue
            }
            for id in ids where !id.isEmpty && known[target]?.contains(id) != true {
                throw .missing(id: id, column: column.name, file: name, record: record)
            }
        }
        try checkDays(fields, name: name, record: record)
    }

    private func checkDays(_ fields: [String], name: String, record: String) throws(RosterWritingProblem) {
        let cells = Dictionary(uniqueKeysWithValues: zip(binding.columns.map(\.name), fields))
        guard let end = cells["endDate"].flatMap({ Day(text: $0) }) else { return }
        if let start = cells["startDate"].flatMap({ Day(text: $0) }), start >= end {
            throw .unwritable(value: end.description, column: "endDate", file: name, record: record)
        }
        if let begin = cells["beginDate"].flatMap({ Day(text: $0) }), begin > end {
            throw .unwritable(value: end.description, column: "endDate", file: name, record: record)
        }
    }
}

extension Vocabulary {
    /// The word itself, or as a declared extension: another format's `college` is `ext:college`.
    fileprivate func word(for text: String) -> String {
        if words.contains(text) || isExtended(by: text) || text.isEmpty { return text }
        let letters = text.utf8.filter { $0.isLetterOrDigit || [0x2E, 0x2D, 0x5F].contains($0) }
        return letters.isEmpty ? "" : "ext:" + String(decoding: letters, as: UTF8.self)
    }
}

extension String {
    /// A year with four digits.
    fileprivate var padded: String { String(repeating: "0", count: max(0, 4 - count)) + self }
}
