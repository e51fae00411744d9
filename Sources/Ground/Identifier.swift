import Foundation

/// The name a thing keeps for ever: a UUIDv7 as lower-case text, typed by the kind of thing it names.
///
/// Version 7 begins with the time, so that rows made together lie together in an index (RFC 9562, section 5.7).
package struct Identifier<Kind>: Hashable, Sendable, RawRepresentable, CustomStringConvertible {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package var description: String { rawValue }

    /// A new identifier for something that comes to be at `instant`.
    package static func new(at instant: Instant, using random: inout some RandomNumberGenerator) -> Self {
        let time = UInt64(bitPattern: instant.milliseconds) & 0xFFFF_FFFF_FFFF
        let high = (time << 16) | 0x7000 | (random.next() & 0x0FFF)
        let low = 0x8000_0000_0000_0000 | (random.next() & 0x3FFF_FFFF_FFFF_FFFF)
        let digits = Array((hex(high) + hex(low)).utf8)
        let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(decoding: digits[$0], as: UTF8.self) }
        return Self(rawValue: parts.joined(separator: "-"))
    }

    /// A new identifier with the system's randomness.
    package static func new(at instant: Instant) -> Self {
        var random = SystemRandomNumberGenerator()
        return new(at: instant, using: &random)
    }

    /// An identifier somebody typed or linked to: `nil` unless it could be one (at most 64 letters, digits, `-` or `_`).
    package init?(typed text: some StringProtocol) {
        let isPlausible =
            !text.isEmpty && text.utf8.count <= 64
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
                    || byte == 0x2D || byte == 0x5F
            }
        guard isPlausible else { return nil }
        self.init(rawValue: String(text))
    }

    private static func hex(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
