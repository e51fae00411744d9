import HTML

/// A file the pages ask for: the stylesheet, the script, the small picture in the browser's tab.
///
/// Its path holds a fingerprint of what is in it, so that browsers may keep it for ever and a new version is asked for
/// at once.
package struct Asset: Sendable {
    package let path: String
    package let mediaType: String
    package let bytes: [UInt8]

    init(_ name: String, _ ending: String, mediaType: String, bytes: [UInt8]) {
        path = "/assets/\(name)-\(Asset.fingerprint(of: bytes)).\(ending)"
        self.mediaType = mediaType
        self.bytes = bytes
    }

    package static let stylesheet = Asset(
        "sightline", "css", mediaType: "text/css; charset=utf-8", bytes: PackageResources.sightline_css)
    package static let script = Asset(
        "sightline", "js", mediaType: "text/javascript; charset=utf-8", bytes: PackageResources.sightline_js)
    package static let icon = Asset(
        "sightline", "svg", mediaType: "image/svg+xml",
        bytes: ("""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" \
        fill="#0b5d5b"/><path d="M7 22 25 10" stroke="#fbfaf7" stroke-width="2.5"/><circle cx="8" cy="21.5" \
        r="4" fill="#0b5d5b" stroke="#fbfaf7" stroke-width="2.5"/><circle cx="24" cy="10.5" r="4.5" \
        fill="#fbfaf7"/></svg>
        """ as HTML).bytes)

    package static let all = [stylesheet, script, icon]

    /// FNV-1a, 64 bits: it tells versions apart and keeps no secret.
    private static func fingerprint(of bytes: [UInt8]) -> String {
        let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
        return String(hash, radix: 36)
    }
}
