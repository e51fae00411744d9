import Challenges
import Communities
import FocusAreas
import Gems
import Ground
import Impact
import Measurement

/// How one aim leads through what is done for it, the schools that reaches and what changed there, to its learners.
struct LineOfSight: Sendable {
    /// The steps of the line, in order.
    enum Link: Int, CaseIterable, Sendable {
        case doing, reach, practice, learners
    }

    /// What there is behind a step of the line.
    enum Evidence: String, Sendable {
        /// Nothing yet: the line is broken here.
        case none
        /// Somebody said so.
        case reported
        /// It was counted.
        case measured
    }

    /// How far the aim's ideas have come at one school.
    struct School: Sendable, Equatable {
        let name: String
        let furthest: Adoption.State?
    }

    let area: FocusArea
    let challenges: [Challenge]
    let activities: Int
    let openActions: Int
    let gems: [GemStory]
    let schools: [School]
    /// What was last seen in teaching, and in learners, in somebody's words.
    let practice: String?
    let seenInLearners: String?
    let measured: Measured?

    /// What learners reached in the measure the aim is about.
    struct Measured: Sendable {
        let measure: String
        let title: String
        let shown: CellShown
        let term: Term
        /// The goal, in tenths of a percent, and for whom; `nil` where none was set.
        let goal: Percent?
        /// Whether it is of one group of learners, and not of all.
        let isOfGroup: Bool

        /// Where the picture shows this number.
        var filter: PictureFilter {
            PictureFilter(measure: measure, term: term, rows: isOfGroup ? .group : .school)
        }
    }

    var reached: Int { schools.count { $0.furthest?.isInUse ?? false } }

    func evidence(of link: Link) -> Evidence {
        switch link {
        case .doing: activities > 0 || openActions > 0 || !gems.isEmpty ? .reported : .none
        // Where nobody tries it any more, or has only heard of it, it reaches no learners.
        case .reach: reached > 0 ? .reported : .none
        case .practice: practice == nil ? .none : .reported
        case .learners: measured != nil ? .measured : seenInLearners != nil ? .reported : .none
        }
    }

    /// The gem that would carry the line further: the last one that has been neither set aside nor stopped.
    var carrying: GemStory? { gems.last(where: \.goesOn) }

    /// Where the line is broken first; `nil` where it can be followed to its end.
    var broken: Link? { Link.allCases.first { evidence(of: $0) == .none } }
}

extension LineOfSight {
    /// The lines of a community: one for each focus area that has begun and goes on.
    static func lines(
        _ areas: [FocusArea], challenges: [Challenge], actions: [PlannedAction], activities: [Activity],
        gems: [GemStory], checks: [ImpactCheck], schools: [Organisation], on today: Day,
        measured: (Target) -> Measured?
    ) -> [LineOfSight] {
        areas.filter { $0.isOpen && $0.hasBegun(on: today) }.map { area in
            let serving = gems.filter { $0.gem.focusArea.map(area.isNamed) ?? false }
            let its = challenges.filter { $0.focusArea == area.id && $0.state != .closed }
            // An idea that has been set aside or stopped carries the line no further.
            let going = serving.filter(\.goesOn)
            let findings = checks.filter { check in going.contains { $0.gem.id == check.verdict.gem } }
                .flatMap(\.findings)
            func seen(in outcome: String) -> String? { findings.last { $0.outcome == outcome }?.evidence.text }
            return LineOfSight(
                area: area, challenges: its,
                activities: activities.count { $0.focusArea.map(area.isNamed) ?? false },
                openActions: actions.count { $0.state.isOpen && $0.serves(area, its) },
                gems: serving,
                schools: schools.map { school in
                    School(name: school.name, furthest: furthest(going, at: school.id, on: today))
                },
                practice: seen(in: "teaching"), seenInLearners: seen(in: "learners"),
                measured: its.flatMap(\.targets).lazy.compactMap(measured).first)
        }
    }

    private static func furthest(_ gems: [GemStory], at school: OrganisationID, on today: Day) -> Adoption.State? {
        let road = Adoption.State.allCases.filter { $0 != .dropped }
        let states = gems.compactMap { $0.reached(on: today)[school]?.state }
        return states.filter { $0 != .dropped }.max { left, right in
            (road.firstIndex(of: left) ?? 0) < (road.firstIndex(of: right) ?? 0)
        } ?? states.first
    }
}

extension GemStory {
    /// Whether it is still to spread, as far as anybody has said: neither set aside nor stopped.
    fileprivate var goesOn: Bool { stage != .setAside && stage != .stopped }
}

extension FocusArea {
    /// Activities and gems name their focus area by its identifier, or by the suggestion it was begun from.
    func isNamed(_ name: String) -> Bool { name == id.rawValue || name == suggestion }
}

extension PlannedAction {
    fileprivate func serves(_ area: FocusArea, _ challenges: [Challenge]) -> Bool {
        switch purpose {
        case .focusArea(let id): id == area.id
        case .challenge(let id): challenges.contains { $0.id == id }
        }
    }
}
