package import Ground
package import HTML

/// At most one primary action on a page; `plain` looks like a link and is for small ways back.
package enum ButtonKind: String, Sendable {
    case primary, quiet, danger, plain
}

/// The button that sends the form it stands in.
package func button(_ words: Words, _ kind: ButtonKind = .primary) -> HTML {
    "<button class=\"button \(kind.rawValue)\">\(words)</button>"
}

/// The button that sends the form it stands in with a choice: `name=value`.
package func button(_ words: Words, _ kind: ButtonKind, name: String, value: String) -> HTML {
    "<button class=\"button \(kind.rawValue)\" name=\"\(name)\" value=\"\(value)\">\(words)</button>"
}

/// A link that looks like a button: it leads somewhere and changes nothing.
package func buttonLink(_ words: Words, to url: String, _ kind: ButtonKind = .primary) -> HTML {
    "<a class=\"button \(kind.rawValue)\" href=\"\(url)\">\(words)</a>"
}

/// A button that is its own small form: it changes something, so it posts.
package func postButton(
    _ words: Words, to url: String, csrf: String = FormToken.current, _ kind: ButtonKind = .primary,
    fields: [(String, String)] = []
) -> HTML {
    """
    <form class="small-form" method="post" action="\(url)">\(hiddenField(Form.csrfField, csrf))\
    \(fields, { hiddenField($0.0, $0.1) })\(button(words, kind))</form>
    """
}
