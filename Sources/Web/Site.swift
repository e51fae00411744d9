package import Database
package import Ground

/// This installation: what every feature's routes, jobs and commands are given.
package struct Site: Sendable {
    package let database: any Database
    /// The one clock.
    package let clock: @Sendable () -> Instant
    package let settings: Settings

    package init(database: any Database, settings: Settings, clock: @escaping @Sendable () -> Instant) {
        (self.database, self.settings, self.clock) = (database, settings, clock)
    }

    package var now: Instant { clock() }
}

/// What whoever runs the installation decides, on the command line or in the environment.
package struct Settings: Sendable {
    /// Where files are kept: uploads on their way, and the SQLite database where that is the engine.
    package var dataFolder: String
    /// The address people type, without a slash at its end: `https://sightline.example`.
    package var origin: String
    /// Whether cookies are for https only, under their `__Host-` name.
    package var isSecure: Bool { origin.hasPrefix("https://") }
    /// Whether this is the demo: roles can be switched by a click. Cannot be set by `serve`.
    package var isDemo: Bool
    /// Proxies whose `X-Forwarded-For` is believed.
    package var trustedProxies: Set<String>
    /// The key under which learners' national ids are digested. 32 bytes, made at first start.
    package var matchingKey: [UInt8]

    package init(
        dataFolder: String, origin: String, isDemo: Bool = false, trustedProxies: Set<String> = [],
        matchingKey: [UInt8]
    ) {
        self.dataFolder = dataFolder
        self.origin = origin
        self.isDemo = isDemo
        self.trustedProxies = trustedProxies
        self.matchingKey = matchingKey
    }
}
