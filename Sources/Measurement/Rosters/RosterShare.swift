import Ground
import Programmes
import Rosters
import Secrets

/// What a package of a roster system holds for one school, as the two tables that an intake reads. Everybody else's
/// learners, all staff and all families stay out of them, and no name comes in.
struct RosterShare: Sendable {
    static let learnerHeadings = ["Student ID", "NSN", "Year level", "Groups", "Leaving date"]
    static let resultHeadings = ["Student ID", "NSN", "Date", "Subject", "Test", "Result"]

    /// How the table of learners is read; nobody has to be asked.
    static let learnerMapping = Mapping(
        kind: .learners,
        columns: [
            .init("Student ID", .field(.localID)), .init("NSN", .field(.nationalID)),
            .init("Year level", .field(.yearLevel)), .init("Groups", .groupWords),
            .init("Leaving date", .field(.leavingDay)),
        ])

    let school: Roster.Organisation
    private(set) var learners: [[String]] = []
    private(set) var results: [[String]] = []
    /// Learners on the list of whom the package says no more, or that they are to be deleted.
    private(set) var leaving = 0
    let knownCount: Int
    /// So many leave that a person must say that it is meant.
    var mustAsk: Bool {
        let threshold = RosterChange.RemovalThreshold()
        return leaving > threshold.learners && Double(leaving) > threshold.share * Double(knownCount)
    }

    init(
        of school: Roster.Organisation, in roster: Roster, knowing register: LearnerRegister, pack: Pack, today: Day,
        key: [UInt8]
    ) {
        self.school = school
        knownCount = register.learners.count { $0.isHere }
        let here = Dictionary(
            roster.learners.filter { $0.organisations.contains(school.id) }.map { ($0.id, $0) }
        ) { first, _ in first }
        var mentioned: Set<Int> = []
        for learner in roster.learners where here[learner.id] != nil {
            let ids = Numbers(learner)
            let known = register.known(ids, key: key)
            if let known { mentioned.insert(known.learner) }
            if learner.isToBeDeleted {
                guard let known, known.isHere else { continue }
                leave(known, on: today)
            } else {
                learners.append(
                    [
                        ids.local, ids.national, learner.yearLevel.flatMap { $0 <= 13 ? "\($0)" : nil } ?? "",
                        RosterShare.groups(of: learner, known), "",
                    ])
            }
        }
        // A delta need not say again what somebody is whom the list knows.
        for learner in roster.unnamedRoles {
            guard let known = register.known(Numbers(learner), key: key), known.isHere else { continue }
            guard !learner.isToBeDeleted else {
                leave(known, on: today)
                continue
            }
            let yearLevel = learner.yearLevel.flatMap { $0 <= 13 ? $0 : nil } ?? known.yearLevel
            learners.append(
                [
                    known.localID, Numbers(learner).national, yearLevel.map { "\($0)" } ?? "",
                    RosterShare.groups(of: learner, known), "",
                ])
        }
        if roster.modes["users"] == .bulk {
            for known in register.learners where known.isHere && !mentioned.contains(known.learner) {
                leave(known, on: today)
            }
        }
        takeResults(roster, here, pack)
    }

    private mutating func leave(_ known: KnownLearner, on day: Day) {
        leaving += 1
        learners.append(
            [
                known.localID, "", known.yearLevel.map { "\($0)" } ?? "", known.groups.replacing(" ", with: "; "),
                day.description,
            ])
    }

    private static func groups(of learner: Roster.Learner, _ known: KnownLearner?) -> String {
        let sex = learner.sex == .female ? "girls" : learner.sex == .male ? "boys" : nil
        // A package says nothing of other groups; what the list says stays.
        let others = known?.groups.split(separator: " ").map(String.init).filter {
            sex == nil || !["girls", "boys"].contains($0)
        }
        return ([sex].compactMap { $0 } + (others ?? [])).joined(separator: "; ")
    }

    private mutating func takeResults(_ roster: Roster, _ here: [String: Roster.Learner], _ pack: Pack) {
        let vocabulary = IntakeVocabulary(pack: pack)
        let items = Dictionary(roster.lineItems.map { ($0.id, $0) }) { first, _ in first }
        let categories = Dictionary(roster.categories.map { ($0.id, $0.title) }) { first, _ in first }
        let classes = Dictionary(roster.classes.map { ($0.id, $0) }) { first, _ in first }
        let courses = Dictionary(roster.courses.map { ($0.id, $0.title) }) { first, _ in first }
        var named: [String: (subject: String, test: String)] = [:]
        for item in roster.lineItems {
            let course = classes[item.schoolClass]?.course.flatMap { courses[$0] } ?? ""
            let texts = [item.title, item.text, categories[item.category] ?? "", course]
            let words = texts.map { $0.folded.split(separator: " ").map(String.init) }
            let construct = words.lazy.compactMap { vocabulary.construct(among: $0) }.first
            let tool = texts.lazy.compactMap { vocabulary.instrument(namedIn: $0) }.first
            named[item.id] = (
                construct.flatMap { pack.constructs[key: $0]?.title } ?? item.title,
                tool.flatMap { pack.instruments[key: $0]?.title } ?? item.title
            )
        }
        for result in roster.results where !result.isToBeDeleted {
            guard let learner = here[result.learner], let item = items[result.lineItem], !item.isToBeDeleted,
                let about = named[item.id]
            else { continue }
            let ids = Numbers(learner)
            let written = result.score.isEmpty ? result.textScore : result.score
            let isThere = result.status != .exempt && result.status != .notSubmitted && !written.isEmpty
            results.append(
                [ids.local, ids.national, result.date.description, about.subject, about.test, isThere ? written : "-"])
        }
    }

    /// What a learner is known by: the number on lists, unless that is the national one, which is never kept.
    fileprivate struct Numbers {
        let local: String
        let national: String

        init(_ learner: Roster.Learner) {
            let number = learner.nationalID?.value ?? ""
            national = number
            local = [learner.identifier, learner.id].first { !$0.isEmpty && $0 != number } ?? ""
        }
    }
}

extension LearnerRegister {
    fileprivate func known(_ numbers: RosterShare.Numbers, key: [UInt8]) -> KnownLearner? {
        let national = IntakeCell.nationalID(numbers.national)
        let digest = national.isEmpty ? nil : Secrets.keyedDigest(national, key: key)
        let match = match(localID: numbers.local.isEmpty ? nil : IntakeCell.localID(numbers.local), digest: digest)
        if case .known(let learner) = match { return learner }
        return nil
    }
}

extension Roster {
    /// The schools of a package, in its order.
    var schools: [Organisation] {
        let schools = organisations.filter { $0.type == "school" && !$0.isToBeDeleted }
        return schools.isEmpty ? organisations.filter { !$0.isToBeDeleted } : schools
    }

    /// The school of a package that is meant: by its id or number there, else the one of the same name, else the only
    /// one.
    func school(_ wanted: String?, named name: String) -> Organisation? {
        // A delta need not name its schools again: it is of whoever brings it.
        if organisations.isEmpty { return Organisation(id: wanted ?? "", name: name, type: "school") }
        if let wanted, !wanted.isEmpty { return schools.first { $0.id == wanted || $0.identifier == wanted } }
        return schools.first { $0.name.folded == name.folded } ?? (schools.count == 1 ? schools[0] : nil)
    }
}
