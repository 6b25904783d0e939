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

  /// Opens the form of topic tables and leaves the focus on the topics.
  private func topicsForm() -> Hall {
    var hall = hall(.chinese)
    hall.press(.f2, .f2)
    for _ in 0..<5 { hall.press(.enter) }
    hall.press(.f5)
    hall.press(.tab, .tab, .tab)
    _ = hall.asked()
    return hall
  }

  private func wish(_ hall: Hall) -> (topics: [String], path: String?)? {
    for case .change(.planTopics(_, let wish, let path), _) in hall.log.reversed() {
      return (wish.topics, path)
    }
    return nil
  }

  @Test(arguments: [
    ("旅行；美食;电影", ["旅行", "美食", "电影"]), (" 旅行 ； ；", ["旅行"]), ("周末怎么过，在家还是出门？", ["周末怎么过，在家还是出门？"]),
    ("", []), ("；；", []), ("a/b；c", ["a/b", "c"]), ("travel; food", ["travel", "food"]),
    ("CSV 是什么", ["CSV 是什么"]), ("1；2；3", ["1", "2", "3"]), ("旅行、美食", ["旅行、美食"]),
  ])
  func `topics are typed one after the other`(typed: String, topics: [String]) throws {
    var hall = topicsForm()
    hall.type(typed)
    hall.press(.f2)
    let wish = try #require(self.wish(hall))
    #expect(wish.topics == topics && wish.path == nil)
    #expect(hall.shows("第 1/3 轮"))
  }

  @Test(arguments: [
    ("~/话题.txt", "~/话题.txt"), ("/tmp/t", "/tmp/t"), ("./a b.csv", "./a b.csv"), ("../t", "../t"),
    ("话题.TXT", "话题.TXT"), ("t.xlsx", "t.xlsx"), ("'/tmp/a b.txt'", "/tmp/a b.txt"),
  ])
  func `or are those of a file`(typed: String, path: String) throws {
    var hall = topicsForm()
    hall.type(typed)
    hall.press(.f2)
    let wish = try #require(self.wish(hall))
    #expect(wish.topics.isEmpty && wish.path == path)
  }

  @Test func `a file that cannot be read is told where the topics stand`() {
    var hall = topicsForm()
    hall.isSlow = true
    hall.type("~/t.txt")
    hall.press(.f2)
    hall.finish(.failed(.said("打不开 ~/t.txt：没有这个文件")))
    #expect(hall.shows("没有这个文件") && hall.shows("每桌最多几人"))
  }

  @Test(arguments: ["一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一"])
  func `a topic that fits on no wall is refused`(topic: String) {
    var hall = topicsForm()
    hall.type(topic)
    hall.press(.f2)
    #expect(hall.changes().isEmpty && hall.shows("60"))
  }

  @Test func `the tables of rounds and of topics are on one page, and a round starts from it`() {
    var hall = topicsForm()
    hall.type("旅行")
    hall.press(.f2)
    #expect(hall.shows("话题桌第 1/3 轮") && hall.shows("旅行"))
    hall.press(.tab)
    #expect(hall.shows("话题桌第 1/3 轮"))
    hall.press(.f5)
    #expect(hall.running.currentRound.map { [$0.kind] } == [.topics])
    hall.press(.f5)
    #expect(hall.running.currentRound?.number == 1)
    hall.press(.escape, .f5)
    hall.press(.left)
    hall.press(.f2)
    #expect(hall.shows("轮换第 1/"))
    hall.press(.tab)
    #expect(hall.shows("话题桌第 1/3 轮（进行中）"))
    hall.press(.right, .f5)
    #expect(hall.running.currentRound?.number == 2)
  }

  @Test func `what a plan could not have is said above the tables`() {
    var hall = topicsForm()
    hall.press(.f2)
    #expect(!hall.shows("不得同桌"))
    hall.press(.escape)
    hall.running.plans[.topics]?.figures = ["forbidden_together": 3]
    hall.press(.f6)
    #expect(hall.shows("有 3 次不得同桌的人仍在一桌") && hall.shows("话题桌第 1/3 轮"))
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

  @Test func `rounds of one digit and of two stand below one another`() {
    var hall = hall()
    hall.press(.f2, .f2)
    for _ in 0..<4 { hall.press(.enter) }
    hall.press(.f5, .down)
    hall.press(.control("u"))
    hall.type("12")
    hall.press(.f2, .escape)
    hall.leave(1)
    hall.press(.f5, .f2)
    let size = Size(columns: 80, rows: 60)
    hall.send(.resized(size))
    #expect(hall.shows("round  9  table", size) && hall.shows("round 12  table", size))
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
