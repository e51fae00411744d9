package import Ground

/// Who learns where, and what they reached, as a school's system hands it over. No names: Sightline keeps none.
///
/// Records refer to each other by the ids of that system.
package struct Roster: Sendable, Equatable {
    package var format = RosterFormat.oneRoster12
    /// What each file holds, by its name without `.csv`; nothing where nothing has changed.
    package var modes: [String: RosterMode] = [:]

    package var organisations: [Organisation] = []
    package var sessions: [Session] = []
    package var learners: [Learner] = []
    /// Users of a delta whose role the package does not say: whoever knows them already knows what they are.
    package var unnamedRoles: [Learner] = []
    package var staffCount = 0
    /// Guardians, parents and relatives.
    package var familyCount = 0
    /// Users of a bulk package without any role.
    package var roleless = 0
    /// Enrolments and results, as of a learner, of somebody whom the package does not call one. They are left out.
    package var ofOthers = 0

    package var courses: [Course] = []
    package var classes: [SchoolClass] = []
    /// Learners only.
    package var enrollments: [Enrollment] = []
    package var categories: [Category] = []
    package var lineItems: [LineItem] = []
    package var results: [Result] = []
    package var scoreScales: [ScoreScale] = []
    package var lineItemScales: [LineItemScale] = []

    package init() {}

    /// The package says that nothing has changed.
    package var isWithoutChanges: Bool { modes.isEmpty }

    package struct Organisation: Sendable, Hashable {
        package var id: String
        package var name: String
        package var type: String
        package var identifier = ""
        package var parent: String?
        package var isToBeDeleted = false

        package init(
            id: String, name: String, type: String, identifier: String = "", parent: String? = nil,
            isToBeDeleted: Bool = false
        ) {
            (self.id, self.name, self.type, self.identifier) = (id, name, type, identifier)
            (self.parent, self.isToBeDeleted) = (parent, isToBeDeleted)
        }
    }

    package struct Session: Sendable, Hashable {
        package var id: String
        package var title: String
        package var type: String
        package var start: Day
        /// The first day that no longer belongs.
        package var end: Day
        package var parent: String?
        /// The year in which the school year ends.
        package var schoolYear: Int
        package var isToBeDeleted = false
    }

    package struct Course: Sendable, Hashable {
        package var id: String
        package var title: String
        package var code = ""
        package var grades: [String] = []
        package var organisation: String
        package var session: String?
        package var isToBeDeleted = false
    }

    package struct SchoolClass: Sendable, Hashable {
        package var id: String
        package var title: String
        package var code = ""
        package var grades: [String] = []
        package var course: String?
        package var type = "scheduled"
        package var organisation: String
        package var sessions: [String] = []
        package var isToBeDeleted = false
    }

    package struct Enrollment: Sendable, Hashable {
        package var id: String
        package var learner: String
        package var schoolClass: String
        package var organisation: String
        package var begin: Day?
        package var end: Day?
        package var isToBeDeleted = false
    }

    package struct Category: Sendable, Hashable {
        package var id: String
        package var title: String
        package var isToBeDeleted = false
    }

    /// Something that was assessed, once, in one class.
    package struct LineItem: Sendable, Hashable {
        package var id: String
        package var title: String
        package var text = ""
        package var assigned: Day
        package var due: Day
        package var schoolClass: String
        package var category: String
        package var session: String
        package var minimum = ""
        package var maximum = ""
        package var organisation: String?
        package var isToBeDeleted = false
    }

    package struct Result: Sendable, Hashable {
        package enum Status: String, Sendable, Hashable {
            case exempt
            case fullyGraded = "fully graded"
            case notSubmitted = "not submitted"
            case partiallyGraded = "partially graded"
            case submitted
            /// A word of the sender's own.
            case other
        }

        package var id: String
        package var lineItem: String
        package var learner: String
        package var status: Status
        /// As it was written, so that `48.90` stays what it was; empty where there is none.
        package var score = ""
        package var textScore = ""
        package var date: Day
        package var isToBeDeleted = false

        package var number: Double? { Double(score) }
    }

    package struct ScoreScale: Sendable, Hashable {
        package struct Step: Sendable, Hashable {
            package var label: String
            package var value: String
        }

        package var id: String
        package var title: String
        package var type: String
        package var organisation: String
        package var course: String?
        package var schoolClass: String
        package var steps: [Step] = []
        package var isToBeDeleted = false
    }

    package struct LineItemScale: Sendable, Hashable {
        package var id: String
        package var lineItem: String
        package var scale: String
        package var isToBeDeleted = false
    }
}
