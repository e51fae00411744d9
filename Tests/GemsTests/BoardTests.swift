@testable import Gems
import Ground
import Testing

@Suite struct `The diffusion board` {
    private let other = Example.gem("walks")
    private var history: [Adoption] {
        [
            Example.adoption(Example.spit, .trying, -300), Example.adoption(Example.hill, .heard, -250),
            Example.adoption(Example.spit, .using, -200), Example.adoption(Example.spit, .using, -20),
            Example.adoption(Example.hill, .dropped, -10),
        ]
    }

    @Test func `shows the last word for each place`() {
        let board = Board(history, on: Example.day(0))
        #expect(board[Example.gem.id, Example.spit]?.state == .using)
        #expect(board[Example.gem.id, Example.spit]?.day == Example.day(-20))
        #expect(board[Example.gem.id, Example.hill]?.state == .dropped)
        #expect(board[Example.gem.id, Example.flat] == nil)
        #expect(board[other.id, Example.spit] == nil)
    }

    @Test func `can be seen as it was on any day`() {
        let board = Board(history, on: Example.day(-220))
        #expect(board[Example.gem.id, Example.spit]?.state == .trying)
        #expect(board[Example.gem.id, Example.hill]?.state == .heard)
        #expect(Board(history, on: Example.day(-301)).latest.isEmpty)
        #expect(Board(history, on: Example.day(-300)).latest.count == 1)
    }

    @Test func `counts where a gem is in use, not where it was only heard of or dropped`() {
        let then = Board(history, on: Example.day(-220))
        #expect(then.using(Example.gem.id) == 1)
        #expect(then.organisationsUsing(among: [Example.spit, Example.hill, Example.flat]) == 1)
        #expect(then.organisationsUsing(among: [Example.hill]) == 0)
    }

    @Test func `says what stands still, counted from the last change and not from the last word`() {
        let board = Board(history, on: Example.day(0))
        #expect(board.movement(of: Example.spit) == .still(days: 200))
        #expect(board.movement(of: Example.hill) == .settled)
        #expect(board.movement(of: Example.flat) == .nothingYet)
        #expect(board.movement(of: Example.gem.id) == .moving)
        #expect(board.movement(of: other.id) == .nothingYet)
    }

    @Test(arguments: [(-70, Movement.moving), (-71, .still(days: 71))]) func `calls it still after a term`(
        _ changed: Int, _ movement: Movement
    ) {
        let board = Board([Example.adoption(Example.spit, .heard, changed)], on: Example.day(0))
        #expect(board.movement(of: Example.spit) == movement)
    }

    @Test func `looks back to the beginnings of quarters since the first word`() throws {
        let today = try #require(Day(text: "2026-11-22"))
        let days = Board.daysBack(from: today, first: Day(text: "2026-02-10"))
        #expect(days.map(\.description) == ["2026-10-01", "2026-07-01", "2026-04-01"])
        #expect(Board.daysBack(from: today, first: nil).isEmpty)
        #expect(Board.daysBack(from: today, first: Day(text: "2001-01-01")).count == 8)
    }

    @Test func `refuses to say how far something will have come`() {
        #expect(throws: AdoptionRefusal.inTheFuture) {
            try Adoption.requireDay(Example.day(1), today: Example.day(0))
        }
        #expect(throws: Never.self) { try Adoption.requireDay(Example.day(0), today: Example.day(0)) }
    }

    @Test func `has gems that are on their way, and others only where they are in use`() {
        let waiting = GemStory(gem: Example.gem)
        #expect(!waiting.isOnBoard(on: Example.day(0)))
        let used = GemStory(gem: Example.gem, adoptions: [Example.adoption(Example.hill, .trying, -3)])
        #expect(used.isOnBoard(on: Example.day(0)))
        #expect(!used.isOnBoard(on: Example.day(-4)))
        let chosen = GemStory(gem: Example.gem, answers: [Example.answer(.spread, -3)])
        #expect(chosen.isOnBoard(on: Example.day(0)))
        #expect(!chosen.isOnBoard(on: Example.day(-41)))
    }
}
