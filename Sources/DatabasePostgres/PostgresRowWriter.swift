import CPostgres
import Database

/// Loads rows through COPY in its text format, 64 kB at a time.
final class PostgresRowWriter: RowWriter {
    private let server: OpaquePointer
    private let columnCount: Int
    private let check: () throws -> Void
    private var block: [UInt8] = []
    private var position = 0
    private var flaw: SQLError?

    init(to server: OpaquePointer, columnCount: Int, checking check: @escaping () throws -> Void) {
        (self.server, self.columnCount, self.check) = (server, columnCount, check)
        block.reserveCapacity(Self.blockSize + 4096)
    }

    private static let blockSize = 1 << 16

    func write(_ value: Int64) {
        separate()
        block.append(contentsOf: String(value).utf8)
    }

    func write(_ value: Double) {
        separate()
        if value.isNaN { flaw = flaw ?? .isNaN }
        block.append(contentsOf: value.description.utf8)
    }

    func write(_ value: Bool) {
        separate()
        block.append(UInt8(ascii: value ? "t" : "f"))
    }

    func write(_ value: [UInt8]) {
        separate()
        block.append(UInt8(ascii: "\\"))
        PostgresParameters.appendHexadecimal(value, to: &block)
    }

    func writeNull() {
        separate()
        block.append(UInt8(ascii: "\\"))
        block.append(UInt8(ascii: "N"))
    }

    func write(_ value: String) {
        separate()
        for byte in value.utf8 {
            if let escaped = Self.escaped(byte) {
                block.append(UInt8(ascii: "\\"))
                block.append(escaped)
            } else {
                if byte == 0 { flaw = flaw ?? .holdsNUL }
                block.append(byte)
            }
        }
    }

    func endRow() throws {
        precondition(position == columnCount, "a row of \(columnCount) columns was given \(position) values")
        position = 0
        if let flaw { throw flaw }
        block.append(UInt8(ascii: "\n"))
        if block.count >= Self.blockSize { try flush() }
    }

    func flush() throws {
        try check()
        let isSent = block.withUnsafeBytes { block in
            PQputCopyData(server, block.bindMemory(to: CChar.self).baseAddress, Int32(block.count)) == 1
        }
        guard isSent || block.isEmpty else { throw SQLError.broken(server) }
        block.removeAll(keepingCapacity: true)
    }

    private func separate() {
        if position > 0 { block.append(UInt8(ascii: "\t")) }
        position += 1
    }

    private static func escaped(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "\t"): UInt8(ascii: "t")
        case UInt8(ascii: "\n"): UInt8(ascii: "n")
        case UInt8(ascii: "\r"): UInt8(ascii: "r")
        case UInt8(ascii: "\\"): UInt8(ascii: "\\")
        default: nil
        }
    }
}
