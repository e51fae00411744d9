import Ground
import HTML

/// What every field has around it: label above, hint below it, the problem beside it, tied together for screen readers.
struct FieldShell {
    let name: String
    let label: Words
    let hint: Words?
    let problem: Words?
    let isRequired: Bool

    init(_ name: String, _ label: Words, hint: Words?, problems: Problems, isRequired: Bool) {
        (self.name, self.label, self.hint, self.isRequired) = (name, label, hint, isRequired)
        problem = problems.words(for: name)
    }

    static func id(_ name: String) -> String { "field-\(name)" }

    var id: String { FieldShell.id(name) }

    /// Required fields are the rule; the others say that they are optional, so nothing is marked with a star.
    var attributes: HTML {
        "id=\"\(id)\" name=\"\(name)\"\(description)\(if: problem != nil, " aria-invalid=\"true\"")"
    }

    private var description: HTML {
        let ids = [hint.map { _ in "\(id)-hint" }, problem.map { _ in "\(id)-problem" }].compactMap { $0 }
        return ids.isEmpty ? "" : " aria-describedby=\"\(ids.joined(separator: " "))\""
    }

    var hintLine: HTML? { hint.map { "<p class=\"hint\" id=\"\(id)-hint\">\($0)</p>" } }

    var complaint: HTML? {
        problem.map {
            """
            <p class="problem" id="\(id)-problem">\
            <span class="visually-hidden">\(InterfaceWords.problem) </span>\($0)</p>
            """
        }
    }

    private var heading: HTML {
        "\(label)\(if: !isRequired, " <span class=\"optional\">(\(InterfaceWords.optional))</span>")"
    }

    func around(_ input: HTML) -> HTML {
        """
        <div class="field\(if: problem != nil, " wrong")">
        <label for="\(id)">\(heading)</label>
        \(hintLine)\(complaint)
        \(input)
        </div>

        """
    }

    func group(_ choices: [Choice], type: String, chosen: Set<String>) -> HTML {
        """
        <fieldset class="field\(if: problem != nil, " wrong")"\(description)>
        <legend>\(heading)</legend>
        \(hintLine)\(complaint)
        \(choices.enumerated(), { index, choice in
            line(choice, at: index, type: type, isChosen: chosen.contains(choice.value))
        })\
        </fieldset>

        """
    }

    private func line(_ choice: Choice, at index: Int, type: String, isChosen: Bool) -> HTML {
        // The first one carries the field's own id, so that the summary of problems leads to it.
        let id = index == 0 ? id : "\(id)-\(index)"
        let hint: HTML? = choice.hint.map { "<p class=\"hint\" id=\"\(id)-about\">\($0)</p>" }
        return """
            <div class="choice"><input type="\(type)" id="\(id)" name="\(name)" value="\(choice.value)"\
            \(if: isChosen, " checked")\(if: hint != nil, " aria-describedby=\"\(id)-about\"")>\
            <label for="\(id)">\(choice.label)</label>\(hint)</div>

            """
    }
}
