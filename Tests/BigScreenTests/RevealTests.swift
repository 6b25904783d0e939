import Canvas
import Matchmaking
import Testing
import Wording

@testable import BigScreen

/// An evening whose pairs are announced while a wall looks.
private struct Announcing {
  var stage = Stage()
  var wall: Wall
  var showing: Showing

  init(
    _ language: Language = .chinese, _ size: Size = Size(columns: 80, rows: 24),
    isPlain: Bool = false, pools: Pools = .two
  ) throws {
    let event = try event(pools: pools, state: .closed, showsNames: true)
    showing = Showing(event: event, headcounts: arrivals)
    wall = Wall(language: language, width: Width(isPlain ? .wide : .narrow), at: stage.time)
    wall.resize(size)
    wall.take(showing, at: stage.time)
  }

  mutating func announce(_ number: UInt64, names: Bool = false, _ badges: [Badge]? = nil) throws {
    var pair = try announced(at: showing.event)
    pair.id = Identifier(high: 7, low: number)
    pair.at = Timestamp(milliseconds: Stage.noon.milliseconds + Int64(number))
    if !names { pair.names = [] }
    if let badges { pair.badges = badges }
    showing.pairs.append(pair)
    wall.take(showing, at: stage.time)
  }

  mutating func takeBack() {
    showing.pairs.removeLast()
    wall.take(showing, at: stage.time)
  }

  mutating func pass(_ milliseconds: Int64) {
    stage.pass(milliseconds: milliseconds)
    wall.pass(to: stage.time)
  }

  var frame: Frame { wall.view(wall.size) }
  /// Everything that is not ground.
  var ink: Int { frame.cells.count { $0 != Cell.blank && $0.style != Tint.ground } }
}

@Suite struct `The reveal of a pair` {
  /// Milliseconds, and what is to be seen then: the bridge, somebody coming, both together, the names.
  static let moments: [(Int64, bridge: Double, isSeen: Bool, haveMet: Bool, names: Bool)] = [
    (0, 0, false, false, false), (799, 0, false, false, false), (2000, 0.5, false, false, false),
    (3199, 1, false, false, false), (3200, 1, true, false, false), (4100, 1, true, false, false),
    (4999, 1, true, false, false), (5000, 1, true, true, false), (5599, 1, true, true, false),
    (5600, 1, true, true, true), (60_000, 1, true, true, true),
  ]

  @Test(arguments: moments) func `goes its way by time alone`(
    at: Int64, bridge: Double, isSeen: Bool, haveMet: Bool, names: Bool
  ) throws {
    var one = try Announcing()
    try one.announce(1, names: true)
    one.pass(at)
    let moment = one.wall.moment
    #expect(abs(moment.bridge - bridge) < 0.01)
    #expect((moment.coming != nil) == isSeen || at == 3199)
    #expect(moment.haveMet == haveMet && moment.showsNames == names)
  }

  static let sizes = [
    Size(columns: 40, rows: 10), Size(columns: 80, rows: 24), Size(columns: 120, rows: 40),
    Size(columns: 240, rows: 70),
  ]

  @Test(arguments: sizes, [false, true])
  func `neither number nor name is there before its time, in letters or in dots`(
    size: Size, isPlain: Bool
  ) throws {
    func seen(_ badges: [Badge], names: Bool, at milliseconds: Int64) throws -> Frame {
      var one = try Announcing(.chinese, size, isPlain: isPlain)
      try one.announce(1, names: names, badges)
      one.pass(milliseconds)
      return one.frame
    }
    let (one, other) = ([Badge(.men, 7), Badge(.women, 12)], [Badge(.men, 38), Badge(.women, 64)])
    for at: Int64 in [0, 500, 900, 1600, 2400, 3100] {
      // Whoever is announced, the pictures are the same.
      #expect(try seen(one, names: false, at: at).cells == seen(other, names: false, at: at).cells)
    }
    for at: Int64 in [0, 900, 3100, 3300, 4900, 5100, 5500] {
      let text = try seen(one, names: true, at: at).text
      #expect(!text.contains("王志超") && !text.contains("刘娜汝"))
      if at < 5000 { #expect(!text.contains("07") && !text.contains("12")) }
    }
    #expect(
      try seen(one, names: false, at: 6000).cells != seen(other, names: false, at: 6000).cells)
  }

  @Test(arguments: sizes) func `nothing ticks after it, and ten times a second at most meanwhile`(
    size: Size
  ) throws {
    var one = try Announcing(.english, size)
    #expect(one.wall.next == nil)
    try one.announce(1)
    var pictures = 0
    while let next = one.wall.next, pictures < 1000 {
      let before = one.stage.time.instant
      #expect(next > before)
      one.stage.pass(to: next)
      one.wall.pass(to: one.stage.time)
      pictures += 1
    }
    #expect((20...60).contains(pictures))
    #expect(one.wall.next == nil && one.wall.reveal == nil)
    let last = one.frame
    one.pass(3_600_000)
    #expect(one.frame == last)
  }

  @Test func `a wall that is opened later shows the pair at once`() throws {
    var one = try Announcing()
    try one.announce(1)
    var late = Wall(language: .chinese, width: Width(.narrow), at: one.stage.time)
    late.resize(Size(columns: 80, rows: 24))
    late.take(one.showing, at: one.stage.time)
    #expect(late.next == nil && late.moment == .last)
    #expect(late.view(late.size).text.contains("男07"))
  }

  @Test func `undo stops it at once, and leaves nothing of it`() throws {
    var one = try Announcing()
    let before = one.frame
    for at: Int64 in [0, 1000, 3500, 5200, 9000] {
      try one.announce(UInt64(at + 1), names: true)
      one.pass(at)
      one.takeBack()
      #expect(one.frame == before && one.wall.next == nil)
    }
  }

  @Test func `done again it comes again`() throws {
    var one = try Announcing()
    try one.announce(1)
    one.takeBack()
    try one.announce(1)
    #expect(one.wall.moment.bridge == 0 && one.wall.next != nil)
  }

  @Test func `the next pair begins its own, and the one before stands below`() throws {
    var one = try Announcing()
    try one.announce(1)
    one.pass(2000)
    try one.announce(2, [Badge(.men, 3), Badge(.women, 5)])
    #expect(one.wall.moment.bridge == 0)
    #expect(one.frame.text.contains("男07♥女12") && !one.frame.text.contains("男03"))
    one.pass(6000)
    #expect(one.frame.text.contains("男03"))
    one.takeBack()
    #expect(one.frame.text.contains("男07") && !one.frame.text.contains("男03"))
    #expect(one.wall.next == nil)
  }

  @Test(arguments: [Key.named(.enter), .named(.escape)])
  func `a key at the wall leaves it out`(key: Key) throws {
    var one = try Announcing()
    try one.announce(1)
    one.pass(900)
    let isLeft = one.wall.press(key, at: one.stage.time)
    #expect(!isLeft)
    #expect(one.wall.moment == .last && one.wall.next == nil)
    #expect(one.frame.text.contains("男07"))
  }

  @Test func `a wall that is frozen keeps its moment, one that is blank shows nothing`() throws {
    var one = try Announcing()
    try one.announce(1)
    one.pass(2000)
    _ = one.wall.press(.character(" "), at: one.stage.time)
    let frozen = one.frame
    one.pass(60_000)
    #expect(one.frame == frozen && one.wall.next == nil)
    _ = one.wall.press(.character(" "), at: one.stage.time)
    one.pass(0)
    #expect(one.wall.moment == .last && one.wall.next == nil)
    try one.announce(2)
    _ = one.wall.press(.character("b"), at: one.stage.time)
    #expect(one.ink == 0 && one.wall.next == nil)
  }

  @Test func `somebody else's slips, a resize and a lost file leave it as it goes`() throws {
    var one = try Announcing()
    try one.announce(1)
    one.pass(2000)
    let bridge = one.wall.moment.bridge
    one.showing.slips += 1
    one.wall.take(one.showing, at: one.stage.time)
    one.wall.lose(Phrase("不在", "away"), at: one.stage.time)
    one.wall.take(one.showing, at: one.stage.time)
    #expect(one.wall.moment.bridge == bridge)
    one.wall.resize(Size(columns: 20, rows: 5))
    #expect(one.wall.next == nil)
    one.wall.resize(Size(columns: 200, rows: 50))
    #expect(one.wall.moment.bridge == bridge && one.wall.next != nil)
  }

  @Test func `what began after the announcement takes the wall over`() throws {
    var one = try Announcing()
    let started = Stage.noon.milliseconds
    let phases: [(Phase, Bool)] = [
      (.running(since: Timestamp(milliseconds: started - 1), until: nil), true),
      (.running(since: Timestamp(milliseconds: started + 9), until: nil), false),
      (.paused(since: Timestamp(milliseconds: started - 1), left: nil), true),
      (.done(since: Stage.noon, at: Timestamp(milliseconds: started + 9)), false),
      (.done(since: Stage.noon, at: Stage.noon), true), (.waiting, true),
    ]
    for (phase, isPair) in phases {
      one.showing.pairs = []
      one.showing.programme = Programme([segment(.free, phase)])
      try one.announce(5)
      #expect((one.wall.card == .pairs) == isPair, "\(phase)")
    }
  }

  @Test(arguments: [Pools.two, .one]) func `in windows of any size, at every moment`(
    pools: Pools
  ) throws {
    let badges =
      pools == .two
      ? [Badge(.men, 7), Badge(.women, 99_999)] : [Badge(.everyone, 1), Badge(.everyone, 10_234)]
    for columns in [0, 1, 20, 39, 40, 41, 55, 80, 133, 260] {
      for rows in [0, 1, 9, 10, 11, 17, 24, 30, 47, 90] {
        for isPlain in [false, true] {
          var one = try Announcing(
            .english, Size(columns: columns, rows: rows), isPlain: isPlain, pools: pools)
          for number: UInt64 in 1...3 { try one.announce(number, names: true, badges) }
          for _ in 0..<15 {
            expectSound(one.frame)
            one.pass(450)
          }
        }
      }
    }
  }

  @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 240, rows: 70)], Language.allCases)
  func `as it looks`(size: Size, language: Language) throws {
    var one = try Announcing(language, size)
    try one.announce(1, [Badge(.men, 3), Badge(.women, 5)])
    try one.announce(2, names: true)
    for (name, milliseconds) in [
      ("1-opening", Int64(400)), ("2-bridge", 1600), ("3-coming", 2100), ("4-met", 1000),
      ("5-named", 1000),
    ] {
      one.pass(milliseconds)
      try Golden.expect(
        one.frame, "\(size.columns)x\(size.rows)/\(language.rawValue)/reveal-\(name)")
    }
  }
}
