package import Ground

/// How often somebody may try to sign in: ten attempts, then one more every minute. Never a permanent lock.
///
/// A token bucket, kept as a row for each account and each address, so that several processes share it.
package struct SignInThrottle: Sendable, Equatable {
    static let capacity = 10.0
    static let refillPerSecond = 1.0 / 60

    package let tokens: Double
    package let updated: Instant

    package static func full(at now: Instant) -> SignInThrottle { SignInThrottle(tokens: capacity, updated: now) }

    /// The bucket after one attempt, or `nil` when the attempt has to wait.
    package func afterAttempt(at now: Instant) -> SignInThrottle? {
        let elapsed = max(0, Double(now.milliseconds - updated.milliseconds) / 1000)
        let filled = min(Self.capacity, tokens + elapsed * Self.refillPerSecond)
        guard filled >= 1 else { return nil }
        return SignInThrottle(tokens: filled - 1, updated: now)
    }
}
