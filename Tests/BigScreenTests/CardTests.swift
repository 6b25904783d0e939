import Canvas
import Matchmaking
import Testing
import Wording

@testable import BigScreen

/// A programme driven from its first segment to its last.
@Suite struct `What stands on the big screen` {
  private func name(_ card: Card) -> String { String("\(card)".prefix { $0 != "(" }) }

  @Test func `follows the programme from the welcome to the end`() throws {
    var stage = Stage()
    var programme = Programme(
      [SegmentKind.arrival, .opening, .rounds, .topics, .picks, .announcement, .closing].map {
        segment($0, .waiting, title: $0.rawValue)
      })
    var showing = Showing(event: try event(), headcounts: arrivals, programme: programme)
    showing.rounds = [round(1, .waiting), topics(1, .waiting)]
    var cards = [name(showing.card(at: stage.time))]
    for _ in 0..<8 {
      stage.pass(seconds: 60)
      try programme.next(at: stage.time.reading)
      showing.programme = programme
      cards.append(name(showing.card(at: stage.time)))
      if programme.current == nil { break }
    }
    #expect(
      cards == [
        "welcome", "welcome", "segment", "round", "round", "picks", "segment", "closing", "closing",
      ])
  }

  @Test func `tells what comes between two segments`() throws {
    let stage = Stage()
    var programme = Programme([segment(.opening, .waiting), segment(.hearts, .waiting)])
    try programme.next(at: stage.time.reading)
    try programme.stop(at: stage.time.reading)
    let showing = Showing(event: try event(), programme: programme)
    #expect(showing.card(at: stage.time) == .next(programme.segments[1]))
  }

  @Test func `a round that runs is shown whatever the programme says`() throws {
    let stage = Stage()
    for kind in SegmentKind.allCases {
      let showing = Showing(
        event: try event(), programme: Programme([segment(kind, stage.running(minutes: 5))]),
        rounds: [round(2, stage.running(minutes: 6))])
      #expect(name(showing.card(at: stage.time)) == "round")
    }
  }

  @Test func `a closed event without a programme says goodbye, an open one welcome`() throws {
    let time = Stage().time
    #expect(Showing(event: try event(state: .closed)).card(at: time) == .closing)
    #expect(Showing(event: try event(state: .archived)).card(at: time) == .closing)
    #expect(Showing(event: try event()).card(at: time) == .welcome(nil))
  }

  @Test func `picks are counted, and no badge stands there`() throws {
    let size = Size(columns: 80, rows: 24)
    let frames = try (50...53).map { count in
      var showing = try Scene.picks.showing(Stage())
      showing.slips = count
      var wall = Wall(language: .chinese, width: Width(.narrow), at: Stage().time)
      wall.resize(size)
      wall.take(showing, at: Stage().time)
      return wall.view(size)
    }
    #expect(Set(frames).count == 4)
    for frame in frames { #expect(!frame.text.contains("男") && !frame.text.contains("女")) }
  }

  @Test func `arrivals are counted against who is expected`() throws {
    let size = Size(columns: 40, rows: 12)
    let text = try Scene.welcome.wall(Stage(), .chinese, size).view(size).text
    #expect(text.contains("男 46/58") && text.contains("女 44/52"), "\(text)")
  }

  private func shown(on page: RoundPages.Page) -> [Badge] {
    switch page {
    case .tiles(let tiles): tiles.flatMap(\.badges)
    case .group(let table): table.badges
    case .groups(let tables): tables.flatMap(\.badges)
    case .lines(let lines): lines.flatMap(\.badges)
    case .clock: []
    }
  }

  /// Somebody who looks for a number finds it before the round is half over.
  @Test(arguments: [(80, 24), (100, 30), (120, 40), (240, 70)])
  func `a large evening has few pages`(columns: Int, rows: Int) {
    let size = Size(columns: columns, rows: rows)
    let wide = Width(.narrow)
    #expect(
      RoundPages(round(1, .waiting, tables: 120, out: 24), size: size, width: wide).count <= 8)
    let groups = RoundPages(topics(1, .waiting, tables: 25, people: 8), size: size, width: wide)
    #expect(groups.count <= 9)
  }

  @Test func `every badge of a round stands on some page, at any size`() throws {
    for size in [(40, 10), (40, 12), (60, 16), (80, 24), (120, 40), (240, 70)] {
      for (tables, out) in [(1, 0), (7, 1), (58, 4), (150, 13)] {
        let round = round(1, .waiting, tables: tables, out: out)
        let pages = RoundPages(
          round, size: Size(columns: size.0, rows: size.1), width: Width(.narrow)
        ).pages
        let badges = pages.flatMap { page -> [Badge] in
          shown(on: page)
        }
        #expect(badges.sorted() == round.tables.flatMap(\.badges).sorted())
        #expect(pages.last == .clock)
      }
    }
  }

  @Test func `every badge of a topic table stands on some page`() throws {
    for size in [(40, 10), (80, 24), (120, 40), (100, 50), (240, 70)] {
      for (people, tables) in [(1, 4), (4, 4), (10, 4), (33, 4), (8, 25), (40, 30)] {
        let round = topics(1, .waiting, tables: tables, people: people)
        let pages = RoundPages(
          round, size: Size(columns: size.0, rows: size.1), width: Width(.narrow)
        ).pages
        let badges = pages.flatMap { page -> [Badge] in
          shown(on: page)
        }
        #expect(badges.sorted() == round.tables.flatMap(\.badges).sorted())
      }
    }
  }

  /// A wall that shows one round.
  private func frame(
    _ round: ShownRound, _ size: Size, _ language: Language = .chinese, isPlain: Bool = false
  ) throws -> Frame {
    let stage = Stage()
    let kind: SegmentKind = round.kind == .rounds ? .rounds : .topics
    var showing = Showing(
      event: try event(), programme: Programme([segment(kind, stage.running(minutes: 30))]))
    showing.rounds = [round]
    var wall = Wall(language: language, width: Width(isPlain ? .wide : .narrow), at: stage.time)
    wall.resize(size)
    wall.take(showing, at: stage.time)
    return wall.view(size)
  }

  @Test(arguments: ["读书", "最难忘的一次旅行", "第一次领工资时你给家里人买了什么", "Books that changed my mind"])
  func `the number of a topic table is of dots on a large wall, however long its topic`(
    topic: String
  ) throws {
    for size in [
      Size(columns: 120, rows: 40), Size(columns: 200, rows: 60), Size(columns: 240, rows: 70),
    ] {
      var round = topics(1, Stage().running(minutes: 9), tables: 1, people: 8)
      round.tables[0].topic = topic
      let text = try frame(round, size).text
      #expect(!text.contains("1 号桌"), "\(text)")
      // A topic that has no room as dots stands below in letters, whole.
      let isOfDots = topic.count * 16 + 48 <= 116 || (size.rows >= 60 && topic.count <= 12)
      #expect(text.contains(topic) != isOfDots || topic.utf8.count == topic.count, "\(text)")
    }
  }

  @Test(arguments: [1, 10, 12])
  func `whoever looks for a seat is asked to sit down in both languages`(number: Int) throws {
    for round in [round(number, .waiting), topics(number, .waiting)] {
      let size = Size(columns: 120, rows: 40)
      #expect(try frame(round, size, .english).text.contains("please sit"))
      // Chinese has room for dots beside a short name.
      let large = try frame(round, Size(columns: 200, rows: 60)).text
      #expect(!large.contains("请就座"))
      #expect(!large.contains("第\(number)轮"))
    }
  }

  @Test(
    arguments: [
      Size(columns: 40, rows: 12), Size(columns: 60, rows: 13), Size(columns: 80, rows: 24),
    ], [8, 10, 13, 31])
  func `a table that goes on in another column or on another page has its number there too`(
    size: Size, people: Int
  ) {
    let round = topics(1, .waiting, tables: 26, people: people)
    let whole = Chrome.body(size)
    let lines = TableLines(round, in: whole)
    let tables = lines.pages.flatMap { page in
      page.enumerated().filter { $0.offset.isMultiple(of: lines.grid.rows) }.map(\.element)
    }
    #expect(tables.count > 1 && tables.allSatisfy { $0.number != nil && $0.number == $0.table })
    // Told once elsewhere.
    let told = lines.pages.joined().compactMap(\.number)
    #expect(told == told.sorted() && Set(told) == Set(1...26))
    #expect(told.count <= 26 + tables.count)
  }

  @Test(arguments: [Size(columns: 120, rows: 40), Size(columns: 200, rows: 60)])
  func `where block characters are wide nothing lies over the tables`(size: Size) throws {
    for round in [round(3, Stage().running(minutes: 6)), topics(3, Stage().running(minutes: 6))] {
      let text = try frame(round, size, isPlain: true).text
      #expect(text.contains("第3轮") && text.contains("1 号桌"), "\(text)")
    }
  }

  @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)])
  func `the heart of a pair is of reversed spaces where block characters are wide`(size: Size)
    throws
  {
    let frame = try Scene.pair.wall(Stage(), .chinese, size, isPlain: true).view(size)
    #expect(!frame.text.contains("+") && !frame.text.contains("♥"))
    let reds = (0..<size.rows).map { row in
      frame.row(row).filter { $0.style.background == .red }.count
    }
    #expect(reds.filter { $0 > 0 }.count >= 6 && reds.max() == 14)
  }

  @Test func `badge numbers are five rows high at 80 by 24`() {
    let size = Size(columns: 80, rows: 24)
    let two = RoundPages(round(1, .waiting), size: size, width: Width(.narrow))
    let group = RoundPages(topics(1, .waiting), size: size, width: Width(.narrow))
    #expect((two.height ?? 0) >= 5 && (group.height ?? 0) >= 5)
    // A table of ten has one page.
    #expect(group.count == 5)
  }
}
