import Foundation
import Ground
import NIOPosix
import Tables
import Web

/// What leaves the installation as a file.
package enum TakenOut {
    package enum Format: String, CaseIterable, Sendable {
        case csv, xlsx
    }

    static let workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    /// Where files are put together before they go out, readable by nobody else. What a killed program leaves there is
    /// removed at the next start.
    package static func folder(of dataFolder: String) throws -> String {
        let path = dataFolder + "/exports"
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return path
    }

    /// A workbook of one sheet. It is put together away from the threads that answer requests.
    static func workbook(
        sheet: String, header: [String], rows: [[CSVWriter.Cell]], at site: Site
    ) async throws -> [UInt8] {
        let (dataFolder, now) = (site.settings.dataFolder, site.now)
        return try await NIOThreadPool.singleton.runIfActive {
            try WorkbookWriter.bytes(
                sheet: sheet, header: header, rows: rows, in: try folder(of: dataFolder), made: now)
        }
    }
}
