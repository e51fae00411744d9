@testable import Gems
import Testing

@Suite struct `How far a gem has come` {
    private func stage(
        _ answers: [Answer] = [], design: Design? = nil, verdicts: [Verdict] = [], adoptions: [Adoption] = []
    ) -> Gem.Stage {
        GemStory(gem: Example.gem, answers: answers, design: design, verdicts: verdicts, adoptions: adoptions).stage
    }

    @Test func `begins with waiting for an answer, whoever uses it already`() {
        #expect(stage() == .nominated)
        #expect(stage(adoptions: [Example.adoption(Example.hill, .using, -3)]) == .nominated)
    }

    @Test func `follows the last answer`() {
        #expect(stage([Example.answer(.testMore, -30)]) == .testing)
        #expect(stage([Example.answer(.testMore, -30), Example.answer(.notNow, -10)]) == .setAside)
        #expect(stage([Example.answer(.notNow, -30), Example.answer(.spread, -10)]) == .chosen)
    }

    @Test func `is ready once its spread is designed, and spreads once it reaches another place`() {
        let chosen = [Example.answer(.spread, -30)]
        let atHome = [Example.adoption(Example.spit, .using, -20)]
        #expect(stage(chosen, design: Example.design, adoptions: atHome) == .designed)
        #expect(
            stage(chosen, design: Example.design, adoptions: atHome + [Example.adoption(Example.hill, .heard, -5)])
                == .spreading)
    }

    @Test func `is checked by a verdict that lets it go on, not by one that comes too early`() {
        let chosen = [Example.answer(.spread, -30)]
        let spread = [Example.adoption(Example.hill, .using, -20)]
        #expect(stage(chosen, verdicts: [Example.verdict(.keep, -2)], adoptions: spread) == .checked)
        #expect(stage(chosen, verdicts: [Example.verdict(.adapt, -2)], adoptions: spread) == .checked)
        #expect(stage(chosen, verdicts: [Example.verdict(.tooEarly, -2)], adoptions: spread) == .spreading)
    }

    @Test func `ends with a stop, until the leaders answer it anew`() {
        let stopped = [Example.verdict(.stop, -5)]
        #expect(stage([Example.answer(.spread, -30)], verdicts: stopped) == .stopped)
        #expect(stage([Example.answer(.spread, -30), Example.answer(.testMore, -1)], verdicts: stopped) == .testing)
        #expect(stage([Example.answer(.testMore, -30)], verdicts: stopped) == .stopped)
    }

    @Test func `counts the days it has been waiting, and no more once it is answered`() {
        #expect(GemStory(gem: Example.gem).daysWaiting(on: Example.day(0)) == 40)
        #expect(GemStory(gem: Example.gem).daysWaiting(on: Example.day(-40)) == 0)
        let answered = GemStory(gem: Example.gem, answers: [Example.answer(.notNow, -1)])
        #expect(answered.daysWaiting(on: Example.day(0)) == nil)
    }

    @Test(arguments: Gem.Stage.allCases) func `is public only while it spreads`(_ wanted: Gem.Stage) {
        let spread = [Example.adoption(Example.hill, .using, -20)]
        let chosen = [Example.answer(.spread, -30)]
        let stories: [Gem.Stage: GemStory] = [
            .nominated: GemStory(gem: Example.gem),
            .testing: GemStory(gem: Example.gem, answers: [Example.answer(.testMore, -3)]),
            .setAside: GemStory(gem: Example.gem, answers: [Example.answer(.notNow, -3)]),
            .chosen: GemStory(gem: Example.gem, answers: chosen),
            .designed: GemStory(gem: Example.gem, answers: chosen, design: Example.design),
            .spreading: GemStory(gem: Example.gem, answers: chosen, adoptions: spread),
            .checked: GemStory(
                gem: Example.gem, answers: chosen, verdicts: [Example.verdict(.keep, -1)], adoptions: spread),
            .stopped: GemStory(
                gem: Example.gem, answers: chosen, verdicts: [Example.verdict(.stop, -1)], adoptions: spread),
        ]
        let story = stories[wanted]
        #expect(story?.stage == wanted)
        #expect(story?.isPublic == [.spreading, .checked].contains(wanted))
    }
}
