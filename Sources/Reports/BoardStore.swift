import Challenges
import Communities
import Database
import Gems
import Ground
import Programmes

extension Transaction {
    /// What was decided lately, and what the programme asks of boards next. For those who belong; not for the street.
    func boardNotes(of community: CommunityID, pack: Pack, on today: Day) throws -> BoardNotes {
        let moves = try stageMoves(of: community)
        let stages = moves.map { move -> BoardNotes.Item in
            let component = pack.components[key: move.component]
            return BoardNotes.Item(
                day: move.day,
                text: BoardWords.stage(
                    component?.title ?? move.component, component?.stages[key: move.to]?.title ?? move.to
                ).text, reason: move.evidence.isEmpty ? "" : BoardWords.evidence(move.evidence).text)
        }
        let gems = try gems(of: community)
        let answers = gems.flatMap { story in
            story.answers.map { answer -> BoardNotes.Item in
                let words =
                    switch answer.kind {
                    case .spread: BoardWords.spread(story.gem.title)
                    case .testMore: BoardWords.testMore(story.gem.title)
                    case .notNow: BoardWords.notNow(story.gem.title)
                    }
                return BoardNotes.Item(day: answer.day, text: words.text, reason: BoardWords.why(answer.reason).text)
            }
        }
        let challenges = try challenges(of: community)
        let agreements = challenges.flatMap { challenge in
            [
                challenge.agreed.map {
                    BoardNotes.Item(
                        day: $0, text: BoardWords.agreed(challenge.title).text,
                        reason: BoardWords.what(challenge.story).text)
                },
                challenge.closed.map {
                    BoardNotes.Item(
                        day: $0, text: BoardWords.closed(challenge.title).text,
                        reason: BoardWords.why(challenge.closedBecause).text)
                },
            ].compactMap { $0 }
        }
        var notes = BoardNotes()
        let all = (stages + answers + agreements).sorted { left, right in
            left.day == right.day
                ? left.text < right.text
                : (left.day ?? .init(daysSince1970: 0)) > (right.day ?? .init(daysSince1970: 0))
        }
        notes.decided = Array(all.prefix(3))
        notes.asked =
            pack.components.flatMap { gates(of: $0, after: moves) } + waiting(challenges)
            + waiting(gems, on: today)
        return notes
    }

    private func waiting(_ challenges: [Challenge]) -> [BoardNotes.Item] {
        challenges.filter { $0.state == .proposed }.prefix(1).map { challenge in
            BoardNotes.Item(
                day: nil, text: BoardWords.askAgreement(challenge.title).text,
                reason: BoardWords.askAgreementWhy.text)
        }
    }

    /// The gem that has waited longest for an answer: a side of paper is short.
    private func waiting(_ gems: [GemStory], on today: Day) -> [BoardNotes.Item] {
        let longest = gems.compactMap { story in story.daysWaiting(on: today).map { (story.gem.title, $0) } }
            .max { $0.1 < $1.1 }
        return longest.map { title, days in
            [
                BoardNotes.Item(
                    day: nil, text: BoardWords.askAnswer(title, days).text, reason: BoardWords.askAnswerWhy.text)
            ]
        } ?? []
    }

    /// The evidence that boards owe before a component can go on to its next stage.
    private func gates(of component: Pack.Component, after moves: [StageMove]) -> [BoardNotes.Item] {
        let here = moves.last { $0.component == component.key }?.to
        let index = component.stages.firstIndex { $0.key == here } ?? -1
        guard index + 1 < component.stages.count else { return [] }
        let next = component.stages[index + 1]
        guard let gate = next.gate, gate.owner == .board else { return [] }
        return [
            BoardNotes.Item(
                day: nil, text: BoardWords.askGate(component.title, next.title).text,
                reason: BoardWords.evidence(gate.evidence.joined(separator: "; ")).text)
        ]
    }
}
