import Archives
import CExpat

/// A part of a workbook, read by expat block by block: nothing is kept but what the reading keeps.
///
/// A document type is refused where it begins: no workbook has one, and entities are how small files grow without end.
final class XMLStream {
    private let member: MemberStream
    private let reading: any XMLReading
    private let parser: XML_Parser
    private var depth = 0
    private var problem: TableProblem?
    private var hasEnded = false

    private static let deepest = 64

    init(_ member: MemberStream, reading: any XMLReading) throws(TableProblem) {
        guard let parser = XML_ParserCreate(nil) else { throw .unreadable }
        (self.member, self.reading, self.parser) = (member, reading, parser)
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { stream, name, attributes in
                guard let name, let attributes else { return }
                XMLStream.from(stream)?.open(XMLText(name), XMLAttributes(start: attributes))
            },
            { stream, name in
                guard let name else { return }
                XMLStream.from(stream)?.close(XMLText(name))
            }
        )
        XML_SetCharacterDataHandler(parser) { stream, text, count in
            guard let text, let stream = XMLStream.from(stream) else { return }
            text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
                stream.act { $0.text(UnsafeBufferPointer(start: bytes, count: Int(count))) }
            }
        }
        XML_SetStartDoctypeDeclHandler(parser) { stream, _, _, _, _ in
            guard let stream = XMLStream.from(stream) else { return }
            stream.stop(.documentType(part: stream.member.member.name))
        }
    }

    deinit { XML_ParserFree(parser) }

    var archiveBytesRead: Int { member.archiveBytesRead }

    /// Reads one more block; `false` once the part has been read to its end.
    func advance() throws(TableProblem) -> Bool {
        guard !hasEnded else { return false }
        let block = try member.block()
        hasEnded = block.isEmpty
        let status = block.withUnsafeBytes { buffer in
            XML_Parse(parser, buffer.baseAddress, Int32(buffer.count), block.isEmpty ? 1 : 0)
        }
        if let problem { throw problem }
        guard status == XML_STATUS_OK else { throw .damagedWorkbook(part: member.member.name) }
        return !hasEnded
    }

    func readAll() throws(TableProblem) {
        while try advance() {}
    }

    private static func from(_ pointer: UnsafeMutableRawPointer?) -> XMLStream? {
        pointer.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
    }

    private func open(_ name: XMLText, _ attributes: XMLAttributes) {
        depth += 1
        if depth > XMLStream.deepest { return stop(.damagedWorkbook(part: member.member.name)) }
        act { $0.opened(name.local, attributes) }
    }

    private func close(_ name: XMLText) {
        depth -= 1
        act { $0.closed(name.local) }
    }

    private func act(_ body: (any XMLReading) -> Void) {
        guard problem == nil else { return }
        body(reading)
        if let problem = reading.problem { stop(problem) }
    }

    private func stop(_ problem: TableProblem) {
        self.problem = problem
        XML_StopParser(parser, 0)
    }
}

/// What is told of a part while it is read. Names come without their prefix: `row` for `x:row`.
protocol XMLReading: AnyObject {
    var problem: TableProblem? { get }
    func opened(_ name: XMLText, _ attributes: XMLAttributes)
    func closed(_ name: XMLText)
    func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// A name or a value that expat holds: good for as long as it is being told of.
struct XMLText {
    let start: UnsafePointer<CChar>

    init(_ start: UnsafePointer<CChar>) { self.start = start }

    var string: String { String(cString: start) }

    var number: Int? {
        var (value, index) = (0, 0)
        while start[index] != 0 {
            let digit = Int(start[index]) - 0x30
            guard (0...9).contains(digit), index < 10 else { return nil }
            value = value * 10 + digit
            index += 1
        }
        return index == 0 ? nil : value
    }

    var isTrue: Bool { self == "1" || self == "true" }

    var local: XMLText {
        var (index, local) = (0, start)
        while start[index] != 0 {
            if start[index] == 0x3A { local = start + index + 1 }
            index += 1
        }
        return XMLText(local)
    }

    static func == (text: XMLText, literal: StaticString) -> Bool {
        let wanted = literal.utf8Start
        var index = 0
        while index < literal.utf8CodeUnitCount {
            guard UInt8(bitPattern: text.start[index]) == wanted[index] else { return false }
            index += 1
        }
        return text.start[index] == 0
    }
}

struct XMLAttributes {
    let start: UnsafeMutablePointer<UnsafePointer<CChar>?>

    subscript(name: StaticString) -> XMLText? {
        var index = 0
        while let found = start[index], let value = start[index + 1] {
            if XMLText(found).local == name { return XMLText(value) }
            index += 2
        }
        return nil
    }
}
