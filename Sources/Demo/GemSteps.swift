import App
import Accounts
import Database
import FocusAreas
import Gems
import Ground
import Impact
import Programmes
import World

/// What people did together, the gems they found, how these spread and what came of them.
extension Story {
    func gemSteps(_ names: Names) throws -> [Step] {
        guard let community = names.communities[World.harbour.key] else { return [] }
        let pack = try app.shelf.combination(
            World.harbour.packs.compactMap { app.shelf.pack($0, on: World.today)?.name })
        let teller = GemTeller(community: community, names: names, pack: pack)
        return World.activities.map(teller.tell) + World.gems.flatMap(teller.tell)
    }
}

/// Tells activities and gems with identifiers that follow from their keys, so that one can lead to another.
private struct GemTeller: Sendable {
    let community: CommunityID
    let names: Story.Names
    let pack: Pack

    func tell(_ told: World.Activity) -> Story.Step {
        Story.Step(day: told.day) { transaction in
            let organisations = told.organisations.compactMap { names.organisations[$0] }
            guard let own = home(of: told.by) ?? organisations.first else { return }
            let activity = Activity(
                id: Identifier(rawValue: "activity-\(told.key)"), community: community, organisation: own,
                text: told.what, company: told.with, partners: organisations.filter { $0 != own },
                kind: told.kind, focusArea: try focusArea(told.focusArea, transaction), day: told.day,
                person: names.people[told.by])
            try transaction.add(activity)
            try record(
                "activity-added", organisation: own, subject: activity.id.rawValue, told.what, told.by, transaction)
        }
    }

    func tell(_ told: World.Gem) -> [Story.Step] {
        let gem = Identifier<Gem>(rawValue: "gem-\(told.key)")
        return [nomination(of: told, gem)] + told.answers.map { answer($0, to: told, gem) }
            + told.adoptions.map { adoption($0, of: told, gem) } + told.checks.map { check($0, of: told, gem) }
    }

    private func nomination(of told: World.Gem, _ id: Identifier<Gem>) -> Story.Step {
        Story.Step(day: told.nominated) { transaction in
            guard let organisation = names.organisations[told.foundAt] else { return }
            let gem = Gem(
                id: id, community: community, title: told.title, text: told.summary,
                focusArea: try focusArea(told.focusArea, transaction),
                organisation: organisation, finder: name(of: told.by),
                evidence: told.evidence.map { evidence in
                    Gem.Evidence(
                        question: evidence.question,
                        asked: pack.gemQuestions[key: evidence.question]?.question ?? "",
                        text: evidence.text)
                },
                activities: told.activity.map { [Identifier(rawValue: "activity-\($0)")] } ?? [],
                nominated: told.nominated, person: names.people[told.by])
            try transaction.add(gem)
            // Where the story says itself how far it has come there, that is how it was.
            if !told.adoptions.contains(where: { $0.school == told.foundAt }) {
                try transaction.add(gem.triedWhereFound(.new(at: transaction.now)), in: community)
            }
            try record(
                "gem-nominated", organisation: organisation, subject: id.rawValue, told.title, told.by, transaction)
        }
    }

    private func answer(_ answer: World.Gem.Answer, to told: World.Gem, _ id: Identifier<Gem>) -> Story.Step {
        Story.Step(day: answer.day) { transaction in
            guard let kind = Answer.Kind(rawValue: answer.kind.rawValue) else { return }
            try transaction.add(
                Answer(
                    id: .new(at: transaction.now), kind: kind, reason: answer.reason, day: answer.day,
                    at: transaction.now, person: names.people[answer.by]),
                to: id, in: community)
            try record(
                "gem-answered", organisation: names.organisations[told.foundAt], subject: id.rawValue, answer.reason,
                answer.by, transaction)
            guard let design = told.design, answer == told.answers.last else { return }
            try transaction.store(
                Design(
                    audience: design.forWhom, core: design.core, adaptable: design.adaptable,
                    help: design.help.map(name(of:)).joined(separator: ", "), due: design.by, day: answer.day,
                    person: names.people[answer.by]),
                of: id, in: community)
            try record(
                "gem-designed", organisation: names.organisations[told.foundAt], subject: id.rawValue, told.title,
                answer.by, transaction)
        }
    }

    private func adoption(_ adoption: World.Gem.Adoption, of told: World.Gem, _ id: Identifier<Gem>) -> Story.Step {
        // What is older than the nomination was said when the gem was nominated.
        Story.Step(day: max(adoption.day, told.nominated)) { transaction in
            guard let organisation = names.organisations[adoption.school],
                let state = Adoption.State(rawValue: adoption.state.rawValue)
            else { return }
            try transaction.add(
                Adoption(
                    id: .new(at: transaction.now), gem: id, organisation: organisation, state: state,
                    day: adoption.day, note: adoption.note, person: names.people[adoption.by]),
                in: community)
            try record(
                "adoption-recorded", organisation: organisation, subject: id.rawValue,
                "\(state.rawValue): \(told.title)", adoption.by, transaction)
        }
    }

    private func check(_ check: World.ImpactCheck, of told: World.Gem, _ id: Identifier<Gem>) -> Story.Step {
        Story.Step(day: check.day) { transaction in
            guard let kind = Verdict.Kind(rawValue: check.verdict.rawValue) else { return }
            try transaction.add(
                ImpactCheck(
                    verdict: Verdict(
                        id: .new(at: transaction.now), gem: id, kind: kind, reason: check.reason, day: check.day,
                        at: transaction.now, person: names.people[check.by]),
                    findings: check.findings.map {
                        ImpactCheck.Finding(outcome: $0.outcome, evidence: Evidence($0.text))
                    }),
                in: community)
            try record(
                "gem-checked", organisation: names.organisations[told.foundAt], subject: id.rawValue,
                "\(kind.rawValue): \(check.reason)", check.by, transaction)
        }
    }

    /// The focus area that was begun from a suggestion of the programme, if it has been begun by then.
    private func focusArea(_ key: String, _ transaction: Transaction) throws -> String? {
        try transaction.focusAreas(of: community).first { $0.suggestion == key }?.id.rawValue
    }

    private func home(of person: String) -> OrganisationID? {
        World.people.first { $0.key == person }?.organisation.flatMap { names.organisations[$0] }
    }

    private func name(of person: String) -> String { World.people.first { $0.key == person }?.name ?? "" }

    private func record(
        _ kind: StaticString, organisation: OrganisationID?, subject: String, _ text: String, _ by: String,
        _ transaction: Transaction
    ) throws {
        try transaction.record(
            Event(kind, community: community, organisation: organisation, subject: subject, text: text),
            by: names.people[by])
    }
}
