import CSodium

/// A password as it is stored: an Argon2id hash with its salt and parameters, by libsodium.
///
/// 46 MiB and one pass, after OWASP ASVS 5.0, appendix C. One hash takes some 70 ms of one core and all that memory,
/// so callers cap how many run at once.
package enum Password {
    static let memory = 46 * 1024 * 1024
    static let passes: UInt64 = 1

    package static func hash(_ password: String) -> String? {
        Secrets.prepare()
        var hash = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        let bytes = password.utf8.map { CChar(bitPattern: $0) }
        let result = crypto_pwhash_str_alg(
            &hash, bytes, UInt64(bytes.count), passes, memory, crypto_pwhash_ALG_ARGON2ID13)
        guard result == 0 else { return nil }
        return String(decoding: hash.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    package static func isCorrect(_ password: String, for hash: String) -> Bool {
        Secrets.prepare()
        let bytes = password.utf8.map { CChar(bitPattern: $0) }
        return hash.withCString { crypto_pwhash_str_verify($0, bytes, UInt64(bytes.count)) == 0 }
    }

    /// A hash that no password has, to spend the same time on people who do not exist.
    package static let nobodys =
        "$argon2id$v=19$m=47104,t=1,p=1$c2lnaHRsaW5lc2lnaHRsaQ$"
        + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
}
