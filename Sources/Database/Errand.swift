import Synchronization

/// What a connection is at work for: blocking work on a thread of the driver's, for a task that waits for it.
///
/// It ends early when the task is cancelled or its time is up; the connection asks before and during each statement.
package final class Errand: Sendable {
    private let deadline: ContinuousClock.Instant
    private let cancellation: Cancellation

    fileprivate init(limit: Duration, cancellation: Cancellation) {
        deadline = .now.advanced(by: limit)
        self.cancellation = cancellation
    }

    package var isCancelled: Bool { cancellation.isRequested }

    /// Why to stop, if there is a reason to.
    package var ending: SQLError? {
        if isCancelled { return SQLError(kind: .cancelled, code: "cancelled", message: "the task was cancelled") }
        if ContinuousClock.now >= deadline {
            return SQLError(kind: .timeout, code: "timeout", message: "the transaction took longer than it may")
        }
        return nil
    }

    package func check() throws {
        if let ending { throw ending }
    }

    /// While `work` runs, a cancellation calls `interrupt`; once `work` has returned, never again.
    package func interruptible<Value>(by interrupt: @escaping @Sendable () -> Void, _ work: () throws -> Value) rethrows
        -> Value
    {
        cancellation.use(interrupt)
        defer { cancellation.use(nil) }
        return try work()
    }

    /// Runs `work` where it may block, and carries the task's cancellation over to it.
    ///
    /// `submit` hands its argument to a thread, with `false` when the threads are gone; `interrupting` is called once on
    /// cancellation, on any thread, and must not block: it may have ``Cancellation/interrupt()`` called elsewhere.
    package static func run<Value: Sendable>(
        within limit: Duration,
        on submit: (@escaping @Sendable (_ isOpen: Bool) -> Void) -> Void,
        interrupting: @escaping @Sendable (Cancellation) -> Void = { _ in },
        _ work: @escaping @Sendable (Errand) throws -> Value
    ) async throws -> Value {
        let cancellation = Cancellation()
        do {
            return try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { continuation in
                    submit { isOpen in
                        continuation.resume(
                            with: Result {
                                guard isOpen else { throw SQLError.closed }
                                let errand = Errand(limit: limit, cancellation: cancellation)
                                try errand.check()
                                return try work(errand)
                            })
                    }
                }
            } onCancel: {
                cancellation.request()
                interrupting(cancellation)
            }
        } catch let error as SQLError where error.kind == .cancelled && cancellation.isRequested {
            throw CancellationError()
        }
    }

    /// The way a cancellation takes from the task to the connection.
    package final class Cancellation: Sendable {
        private let requested = Atomic(false)
        private let interruption = Mutex<(@Sendable () -> Void)?>(nil)

        fileprivate var isRequested: Bool { requested.load(ordering: .acquiring) }
        fileprivate func request() { requested.store(true, ordering: .releasing) }
        fileprivate func use(_ interrupt: (@Sendable () -> Void)?) { interruption.withLock { $0 = interrupt } }

        /// Interrupts the work, if it is at a point where it can be; whether it was.
        package func interrupt() -> Bool {
            interruption.withLock { interrupt in
                interrupt?()
                return interrupt != nil
            }
        }
    }
}

extension SQLError {
    package static let closed = SQLError(kind: .unreachable, code: "closed", message: "the database has been closed")
}
