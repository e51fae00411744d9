package import Ground

extension World {
    package struct Person: Sendable, Hashable {
        package let key: String
        package let name: String
        /// An address that can receive nothing.
        package let email: String
        /// Where they belong, by key; `nil` for those who come from outside.
        package let organisation: String?
        /// The community in which they hold the standing.
        package let community: String
        package let standing: Standing
    }

    /// A role of the pack that somebody fills; everybody's standing follows from theirs.
    package struct Position: Sendable, Hashable {
        /// By its key in the pack.
        package let role: String
        package let person: String
        package let community: String
        /// `nil` for a role across the community.
        package let organisation: String?
        /// The focus area it is held in, by key in the pack; `nil` where it is not held in one.
        package let focusArea: String?
        package let since: Day
        package let until: Day?
        /// Release from teaching as a share of a full-time teacher.
        package let release: Double?
    }

    /// A chair at the demonstration: one may sit in it and look.
    package struct Seat: Sendable, Hashable {
        package let key: String
        package let standing: Standing
        /// `nil` for the public.
        package let person: Person?
    }

    /// Everybody, the demonstration's lead principal first.
    package static let people = [
        ngaire, gareth, losa, anil, bridget, tamati, joan, mere, oliver, hana, priya, sione, ruby, henare, tina, amelia,
        rosalind, wikitoria, murray,
    ]

    /// In the order of the bar that switches between them.
    package static let seats = [
        Seat(key: "lead-principal", standing: .leader, person: ngaire),
        Seat(key: "principal", standing: .principal, person: bridget),
        Seat(key: "lead-teacher", standing: .leadTeacher, person: mere),
        Seat(key: "board-member", standing: .board, person: henare),
        Seat(key: "partner", standing: .partner, person: amelia),
        Seat(key: "whanau", standing: .visitor, person: nil),
        Seat(key: "adviser", standing: .adviser, person: rosalind),
    ]

    // Principals. Five lead a focus area for everyone; Bridget and Joan stand beside one of them.
    package static let ngaire = person("ngaire", "Ngaire Whitiora", at: toreaSpit, .leader)
    package static let gareth = person("gareth", "Gareth Pembridge", at: tarapungaPoint, .leader)
    package static let losa = person("losa", "Losa Tuimanu", at: saltmarshRoad, .leader)
    package static let anil = person("anil", "Anil Kesarwani", at: ropewalk, .leader)
    package static let tamati = person("tamati", "Tāmati Rerekura", at: kotareCreek, .leader)
    package static let bridget = person("bridget", "Bridget Ashgrove", at: lamplighterHill, .principal)
    package static let joan = person("joan", "Joan Fairlight", at: patikiFlat, .principal)

    // Lead teachers and a teacher.
    package static let mere = person("mere", "Mere Takerei", at: toreaSpit, .leadTeacher)
    package static let oliver = person("oliver", "Oliver Strandberg", at: saltmarshRoad, .leadTeacher)
    package static let hana = person("hana", "Hana Rongonui", at: tarapungaPoint, .leadTeacher)
    package static let priya = person("priya", "Priya Venkatraman", at: ropewalk, .leadTeacher)
    package static let sione = person("sione", "Sione Lolofakangalo", at: lamplighterHill, .leadTeacher)
    package static let ruby = person("ruby", "Ruby Ellingham", at: patikiFlat, .teacher)

    // Those beside the schools.
    package static let henare = person("henare", "Hēnare Poutama", at: toreaSpit, .board)
    package static let tina = Person(
        key: "tina", name: "Tina Marangai", email: "tina@te-poti-iti.example", organisation: earlyLearning.key,
        community: harbour.key, standing: .partner)
    package static let amelia = Person(
        key: "amelia", name: "Amelia Thistlewood", email: "amelia@whanau-wellbeing.example",
        organisation: agency.key, community: harbour.key, standing: .partner)
    package static let rosalind = Person(
        key: "rosalind", name: "Rosalind Kewley", email: "rosalind@clearwater-advice.example", organisation: nil,
        community: harbour.key, standing: .adviser)

    // The other community.
    package static let wikitoria = person("wikitoria", "Wikitoria Paewhenua", at: kokakoRidge, .leader, in: ridge)
    package static let murray = person("murray", "Murray Blenkarne", at: windmillFlat, .principal, in: ridge)

    private static func person(
        _ key: String, _ name: String, at school: School, _ standing: Standing, in community: Community = harbour
    ) -> Person {
        Person(
            key: key, name: name, email: "\(key)@\(school.key).example", organisation: school.key,
            community: community.key, standing: standing)
    }
}

extension World {
    /// The person with this key.
    package static func person(_ key: String) -> Person? { people.first { $0.key == key } }

    /// The school with this key.
    package static func school(_ key: String) -> School? { schools.first { $0.key == key } }

    /// A school's principal.
    package static func principal(of school: School) -> Person? {
        positions.first { $0.role == "principal" && $0.organisation == school.key }.flatMap { person($0.person) }
    }
}
