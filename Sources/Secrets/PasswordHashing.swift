import NIOPosix

/// Hashes passwords on threads of its own, at most two at once: each hash holds 46 MiB and a core for 70 ms, so that a
/// flood of sign-ins can take neither the memory nor the threads that serve pages.
package struct PasswordHashing: Sendable {
    private let threads: NIOThreadPool

    package init(concurrent: Int = 2) {
        threads = NIOThreadPool(numberOfThreads: concurrent)
        threads.start()
    }

    package func hash(_ password: String) async throws -> String? {
        try await threads.runIfActive { Password.hash(password) }
    }

    /// Whether the password is right. Where there is no hash the same time is spent.
    package func isCorrect(_ password: String, for hash: String?) async throws -> Bool {
        try await threads.runIfActive {
            let isCorrect = Password.isCorrect(password, for: hash ?? Password.nobodys)
            return hash != nil && isCorrect
        }
    }

    package func close() async throws { try await threads.shutdownGracefully() }
}
