import Foundation
import Interface
import Testing

/// The tokens of the stylesheet, for light and for dark.
private struct Palette: CustomTestStringConvertible {
    let testDescription: String
    let colours: [String: String]

    static let light = Palette(testDescription: "light", colours: tokens(block: 0))
    /// What dark does not change stays as in light.
    static let dark = Palette(
        testDescription: "dark", colours: tokens(block: 0).merging(tokens(block: 1)) { _, dark in dark })

    /// The custom properties of the `:root` block at this position.
    private static func tokens(block: Int) -> [String: String] {
        let css = String(decoding: Asset.stylesheet.bytes, as: UTF8.self)
        let blocks = css.components(separatedBy: ":root {").dropFirst()
        let text = blocks[blocks.index(blocks.startIndex, offsetBy: block)].prefix { $0 != "}" }
        let pairs = text.split(separator: ";").compactMap { declaration -> (String, String)? in
            let parts = declaration.split(separator: ":").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
            guard parts.count == 2, parts[0].hasPrefix("--"), parts[1].hasPrefix("#") else { return nil }
            return (String(parts[0].dropFirst(2)), parts[1])
        }
        return Dictionary(pairs) { _, last in last }
    }

    /// Contrast as WCAG 2.2 defines it: from 1 to 21.
    func contrast(_ first: String, _ second: String) throws -> Double {
        let luminances = [try luminance(first), try luminance(second)].sorted()
        return (luminances[1] + 0.05) / (luminances[0] + 0.05)
    }

    private func luminance(_ name: String) throws -> Double {
        let colour = try #require(colours[name])
        let number = try #require(Int(colour.dropFirst(), radix: 16))
        let channels = [16, 8, 0].map { shift -> Double in
            let value = Double((number >> shift) & 0xFF) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }
}

@Suite struct `The colours` {
    @Test(arguments: [Palette.light, Palette.dark]) fileprivate func `let text be read`(_ palette: Palette) throws {
        for ground in ["paper", "raised", "wash"] {
            #expect(try palette.contrast("ink", ground) >= 7)
            // Notes, hints, links and states are AA: 4.5.
            for text in ["muted", "accent", "care", "stop"] {
                #expect(try palette.contrast(text, ground) >= 4.5, "\(text) on \(ground)")
            }
        }
        #expect(try palette.contrast("accent", "paper") >= 7)
        #expect(try palette.contrast("on-bar", "bar") >= 7)
    }

    @Test(arguments: [Palette.light, Palette.dark]) fileprivate func `let graphics be seen`(_ palette: Palette) throws {
        // Series beyond the third have a rim of ink.
        for graphic in ["edge", "accent", "band", "c1", "c2", "c3"] {
            #expect(try palette.contrast(graphic, "paper") >= 3, "\(graphic)")
        }
    }

    @Test func `are the ones agreed`() {
        #expect(Palette.light.colours["paper"] == "#fbfaf7")
        #expect(Palette.light.colours["ink"] == "#1d2429")
        #expect(Palette.light.colours["accent"] == "#0b5d5b")
        #expect(Palette.dark.colours["paper"] == "#14191c")
        #expect(Palette.dark.colours["accent"] == "#6cc4bf")
    }
}
