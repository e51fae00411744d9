/// Looks at fields that hold anything but plain ASCII for lost macrons, garbled text and NULs, each different text once.
///
/// What it notes is what ``TableReader`` notes, in the same order.
final class DamageWatch {
    /// What is the matter with a text, as long as it stands in a table.
    struct Flaw {
        let hasNUL: Bool
        let hasLostCharacters: Bool
        let mended: String?

        init(_ text: String) {
            hasNUL = text.utf8.contains(0)
            hasLostCharacters = GarbledText.hasLostCharacters(text)
            mended = GarbledText.mended(text)
        }

        var isNone: Bool { !hasNUL && !hasLostCharacters && mended == nil }
    }

    /// Names with macrons come again and again; a column of comments is not kept as a whole.
    private let texts = ScannedChoices(limit: 1 << 15)
    /// By the number of the text; `nil` for one that is as it should be.
    private var flaws: [Flaw?] = []

    /// `nil` for a text that is as it should be.
    func flaw(of field: FieldBytes) -> Flaw? {
        guard DamageWatch.isUnusual(field.start, field.count) else { return nil }
        guard let number = texts.code(field) else { return DamageWatch.flaw(in: field.text) }
        if number == flaws.count { flaws.append(DamageWatch.flaw(in: texts.names[number])) }
        return flaws[number]
    }

    private static func flaw(in text: String) -> Flaw? {
        let flaw = Flaw(text)
        return flaw.isNone ? nil : flaw
    }

    func note(_ field: FieldBytes, line: Int, column: Int, in warnings: inout TableWarnings) {
        guard let flaw = flaw(of: field) else { return }
        let text = field.text
        if flaw.hasNUL { warnings.note(.nulCharacters, line: line, column: column, sample: text) }
        if flaw.hasLostCharacters { warnings.note(.lostCharacters, line: line, column: column, sample: text) }
        if let mended = flaw.mended {
            warnings.note(.garbledText, line: line, column: column, sample: text, mended: mended)
        }
    }

    /// Whether any byte is beyond ASCII, a NUL or a question mark. Eight bytes at a time.
    @inline(__always)
    static func isUnusual(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        let bytes = UnsafeRawPointer(start)
        var index = 0
        while index &+ 8 <= count {
            if isUnusual(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) { return true }
            index &+= 8
        }
        while index < count {
            let byte = start[index]
            if byte >= 0x80 || byte == 0 || byte == UInt8(ascii: "?") { return true }
            index &+= 1
        }
        return false
    }

    @inline(__always)
    private static func isUnusual(_ eight: UInt64) -> Bool {
        let (ones, tops, marks) = (
            0x0101_0101_0101_0101 as UInt64, 0x8080_8080_8080_8080 as UInt64,
            0x3F3F_3F3F_3F3F_3F3F as UInt64
        )
        let other = eight ^ marks
        return (eight | (eight &- ones) & ~eight | (other &- ones) & ~other) & tops != 0
    }
}
