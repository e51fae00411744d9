import CSodium
import Foundation

/// Random tokens, digests and keyed digests, by libsodium.
package enum Secrets {
    /// libsodium wants to be initialised once; a `static let` is that once.
    private static let isReady: Bool = sodium_init() >= 0

    static func prepare() { precondition(isReady, "libsodium could not be initialised") }

    package static func randomBytes(_ count: Int) -> [UInt8] {
        prepare()
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }

    /// 256 random bits as 43 characters of URL-safe base64.
    package static func token() -> String {
        prepare()
        let bytes = randomBytes(32)
        var text = [CChar](repeating: 0, count: 64)
        sodium_bin2base64(&text, text.count, bytes, bytes.count, sodium_base64_VARIANT_URLSAFE_NO_PADDING)
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// SHA-256 in lower-case hexadecimal, 64 characters.
    package static func digest(_ text: String) -> String { digest(Array(text.utf8)) }

    package static func digest(_ bytes: [UInt8]) -> String {
        prepare()
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
        return hexadecimal(digest)
    }

    /// SHA-256 of a file, read piece by piece; `nil` if it cannot be read.
    package static func digest(ofFile path: String) -> String? {
        prepare()
        guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
        var state = crypto_hash_sha256_state()
        crypto_hash_sha256_init(&state)
        do {
            while let piece = try handle.read(upToCount: 1 << 18), !piece.isEmpty {
                crypto_hash_sha256_update(&state, [UInt8](piece), UInt64(piece.count))
            }
        } catch { return nil }
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        crypto_hash_sha256_final(&state, &digest)
        return hexadecimal(digest)
    }

    /// HMAC-SHA-256 of a text under a key of 32 bytes, in hexadecimal.
    package static func keyedDigest(_ text: String, key: [UInt8]) -> String {
        prepare()
        precondition(key.count == Int(crypto_auth_hmacsha256_KEYBYTES), "a keyed digest takes a key of 32 bytes")
        let bytes = Array(text.utf8)
        var digest = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_BYTES))
        crypto_auth_hmacsha256(&digest, bytes, UInt64(bytes.count), key)
        return hexadecimal(digest)
    }

    /// Whether two texts are equal, in a time that does not tell where they differ.
    package static func areEqual(_ left: String, _ right: String) -> Bool {
        prepare()
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        return left.count == right.count && sodium_memcmp(left, right, left.count) == 0
    }

    package static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    package static func bytes(hexadecimal text: String) -> [UInt8]? {
        guard text.utf8.count % 2 == 0 else { return nil }
        var bytes: [UInt8] = []
        var rest = Substring(text)
        while !rest.isEmpty {
            guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        return bytes
    }
}
