/// What a pack's file says, before anything is made of it: texts, lists and headings, each with its place.
indirect enum PackTree: Sendable, Equatable {
    case text(String, Place)
    case list([PackTree], Place)
    case headings([Heading], Place)

    /// A key with what stands under it.
    struct Heading: Sendable, Equatable {
        let key: String
        let place: Place
        let value: PackTree
    }

    var place: Place {
        switch self {
        case .text(_, let place), .list(_, let place), .headings(_, let place): place
        }
    }

    /// Whether nothing was written after the colon.
    var isEmpty: Bool {
        switch self {
        case .text(let text, _): text.isEmpty || text == "~"
        case .list(let items, _): items.isEmpty
        case .headings(let headings, _): headings.isEmpty
        }
    }
}
