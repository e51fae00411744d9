// Feeds whatever libFuzzer invents to the reader of mapping templates: it must end, never crash, and keep its promises.
//
// bin/fuzz builds it together with Sources/Measurement/Intake/Mapping.swift, which needs only Ground and Foundation, and
// the kinds of intakes below: all of Measurement would bring the web server and the databases with it.

import Ground

/// As in Sources/Measurement/Intake/Intake.swift. A kind that is missing here does not compile there.
package enum Intake {
    package enum Kind: String, CaseIterable, Sendable, Codable { case learners, results, counts }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMappings(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    if let use = Mapping.Use(rawValue: text) {
        precondition(Mapping.Use(rawValue: use.rawValue) == use, "what a column is for comes back")
    }
    guard let mapping = Mapping(text: text) else { return 0 }
    let stored = mapping.text
    precondition(Mapping(text: stored) == mapping, "a template comes back as it was stored")
    precondition(Mapping(text: stored)?.text == stored, "and is stored the same again")
    precondition(mapping.wide.count <= mapping.columns.count, "there are no more results than columns")
    for column in mapping.columns {
        let first = mapping.columns.first { $0.heading.folded == column.heading.folded }
        precondition(mapping.use(of: column.heading) == first?.use, "a heading is found")
    }
    for field in Mapping.Field.all(for: mapping.kind) { _ = mapping.heading(of: field) }
    return 0
}
