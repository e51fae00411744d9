import Ground

/// A learner whom an organisation knows, as its latest list says.
struct KnownLearner: Sendable, Equatable {
    let learner: Int
    let localID: String
    let matchDigest: String?
    let yearLevel: Int?
    /// Keys of groups, with blanks between.
    let groups: String
    let until: Day?
    /// Whether an applied intake names them. Others are known from intakes that were undone, and may come back.
    let isVisible: Bool

    var isHere: Bool { isVisible && until == nil }
}

/// The learners of an organisation, found by the digest of their national number, else by the organisation's own number;
/// never by name.
struct LearnerRegister: Sendable {
    enum Match: Sendable, Equatable {
        case known(KnownLearner)
        case unknown
        /// The two numbers belong to two different learners.
        case contradiction
    }

    private(set) var learners: [KnownLearner] = []
    private var byDigest: [String: Int] = [:]
    private var byLocalID: [String: Int] = [:]

    init(_ learners: [KnownLearner] = []) {
        // Those who are here come last, so that a number that was given away twice leads to them.
        for learner in learners.sorted(by: { ($0.rank, $0.learner) < ($1.rank, $1.learner) }) { add(learner) }
    }

    mutating func add(_ learner: KnownLearner) {
        learners.append(learner)
        byLocalID[learner.localID] = learners.count - 1
        if let digest = learner.matchDigest { byDigest[digest] = learners.count - 1 }
    }

    func match(localID: String?, digest: String?) -> Match {
        let local = localID.flatMap { byLocalID[$0] }.map { learners[$0] }
        guard let digest else { return local.map(Match.known) ?? .unknown }
        if let known = byDigest[digest].map({ learners[$0] }) {
            guard let local, local.learner != known.learner, local.isHere, local.matchDigest != nil else {
                return .known(known)
            }
            return .contradiction
        }
        guard let local else { return .unknown }
        if local.matchDigest == nil { return .known(local) }
        // Schools give numbers of those who left to others.
        return local.isHere ? .contradiction : .unknown
    }
}

extension KnownLearner {
    fileprivate var rank: Int { isHere ? 2 : isVisible ? 1 : 0 }
}
