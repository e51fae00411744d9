import Foundation
import Secrets

/// The keys of an installation, which an archive holds only under a passphrase.
enum InstallationKeys {
    static let entry = "keys.json"
    /// The key under which learners' national ids are digested.
    static let matching = "matching.key"
    static let shortestPassphrase = 12

    static func check(_ passphrase: String?) throws(ArchiveRefusal) {
        guard (passphrase?.count ?? shortestPassphrase) >= shortestPassphrase else { throw .shortPassphrase }
    }

    /// The keys of a data folder as they go into an archive; `nil` without a passphrase, or where there are none.
    static func wrapped(in folder: String, passphrase: String?) throws(ArchiveRefusal) -> [UInt8]? {
        guard let passphrase else { return nil }
        guard let key = FileManager.default.contents(atPath: "\(folder)/\(matching)") else { return nil }
        let keys = [matching: String(decoding: key, as: UTF8.self)]
        guard let plain = try? JSONEncoder().encode(keys),
            let wrapped = Wrapped.wrapping(Array(plain), passphrase: passphrase),
            let json = try? JSONEncoder().encode(wrapped)
        else { throw .cannotWrite(entry) }
        return Array(json) + [UInt8(ascii: "\n")]
    }

    /// Writes the keys of an archive into a folder.
    static func unwrap(_ json: [UInt8], passphrase: String, into folder: String) throws(ArchiveRefusal) {
        guard let wrapped = try? JSONDecoder().decode(Wrapped.self, from: Data(json)) else {
            throw .damaged(entry: entry)
        }
        guard let plain = wrapped.opened(passphrase: passphrase),
            let keys = try? JSONDecoder().decode([String: String].self, from: Data(plain)),
            let key = keys[matching]
        else { throw .wrongPassphrase }
        let path = "\(folder)/\(matching)"
        let made = FileManager.default.createFile(
            atPath: path, contents: Data(key.utf8), attributes: [.posixPermissions: 0o600])
        guard made else { throw .cannotWrite(path) }
    }
}
