import BigScreen
import Canvas
import Matchmaking
import Testing
import Wording

@Suite struct `The big screen as it looks` {
  static let sizes = [
    Size(columns: 80, rows: 24), Size(columns: 40, rows: 12), Size(columns: 120, rows: 40),
  ]

  @Test(arguments: Scene.allCases, sizes) func `in both languages`(scene: Scene, size: Size) throws
  {
    for language in Language.allCases {
      let frame = try scene.wall(Stage(), language, size).view(size)
      expectSound(frame)
      try Golden.expect(
        frame, "\(size.columns)x\(size.rows)/\(language.rawValue)/\(scene.rawValue)")
    }
  }

  @Test(arguments: [
    Scene.welcome, .opening, .rounds, .crowd, .topics, .groups, .pair, .thread, .question,
  ])
  func `on a wall of 240 columns`(scene: Scene) throws {
    let size = Size(columns: 240, rows: 70)
    try Golden.expect(scene.wall(Stage(), .chinese, size).view(size), "240x70/zh/\(scene.rawValue)")
  }

  @Test(arguments: [Scene.welcome, .opening, .rounds, .topics, .pair, .question])
  func `where block characters are wide it is drawn of reversed spaces`(scene: Scene) throws {
    let size = Size(columns: 120, rows: 40)
    let frame = try scene.wall(Stage(), .chinese, size, isPlain: true).view(size)
    for character in "█▀▄─│┌♥●" { #expect(!frame.text.contains(character), "\(character)") }
    try Golden.expect(frame, "plain/\(scene.rawValue)")
  }

  @Test(arguments: Scene.allCases) func `in windows of any size`(scene: Scene) throws {
    for columns in [0, 1, 7, 20, 39, 40, 41, 55, 79, 100, 133, 201, 260] {
      for rows in [0, 1, 5, 9, 10, 11, 13, 17, 24, 29, 30, 47, 90] {
        let size = Size(columns: columns, rows: rows)
        for isPlain in [false, true] {
          let frame = try scene.wall(Stage(), .english, size, isPlain: isPlain).view(size)
          #expect(frame.size == size)
          expectSound(frame)
        }
      }
    }
  }

  @Test func `an evening of one pool, in both languages`() throws {
    let size = Size(columns: 80, rows: 24)
    let stage = Stage()
    for language in Language.allCases {
      var showing = Showing(
        event: try event("读书会", pools: .one),
        headcounts: [.everyone: Headcount(awaited: 9, present: 31)])
      var wall = Wall(language: language, width: Width(.narrow), at: stage.time)
      wall.resize(size)
      wall.take(showing, at: stage.time)
      try Golden.expect(wall.view(size), "80x24/\(language.rawValue)/one-pool")
      showing.rounds = [
        ShownRound(
          kind: .rounds, number: 2, phase: stage.running(minutes: 6),
          tables: (1...3).map {
            ShownTable(number: $0, badges: [Badge(.everyone, $0), Badge(.everyone, 100 + $0)])
          })
      ]
      wall.take(showing, at: stage.time)
      try Golden.expect(wall.view(size), "80x24/\(language.rawValue)/one-pool-round")
    }
  }

  @Test func `figures of any size, and titles of any length`() throws {
    let stage = Stage()
    for title in [
      "", "七", String(repeating: "联谊", count: 40), "🎉七夕", "Tanabata mixer for everybody",
    ] {
      for count in [0, 9, 999, 103_986] {
        for size in [
          Size(columns: 40, rows: 10), Size(columns: 80, rows: 24), Size(columns: 240, rows: 70),
        ] {
          var showing = Showing(
            event: try event(title),
            headcounts: [.men: Headcount(awaited: count, present: count)], slips: count)
          var wall = Wall(language: .english, width: Width(.narrow), at: stage.time)
          wall.resize(size)
          for kind in SegmentKind.allCases {
            showing.programme = Programme([
              segment(kind, stage.running(minutes: 1440), title: String(title.prefix(40)))
            ])
            showing.rounds =
              kind == .rounds ? [round(count, stage.running(minutes: 1), tables: 1)] : []
            wall.take(showing, at: stage.time)
            expectSound(wall.view(size))
          }
        }
      }
    }
  }

  @Test func `a window of 20 by 5 is told in one line`() throws {
    let size = Size(columns: 20, rows: 5)
    for (language, words) in [(Language.chinese, "窗口太小，请放大"), (.english, "make the window")] {
      let text = try Scene.opening.wall(Stage(), language, size).view(size).text
      let lines = text.split(separator: "\n").filter { $0.contains { $0 != " " } }
      #expect(lines.count == 1 && lines.first?.contains(words) == true, "\(text)")
    }
  }

  @Test func `everything stands on black, whatever the terminal's own ground`() throws {
    for scene in Scene.allCases {
      let size = Size(columns: 80, rows: 24)
      let frame = try scene.wall(Stage(), .chinese, size).view(size)
      #expect(
        frame.cells.allSatisfy {
          $0.style.background == .black || $0.content == Cell.blank.content
        },
        "\(scene)")
    }
  }
}
