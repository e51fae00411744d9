import Archives
import Foundation

/// An XLSX workbook: which sheets it has, and what is needed to read one (ECMA-376, part 1, clause 18).
///
/// Only what is small is kept: the list of sheets, the kinds of its number formats, and the texts that cells share.
final class Workbook {
    struct Sheet {
        let name: String
        let isHidden: Bool
        let part: Archive.Member
    }

    let byteCount: Int
    let sheets: [Sheet]
    let limits: TableLimits
    let startsIn1904: Bool
    private(set) var formats: [NumberFormat] = []
    private(set) var strings = SharedStrings()
    private let archive: Archive

    /// `nil` when the source is no zip archive at all; refuses one that is something else.
    init?(ifOne source: TableSource, limits: TableLimits) throws(TableProblem) {
        guard try RawBlocks(source, size: 4).beginsArchive() else { return nil }
        self.limits = limits
        let size = try RawBlocks(source).byteCount
        guard size <= limits.bytes else { throw .tooLarge(megabytes: limits.bytes >> 20) }
        byteCount = size
        var archiveLimits = ArchiveLimits.workbook
        archiveLimits.inflatedBytes = limits.bytes
        let archive: Archive
        do throws(ArchiveProblem) {
            archive = try Archive(source.archived, limits: archiveLimits)
        } catch { throw .archive(error) }
        self.archive = archive
        guard let main = try Workbook.mainPart(of: archive) else {
            throw .notATable(try FileKind(of: archive))
        }
        let links = try WorkbookLinks(of: main.name, in: archive)
        let list = SheetList()
        try XMLStream(try archive.stream(main), reading: list).readAll()
        startsIn1904 = list.startsIn1904
        sheets = list.sheets.compactMap { sheet in
            // A sheet that is a chart has no rows.
            guard let target = links.target(sheet.link, kind: "worksheet"), let part = archive.member(named: target)
            else { return nil }
            return Sheet(name: sheet.name, isHidden: sheet.isHidden, part: part)
        }
        if let target = links.target(kind: "styles"), let part = archive.member(named: target) {
            let styles = StyleList()
            try XMLStream(try archive.stream(part), reading: styles).readAll()
            formats = styles.formats
        }
        if let target = links.target(kind: "sharedStrings"), let part = archive.member(named: target) {
            let reading = SharedStringList(limit: limits.sharedTextBytes)
            try XMLStream(try archive.stream(part), reading: reading).readAll()
            strings = reading.strings
        }
    }

    func open(_ sheet: Sheet) throws(TableProblem) -> MemberStream { try archive.stream(sheet.part) }

    private static func mainPart(of archive: Archive) throws(TableProblem) -> Archive.Member? {
        guard archive.member(named: "[Content_Types].xml") != nil || archive.member(named: "_rels/.rels") != nil
        else { return nil }
        let target = try WorkbookLinks(of: "", in: archive).target(kind: "officeDocument") ?? "xl/workbook.xml"
        guard target.lowercased().hasPrefix("xl/"), target.lowercased().hasSuffix(".xml") else { return nil }
        return archive.member(named: target) ?? archive.member(named: "xl/workbook.xml")
    }
}

extension Archive {
    func stream(_ member: Member) throws(TableProblem) -> MemberStream {
        do throws(ArchiveProblem) { return try open(member) } catch { throw .archive(error) }
    }
}

extension MemberStream {
    func block() throws(TableProblem) -> [UInt8] {
        do throws(ArchiveProblem) { return try next() } catch { throw .archive(error) }
    }
}

extension TableSource {
    fileprivate var archived: ArchiveSource {
        switch self {
        case .file(let path): .file(path: path)
        case .bytes(let bytes): .bytes(bytes)
        }
    }
}

extension RawBlocks {
    fileprivate consuming func beginsArchive() throws(TableProblem) -> Bool {
        let beginning = try next()
        return beginning == [0x50, 0x4B, 0x03, 0x04] || beginning == [0x50, 0x4B, 0x05, 0x06]
    }
}

/// Which part means which: `xl/_rels/workbook.xml.rels` for `xl/workbook.xml`.
private final class WorkbookLinks: XMLReading {
    private(set) var problem: TableProblem?
    private var links: [(id: String, kind: String, target: String)] = []
    private let folder: [Substring]

    init(of part: String, in archive: Archive) throws(TableProblem) {
        folder = part.split(separator: "/").dropLast()
        let name = part.split(separator: "/").last ?? ""
        let path = (folder + ["_rels", name + ".rels"]).joined(separator: "/")
        guard let member = archive.member(named: path) else { return }
        try XMLStream(try archive.stream(member), reading: self).readAll()
    }

    func opened(_ name: XMLText, _ attributes: XMLAttributes) {
        guard name == "Relationship", let kind = attributes["Type"]?.string, let target = attributes["Target"]?.string
        else { return }
        links.append((attributes["Id"]?.string ?? "", kind, target))
    }

    func closed(_ name: XMLText) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    /// The path of the part that is linked as this kind, whether the kind is named as of 2006 or as of the strict format.
    func target(_ id: String? = nil, kind: String) -> String? {
        let link = links.first { $0.kind.hasSuffix("/" + kind) && (id == nil || $0.id == id) }
        guard let link else { return nil }
        var path = link.target.hasPrefix("/") ? [] : folder
        for step in link.target.replacing("\\", with: "/").split(separator: "/") where step != "." {
            if step == ".." { _ = path.popLast() } else { path.append(step) }
        }
        return path.joined(separator: "/")
    }
}

private final class SheetList: XMLReading {
    private(set) var problem: TableProblem?
    private(set) var sheets: [(name: String, isHidden: Bool, link: String)] = []
    private(set) var startsIn1904 = false

    func opened(_ name: XMLText, _ attributes: XMLAttributes) {
        if name == "workbookPr" {
            startsIn1904 = attributes["date1904"]?.isTrue ?? false
        } else if name == "sheet", let title = attributes["name"]?.string, let link = attributes["id"]?.string {
            let state = attributes["state"]?.string ?? "visible"
            sheets.append((title, state != "visible", link))
        }
    }

    func closed(_ name: XMLText) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
