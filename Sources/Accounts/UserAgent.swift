import Ground

/// What a browser says it is, as people call it: "Chrome on Linux".
///
/// Browsers name their forebears too, so the order matters: Edge says it is Chrome, and Chrome that it is Safari.
enum UserAgent {
    private static let browsers = [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"),
        ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("HeadlessChrome", "Chrome"), ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]
    private static let systems = [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "Chromebook"), ("Windows", "Windows"),
        ("Mac OS X", "Mac"), ("Linux", "Linux"),
    ]

    static func words(_ agent: String) -> Words {
        let browser = browsers.first { agent.contains($0.0) }?.1
        let system = systems.first { agent.contains($0.0) }?.1
        guard let browser else { return agent.isEmpty ? AccountWords.unknownBrowser : Words(verbatim: agent) }
        return system.map { AccountWords.browser(browser, on: $0) } ?? Words(verbatim: browser)
    }
}
