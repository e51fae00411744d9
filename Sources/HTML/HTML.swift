package import Ground

/// HTML as a literal: what is written is markup, what is interpolated is escaped; only other ``HTML`` goes in as it is.
///
/// Literals are `StaticString`, so text that came from a person can never become markup by accident. Attribute values
/// stand in double quotes in the literal: `<a href="\(url)">`.
package struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
    /// UTF-8, ready to send.
    package private(set) var bytes: [UInt8]

    package init() { bytes = [] }
    package init(stringLiteral text: StaticString) { bytes = text.withUTF8Buffer { Array($0) } }
    package init(stringInterpolation: StringInterpolation) { bytes = stringInterpolation.bytes }

    /// Escaped text.
    package init(text: String) {
        var interpolation = StringInterpolation(literalCapacity: 0, interpolationCount: 1)
        interpolation.appendInterpolation(text)
        bytes = interpolation.bytes
    }

    package var isEmpty: Bool { bytes.isEmpty }
    package var string: String { String(decoding: bytes, as: UTF8.self) }

    package static func + (left: HTML, right: HTML) -> HTML {
        var sum = left
        sum.bytes += right.bytes
        return sum
    }

    package static func += (left: inout HTML, right: HTML) { left.bytes += right.bytes }

    /// Trusted bytes that this program wrote itself, such as its own stylesheet. Never anything a person typed.
    package init(ownBytes bytes: [UInt8]) { self.bytes = bytes }
}

extension HTML {
    package struct StringInterpolation: StringInterpolationProtocol {
        var bytes: [UInt8] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        package mutating func appendLiteral(_ text: StaticString) {
            bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        }

        package mutating func appendInterpolation(_ text: String) {
            var text = text
            text.withUTF8 { source in
                var start = 0
                for index in 0..<source.count {
                    guard let escaped = Self.escaped(source[index]) else { continue }
                    bytes.append(contentsOf: source[start..<index])
                    appendLiteral(escaped)
                    start = index + 1
                }
                bytes.append(contentsOf: source[start...])
            }
        }

        package mutating func appendInterpolation(_ text: Substring) { appendInterpolation(String(text)) }
        package mutating func appendInterpolation(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }
        package mutating func appendInterpolation(_ day: Day) { appendInterpolation(Language.spoken.day(day)) }
        package mutating func appendInterpolation(_ words: Words) { appendInterpolation(words.text) }
        package mutating func appendInterpolation<Kind>(_ id: Identifier<Kind>) { appendInterpolation(id.rawValue) }

        /// Rounded to `decimals` places, half away from zero: rounding happens once, here at display.
        package mutating func appendInterpolation(_ number: Double, decimals: Int) {
            appendInterpolation(HTML.rounded(number, decimals: decimals))
        }

        package mutating func appendInterpolation(_ html: HTML) { bytes.append(contentsOf: html.bytes) }
        package mutating func appendInterpolation(_ html: HTML?) {
            if let html { bytes.append(contentsOf: html.bytes) }
        }
        package mutating func appendInterpolation(_ parts: [HTML]) {
            for part in parts { bytes.append(contentsOf: part.bytes) }
        }

        /// One piece of markup for each element: `<ul>\(schools, { "<li>\($0.name)</li>" })</ul>` or `\(schools, row)`.
        package mutating func appendInterpolation<S: Sequence>(_ elements: S, _ markup: (S.Element) -> HTML) {
            for element in elements { bytes.append(contentsOf: markup(element).bytes) }
        }

        /// Markup that is there only if the condition holds.
        package mutating func appendInterpolation(if condition: Bool, _ then: @autoclosure () -> HTML) {
            if condition { bytes.append(contentsOf: then().bytes) }
        }

        package mutating func appendInterpolation(
            if condition: Bool, _ then: @autoclosure () -> HTML, else otherwise: @autoclosure () -> HTML
        ) {
            bytes.append(contentsOf: (condition ? then() : otherwise()).bytes)
        }

        private static func escaped(_ byte: UInt8) -> StaticString? {
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            case UInt8(ascii: "\""): "&quot;"
            case UInt8(ascii: "'"): "&#39;"
            default: nil
            }
        }
    }

    /// A decimal number for display, without an exponent: `-0.5`, `12.30`.
    package static func rounded(_ number: Double, decimals: Int) -> String {
        guard number.isFinite else { return "–" }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let scaled = (abs(number) * scale).rounded(.toNearestOrAwayFromZero)
        guard scaled < 9e15 else { return "\(number)" }
        let digits = String(Int64(scaled))
        let sign = number < 0 && scaled > 0 ? "-" : ""
        guard decimals > 0 else { return sign + digits }
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }
}
