import CSodium

/// Something secret that only a passphrase opens: XSalsa20-Poly1305 under a key that Argon2id makes of the passphrase,
/// both by libsodium. The parameters stand beside it, so that another program can open it too.
package struct Wrapped: Codable, Sendable, Equatable {
    /// How it was wrapped, for whoever opens it with something else.
    package let method: String
    package let passes: UInt64
    /// Bytes that making the key takes.
    package let memory: Int
    package let salt: String
    package let nonce: String
    package let sealed: String

    static let method = "argon2id13 + crypto_secretbox_xsalsa20poly1305"

    /// Harder than for a sign-in (256 MiB, three passes, about a second): it is done once, and a lost archive can be
    /// tried for ever.
    private static let passes: UInt64 = 3
    private static let memory = 256 * 1024 * 1024

    /// `nil` if there is not enough memory.
    package static func wrapping(_ secret: [UInt8], passphrase: String) -> Wrapped? {
        Secrets.prepare()
        let salt = Secrets.randomBytes(Int(crypto_pwhash_SALTBYTES))
        let nonce = Secrets.randomBytes(Int(crypto_secretbox_NONCEBYTES))
        guard let key = key(passphrase, salt: salt, passes: passes, memory: memory) else { return nil }
        var sealed = [UInt8](repeating: 0, count: secret.count + Int(crypto_secretbox_MACBYTES))
        guard crypto_secretbox_easy(&sealed, secret, UInt64(secret.count), nonce, key) == 0 else { return nil }
        return Wrapped(
            method: method, passes: passes, memory: memory, salt: Secrets.hexadecimal(salt),
            nonce: Secrets.hexadecimal(nonce), sealed: Secrets.hexadecimal(sealed))
    }

    /// `nil` if the passphrase is not the one, or what is wrapped was changed.
    package func opened(passphrase: String) -> [UInt8]? {
        Secrets.prepare()
        guard method == Self.method, memory <= 1 << 30, passes <= 16, let salt = Secrets.bytes(hexadecimal: salt),
            salt.count == Int(crypto_pwhash_SALTBYTES), let nonce = Secrets.bytes(hexadecimal: nonce),
            nonce.count == Int(crypto_secretbox_NONCEBYTES), let sealed = Secrets.bytes(hexadecimal: sealed),
            sealed.count >= Int(crypto_secretbox_MACBYTES),
            let key = Self.key(passphrase, salt: salt, passes: passes, memory: memory)
        else { return nil }
        var secret = [UInt8](repeating: 0, count: sealed.count - Int(crypto_secretbox_MACBYTES))
        guard crypto_secretbox_open_easy(&secret, sealed, UInt64(sealed.count), nonce, key) == 0 else { return nil }
        return secret
    }

    private static func key(_ passphrase: String, salt: [UInt8], passes: UInt64, memory: Int) -> [UInt8]? {
        var key = [UInt8](repeating: 0, count: Int(crypto_secretbox_KEYBYTES))
        let bytes = passphrase.utf8.map { CChar(bitPattern: $0) }
        let result = crypto_pwhash(
            &key, UInt64(key.count), bytes, UInt64(bytes.count), salt, passes, memory, crypto_pwhash_ALG_ARGON2ID13)
        return result == 0 ? key : nil
    }
}
