import Foundation
import Synchronization

/// Lets a thread inside a transaction and the test outside wait for each other.
final class Latch: Sendable {
    private let isOpen = Atomic(false)

    func open() { isOpen.store(true, ordering: .releasing) }

    /// Waits on the thread itself, as only a transaction's body may.
    func wait() { while !isOpen.load(ordering: .acquiring) { usleep(1000) } }

    func opened() async throws {
        while !isOpen.load(ordering: .acquiring) { try await Task.sleep(for: .milliseconds(1)) }
    }
}
