package import Ground

/// A programme as data: what a scheme calls things, who plays a part, which stages it goes through, what it measures.
///
/// A new scheme is a new pack, never a change of code. A pack is read from YAML (``read(_:file:)``); one that adds to
/// another joins it (``combined(with:)``). `docs/packs.md` describes the file key by key.
package struct Pack: Sendable, Equatable {
    package let id: String
    package let version: Version
    package let title: String
    package let about: String
    /// The first day on which this version holds.
    package let since: Day
    /// The last day on which it holds; `nil` while no end is known.
    package let until: Day?
    package let reach: Reach
    /// Packs that have been added to this one, in the order in which they were added.
    package let added: [Name]

    package let nouns: [Noun: NounForms]
    package let organisations: [OrganisationKind]
    package let memberships: [MembershipKind]
    package let roles: [Role]
    package let components: [Component]
    package let decisions: Decisions?
    package let meetings: [Meeting]
    package let activities: [Activity]
    package let elements: [Element]
    package let outcomes: [Outcome]
    package let groups: [LearnerGroup]
    package let constructs: [Construct]
    package let measures: [Measure]
    package let instruments: [Instrument]
    package let expectations: [Expectation]
    package let gemQuestions: [GemQuestion]
    package let focusAreas: [FocusArea]
    package let floors: Floors
    package let targets: Targets?

    let freedoms: Freedoms
    let source: Source
    /// What could not be checked while reading, because it names things of the pack that this one adds to.
    let pending: [Pending]
}

extension Pack {
    /// Whether a pack stands on its own or adds to others.
    package enum Reach: Sendable, Equatable {
        /// It makes a community by itself.
        case programme
        /// It adds to the packs with these ids.
        case addition(to: [String])
        /// It adds to any programme.
        case additionToAny
    }

    /// Which pack, in which version: what a community keeps of the pack it chose.
    package struct Name: Sendable, Hashable {
        package let id: String
        package let version: Version

        package init(id: String, version: Version) { (self.id, self.version) = (id, version) }
    }

    /// A version as `1.2`: numbers compared one by one, so that `1.10` comes after `1.9`.
    package struct Version: Sendable, Hashable, Comparable, CustomStringConvertible {
        package let description: String
        private let numbers: [Int]

        /// `nil` unless the text is one to three numbers with dots between.
        package init?(_ text: String) {
            let pieces = text.split(separator: ".", omittingEmptySubsequences: false)
            let numbers = pieces.compactMap { piece in
                piece.utf8.allSatisfy { (0x30...0x39).contains($0) } && piece.utf8.count <= 6 ? Int(piece) : nil
            }
            guard (1...3).contains(pieces.count), numbers.count == pieces.count else { return nil }
            self.numbers = numbers
            description = text
        }

        package static func == (left: Self, right: Self) -> Bool { left.padded == right.padded }
        package static func < (left: Self, right: Self) -> Bool { left.padded.lexicographicallyPrecedes(right.padded) }
        package func hash(into hasher: inout Hasher) { hasher.combine(padded) }

        private var padded: [Int] { numbers + Array(repeating: 0, count: 3 - numbers.count) }
    }

    /// Where the pack stands, so that a problem found later can still point there.
    struct Source: Sendable, Equatable {
        let file: String
        let place: Place
    }

    package var name: Name { Name(id: id, version: version) }

    package var isAddition: Bool { reach != .programme }

    package func isInEffect(on day: Day) -> Bool { since <= day && until.map { day <= $0 } ?? true }

    /// Whether this pack is made to be added to another.
    package func adds(to base: Pack) -> Bool {
        switch reach {
        case .programme: false
        case .addition(let ids): ids.contains(base.id)
        case .additionToAny: !base.isAddition
        }
    }

    /// Roles that give a standing.
    package func roles(with standing: Standing) -> [Role] { roles.filter { $0.standing == standing } }

    /// Roles that serve an element, by their own word or because the element is carried by their standing.
    package func roles(serving element: Element) -> [Role] {
        roles.filter { $0.serves.contains(element.key) || element.carriedBy.contains($0.standing) }
    }
}

/// A thing of a pack that is found by its key.
package protocol Keyed: Sendable, Equatable {
    var key: String { get }
}

extension Array where Element: Keyed {
    /// The thing with this key, if the pack has it.
    package subscript(key key: String) -> Element? { first { $0.key == key } }
}
