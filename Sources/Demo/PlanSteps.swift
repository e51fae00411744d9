import App
import Accounts
import App
import Challenges
import Communities
import Database
import FocusAreas
import Ground
import Programmes
import World

/// What the harbour puts its work into, what it wants for its learners, and who does what for it.
extension Story {
    func planSteps(_ names: Names) -> [Step] {
        guard let community = names.communities[World.harbour.key] else { return [] }
        return World.focusAreas.flatMap { focusAreaSteps($0, names, community) }
            + World.challenges.flatMap { challengeSteps($0, names, community) }
    }

    // MARK: Focus areas

    private func focusAreaSteps(_ told: World.FocusArea, _ names: Names, _ community: CommunityID) -> [Step] {
        let begin = Step(day: told.since) { transaction in
            let suggestion = app.shelf.pack(World.harbour.packs[0], on: World.today)?.focusAreas[key: told.key]
            var area = FocusArea(
                id: .new(at: transaction.now), title: told.title, text: suggestion?.text ?? told.title,
                suggestion: told.key, started: told.since)
            for (key, isTeacher) in [(told.lead, false)] + told.leadTeachers.map({ ($0, true) }) {
                guard let told = World.person(key), let person = names.people[key] else { continue }
                area.leads.append(
                    FocusArea.Lead(
                        id: .new(at: transaction.now), person: person, name: told.name,
                        organisation: isTeacher ? told.organisation.flatMap { names.organisations[$0] } : nil,
                        since: area.started))
            }
            try transaction.add(area, to: community)
            try transaction.record(
                Event("focus-area-begun", community: community, subject: area.id.rawValue, text: area.title),
                by: names.people[told.lead])
        }
        return [begin] + told.phases.map { phaseStep($0, told, names, community) }
    }

    private func phaseStep(
        _ move: World.PhaseMove, _ told: World.FocusArea, _ names: Names, _ community: CommunityID
    ) -> Step {
        Step(day: move.day) { transaction in
            guard let area = try transaction.focusAreas(of: community).first(where: { $0.suggestion == told.key }),
                let phase = FocusArea.Phase(rawValue: move.to.rawValue)
            else { return }
            let made = try area.moving(to: phase, because: move.reason, on: move.day, today: move.day, by: "")
            try transaction.add(made, to: area.id, in: community, by: names.people[told.lead])
            try transaction.record(
                Event("focus-area-moved", community: community, subject: area.id.rawValue, text: move.reason),
                by: names.people[told.lead])
        }
    }

    // MARK: Challenges

    private func challengeSteps(_ told: World.Challenge, _ names: Names, _ community: CommunityID) -> [Step] {
        let propose = Step(day: told.since) { transaction in
            let area = try transaction.focusAreas(of: community).first { $0.suggestion == told.focusArea }
            let challenge = Challenge(
                id: .new(at: transaction.now), title: told.title, why: told.why, story: told.what,
                howKnown: told.howKnown, focusArea: area?.id, proposed: told.since, agreed: told.since,
                targets: told.targets.map { target($0, at: transaction.now) })
            try transaction.add(challenge, to: community)
            try transaction.record(
                Event(
                    "challenge-proposed", community: community, subject: challenge.id.rawValue, text: challenge.title),
                by: names.people[told.lead])
            try transaction.record(
                Event("challenge-agreed", community: community, subject: challenge.id.rawValue),
                by: names.people[told.lead])
        }
        return [propose] + told.actions.flatMap { actionSteps($0, for: told, names, community) }
    }

    private func target(_ told: World.Target, at now: Instant) -> Target {
        Target(
            id: .new(at: now), measure: told.measure.rawValue, years: told.years, group: told.group,
            counted: told.baselineReached, of: told.baselineAssessed, goal: Percent(told.goalPercent), due: told.due,
            source: DemoWords.targetSource(told.baseline.term, told.baseline.year).text)
    }

    // MARK: Actions

    private func actionSteps(
        _ told: World.Action, for challenge: World.Challenge, _ names: Names, _ community: CommunityID
    ) -> [Step] {
        let plan = Step(day: challenge.since) { transaction in
            guard let owner = names.people[told.owner],
                let served = try transaction.challenges(of: community).first(where: { $0.title == challenge.title })
            else { return }
            let action = PlannedAction(
                id: .new(at: transaction.now), what: told.text, purpose: .challenge(served.id),
                owner: .person(owner), begins: told.starts, due: told.due)
            try transaction.add(action, to: community)
            try transaction.record(
                Event("action-planned", community: community, subject: action.id.rawValue, text: action.what),
                by: names.people[challenge.lead])
        }
        guard told.state != .planned else { return [plan] + versionSteps(told, names, community) }
        let begin = moveStep(told, to: .underWay, "action-under-way", on: told.starts, names, community)
        let end = moveStep(told, to: .done, "action-done", on: told.due, names, community)
        return [plan, begin] + versionSteps(told, names, community) + (told.state == .done ? [end] : [])
    }

    private func moveStep(
        _ told: World.Action, to state: PlannedAction.State, _ kind: StaticString, on day: Day, _ names: Names,
        _ community: CommunityID
    ) -> Step {
        Step(day: day) { transaction in
            guard let action = try transaction.actions(of: community).first(where: { $0.what == told.text }) else {
                return
            }
            try transaction.store(action.moved(to: state, because: ""), in: community)
            try transaction.record(
                Event(kind, community: community, subject: action.id.rawValue), by: names.people[told.owner])
        }
    }

    /// Schools write what they make of it a fortnight after it began, or once it has been planned.
    private func versionSteps(_ told: World.Action, _ names: Names, _ community: CommunityID) -> [Step] {
        let day = min(told.starts.adding(days: 14), World.today)
        return told.versions.map { version in
            Step(day: day) { transaction in
                guard let school = names.organisations[version.school],
                    let action = try transaction.actions(of: community).first(where: { $0.what == told.text })
                else { return }
                let written = try action.version(of: school, version.text, action.state, on: day)
                try transaction.store(written, of: action.id, in: community)
                let principal = World.school(version.school).flatMap(World.principal)
                try transaction.record(
                    Event(
                        "action-version", community: community, organisation: school, subject: action.id.rawValue,
                        text: version.text),
                    by: principal.flatMap { names.people[$0.key] })
            }
        }
    }
}
