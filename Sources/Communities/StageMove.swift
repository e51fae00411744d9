package import Ground
package import Programmes

/// A step of one component of the community to another of its stages, forward or back, with what showed it was time.
package struct StageMove: Sendable, Equatable {
    package let component: String
    package let from: String?
    package let to: String
    package let evidence: String
    package let day: Day
    package let actor: String

    package init(component: String, from: String?, to: String, evidence: String, day: Day, actor: String) {
        (self.component, self.from, self.to) = (component, from, to)
        (self.evidence, self.day, self.actor) = (evidence, day, actor)
    }
}

extension StageMove {
    /// A move that may be made: to a stage of the component, through its gate, by who owns the gate, with evidence.
    ///
    /// Going back needs a reason, not a gate: it says that the ground was less firm than it looked.
    package static func moving(
        _ component: Pack.Component, from current: String?, to wanted: String, evidence: String, on day: Day,
        by actor: String, holding standings: Set<Standing>
    ) throws(StageRefusal) -> StageMove {
        guard let stage = component.stages[key: wanted] else { throw .unknown }
        guard current != wanted else { throw .thereAlready }
        let position = component.stages.firstIndex { $0.key == current } ?? -1
        let goal = component.stages.firstIndex { $0.key == wanted } ?? 0
        if goal > position, let gate = stage.gate, !standings.contains(gate.owner), !standings.contains(.leader) {
            throw .notYours(gate.owner)
        }
        guard !evidence.isEmpty else { throw .evidenceMissing }
        return StageMove(
            component: component.key, from: current, to: wanted, evidence: evidence, day: day, actor: actor)
    }
}

package enum StageRefusal: Refusal {
    case unknown
    case thereAlready
    case notYours(Standing)
    case evidenceMissing

    package var words: Words {
        switch self {
        case .unknown: CommunityWords.refusedStageUnknown
        case .thereAlready: CommunityWords.refusedThereAlready
        case .notYours(let owner): CommunityWords.refusedGateOwner(owner.words)
        case .evidenceMissing: CommunityWords.refusedEvidenceMissing
        }
    }
}
