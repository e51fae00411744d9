import Ground

/// Puts a roster together from rows, in the order in which the files of a package are read.
struct RosterBuilder {
    /// The files it has a use for.
    static let files: Set<String> = [
        "orgs", "academicSessions", "users", "roles", "courses", "classes", "enrollments", "demographics",
        "categories", "lineItems", "results", "scoreScales", "lineItemScoreScales",
    ]

    private var roster = Roster()
    private var people: [Roster.Learner] = []
    private var parts: [Part] = []
    private var places: [String: Int] = [:]
    /// Ids that many records share are kept once.
    private var shared: [String: String] = [:]

    /// What a user is, as far as is known.
    private enum Part: Int, Comparable {
        case unknown, family, staff, learner

        init(role: String) {
            switch role.lowercased() {
            case "student", "learner", "pupil": self = .learner
            case "guardian", "parent", "relative", "relation", "aunt", "uncle", "grandparent", "doctor",
                "emergencycontact", "child", "other":
                self = .family
            default: self = .staff
            }
        }

        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    mutating func take(_ row: ExaminedRow) {
        switch row.file {
        case "orgs": takeOrganisation(row)
        case "academicSessions": takeSession(row)
        case "users": takeUser(row)
        case "roles": takeRole(row)
        case "demographics": takeDemographics(row)
        case "courses": takeCourse(row)
        case "classes": takeClass(row)
        case "enrollments": takeEnrollment(row)
        case "categories":
            roster.categories.append(
                Roster.Category(id: row["sourcedId"], title: row["title"].tidied, isToBeDeleted: row.isToBeDeleted))
        case "lineItems": takeLineItem(row)
        case "results": takeResult(row)
        case "scoreScales": takeScale(row)
        case "lineItemScoreScales":
            roster.lineItemScales.append(
                Roster.LineItemScale(
                    id: row["sourcedId"], lineItem: row["lineItemSourcedId"], scale: row["scoreScaleSourcedId"],
                    isToBeDeleted: row.isToBeDeleted))
        default: break
        }
    }

    private mutating func once(_ id: String) -> String {
        if let known = shared[id] { return known }
        shared[id] = id
        return id
    }

    private mutating func takeOrganisation(_ row: ExaminedRow) {
        roster.organisations.append(
            Roster.Organisation(
                id: once(row["sourcedId"]), name: row["name"].tidied, type: row["type"],
                identifier: row["identifier"].tidied, parent: row["parentSourcedId"].orNil,
                isToBeDeleted: row.isToBeDeleted))
    }

    private mutating func takeSession(_ row: ExaminedRow) {
        guard let start = Day(text: row["startDate"]), let end = Day(text: row["endDate"]) else { return }
        roster.sessions.append(
            Roster.Session(
                id: once(row["sourcedId"]), title: row["title"].tidied, type: row["type"], start: start, end: end,
                parent: row["parentSourcedId"].orNil, schoolYear: Int(row["schoolYear"]) ?? end.year,
                isToBeDeleted: row.isToBeDeleted))
    }

    private mutating func takeUser(_ row: ExaminedRow) {
        var person = Roster.Learner(id: once(row["sourcedId"]))
        person.identifier = row["identifier"].tidied
        let ids = row["userIds"]
        if let pairs = ids.inBraces {
            person.userIDs = pairs.map { Roster.UserID(kind: $0.kind, value: $0.value) }
        } else if !ids.isEmpty {
            person.userIDs = ids.listed.map { Roster.UserID(kind: "", value: $0.tidied) }
        }
        let organisations = row["orgSourcedIds"].isEmpty ? row["primaryOrgSourcedId"] : row["orgSourcedIds"]
        person.organisations = organisations.isEmpty ? [] : organisations.listed.map { once($0) }
        person.grades = grades(row["grades"].isEmpty ? row["grade"] : row["grades"])
        person.isEnabled = row["enabledUser"] != "false"
        person.isToBeDeleted = row.isToBeDeleted
        places[person.id] = people.count
        people.append(person)
        parts.append(row["role"].isEmpty ? .unknown : Part(role: row["role"]))
    }

    private mutating func takeRole(_ row: ExaminedRow) {
        guard let place = places[row["userSourcedId"]], !row.isToBeDeleted else { return }
        let part = Part(role: row["role"])
        parts[place] = max(parts[place], part)
        guard part == .learner else { return }
        let organisation = once(row["orgSourcedId"])
        if !people[place].organisations.contains(organisation) {
            let isPrimary = row["roleType"] == "primary" || row["isPrimary"].lowercased() == "true"
            people[place].organisations.insert(organisation, at: isPrimary ? 0 : people[place].organisations.count)
        }
        if people[place].grades.isEmpty { people[place].grades = grades(row["grade"]) }
    }

    private mutating func takeDemographics(_ row: ExaminedRow) {
        let id = row["userSourcedId"].isEmpty ? row["sourcedId"] : row["userSourcedId"]
        guard let sex = Roster.Sex(rawValue: row["sex"].lowercased()) else { return }
        // A delta may tell of somebody whom it does not otherwise mention; then there is nobody to add it to.
        if let place = places[id] { people[place].sex = sex }
    }

    private mutating func takeCourse(_ row: ExaminedRow) {
        roster.courses.append(
            Roster.Course(
                id: once(row["sourcedId"]), title: row["title"].tidied,
                code: (row["courseCode"].isEmpty ? row["code"] : row["courseCode"]).tidied,
                grades: grades(row["grades"].isEmpty ? row["grade"] : row["grades"]),
                organisation: once(row["orgSourcedId"]), session: row["schoolYearSourcedId"].orNil,
                isToBeDeleted: row.isToBeDeleted))
    }

    private mutating func takeClass(_ row: ExaminedRow) {
        let sessions = row["termSourcedIds"].isEmpty ? row["sessionSourcedIds"] : row["termSourcedIds"]
        let organisation = row["schoolSourcedId"].isEmpty ? row["orgSourcedId"] : row["schoolSourcedId"]
        roster.classes.append(
            Roster.SchoolClass(
                id: once(row["sourcedId"]), title: row["title"].tidied, code: row["classCode"].tidied,
                grades: grades(row["grades"]), course: row["courseSourcedId"].orNil.map { once($0) },
                type: row["classType"].isEmpty ? "scheduled" : row["classType"], organisation: once(organisation),
                sessions: sessions.isEmpty ? [] : sessions.listed.map { once($0.tidied) },
                isToBeDeleted: row.isToBeDeleted))
    }

    private mutating func takeEnrollment(_ row: ExaminedRow) {
        let (user, schoolClass) = (row["userSourcedId"], row["classSourcedId"])
        let part = Part(role: row["role"])
        if let place = places[user], parts[place] == .unknown, !row.isToBeDeleted { parts[place] = part }
        guard part == .learner else { return }
        roster.enrollments.append(
            Roster.Enrollment(
                id: row["sourcedId"].isEmpty ? "\(schoolClass)/\(user)" : row["sourcedId"], learner: once(user),
                schoolClass: once(schoolClass), organisation: once(row["schoolSourcedId"]),
                begin: Day(text: row["beginDate"]), end: Day(text: row["endDate"]),
                isToBeDeleted: row.isToBeDeleted))
    }

    private mutating func takeLineItem(_ row: ExaminedRow) {
        guard let assigned = Day(text: row["assignDate"]), let due = Day(text: row["dueDate"]) else { return }
        let session =
            row["academicSessionSourcedId"].isEmpty ? row["gradingPeriodSourcedId"] : row["academicSessionSourcedId"]
        roster.lineItems.append(
            Roster.LineItem(
                id: once(row["sourcedId"]), title: row["title"].tidied, text: row["description"].tidied,
                assigned: assigned, due: due, schoolClass: once(row["classSourcedId"]),
                category: once(row["categorySourcedId"]), session: once(session), minimum: row["resultValueMin"],
                maximum: row["resultValueMax"], organisation: row["schoolSourcedId"].orNil.map { once($0) },
                isToBeDeleted: row.isToBeDeleted))
    }

    private mutating func takeResult(_ row: ExaminedRow) {
        guard let date = Day(text: row["scoreDate"]) else { return }
        roster.results.append(
            Roster.Result(
                id: row["sourcedId"], lineItem: once(row["lineItemSourcedId"]), learner: once(row["studentSourcedId"]),
                status: Roster.Result.Status(rawValue: row["scoreStatus"]) ?? .other, score: row["score"],
                textScore: row["textScore"].tidied, date: date, isToBeDeleted: row.isToBeDeleted))
    }

    private mutating func takeScale(_ row: ExaminedRow) {
        roster.scoreScales.append(
            Roster.ScoreScale(
                id: row["sourcedId"], title: row["title"].tidied, type: row["type"],
                organisation: once(row["orgSourcedId"]), course: row["courseSourcedId"].orNil,
                schoolClass: once(row["classSourcedId"]),
                steps: (row["scoreScaleValue"].inBraces ?? []).map { .init(label: $0.kind, value: $0.value) },
                isToBeDeleted: row.isToBeDeleted))
    }

    private func grades(_ text: String) -> [String] {
        text.isEmpty ? [] : text.listed.map(\.tidied).filter { !$0.isEmpty }
    }

    /// The roster, once every row has been taken.
    mutating func finish(_ layout: PackageLayout) -> Roster {
        roster.format = layout.binding.format
        for part in layout.parts {
            // What is missing from a file that nobody called whole has not left.
            roster.modes[part.binding.name] = layout.unlisted.contains(part.binding.name) ? .delta : part.mode
        }
        let isDelta = layout.modes["users"] == .delta
        for (person, part) in zip(people, parts) {
            switch part {
            case .learner: roster.learners.append(person)
            case .staff: roster.staffCount += 1
            case .family: roster.familyCount += 1
            case .unknown where isDelta: roster.unnamedRoles.append(person)
            case .unknown: roster.roleless += 1
            }
        }
        people = []
        if layout.modes["users"] == .bulk { leaveOutOthers() }
        clearDanglingParents(layout)
        return roster
    }

    /// Somebody enrolled as a learner whom the users call a teacher is none, and neither are their results.
    private mutating func leaveOutOthers() {
        let known = Set(roster.learners.map(\.id))
        let before = roster.enrollments.count + roster.results.count
        roster.enrollments.removeAll { !known.contains($0.learner) }
        roster.results.removeAll { !known.contains($0.learner) }
        roster.ofOthers = before - roster.enrollments.count - roster.results.count
    }

    private mutating func clearDanglingParents(_ layout: PackageLayout) {
        if layout.modes["orgs"] == .bulk {
            let known = Set(roster.organisations.map(\.id))
            for index in roster.organisations.indices where !known.contains(roster.organisations[index].parent ?? "") {
                roster.organisations[index].parent = nil
            }
        }
        if layout.modes["academicSessions"] == .bulk {
            let known = Set(roster.sessions.map(\.id))
            for index in roster.sessions.indices where !known.contains(roster.sessions[index].parent ?? "") {
                roster.sessions[index].parent = nil
            }
        }
    }
}

extension String {
    fileprivate var orNil: String? { isEmpty ? nil : self }
}
