import Foundation
import Ground

/// What a result speaks of (a learner, a construct, a tool, a day) in one number, so that millions can be compared.
struct ResultCodes: Sendable {
    private(set) var constructs = Codes<String>()
    private(set) var instruments = Codes<String>()

    /// 26 bits for the learner, 16 for the day since 1970, 10 for the construct, 12 for the tool.
    mutating func code(learner: Int, construct: String, instrument: String, day: Day) -> UInt64 {
        ResultCodes.code(
            learner: learner, construct: constructs.code(adding: construct),
            instrument: instruments.code(adding: instrument), day: day)
    }

    /// Learners whom the file adds have numbers below zero, and are told apart from those who have one already.
    static func code(learner number: Int, construct: Int, instrument: Int, day: Day) -> UInt64 {
        let learner = number < 0 ? 1 << 26 + number : number
        precondition(learner < 1 << 26 && construct < 1 << 10 && instrument < 1 << 12, "a result has no code")
        let days = UInt64(UInt16(clamping: day.daysSince1970))
        return UInt64(learner) << 38 | days << 22 | UInt64(construct) << 12 | UInt64(instrument)
    }

    mutating func construct(_ key: String) -> Int { constructs.code(adding: key) }
    mutating func instrument(_ key: String) -> Int { instruments.code(adding: key) }

    /// What is assessed together: one construct with one tool in one term. The learner is left out.
    static func round(of code: UInt64, _ calendar: TermCalendar) -> UInt64 {
        let term = calendar.term(of: Day(daysSince1970: Int(code >> 22 & 0xFFFF)))
        return UInt64(term.year * 4 + term.number) << 22 | code & (1 << 22 - 1)
    }
}

/// Finds what a file and the results known so far have in common, in little memory whatever their size.
///
/// Both are cast into piles by what they speak of; piles that grow lie on the disk. Whatever speaks of the same result
/// falls into the same pile, and the piles are settled one after the other.
struct ResultSieve: Sendable {
    /// A result of which only what matters for comparing is left.
    struct Grain: Sendable, BitwiseCopyable {
        enum Role: UInt8, Sendable, BitwiseCopyable {
            /// It counts already.
            case known
            /// The file speaks of it, in a row that cannot be used.
            case mentioned
            /// The file has it.
            case found
        }

        var code: UInt64
        /// Of everything but the year level.
        var digest: UInt64
        /// Its place in the file, counted from 0.
        var row: UInt32 = 0
        var line: UInt32 = 0
        /// -1 where nobody says.
        var yearLevel: Int8
        /// Whether the file itself says the year level.
        var saysYear = false
        var role: Role
    }

    private static let chunk = 4_096
    private static let pileSize = 120_000

    private var piles: [[Grain]]
    private var spilled: [[UInt64]]
    private var spill: Spill?
    private let folder: String
    private let calendar: TermCalendar
    private var rounds: Set<UInt64> = []
    private var roundsSeen: Set<UInt64> = []

    /// - Parameters:
    ///   - folder: Where piles may be laid down while this lives.
    ///   - expecting: About how many grains there will be. More are taken as well.
    ///   - calendar: By which days belong to terms at the organisation.
    init(in folder: String, expecting count: Int, by calendar: TermCalendar = .newZealand) {
        let number = min(max(count / ResultSieve.pileSize + 1, 1), 512)
        piles = Array(repeating: [], count: number)
        spilled = Array(repeating: [], count: number)
        (self.folder, self.calendar) = (folder, calendar)
    }

    mutating func add(_ grain: Grain) throws(TableSpillFailed) {
        if grain.role != .known { note(grain.code) }
        // The multiplication spreads neighbours over all piles.
        let pile = Int((grain.code &* 0x9E37_79B9_7F4A_7C15) >> 40) % piles.count
        piles[pile].append(grain)
        guard piles.count > 1, piles[pile].count == ResultSieve.chunk else { return }
        if spill == nil { spill = try Spill(in: folder) }
        if let offset = try spill?.write(piles[pile]) { spilled[pile].append(offset) }
        piles[pile].removeAll(keepingCapacity: true)
    }

    /// Days repeat: the term of each is looked up once.
    private mutating func note(_ code: UInt64) {
        let group = code & (1 << 38 - 1)
        if roundsSeen.insert(group).inserted { rounds.insert(ResultCodes.round(of: group, calendar)) }
    }

    /// What becomes of each row of the file.
    func settled(rows: Int) throws(TableSpillFailed) -> ResultFates {
        var fates = ResultFates(rows: rows)
        for pile in piles.indices {
            try settle(pile, &fates)
        }
        return fates
    }

    private struct Slot {
        var digest: UInt64 = 0
        var yearLevel: Int8 = -1
        var isKnown = false
        var isMentioned = false
        var line: UInt32 = 0
    }

    private func settle(_ pile: Int, _ fates: inout ResultFates) throws(TableSpillFailed) {
        var slots: [UInt64: Slot] = [:]
        func take(_ grains: [Grain]) {
            for grain in grains {
                var slot = slots[grain.code] ?? Slot()
                switch grain.role {
                case .known: (slot.isKnown, slot.digest, slot.yearLevel) = (true, grain.digest, grain.yearLevel)
                case .mentioned: slot.isMentioned = true
                case .found where slot.line != 0: fates.repeats(Int(grain.row), line: Int(slot.line))
                case .found:
                    (slot.isMentioned, slot.line) = (true, grain.line)
                    fates.set(Int(grain.row), ResultSieve.fate(of: grain, slot), grain.code)
                    if !grain.saysYear, slot.isKnown { fates.carry(Int(grain.row), slot.yearLevel) }
                }
                slots[grain.code] = slot
            }
        }
        for offset in spilled[pile] {
            if let spill { take(try spill.read(at: offset, count: ResultSieve.chunk)) }
        }
        take(piles[pile])
        for (code, slot) in slots where slot.isKnown && !slot.isMentioned {
            if rounds.contains(ResultCodes.round(of: code & (1 << 38 - 1), calendar)) { fates.missing += 1 }
        }
    }

    private static func fate(of grain: Grain, _ slot: Slot) -> ResultFates.Fate {
        guard slot.isKnown else { return .new }
        let isOfKnownYear = !grain.saysYear && slot.yearLevel >= 0
        let yearLevel = isOfKnownYear ? slot.yearLevel : grain.yearLevel
        return grain.digest == slot.digest && yearLevel == slot.yearLevel ? .unchanged : .changed
    }
}

/// What becomes of the rows of a file, one byte each.
struct ResultFates: Sendable {
    enum Fate: UInt8, Sendable { case new, changed, unchanged, repeated }

    private var bytes: [UInt8]
    /// The line on which the same stands first, for as many repetitions as are listed.
    private var lines: [Int: Int] = [:]
    /// Results known of the same round that the file does not speak of.
    var missing = 0
    /// Some of the results that change.
    private(set) var changedCodes: Set<UInt64> = []

    init(rows: Int) { bytes = Array(repeating: 0, count: rows) }

    subscript(row: Int) -> Fate { Fate(rawValue: bytes[row] & 3) ?? .new }

    /// The year level to keep where the file says none.
    func carried(_ row: Int) -> Int? { bytes[row] >> 2 == 0 ? nil : Int(bytes[row] >> 2) - 1 }

    func firstLine(of row: Int) -> Int? { lines[row] }

    /// Changes that are shown field by field.
    static let changesShown = 200

    fileprivate mutating func set(_ row: Int, _ fate: Fate, _ code: UInt64) {
        bytes[row] |= fate.rawValue
        if fate == .changed, changedCodes.count < ResultFates.changesShown { changedCodes.insert(code) }
    }

    fileprivate mutating func carry(_ row: Int, _ yearLevel: Int8) {
        if yearLevel >= 0 { bytes[row] |= UInt8(yearLevel + 1) << 2 }
    }

    fileprivate mutating func repeats(_ row: Int, line: Int) {
        bytes[row] |= Fate.repeated.rawValue
        if lines.count < IntakeFindings.problemLimit { lines[row] = line }
    }
}

/// The disk has no room for comparing a very large file.
struct TableSpillFailed: Error {}

/// Piles on the disk: a file that nobody else can open, gone with the program.
private final class Spill: Sendable {
    private let handle: FileHandle

    init(in folder: String) throws(TableSpillFailed) {
        let path = "\(folder)/\(UUID().uuidString).piles"
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            guard
                FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
                let handle = FileHandle(forUpdatingAtPath: path)
            else { throw TableSpillFailed() }
            self.handle = handle
            // Without a name it goes away with the last who holds it open.
            try FileManager.default.removeItem(atPath: path)
        } catch { throw TableSpillFailed() }
    }

    func write(_ grains: [ResultSieve.Grain]) throws(TableSpillFailed) -> UInt64 {
        do {
            let offset = try handle.seekToEnd()
            try grains.withUnsafeBytes { try handle.write(contentsOf: Data($0)) }
            return offset
        } catch { throw TableSpillFailed() }
    }

    func read(at offset: UInt64, count: Int) throws(TableSpillFailed) -> [ResultSieve.Grain] {
        do {
            try handle.seek(toOffset: offset)
            let size = count * MemoryLayout<ResultSieve.Grain>.stride
            guard let data = try handle.read(upToCount: size), data.count == size else { throw TableSpillFailed() }
            return [ResultSieve.Grain](unsafeUninitializedCapacity: count) { buffer, written in
                data.copyBytes(to: UnsafeMutableRawBufferPointer(buffer))
                written = count
            }
        } catch { throw TableSpillFailed() }
    }
}
