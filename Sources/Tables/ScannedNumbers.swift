import CScan
import Ground

extension FieldBytes {
    /// The field as a whole number that fits into 64 bits: `-12`, `+7`, `0042`.
    @inline(__always)
    var integer: ScannedCell<Int> {
        if count > 0, count <= 8, let value = Digits(upToEight: start, count: count).value { return .value(value) }
        return oddInteger
    }

    @inline(never)
    private var oddInteger: ScannedCell<Int> {
        let field = withoutPadding
        guard field.count > 0 else { return .empty }
        let isSigned = field[0] == 0x2D || field[0] == 0x2B
        let isNegative = field[0] == 0x2D
        let digits = isSigned ? field.dropping(1) : field
        guard digits.count > 0 else { return .invalid }
        if digits.count <= 16 {
            guard let value = digits.upToSixteen else { return .invalid }
            return .value(isNegative ? -value : value)
        }
        var value = 0
        for byte in digits.buffer {
            guard byte &- 0x30 <= 9 else { return .invalid }
            let (tenfold, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            let digit = Int(byte &- 0x30)
            let (sum, isTooFar) =
                isNegative
                ? tenfold.subtractingReportingOverflow(digit)
                : tenfold.addingReportingOverflow(digit)
            guard !isTooLarge, !isTooFar else { return .invalid }
            value = sum
        }
        return .value(value)
    }

    private var upToSixteen: Int? {
        guard count > 8 else { return Digits(upToEight: start, count: count).value }
        guard let upper = Digits(upToEight: start, count: count - 8).value,
            let lower = Digits(upToEight: start + (count - 8), count: 8).value
        else { return nil }
        return upper * 100_000_000 + lower
    }

    /// The field as a decimal number with a point, rounded correctly: `57.3`, `-0.5`, `.5`, `12`.
    ///
    /// No exponents: `1.23E+08` is what a spreadsheet makes of an identifier. No infinities, no grouping of thousands.
    @inline(__always)
    var decimal: ScannedCell<Double> {
        if count > 0, count <= 8 {
            let digits = Digits(upToEight: start, count: count)
            if let value = digits.value { return .value(Double(value)) }
            if let value = digits.valueWithPoint { return .value(value) }
        }
        return oddDecimal
    }

    @inline(never)
    private var oddDecimal: ScannedCell<Double> {
        let field = withoutPadding
        guard field.count > 0 else { return .empty }
        let isNegative = field[0] == 0x2D
        var (mantissa, digits, behindPoint, hasPoint) = (0, 0, 0, false)
        for byte in (isNegative || field[0] == 0x2B ? field.dropping(1) : field).buffer {
            if byte == 0x2E, !hasPoint {
                hasPoint = true
                continue
            }
            guard byte &- 0x30 <= 9 else { return .invalid }
            digits += 1
            if hasPoint { behindPoint += 1 }
            if digits <= 15 { mantissa = mantissa * 10 + Int(byte &- 0x30) }
        }
        guard digits > 0 else { return .invalid }
        // Both are exact in binary, so that the one division rounds correctly (Clinger 1990).
        if digits <= 15 {
            let value = Double(mantissa) / powersOfTen[behindPoint]
            return .value(isNegative ? -value : value)
        }
        guard let value = Double(field.text), value.isFinite else { return .invalid }
        return .value(value)
    }

    /// The field as a day of the calendar, in days since 1970-01-01.
    @inline(__always)
    func day(_ order: DayOrder) -> ScannedCell<Int> {
        if count == 10, let days = writtenDay(order) { return .value(days) }
        return oddDay(order)
    }

    /// `2026-11-22`, or `22/11/2026` with any of the three separators.
    @inline(__always)
    private func writtenDay(_ order: DayOrder) -> Int? {
        var isSound = true
        @inline(__always)
        func digit(_ index: Int) -> Int {
            let value = start[index] &- 0x30
            isSound = isSound && value <= 9
            return Int(value)
        }
        let (year, month, day): (Int, Int, Int)
        switch order {
        case .yearFirst:
            year = digit(0) &* 1000 &+ digit(1) &* 100 &+ digit(2) &* 10 &+ digit(3)
            month = digit(5) &* 10 &+ digit(6)
            day = digit(8) &* 10 &+ digit(9)
            isSound = isSound && start[4] == 0x2D && start[7] == 0x2D
        case .dayFirst:
            day = digit(0) &* 10 &+ digit(1)
            month = digit(3) &* 10 &+ digit(4)
            year = digit(6) &* 1000 &+ digit(7) &* 100 &+ digit(8) &* 10 &+ digit(9)
            isSound = isSound && isDaySeparator(start[2]) && start[5] == start[2]
        }
        guard isSound, year > 0, month &- 1 < 12, month > 0, day > 0 else { return nil }
        // Days up to 28 are in every month; the others ask the calendar.
        guard day <= 28 else { return Day(year: year, month: month, dayOfMonth: day)?.daysSince1970 }
        return FieldBytes.daysSince1970(year, month, day)
    }

    /// As ``Day/daysSince1970``, for years that are known to be positive.
    @inline(__always)
    private static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let isEarly = month <= 2
        let shifted = UInt32(truncatingIfNeeded: isEarly ? year &- 1 : year)
        let shiftedMonth = UInt32(truncatingIfNeeded: isEarly ? month &+ 9 : month &- 3)
        let era = shifted / 400
        let yearOfEra = shifted &- era &* 400
        let dayOfYear = (153 &* shiftedMonth &+ 2) / 5 &+ UInt32(truncatingIfNeeded: day) &- 1
        let dayOfEra = yearOfEra &* 365 &+ yearOfEra / 4 &- yearOfEra / 100 &+ dayOfYear
        return Int(era &* 146_097 &+ dayOfEra) &- 719_468
    }

    @inline(__always)
    private func isDaySeparator(_ byte: UInt8) -> Bool { byte == 0x2F || byte == 0x2D || byte == 0x2E }

    @inline(never)
    private func oddDay(_ order: DayOrder) -> ScannedCell<Int> {
        let field = withoutPadding
        guard field.count > 0 else { return .empty }
        if field.count == 10 { return field.writtenDay(order).map { .value($0) } ?? .invalid }
        guard order == .dayFirst, field.count >= 8 else { return .invalid }
        let parts = field.buffer.split(omittingEmptySubsequences: false, whereSeparator: isDaySeparator)
        guard parts.count == 3, parts[0].count <= 2, parts[1].count <= 2, parts[2].count == 4,
            field[parts[0].endIndex] == field[parts[1].endIndex]
        else { return .invalid }
        let numbers = parts.compactMap { part in
            part.isEmpty || part.contains { $0 &- 0x30 > 9 } ? nil : part.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
        }
        guard numbers.count == 3,
            let day = Day(year: numbers[2], month: numbers[1], dayOfMonth: numbers[0])
        else { return .invalid }
        return .value(day.daysSince1970)
    }
}

/// Exact as binary numbers up to 10 to the power of 22; 15 are needed.
private let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
]

/// One to eight bytes in one word, the last one uppermost, with zeros for what is missing: read without a loop.
private struct Digits {
    private let word: UInt64
    private let shift: UInt64

    @inline(__always)
    init(upToEight start: UnsafePointer<UInt8>, count: Int) {
        shift = UInt64(truncatingIfNeeded: (8 &- count) &* 8)
        word = scan_eight(start) &<< shift | ~(UInt64.max &<< shift) & Digits.zeros
    }

    /// `nil` where any byte is no digit.
    @inline(__always)
    var value: Int? { Digits.number(word) }

    /// The number of `57.3`: one point among digits.
    @inline(__always)
    var valueWithPoint: Double? {
        let odd = word ^ 0x2E2E_2E2E_2E2E_2E2E
        let points = (odd &- 0x0101_0101_0101_0101) & ~odd & 0x8080_8080_8080_8080
        guard points != 0 else { return nil }
        let position = UInt64(truncatingIfNeeded: points.trailingZeroBitCount & ~7)
        // What stands before the point moves up by one byte, over it, and a zero comes in below.
        let below = (UInt64(1) &<< position) &- 1
        let above = ~(below | (0xFF &<< position))
        let closed = (word & above) | (word & below) &<< 8 | 0x30
        let isAlone = shift == 56
        guard !isAlone, let mantissa = Digits.number(closed) else { return nil }
        // Up to seven digits behind the point: a power of ten made of three, without a table.
        let behind = 7 &- Int(truncatingIfNeeded: position &>> 3)
        let power =
            (behind & 1 == 0 ? 1.0 : 1e1) * (behind & 2 == 0 ? 1.0 : 1e2) * (behind & 4 == 0 ? 1.0 : 1e4)
        return Double(mantissa) / power
    }

    private static let zeros: UInt64 = 0x3030_3030_3030_3030

    @inline(__always)
    private static func number(_ word: UInt64) -> Int? {
        let upper: UInt64 = 0xF0F0_F0F0_F0F0_F0F0
        // Both nibbles: 3, and then not beyond 9.
        guard word & upper == zeros, (word &+ 0x0606_0606_0606_0606) & upper == zeros else { return nil }
        var value = ((word & 0x0F0F_0F0F_0F0F_0F0F) &* 2561) &>> 8
        value = ((value & 0x00FF_00FF_00FF_00FF) &* 6_553_601) &>> 16
        value = ((value & 0x0000_FFFF_0000_FFFF) &* 42_949_672_960_001) &>> 32
        return Int(truncatingIfNeeded: value)
    }
}
