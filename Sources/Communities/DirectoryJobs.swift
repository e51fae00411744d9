import Web
import Accounts
import Database
package import Ground
import NIOPosix
package import Tables

extension Communities {
    /// Reads a directory and puts it in the place of the one before, for page and command line alike.
    package func bringIn(directory source: TableSource, by person: PersonID?) async throws -> SchoolDirectory {
        let directory = try await NIOThreadPool.singleton.runIfActive { try SchoolDirectory(source) }
        try await site.database.write { transaction in
            try transaction.replaceDirectory(with: directory.entries)
            try transaction.record(
                Event("directory-replaced", community: nil, subject: "directory", text: "\(directory.entries.count)"),
                by: person)
        }
        return directory
    }
}
