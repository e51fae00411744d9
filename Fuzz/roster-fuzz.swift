// Feeds whatever libFuzzer invents to the check and the reading of rosters: they must end, never crash, and keep their
// promises.
//
// An input is a package: files with a byte 0x1E between them, each its name, a line feed, and what is in it. bin/fuzz
// builds it, and begins with the packages of Fuzz/corpus/roster.

import Ground
import Rosters
import Tables

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRosters(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let files = UnsafeBufferPointer(start: start, count: count).split(separator: 0x1E).prefix(16).map { file in
        let name = file.prefix { $0 != 0x0A }
        return RosterFile(
            name: String(decoding: name, as: UTF8.self), source: .bytes(Array(file.dropFirst(name.count + 1))))
    }
    let check = OneRosterCheck(files, file: "fuzz.zip")
    expectSense(check.departures, in: files)
    precondition(check.isAccepted == !check.departures.contains { $0.severity == .error }, "errors are listed")
    // One repair at a time, another for every length of input.
    _ = RosterReading(files, repairs: [RosterRepair.allCases[count % RosterRepair.allCases.count]])
    let careful = RosterReading(files, repairs: [])
    expectSense(careful.departures, in: files)
    precondition(careful.used.isEmpty, "nothing is repaired unasked")
    if check.isAccepted, check.format.isOneRoster {
        precondition(careful.isUsable && careful.refusedRows == 0, "what keeps to the format can be used whole")
    }
    let mended = RosterReading(files, repairs: Set(RosterRepair.allCases))
    expectSense(mended.departures, in: files)
    precondition(mended.offered.isEmpty, "with every repair there is none left to offer")
    if mended.isUsable { writeAndReadAgain(mended.roster) }
    return 0
}

private func expectSense(_ departures: [Departure], in files: [RosterFile]) {
    for departure in departures {
        precondition(!departure.words.text.isEmpty && !departure.mend.text.isEmpty, "a departure has its sentences")
        precondition((departure.line ?? 1) >= 1, "lines are counted from 1")
        precondition((departure.value?.count ?? 0) <= 120, "values are shown in short")
    }
}

/// What can be written keeps to the format, and gives the same learners back.
private func writeAndReadAgain(_ roster: Roster) {
    guard var writer = try? OneRosterWriter(roster) else { return }  // Refused at once, rather than written badly.
    let files = writer.files().map { RosterFile(name: $0.name, source: .bytes($0.bytes)) }
    let errors = OneRosterCheck(files).departures.filter { $0.severity == .error }
    precondition(errors.isEmpty, "our own export departs: \(errors.map(\.words.text))")
    let again = RosterReading(files).roster
    precondition(again.learners.count <= roster.learners.count, "nobody is added")
}
