import Canvas
import Testing

@testable import BigScreen

@Suite struct `Characters of dots` {
  private func picture(_ dots: Dots) -> [String] {
    (0..<dots.rows).map { row in
      String((0..<dots.columns).map { dots[$0, row] ? "#" : "." })
    }
  }

  @Test func `are those of the font`() throws {
    // 3400:0440044004400440044004407C7C0440…: 16 rows of two bytes, the leftmost dot the highest bit.
    let glyph = try #require(DotFont.glyph("\u{3400}"))
    #expect(glyph.columns == 16 && glyph.rows == 16)
    #expect(picture(glyph)[0] == ".....#...#......")
    #expect(picture(glyph)[6] == ".#####...#####..")
    // 2026 is a mark of eight columns.
    #expect(DotFont.glyph("…")?.columns == 8)
    #expect(picture(try #require(DotFont.glyph("…")))[12] == ".#..#..#")
  }

  @Test func `are there for every Han of the basic block and of extension A`() {
    for value in Array(UInt32(0x4e00)...0x9fa5) + Array(0x3400...0x4db5) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let glyph = DotFont.glyph(scalar)
      #expect(glyph?.columns == 16, "\(scalar)")
      #expect(
        glyph.map { dots in picture(dots).contains { $0.contains("#") } } == true, "\(scalar)")
    }
  }

  @Test(arguments: ["王", "鹊", "赟", "龘", "〇", "é", "ß", "Z", "7", "！", "　", "《", "·", "—"])
  func `are there for what titles have`(character: Character) throws {
    #expect(DotFont.glyph(try #require(character.unicodeScalars.first)) != nil)
  }

  @Test(arguments: ["𠮷", "🎉", "\u{200b}", "\u{0}", "\u{10ffff}", "\u{e000}", "عربي", "한"])
  func `a text with others is left to the terminal's own letters`(text: String) {
    #expect(DotText("七夕" + text) == nil)
  }

  static let lines: [(String, Int, [Int])] = [
    ("七夕联谊", 80, [64]), ("七夕联谊·金沙湾", 80, [64, 48]), ("七夕联谊·金沙湾", 160, [120]),
    ("七夕联谊会", 64, [48, 32]), ("Mutual picks", 80, [48, 40]), ("Table rounds", 96, [96]),
    ("欢迎，各位", 64, [48, 32]), ("A", 8, [8]), ("第3轮", 80, [40]),
  ]

  @Test(arguments: lines) func `are broken evenly, where words end`(
    text: String, width: Int, widths: [Int]
  ) throws {
    let lines = try #require(DotText(text)?.lines(within: width, most: 2))
    #expect(lines.map(\.columns) == widths)
  }

  /// A title of two parts, and a width that it is broken at.
  static let titles: [(first: String, second: String, width: Int)] = [
    ("春天的约会——", "市总工会单身职工联谊", 196), ("鹊桥：", "金沙湾市总工会七夕联谊会", 196),
    ("缘来是你—", "第三届", 100), ("Spring mixer: ", "all the city's unions", 240),
    ("七夕·金沙湾——", "遇见", 130), ("2026：春天——", "遇见你", 110),
  ]

  @Test(arguments: titles) func `a title of two parts is broken between them`(
    first: String, second: String, width: Int
  ) throws {
    let lines = try #require(DotText(first + second)?.lines(within: width, most: 2))
    let parts = try [first, second].map { part in
      try #require(DotText(part)?.lines(within: width, most: 1)?.first)
    }
    #expect(lines.map(\.columns) == parts.map(\.columns))
    #expect(lines.map(picture) == parts.map(picture))
  }

  @Test(arguments: [
    ("鹊桥——金沙湾市总工会单身职工七夕", 160), ("19:30 begins the mixer", 120), ("七夕联谊——", 64),
    ("——七夕联谊会", 64),
  ])
  func `where a part is wider than a line, or is none, it is broken evenly`(
    text: String, width: Int
  ) throws {
    let lines = try #require(DotText(text)?.lines(within: width, most: 2))
    #expect(lines.count == 2 && lines.allSatisfy { $0.columns <= width })
    #expect(abs(lines[0].columns - lines[1].columns) <= 64)
  }

  @Test func `a word wider than the wall is not broken`() {
    #expect(DotText("Announcement")?.lines(within: 80, most: 3) == nil)
    #expect(DotText("七夕联谊")?.lines(within: 32, most: 1) == nil)
    #expect(DotText("") == nil)
  }

  @Test(arguments: [2, 3, 4, 6]) func `larger, they cover what they did`(factor: Int) throws {
    let glyph = try #require(DotFont.glyph("永"))
    let larger = glyph.scaled(by: factor)
    #expect(larger.columns == 16 * factor && larger.rows == 16 * factor)
    // The middle of each dot stays, where there is one.
    guard factor == 3 else { return }
    for row in 0..<16 {
      for column in 0..<16 {
        #expect(larger[3 * column + 1, 3 * row + 1] == glyph[column, row])
      }
    }
  }
}
