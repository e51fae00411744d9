/// Whether lines end in a lone CR, as old Macs wrote them. Then LF is a break inside a field, quoted or not.
enum LineEnd {
    case lineFeed
    case carriageReturn

    /// What most lines of a sample end in, quoted fields apart. CRLF counts as LF.
    init(sniffedFrom sample: [UInt8]) {
        var (feeds, lone, isQuoted) = (0, 0, false)
        var before: UInt8 = 0
        for byte in sample {
            if byte == 0x22 { isQuoted.toggle() }
            if !isQuoted, byte == 0x0A {
                feeds += 1
                if before == 0x0D { lone -= 1 }
            }
            if !isQuoted, byte == 0x0D { lone += 1 }
            before = byte
        }
        self = lone > feeds ? .carriageReturn : .lineFeed
    }
}
