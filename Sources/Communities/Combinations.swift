import Programmes
import Synchronization

/// Packs as they were combined before. A combination follows from its exact versions and nothing else, so that what
/// was made once holds; making it costs more than all else a request asks of a programme.
final class Combinations: Sendable {
    private let made = Mutex<[[Pack.Name]: Pack]>([:])

    func combination(_ names: [Pack.Name], from shelf: PackShelf) throws(PackRefusal) -> Pack {
        if let found = made.withLock({ $0[names] }) { return found }
        let combination = try shelf.combination(names)
        made.withLock { $0[names] = combination }
        return combination
    }
}
