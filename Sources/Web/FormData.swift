import Foundation
package import Ground

/// What people typed and chose: text by field name, in order, and files that were put on disk.
package struct FormData: Sendable, Equatable {
    package private(set) var fields: [(name: String, value: String)] = []
    package private(set) var files: [UploadedFile] = []

    package init() {}

    package init(_ fields: [(name: String, value: String)], files: [UploadedFile] = []) {
        (self.fields, self.files) = (fields, files)
    }

    package static func == (left: FormData, right: FormData) -> Bool {
        left.files == right.files
            && left.fields.elementsEqual(right.fields) { $0.name == $1.name && $0.value == $1.value }
    }

    /// The text of a field as it is kept: composed, trimmed; empty where nothing was typed.
    package func text(_ name: String) -> String { fields.first { $0.name == name }?.value.tidied ?? "" }

    /// The text exactly as typed, for passwords.
    package func exact(_ name: String) -> String { fields.first { $0.name == name }?.value ?? "" }

    package func optional(_ name: String) -> String? {
        let text = text(name)
        return text.isEmpty ? nil : text
    }

    /// Every value of a field that may come several times.
    package func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value.tidied) }

    package func isChecked(_ name: String) -> Bool { !text(name).isEmpty }

    package func id<Kind>(_ name: String, of kind: Kind.Type = Kind.self) -> Identifier<Kind>? {
        Identifier(typed: text(name))
    }

    /// A day as people type it; `nil` where nothing or no day was typed.
    package func day(_ name: String) -> Day? { Day(typed: text(name)) }

    /// A whole number as people write it: `1200`, `1,200` or `1 200`.
    package func number(_ name: String) -> Int? {
        let text = text(name)
        guard text.wholeMatch(of: /[+−-]?\d{1,3}([, \u{00A0}\u{2009}\u{202F}]\d{3})+/) != nil else { return Int(text) }
        return Int(text.filter { !", \u{00A0}\u{2009}\u{202F}".contains($0) }.replacing("−", with: "-"))
    }

    package func file(_ name: String) -> UploadedFile? { files.first { $0.field == name } }
}

/// A file that came with a form. It lies in a temporary folder until the request has been answered.
package struct UploadedFile: Sendable, Equatable {
    package let field: String
    /// The name it had on the sender's machine, without folders. Shown, never used as a path.
    package let name: String
    package let path: String
    /// Bytes.
    package let size: Int

    package init(field: String, name: String, path: String, size: Int) {
        (self.field, self.name, self.path, self.size) = (field, name, path, size)
    }
}

extension FormData {
    /// Reads `application/x-www-form-urlencoded` text (WHATWG URL Standard, section 5.1).
    package init(urlEncoded text: some StringProtocol) {
        fields = text.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (FormData.decoded(parts[0]), parts.count > 1 ? FormData.decoded(parts[1]) : "")
        }
    }

    static func decoded(_ text: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var rest = text.utf8.makeIterator()
        var pending: [UInt8] = []
        while let byte = pending.popLast() ?? rest.next() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(0x20)
            case UInt8(ascii: "%"):
                let high = pending.popLast() ?? rest.next()
                let low = pending.popLast() ?? rest.next()
                if let high, let low, let value = FormData.hexadecimal(high, low) {
                    bytes.append(value)
                } else {
                    bytes.append(byte)
                    if let low { pending.append(low) }
                    if let high { pending.append(high) }
                }
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func hexadecimal(_ high: UInt8, _ low: UInt8) -> UInt8? {
        func digit(_ byte: UInt8) -> UInt8? {
            switch byte {
            case 0x30...0x39: byte - 0x30
            case 0x41...0x46: byte - 0x41 + 10
            case 0x61...0x66: byte - 0x61 + 10
            default: nil
            }
        }
        guard let high = digit(high), let low = digit(low) else { return nil }
        return high << 4 | low
    }
}
