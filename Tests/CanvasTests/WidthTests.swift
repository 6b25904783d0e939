import Glibc
import Testing

@testable import Canvas

let glibcVersion: String = {
  var name = [UInt8](repeating: 0, count: 64)
  let length = name.withUnsafeMutableBytes { bytes in
    confstr(
      Int32(_CS_GNU_LIBC_VERSION), bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
      bytes.count)
  }
  return String(decoding: name.prefix(max(0, length - 1)), as: UTF8.self)
}()

@Suite struct `Width of text` {
  let narrow = Width(.narrow)
  let wide = Width(.wide)

  @Test(arguments: [
    ("王志超", 6), ("测\u{323AF}", 4), ("\u{31350}\u{323AF}", 4), ("𰻞𱁬", 4), ("\u{E000}王", 3),
    ("abc", 3),
    ("，Ａ", 4), ("\u{2FFFD}", 2), ("", 0), ("e\u{301}\u{323AF}", 3),
  ])
  func `a command leaves to the terminal what the screen has to spell out`(
    text: String, columns: Int
  ) {
    #expect(narrow.columns(written: text) == columns)
  }

  /// ncurses lays out by glibc, so a disagreement would shift every character after it.
  @Test(.enabled(if: glibcVersion == "glibc 2.36", "the table is that of glibc 2.36"))
  func `the table agrees with glibc on every code point`() throws {
    try #require(setlocale(LC_CTYPE, "C.UTF-8") != nil)
    // From the library itself: the terminal defines a `wcwidth` of its own.
    let symbol = try #require(dlsym(dlopen("libc.so.6", RTLD_NOW), "wcwidth"))
    let wcwidth = unsafeBitCast(symbol, to: (@convention(c) (wchar_t) -> Int32).self)
    var disagreements: [UInt32] = []
    for code: UInt32 in 0..<0x110000 where !(0xD800...0xDFFF).contains(code) {
      let ours: Int32 =
        switch Width.kind(code) {
        case .zero: 0
        case .narrow, .ambiguous: 1
        case .wide: 2
        case .unprintable: -1
        }
      let isPrivate = Unicode.Scalar(code)?.properties.generalCategory == .privateUse
      if ours != (isPrivate ? -1 : wcwidth(wchar_t(code))) { disagreements.append(code) }
    }
    #expect(disagreements.isEmpty)
  }

  @Test func `a Han character takes two columns and an ASCII letter one`() {
    #expect(narrow.columns("鹊桥 Queqiao") == 12)
    #expect(narrow.columns("𠮷") == 2)
    #expect(narrow.columns("") == 0)
  }

  @Test func `an ambiguous character takes what the terminal gives it`() {
    for text in ["·", "…", "●", "“", "─", "ǎ", "①", "×"] {
      #expect(narrow.columns(text) == 1)
      #expect(wide.columns(text) == 2)
    }
  }

  @Test func `the sign that text was cut is as wide as it is drawn`() {
    #expect(narrow.ellipsis == "…" && narrow.columns(narrow.ellipsis) == 1)
    #expect(wide.ellipsis == ".." && wide.columns(wide.ellipsis) == 2)
    #expect(wide.truncated("王志超", to: 5) == "王..")
    #expect(wide.truncated("王志超", to: 4) == "王..")
    #expect(wide.truncated("王志超", to: 1) == "")
    #expect(wide.truncated("王志超", to: 6) == "王志超")
  }

  @Test func `marks take no column and stay with their base`() {
    #expect(narrow.columns("e\u{301}a\u{308}\u{304}") == 2)
    let glyphs = Array(narrow.glyphs("e\u{301}王"))
    #expect(glyphs.map(\.character) == ["e\u{301}", "王"])
  }

  @Test func `the fifth mark and those after it are dropped`() {
    let glyphs = Array(narrow.glyphs("o" + String(repeating: "\u{302}", count: 40) + "k"))
    #expect(glyphs.map(\.columns) == [1, 1])
    #expect(glyphs[0].character.unicodeScalars.count == 5)
  }

  @Test func `a mark alone stands on a dotted circle`() {
    let glyphs = Array(narrow.glyphs("\u{301}"))
    #expect(glyphs == [Glyph(character: "\u{25CC}\u{301}", columns: 1)])
  }

  @Test(arguments: ["\u{31350}", "\u{2EBF0}", "\u{E000}", "\u{F0000}"])
  func `a character nobody can measure is named, never blank`(rare: String) throws {
    let code = try #require(rare.unicodeScalars.first).value
    let shown = String(narrow.glyphs("王" + rare).map(\.character))
    #expect(shown == "王〓U+" + String(code, radix: 16, uppercase: true))
  }

  @Test(arguments: [
    ("👩‍👩‍👧", "👩"), ("👍🏽", "👍"), ("❤️‍🔥", "❤"), ("1️⃣", "1"), ("🇨🇳x", "〓x"), ("😀", "😀"),
  ])
  func `an emoji sequence becomes something of an agreed width`(text: String, shown: String) {
    #expect(String(narrow.glyphs(text).map(\.character)) == shown)
  }

  @Test func `a conjunct of two spacing letters takes the columns glibc gives both`() {
    #expect(Array(narrow.glyphs("क्ष")).map(\.columns) == [1, 1])
  }

  @Test func `controls and bidirectional marks never become glyphs`() {
    let text = "a\u{1B}[31m\u{202E}b\u{200B}\u{9B}\u{7F}c\td\ne"
    #expect(String(narrow.glyphs(text).map(\.character)) == "a[31mbc d e")
  }

  @Test func `the ambiguous ranges are the wide terminal's difference`() {
    let pairs = stride(from: 0, to: Width.ambiguousRanges.count, by: 2).map {
      Width.ambiguousRanges[$0]...Width.ambiguousRanges[$0 + 1]
    }
    #expect(pairs.contains { $0.contains(0xB7) })
    #expect(pairs.allSatisfy { Width.kind($0.lowerBound) == .ambiguous })
    #expect(pairs.allSatisfy { Width.kind($0.upperBound) == .ambiguous })
  }
}
