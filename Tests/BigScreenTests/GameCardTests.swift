import Canvas
import Matchmaking
import Testing
import Wording

@testable import BigScreen

@Suite("The red thread and hearts in step on the big screen")
struct GameCardTests {
  static let sizes = [
    Size(columns: 40, rows: 10), Size(columns: 60, rows: 15), Size(columns: 80, rows: 24),
    Size(columns: 120, rows: 40), Size(columns: 200, rows: 60),
  ]

  private func wall(_ kind: SegmentKind, _ stage: Stage, _ size: Size) throws -> Wall {
    var showing = Showing(
      event: try event(), programme: Programme([segment(kind, stage.running(minutes: 9))]))
    showing.thread = ShownThread(
      number: 1, seed: 55_029_699,
      pairs: [
        Meeting(Badge(.men, 3), Badge(.women, 4711)), Meeting(Badge(.men, 8642), Badge(.women, 5)),
      ])
    showing.question = ShownQuestion(
      place: 2, of: 9,
      question: HeartsQuestion("周末怎么过", ["在家看书", "出门爬山", "找朋友吃饭"]))
    var wall = Wall(language: .chinese, width: Width(.narrow), at: stage.time)
    wall.resize(size)
    wall.take(showing, at: stage.time)
    return wall
  }

  @Test("the seed stands there before any number", arguments: sizes)
  func seed(size: Size) throws {
    let stage = Stage()
    let wall = try wall(.thread, stage, size)
    #expect(wall.page == 0 && wall.pages == 3 && wall.threadStep == nil)
    let text = wall.view(size).text
    #expect(!text.contains("男03") && !text.contains("4711") && !text.contains("~"))
  }

  @Test("who is at the other end stands there when the thread arrives, not before")
  func arrives() throws {
    let size = Size(columns: 40, rows: 10)
    var stage = Stage()
    var wall = try wall(.thread, stage, size)
    stage.pass(seconds: 8)
    wall.pass(to: stage.time)
    var lengths: [Int] = []
    while let next = wall.threadStep {
      let text = wall.view(size).text
      #expect(text.contains("男03") && !text.contains("4711"))
      lengths.append(text.count { $0 == "~" })
      #expect(wall.next ?? next <= next)
      stage.pass(to: next)
      wall.pass(to: stage.time)
      try #require(lengths.count < 100)
    }
    #expect(lengths == lengths.sorted() && lengths.first == 0 && lengths.count > 10)
    #expect(wall.view(size).text.contains("4711"))
    // Then it is calm until the next pair.
    let rest = try #require(wall.next)
    #expect(rest >= stage.time.instant + .seconds(1))
  }

  @Test("a key ends the weaving, the next one turns the page; freezing holds it")
  func keys() throws {
    let size = Size(columns: 60, rows: 15)
    var stage = Stage()
    var wall = try wall(.thread, stage, size)
    _ = wall.press(.named(.right), at: stage.time)
    #expect(wall.page == 1 && wall.threadStep != nil)
    stage.pass(milliseconds: 500)
    _ = wall.press(.character(" "), at: stage.time)
    #expect(wall.next == nil)
    _ = wall.press(.character(" "), at: stage.time)
    _ = wall.press(.named(.right), at: stage.time)
    #expect(wall.page == 1 && wall.threadStep == nil)
    #expect(wall.view(size).text.contains("4711"))
    _ = wall.press(.named(.right), at: stage.time)
    #expect(wall.page == 2 && wall.threadStep != nil)
    #expect(!wall.view(size).text.contains("女05"))
  }

  @Test("another draw begins with its seed")
  func another() throws {
    let size = Size(columns: 80, rows: 24)
    var stage = Stage()
    var wall = try wall(.thread, stage, size)
    stage.pass(seconds: 8)
    wall.pass(to: stage.time)
    var showing = try #require(wall.shown)
    wall.take(showing, at: stage.time)
    #expect(wall.page == 1)
    showing.thread?.number = 2
    wall.take(showing, at: stage.time)
    #expect(wall.page == 0)
  }

  @Test(
    "a question and all its options are there at every size, and nothing ticks", arguments: sizes)
  func question(size: Size) throws {
    let wall = try wall(.hearts, Stage(), size)
    #expect(wall.next == nil && wall.pages == 1)
    let frame = wall.view(size)
    if size.rows <= 15 {
      for text in ["周末怎么过", "A 在家看书", "B 出门爬山", "C 找朋友吃饭"] {
        #expect(frame.text.contains(text), "\(frame.text)")
      }
    }
    #expect(frame != (try self.wall(.opening, Stage(), size)).view(size))
  }

  @Test(
    "on a large wall the options are of dots as the question is, whatever its length",
    arguments: ["周末怎么过", "吵架以后谁先开口说第一句话", "家", "Sea or hills?"],
    [Size(columns: 200, rows: 60), Size(columns: 240, rows: 70), Size(columns: 160, rows: 50)])
  func largeOptions(text: String, size: Size) throws {
    let frame = try asking(text, ["看书", "爬山", "吃饭"], size)
    for letters in [text, "A 看书", "B 爬山", "C 吃饭"] {
      #expect(!frame.text.contains(letters), "\(frame.text)")
    }
  }

  @Test("options that have no room as dots have air between them, where there is any")
  func airyOptions() throws {
    let lines = try asking(
      "吵架以后谁先开口说第一句话", ["在家看书", "出门爬山", "找朋友吃饭"],
      Size(columns: 120, rows: 40)
    ).text.split(separator: "\n", omittingEmptySubsequences: false)
    let places = ["A 在家看书", "B 出门爬山", "C 找朋友吃饭"].map { option in
      lines.firstIndex { $0.contains(option) }
    }
    let first = try #require(places[0])
    #expect(places == [first, first + 2, first + 4])
  }

  private func asking(_ text: String, _ options: [String], _ size: Size) throws -> Frame {
    let stage = Stage()
    var wall = try wall(.hearts, stage, size)
    var showing = try #require(wall.shown)
    showing.question = ShownQuestion(place: 1, of: 3, question: HeartsQuestion(text, options))
    wall.take(showing, at: stage.time)
    return wall.view(size)
  }

  @Test(
    "on a large wall the thread is as solid as the numbers, and nothing touches the frame",
    arguments: [
      Size(columns: 120, rows: 40), Size(columns: 200, rows: 60), Size(columns: 240, rows: 70),
    ])
  func solidThread(size: Size) throws {
    let stage = Stage()
    var wall = try wall(.thread, stage, size)
    var showing = try #require(wall.shown)
    showing.thread?.pairs = [Meeting(Badge(.men, 3), Badge(.women, 47))]
    wall.take(showing, at: stage.time)
    for _ in 1...2 { _ = wall.press(.named(.right), at: stage.time) }
    let frame = wall.view(size)
    #expect(wall.page == 1 && wall.threadStep == nil && !frame.text.contains("~"))
    for row in 2..<size.rows - 2 {
      let cells = Array(frame.row(row))
      for column in [4, size.columns - 5] {
        #expect(cells[column].style.background == .black, "\(column),\(row)")
      }
    }
  }

  @Test("neither stands there when it is not its time", arguments: SegmentKind.allCases)
  func otherTimes(kind: SegmentKind) throws {
    guard ![.thread, .hearts].contains(kind) else { return }
    let stage = Stage()
    let card = try wall(kind, stage, Size(columns: 80, rows: 24)).card
    switch card {
    case .thread, .question: Issue.record("\(card)")
    default: break
    }
  }
}
