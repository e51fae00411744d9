/// The contents of one file of an archive, block by block, counted as they are inflated.
package final class MemberStream {
    package let member: Archive.Member
    private let reader: ZipReader
    private let refusesArchive: Bool
    private var given = 0
    private var hasEnded = false

    static let blockSize = 1 << 16

    convenience init(
        _ member: Archive.Member, of source: ArchiveSource, refusesArchive: Bool
    ) throws(ArchiveProblem) {
        let reader = try ZipReader(source)
        try reader.advance(to: member.index)
        self.init(member, in: reader, refusesArchive: refusesArchive)
    }

    init(_ member: Archive.Member, in reader: ZipReader, refusesArchive: Bool) {
        (self.member, self.reader, self.refusesArchive) = (member, reader, refusesArchive)
    }

    /// How far the archive has been read, for a progress bar.
    package var archiveBytesRead: Int { reader.bytesRead }

    /// The next block; empty at the end. What is damaged shows at the end at the latest, by its checksum.
    package func next() throws(ArchiveProblem) -> [UInt8] {
        guard !hasEnded else { return [] }
        let block = try reader.read(MemberStream.blockSize, of: member.name)
        if given == 0, refusesArchive, MemberStream.beginsLikeArchive(block) { throw .nestedArchive(member.name) }
        given += block.count
        hasEnded = block.isEmpty
        guard given <= member.byteCount, !hasEnded || given == member.byteCount else { throw .damaged(member.name) }
        return block
    }

    /// The whole of a small file.
    package func all(upTo limit: Int) throws(ArchiveProblem) -> [UInt8] {
        guard member.byteCount <= limit else { throw .tooLarge(megabytes: limit >> 20) }
        var bytes: [UInt8] = []
        while true {
            let block = try next()
            if block.isEmpty { return bytes }
            bytes += block
        }
    }

    private static func beginsLikeArchive(_ block: [UInt8]) -> Bool {
        let beginnings: [[UInt8]] = [
            [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06], [0x1F, 0x8B, 0x08], [0x42, 0x5A, 0x68],
            [0x37, 0x7A, 0xBC, 0xAF], [0x52, 0x61, 0x72, 0x21], [0xFD, 0x37, 0x7A, 0x58], [0x28, 0xB5, 0x2F, 0xFD],
        ]
        return beginnings.contains { block.starts(with: $0) }
    }
}
