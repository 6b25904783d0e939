import Canvas
import Matchmaking
import Screens
import Testing
import Wording

@Suite struct `The programme at the desk` {
  private func hall(_ language: Language = .english) -> Hall {
    var hall = Hall(language: language)
    hall.wait(seconds: 0)
    hall.press(.alt("4"))
    return hall
  }

  private func kinds(_ hall: Hall) -> [SegmentKind] { hall.running.programme.segments.map(\.kind) }

  @Test func `is set with two keys, and run with one`() {
    var hall = hall()
    hall.press(.f2, .f2)
    #expect(kinds(hall) == SegmentPlan.usual.map(\.kind))
    for place in 0..<8 {
      hall.press(.enter)
      #expect(hall.running.programme.current == place)
    }
    hall.press(.enter)
    #expect(hall.running.programme.segments.allSatisfy { $0.phase.state == .done })
  }

  @Test func `a desk that is opened at it shows it`() {
    let hall = Hall(language: .english, tab: .programme)
    #expect(hall.shows("There is no programme yet.") && !hall.shows("Reading…"))
  }

  @Test func `is edited row by row: kinds by arrows, minutes by digits`() {
    var hall = hall()
    hall.press(.f2)
    hall.press(.right)
    hall.type("25")
    hall.press(.down)
    hall.press(.f4)
    hall.press(.f3)
    hall.type("7")
    hall.press(.tab)
    hall.type("Games")
    hall.press(.f6)
    hall.press(.f2)
    let segments = hall.running.programme.segments
    #expect(segments[0].kind == .opening && segments[0].minutes == 25)
    #expect(segments[1].kind == .free && segments[1].minutes == 7 && segments[1].title == "Games")
    #expect(segments.count == 8 && segments[2].kind == .icebreaker)
  }

  @Test(arguments: ["x", "99999", "5.5"])
  func `takes no minutes that are none`(typed: String) {
    var hall = hall()
    hall.press(.f2)
    hall.press(.tab)
    hall.type(typed)
    hall.press(.f2)
    #expect(hall.running.programme.segments.isEmpty)
  }

  @Test func `what was changed is not lost by one Escape`() {
    var hall = hall()
    hall.press(.f2, .f2)
    hall.press(.f2, .f4, .escape)
    hall.press(.f2)
    #expect(hall.running.programme.segments.count == 7)
  }

  @Test func `goes to the next round while there is one, then to the next segment`() {
    var hall = hall()
    hall.press(.f2, .f2)
    for _ in 0..<4 { hall.press(.enter) }
    hall.press(.f5)
    hall.press(.tab)
    hall.press(.backspace)
    hall.type("2")
    hall.press(.f2, .escape)
    #expect(hall.running.rounds.count == 2)
    hall.press(.enter)
    #expect(hall.running.currentRound?.number == 1 && hall.running.programme.current == 3)
    hall.press(.enter)
    #expect(hall.running.currentRound?.number == 2)
    hall.press(.enter)
    #expect(hall.running.programme.current == 4)
  }

  @Test func `wakes at each second that shows another, and not while nothing runs down`() {
    var hall = hall()
    #expect(hall.desk.changesIn == nil)
    hall.press(.f2, .f2)
    #expect(hall.desk.changesIn == nil)
    hall.press(.enter)
    #expect(hall.desk.changesIn == 1000)
    hall.clock = hall.clock.advanced(by: 300)
    hall.desk.now = hall.clock
    #expect(hall.desk.changesIn == 700)
    hall.wait(seconds: 3000)
    #expect(hall.desk.changesIn == 700)
    hall.press(.character(" "))
    #expect(hall.desk.changesIn == nil)
    hall.press(.character(" "))
    #expect(hall.desk.changesIn != nil)
    hall.press(.alt("1"))
    #expect(hall.desk.changesIn == nil)
  }

  @Test func `tells that somebody came or went since the tables were planned`() {
    var hall = hall()
    hall.press(.f2, .f2)
    for _ in 0..<4 { hall.press(.enter) }
    hall.press(.f5, .f2, .escape)
    #expect(!hall.shows("anew"))
    hall.leave(1)
    #expect(hall.shows("Rounds: 1 left; F5 plans"))
  }

  @Test func `planned anew, it tells what changes for whom and not all there is`() {
    var hall = hall()
    hall.press(.f2, .f2)
    for _ in 0..<4 { hall.press(.enter) }
    hall.press(.f5, .f2)
    #expect(hall.shows("Tables · Rounds, round 1 of"))
    hall.press(.escape)
    hall.leave(1)
    hall.press(.f5, .f2)
    #expect(hall.shows("Changed tables:") && hall.shows("round 1"))
    hall.press(.f6)
    #expect(hall.shows("Tables · Rounds, round 1 of"))
    hall.press(.escape, .f5, .f2)
    #expect(hall.shows("Nobody sits otherwise than before."))
  }

  @Test func `before anything runs, no key is offered that would do nothing`() {
    var hall = hall(.english)
    #expect(hall.shows("F2set programme") || hall.shows("F2 set programme"))
    for word in ["pause", "+1 min", "F6"] { #expect(!hall.shows(word), "\(word)") }
    hall.press(.character(" "))
    #expect(hall.shows("No segment is under way"))
  }

  @Test func `the form says from whom it plans`() {
    var hall = hall()
    hall.press(.f5)
    #expect(hall.shows("who are here"))
  }
}
