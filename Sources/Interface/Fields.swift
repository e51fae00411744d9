package import Ground
package import HTML

/// What a text field is for; it decides the keyboard on phones and what the browser may fill in.
package enum TextKind: String, Sendable {
    case text, email, password, search, url, tel
    /// A whole or decimal number, typed as people write it.
    case number
}

/// How much is expected: the width of a field tells people.
package enum FieldWidth: String, Sendable {
    case wide, medium, short
}

/// One thing that can be chosen.
package struct Choice: Sendable {
    package let value: String
    package let label: Words
    package let hint: Words?

    package init(_ value: String, _ label: Words, hint: Words? = nil) {
        (self.value, self.label, self.hint) = (value, label, hint)
    }
}

/// A line of text. `value` is what stands in it: what was typed comes back as it was.
package func textField(
    _ name: String, _ label: Words, hint: Words? = nil, value: String = "", problems: Problems = Problems(),
    kind: TextKind = .text, width: FieldWidth = .wide, autocomplete: String = "off", isRequired: Bool = true,
    suffix: Words? = nil
) -> HTML {
    let shell = FieldShell(name, label, hint: hint, problems: problems, isRequired: isRequired)
    let numeric: HTML = kind == .number ? " inputmode=\"decimal\"" : ""
    let type = kind == .number ? "text" : kind.rawValue
    let input: HTML = """
        <input class="\(width.rawValue)" type="\(type)"\(numeric) autocomplete="\(autocomplete)" \
        \(shell.attributes) value="\(value)">
        """
    return shell.around(
        suffix.map { "<span class=\"with-suffix\">\(input)<span class=\"suffix\">\($0)</span></span>" } ?? input)
}

/// Several lines of text.
package func textArea(
    _ name: String, _ label: Words, hint: Words? = nil, value: String = "", problems: Problems = Problems(),
    rows: Int = 4, isRequired: Bool = true
) -> HTML {
    let shell = FieldShell(name, label, hint: hint, problems: problems, isRequired: isRequired)
    // The line break after the tag is dropped by browsers, and keeps a leading one that was typed.
    return shell.around("<textarea rows=\"\(rows)\" \(shell.attributes)>\n\(value)</textarea>")
}

/// One of many, from a list. Below seven choices a group of radio buttons is kinder.
package func selectField(
    _ name: String, _ label: Words, hint: Words? = nil, choices: [Choice], chosen: String? = nil,
    problems: Problems = Problems(), isRequired: Bool = true
) -> HTML {
    let shell = FieldShell(name, label, hint: hint, problems: problems, isRequired: isRequired)
    return shell.around("<select \(shell.attributes)>\(options(choices, chosen: chosen))</select>")
}

/// One of a few, all in sight.
package func radioGroup(
    _ name: String, _ label: Words, hint: Words? = nil, choices: [Choice], chosen: String? = nil,
    problems: Problems = Problems(), isRequired: Bool = true
) -> HTML {
    FieldShell(name, label, hint: hint, problems: problems, isRequired: isRequired).group(
        choices, type: "radio", chosen: chosen.map { [$0] } ?? [])
}

/// Any of a few, all in sight.
package func checkboxGroup(
    _ name: String, _ label: Words, hint: Words? = nil, choices: [Choice], chosen: Set<String> = [],
    problems: Problems = Problems(), isRequired: Bool = true
) -> HTML {
    FieldShell(name, label, hint: hint, problems: problems, isRequired: isRequired).group(
        choices, type: "checkbox", chosen: chosen)
}

/// A yes that is given by ticking; it sends `name=yes`.
package func checkbox(
    _ name: String, _ label: Words, hint: Words? = nil, isChecked: Bool = false, problems: Problems = Problems()
) -> HTML {
    let shell = FieldShell(name, label, hint: hint, problems: problems, isRequired: true)
    return """
        <div class="field\(if: shell.problem != nil, " wrong")">
        \(shell.complaint)
        <div class="choice"><input type="checkbox" value="yes" \(shell.attributes)\(if: isChecked, " checked")>\
        <label for="\(shell.id)">\(label)</label>\(shell.hintLine)</div>
        </div>

        """
}

/// A date as people write it, echoed in words when it came back.
package func dateField(
    _ name: String, _ label: Words, hint: Words? = nil, value: String = "", problems: Problems = Problems(),
    isRequired: Bool = true
) -> HTML {
    let shell = FieldShell(
        name, label, hint: hint ?? InterfaceWords.dateHint, problems: problems, isRequired: isRequired)
    let echo: HTML? = Day(typed: value).map { "<span class=\"echo\">\(InterfaceWords.dateEcho($0))</span>" }
    return shell.around(
        "<input class=\"medium\" type=\"text\" autocomplete=\"off\" \(shell.attributes) value=\"\(value)\">\(echo)")
}

/// A file from the reader's machine. `accepts` names endings: `.csv,.xlsx`.
package func fileField(
    _ name: String, _ label: Words, hint: Words? = nil, accepts: String = "", problems: Problems = Problems(),
    isRequired: Bool = true
) -> HTML {
    let shell = FieldShell(name, label, hint: hint, problems: problems, isRequired: isRequired)
    return shell.around(
        "<input type=\"file\"\(if: !accepts.isEmpty, " accept=\"\(accepts)\"") \(shell.attributes)>")
}

package func hiddenField(_ name: String, _ value: String) -> HTML {
    "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
}

func options(_ choices: [Choice], chosen: String?) -> HTML {
    "\(choices, { "<option value=\"\($0.value)\"\(if: $0.value == chosen, " selected")>\($0.label)</option>" })"
}
