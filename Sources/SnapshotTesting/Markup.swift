package import HTML

/// A fragment as a list of tags: enough to ask whether it is whole, and what refers to what.
///
/// It reads our own output, in which attribute values stand in double quotes and `<` in text is escaped.
package struct Markup {
    package struct Tag {
        package let name: String
        package let attributes: [String: String]
        package let isClosing: Bool
        package let isClosed: Bool
    }

    package let tags: [Tag]

    package init(_ html: HTML) {
        var tags: [Tag] = []
        var rest = Substring(html.string)
        while let start = rest.firstIndex(of: "<") {
            let end = rest[start...].firstIndex(of: ">") ?? rest.index(before: rest.endIndex)
            tags.append(Markup.tag(rest[rest.index(after: start)..<end]))
            rest = rest[rest.index(after: end)...]
        }
        self.tags = tags
    }

    /// The first tag that is closed though it was not open, or left open; `nil` when all is whole.
    package var firstUnbalanced: String? {
        var open: [String] = []
        for tag in tags where !Markup.void.contains(tag.name) && !tag.isClosed {
            if !tag.isClosing {
                open.append(tag.name)
            } else if open.popLast() != tag.name {
                return tag.name
            }
        }
        return open.first
    }

    package var ids: [String] { tags.compactMap { $0.attributes["id"] } }

    /// The ids that labels, descriptions and links inside the page point to.
    package var references: [String] {
        tags.flatMap { tag -> [String] in
            let lists = ["aria-labelledby", "aria-describedby", "for"].compactMap { tag.attributes[$0] }
            let target = tag.attributes["href"].flatMap { $0.hasPrefix("#") ? String($0.dropFirst()) : nil }
            return lists.flatMap { $0.split(separator: " ").map(String.init) } + [target].compactMap { $0 }
        }
    }

    package var attributeNames: Set<String> { Set(tags.flatMap(\.attributes.keys)) }

    private static let void: Set = ["!doctype", "meta", "link", "input", "br", "hr", "img"]

    private static func tag(_ text: Substring) -> Tag {
        let isClosing = text.hasPrefix("/")
        let body = text.drop { $0 == "/" }
        let name = body.prefix { !$0.isWhitespace && $0 != "/" }
        var attributes: [String: String] = [:]
        var rest = body.dropFirst(name.count)
        while let first = rest.firstIndex(where: { !$0.isWhitespace && $0 != "/" }) {
            rest = rest[first...]
            let key = rest.prefix { $0 != "=" && !$0.isWhitespace && $0 != "/" }
            rest = rest.dropFirst(key.count)
            guard rest.hasPrefix("=\"") else {
                attributes[String(key)] = ""
                continue
            }
            let value = rest.dropFirst(2).prefix { $0 != "\"" }
            attributes[String(key)] = String(value)
            rest = rest.dropFirst(value.count + 3)
        }
        return Tag(
            name: name.lowercased(), attributes: attributes, isClosing: isClosing, isClosed: text.hasSuffix("/"))
    }
}
