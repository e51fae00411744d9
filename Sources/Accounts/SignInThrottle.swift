package import Ground

/// How often somebody may try to sign in. Never a permanent lock: there is always one more attempt after a while.
///
/// A token bucket, kept as a row for each account, browser and address, so that several processes share it. What keeps
/// strangers from guessing must not keep the owner out: a browser that has signed in to an account before has a bucket
/// of its own (``KnownBrowser``), and an attempt that succeeds is given back.
package struct SignInThrottle: Sendable, Equatable {
    /// How many attempts at once, and how soon there is one more.
    package struct Rate: Sendable, Equatable {
        let capacity: Double
        let refillPerSecond: Double

        /// For one account: ten attempts, then one more every minute.
        package static let account = Rate(capacity: 10, refillPerSecond: 1.0 / 60)
        /// For one address. A whole staff room may share one.
        package static let address = Rate(capacity: 60, refillPerSecond: 1.0 / 5)
    }

    package let rate: Rate
    package let tokens: Double
    package let updated: Instant

    package static func full(_ rate: Rate, at now: Instant) -> SignInThrottle {
        SignInThrottle(rate: rate, tokens: rate.capacity, updated: now)
    }

    /// The bucket after one attempt, or `nil` when the attempt has to wait.
    package func afterAttempt(at now: Instant) -> SignInThrottle? {
        let filled = filled(at: now)
        guard filled >= 1 else { return nil }
        return SignInThrottle(rate: rate, tokens: filled - 1, updated: now)
    }

    /// The bucket with an attempt given back that turned out to be the right one.
    package func afterSuccess(at now: Instant) -> SignInThrottle {
        SignInThrottle(rate: rate, tokens: min(rate.capacity, filled(at: now) + 1), updated: now)
    }

    private func filled(at now: Instant) -> Double {
        let elapsed = max(0, Double(now.milliseconds - updated.milliseconds) / 1000)
        return min(rate.capacity, tokens + elapsed * rate.refillPerSecond)
    }
}

/// What an attempt to sign in takes a token from.
package struct SignInBucket: Sendable, Equatable {
    let subject: String
    let rate: SignInThrottle.Rate

    package static func account(_ email: String) -> Self {
        Self(subject: "account:\(Person.key(ofEmail: email))", rate: .account)
    }
    package static func knownBrowser(of email: String) -> Self {
        Self(subject: "known:\(Person.key(ofEmail: email))", rate: .account)
    }
    package static func address(_ address: String) -> Self { Self(subject: "address:\(address)", rate: .address) }
    package static func password(of person: PersonID) -> Self { Self(subject: "password:\(person)", rate: .account) }
}
