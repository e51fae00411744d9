import HTML

/// Draws in one SVG: a few strokes with classes, never a style or a colour of its own.
///
/// Coordinates are units of the view box. The stylesheet gives the classes their colour for light, dark, print and
/// forced colours.
struct Pen {
    enum Anchor: String {
        case start, middle, end
    }

    private(set) var svg = HTML()

    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ kind: StaticString) {
        svg += """
            <line class="\(HTML(stringLiteral: kind))" x1="\(Pen.unit(x1))" y1="\(Pen.unit(y1))" x2="\(Pen.unit(x2))" \
            y2="\(Pen.unit(y2))"/>
            """
    }

    mutating func rectangle(
        _ x: Double, _ y: Double, width: Double, height: Double, _ kind: StaticString, radius: Double = 0
    ) {
        svg += """
            <rect class="\(HTML(stringLiteral: kind))" x="\(Pen.unit(x))" y="\(Pen.unit(y))" \
            width="\(Pen.unit(max(0, width)))" height="\(Pen.unit(height))"\
            \(if: radius > 0, " rx=\"\(Pen.unit(radius))\"")/>
            """
    }

    mutating func circle(_ x: Double, _ y: Double, radius: Double, _ kind: HTML) {
        svg += "<circle class=\"\(kind)\" cx=\"\(Pen.unit(x))\" cy=\"\(Pen.unit(y))\" r=\"\(Pen.unit(radius))\"/>"
    }

    mutating func path(_ points: [(x: Double, y: Double)], _ kind: HTML, closed: Bool = false) {
        guard let first = points.first else { return }
        let rest = points.dropFirst().map { "L\(Pen.unit($0.x)) \(Pen.unit($0.y))" }.joined()
        svg += "<path class=\"\(kind)\" d=\"M\(Pen.unit(first.x)) \(Pen.unit(first.y))\(rest)\(closed ? "Z" : "")\"/>"
    }

    mutating func text(
        _ text: String, _ x: Double, _ y: Double, _ kind: StaticString, anchor: Anchor = .start
    ) {
        let ending: HTML = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
        svg += """
            <text class="\(HTML(stringLiteral: kind))" x="\(Pen.unit(x))" y="\(Pen.unit(y))"\(ending)>\(text)</text>
            """
    }

    /// Lines of text, one under the other; `y` is the base line of the first.
    mutating func lines(
        _ lines: [String], _ x: Double, _ y: Double, leading: Double, _ kind: StaticString, anchor: Anchor = .start
    ) {
        for (index, line) in lines.enumerated() {
            text(line, x, y + Double(index) * leading, kind, anchor: anchor)
        }
    }

    mutating func add(_ html: HTML) { svg += html }

    /// A coordinate with at most one decimal.
    static func unit(_ number: Double) -> String {
        let text = HTML.rounded(number, decimals: 1)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
