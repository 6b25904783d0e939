import Canvas
import Matchmaking
import Testing
import Wording

@testable import BigScreen

@Suite struct `What runs down on the big screen` {
  private let size = Size(columns: 80, rows: 24)

  static let texts: [(Int64, String)] = [
    (600_000, "10:00"), (599_999, "10:00"), (599_000, "09:59"), (61_000, "01:01"),
    (60_000, "01:00"),
    (1_000, "00:01"), (1, "00:01"), (0, "00:00"), (-999, "00:00"), (-1_000, "-00:01"),
    (-75_000, "-01:15"), (7_500_000, "125:00"), (86_400_000, "1440:00"), (-86_400_000, "-1440:00"),
    (.max, "153722867280912:56"), (.min, "-153722867280912:55"),
    (.max, "153722867280912:56"), (.min, "-153722867280912:55"),
  ]

  @Test(arguments: texts) func `is written as minutes and seconds`(left: Int64, text: String) throws
  {
    let countdown = try #require(
      Countdown(.paused(since: Stage.noon, left: left), at: Stage().time))
    #expect(countdown.text == text)
  }

  @Test func `ticks at the edge of each second, through the end and beyond`() throws {
    var stage = Stage()
    stage.pass(milliseconds: 137)
    var wall = try Scene.pressing.wall(stage, .chinese, size)
    stage.pass(milliseconds: 333)
    wall.pass(to: stage.time)
    var seen = [try #require(wall.card.countdown).seconds]
    for _ in 0..<60 {
      stage.pass(to: try #require(wall.next))
      wall.pass(to: stage.time)
      seen.append(try #require(wall.card.countdown).seconds)
    }
    #expect(seen == Array((-18...42).reversed()))
  }

  @Test(arguments: [-86_400_000, -60_000, 1, 60_000, 86_400_000])
  func `a clock that is set changes nothing`(by: Int64) throws {
    var stage = Stage()
    var wall = try Scene.opening.wall(stage, .chinese, size)
    stage.pass(seconds: 30)
    stage.set = by
    wall.pass(to: stage.time)
    #expect(wall.card.countdown?.text == "09:30")
  }

  @Test func `a lid closed for minutes leaves the right time`() throws {
    var stage = Stage()
    var wall = try Scene.opening.wall(stage, .chinese, size)
    stage.pass(seconds: 480)
    wall.pass(to: stage.time)
    #expect(wall.card.countdown?.text == "02:00")
  }

  @Test(arguments: [Scene.welcome, .paused, .next, .closing, .pair, .lost])
  func `nothing ticks where nothing runs down`(scene: Scene) throws {
    let wall = try scene.wall(Stage(), .chinese, size)
    #expect(wall.next == nil)
  }

  @Test func `a round that is paused stands still, its pages too`() throws {
    let stage = Stage()
    var showing = try Scene.rounds.showing(stage)
    showing.rounds[0].phase = .paused(since: Stage.noon, left: 90_000)
    var wall = Wall(language: .chinese, width: Width(.narrow), at: stage.time)
    wall.resize(size)
    wall.take(showing, at: stage.time)
    #expect(wall.pages > 1 && wall.next == nil)
    #expect(wall.view(size).text.contains("已暂停"))
  }

  @Test func `pages turn by themselves, and each is seen`() throws {
    var stage = Stage()
    var wall = try Scene.rounds.wall(stage, .chinese, size)
    var pages: [Int] = [wall.page]
    for _ in 0..<200 {
      stage.pass(to: try #require(wall.next))
      wall.pass(to: stage.time)
      if pages.last != wall.page { pages.append(wall.page) }
    }
    #expect(pages.prefix(wall.pages + 1) == ArraySlice(Array(0..<wall.pages) + [0]))
  }

  @Test func `tables that are to be sat at turn too, though nothing runs`() throws {
    let stage = Stage()
    var showing = try Scene.seats.showing(stage)
    showing.programme = Programme([segment(.rounds, stage.running(minutes: 0))])
    showing.rounds = [round(1, .waiting, tables: 40)]
    var wall = Wall(language: .english, width: Width(.narrow), at: stage.time)
    wall.resize(size)
    wall.take(showing, at: stage.time)
    #expect(wall.next == stage.time.instant + Wall.dwell)
  }

  @Test func `what other desks do meanwhile turns no page back`() throws {
    var stage = Stage()
    var wall = try Scene.rounds.wall(stage, .chinese, size)
    stage.pass(seconds: 9)
    wall.pass(to: stage.time)
    #expect(wall.page == 1)
    var showing = try Scene.rounds.showing(Stage())
    showing.slips += 1
    wall.take(showing, at: stage.time)
    #expect(wall.page == 1)
    showing.rounds = [round(4, stage.running(minutes: 6))]
    wall.take(showing, at: stage.time)
    #expect(wall.page == 0)
  }

  @Test func `a second changes few rows of the wall`() throws {
    let size = Size(columns: 240, rows: 70)
    var stage = Stage()
    var wall = try Scene.opening.wall(stage, .chinese, size)
    let before = wall.view(size)
    stage.pass(seconds: 1)
    wall.pass(to: stage.time)
    let after = wall.view(size)
    let changed = (0..<size.rows).count { before.row($0) != after.row($0) }
    #expect((1...20).contains(changed))
  }
}
