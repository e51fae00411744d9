import Database

/// Values as the texts that libpq sends, one after the other in one block, each ended by a zero.
enum PostgresParameters {
    static func with<Answer>(
        _ values: [SQLValue], _ body: (Int32, UnsafePointer<UnsafePointer<CChar>?>?) -> Answer
    ) -> Answer {
        if values.isEmpty { return body(0, nil) }
        var block: [UInt8] = []
        block.reserveCapacity(values.count * 24)
        let starts = values.map { value -> Int? in
            let start = block.count
            guard append(value, to: &block) else { return nil }
            block.append(0)
            return start
        }
        return block.withUnsafeBytes { block in
            let texts = block.bindMemory(to: CChar.self)
            let pointers = starts.map { start in start.flatMap { texts.baseAddress?.advanced(by: $0) } }
            return body(Int32(values.count), pointers)
        }
    }

    /// Appends a value as PostgreSQL reads it; `false` for a null.
    private static func append(_ value: SQLValue, to block: inout [UInt8]) -> Bool {
        switch value {
        case .null: return false
        case .bool(let value): block.append(UInt8(ascii: value ? "t" : "f"))
        case .int(let value): block.append(contentsOf: String(value).utf8)
        case .double(let value): block.append(contentsOf: value.description.utf8)
        case .text(let value): block.append(contentsOf: value.utf8)
        case .blob(let value): appendHexadecimal(value, to: &block)
        }
        return true
    }

    /// Bytes as `\x0aff`.
    static func appendHexadecimal(_ bytes: [UInt8], to block: inout [UInt8]) {
        func digit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10 }
        block.append(UInt8(ascii: "\\"))
        block.append(UInt8(ascii: "x"))
        for byte in bytes {
            block.append(digit(byte >> 4))
            block.append(digit(byte & 15))
        }
    }
}
