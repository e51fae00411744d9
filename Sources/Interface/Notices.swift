package import Ground
package import HTML

/// Something that was done, with the way back beside it: we confirm by undo, not by 'are you sure'.
package func doneNotice(_ words: Words, undo: String? = nil, csrf: String = FormToken.current) -> HTML {
    notice(
        "done", InterfaceWords.done, "<p>\(words)</p>",
        action: undo.map { postButton(InterfaceWords.undo, to: $0, csrf: csrf, .plain) })
}

/// Something worth knowing that asks for nothing.
package func noteNotice(_ content: HTML) -> HTML { notice("note", InterfaceWords.note, "<p>\(content)</p>") }

/// Something to be careful about, such as whom else a step affects.
package func warningNotice(_ content: HTML) -> HTML { notice("warning", InterfaceWords.warning, "<p>\(content)</p>") }

/// What was refused, why, and what would make it work.
package func refusalNotice(_ words: Words, action: HTML? = nil) -> HTML {
    notice("refusal", InterfaceWords.refusal, "<p>\(words)</p>", action: action)
}

private func notice(_ kind: StaticString, _ title: Words, _ content: HTML, action: HTML? = nil) -> HTML {
    let kind = HTML(stringLiteral: kind)
    return """
        <div class="notice \(kind)" role="status"><p class="kind">\(title)</p>\(content)\(action)</div>

        """
}

/// What could not be used, first on the page, each leading to its field. Empty when there is nothing to say.
package func problemSummary(_ problems: Problems) -> HTML {
    guard !problems.isEmpty else { return HTML() }
    return """
        <div class="problems" role="alert" aria-labelledby="problems" tabindex="-1">
        <h2 id="problems">\(InterfaceWords.problems(problems.all.count))</h2>
        <ul>\(problems.all, { "<li>\(problemLine($0))</li>" })</ul>
        </div>

        """
}

private func problemLine(_ problem: Problems.Problem) -> HTML {
    problem.field.isEmpty
        ? "\(problem.words)" : "<a href=\"#\(FieldShell.id(problem.field))\">\(problem.words)</a>"
}
