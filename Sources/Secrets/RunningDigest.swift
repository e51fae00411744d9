import CSodium

/// SHA-256 of what comes piece by piece.
package struct RunningDigest {
    private var state = crypto_hash_sha256_state()

    package init() {
        Secrets.prepare()
        crypto_hash_sha256_init(&state)
    }

    package mutating func update(_ bytes: [UInt8]) {
        crypto_hash_sha256_update(&state, bytes, UInt64(bytes.count))
    }

    /// In lower-case hexadecimal, 64 characters. Nothing can be added afterwards.
    package mutating func finish() -> String {
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        crypto_hash_sha256_final(&state, &digest)
        return Secrets.hexadecimal(digest)
    }
}
