// Feeds whatever libFuzzer invents to the reader of zip archives: it must end, never crash, and keep its promises.
//
// bin/fuzz builds it, and begins with the archives of Fuzz/corpus/zip.

import Archives
import Ground

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzArchives(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    var limits = ArchiveLimits()
    // Small limits let small inputs reach them.
    limits.entries = 5
    limits.inflatedBytes = 1 << 16
    limits.ratioFloor = 1 << 12
    limits.nameLength = 40
    limits.refusesNestedArchives = count.isMultiple(of: 2)
    read(Array(UnsafeBufferPointer(start: start, count: count)), limits: limits)
    return 0
}

private func read(_ bytes: [UInt8], limits: ArchiveLimits) {
    do throws(ArchiveProblem) {
        let archive = try Archive(.bytes(bytes), limits: limits)
        precondition(archive.members.count <= limits.entries, "no more files are listed than are taken in")
        var sum = 0
        var names: Set<String> = []
        for member in archive.members {
            precondition(names.insert(member.name.lowercased()).inserted, "every file has a name of its own")
            let steps = member.name.split(separator: "/", omittingEmptySubsequences: false)
            precondition(!steps.contains("..") && steps.first != "", "no name leads elsewhere")
            sum += try drained(archive, member)
        }
        precondition(sum <= limits.inflatedBytes, "no more is inflated than is taken in")
    } catch {
        precondition(!error.words.text.isEmpty, "a problem has a sentence")
    }
}

private func drained(_ archive: Archive, _ member: Archive.Member) throws(ArchiveProblem) -> Int {
    let stream = try archive.open(member)
    var count = 0
    while true {
        let block = try stream.next()
        if block.isEmpty { break }
        count += block.count
    }
    precondition(count == member.byteCount, "a file is as large as it was declared")
    return count
}
