import Canvas
import TestFrames
import TestSupport
import Testing

@Suite(.serialized) struct `The terminal's bytes, shown by another terminal` {
  init() throws { try Unterm.check() }

  @Test(arguments: 0..<60)
  func `show exactly the last frame`(seed: Int) throws {
    try compare(seed: UInt64(seed), width: Width(.narrow))
  }

  /// Of lines scrolled in, the other terminal cannot tell how far their text is indented.
  @Test(arguments: 2000..<2040)
  func `show the last frame where lines are scrolled instead of written anew`(seed: Int) throws {
    try compare(seed: UInt64(seed), width: Width(.narrow), scrolls: true)
  }

  /// The other terminal knows no wide ambiguous characters, so on the way there each becomes a Han
  /// character, which is as wide.
  @Test(arguments: 1000..<1030)
  func `show exactly the last frame where ambiguous characters are wide`(seed: Int) throws {
    try compare(seed: UInt64(seed), width: Width(.wide))
  }

  func compare(seed: UInt64, width: Width, scrolls: Bool = false) throws {
    var dice = Dice(seed: seed &+ 1000)
    let size = Size(columns: dice.roll(2...130), rows: dice.roll(2...50))
    let count = dice.roll(1...12)
    let player = try Pseudoterminal(
      ["frames", "\(seed)", "\(count)", width.ambiguous.rawValue], columns: size.columns,
      rows: size.rows,
      environment: [
        "TERM": scrolls ? "xterm-scrolls" : "xterm-unterm", "TERMINFO": try Unterm.terminfo(),
      ])
    var bytes = try player.output(until: "done")
    var own = Dice(seed: seed)
    let frames = Frame.sequence(count, size, width: width, dice: &own)
    let last = try #require(frames.last)
    var expected = (0..<size.rows).map { row in
      Unterm.trimmed(last.row(row).reduce(into: "") { $0 += $1.shown })
    }
    if width.ambiguous == .wide {
      bytes = Array(standingIn(String(decoding: bytes, as: UTF8.self)).utf8)
      expected = expected.map(standingIn)
    }
    var shown = try Unterm.rows(bytes, columns: size.columns, rows: size.rows)
    if scrolls {
      shown = shown.map { $0.filter { $0 != " " } }
      expected = expected.map { $0.filter { $0 != " " } }
    }
    #expect(shown == expected)
    #expect(player.outcome() == 0)
  }

  func standingIn(_ text: String) -> String {
    let narrow = Width(.narrow)
    let wide = Width(.wide)
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isAmbiguous =
        scalar.value >= 0xA0
        && narrow.columns(Character(scalar)) != wide.columns(Character(scalar))
      result.append(isAmbiguous ? "宽" : scalar)
    }
    return String(result)
  }
}

extension Cell {
  var shown: String {
    if case .lead(let character, _) = content { String(character) } else { "" }
  }
}
