import Testing

@testable import Characters

@Suite struct `What a character is` {
  @Test(
    arguments: [
      ("〇", true), ("一", true), ("鿿", true), ("㐀", true), ("䶿", true), ("𠀀", true),
      ("\u{3ffff}", true),
      ("\u{f900}", true), ("\u{faff}", true), ("\u{33ff}", false), ("\u{4dc0}", false),
      ("\u{a000}", false), ("\u{1ffff}", false), ("、", false), ("の", false), ("한", false),
      ("a", false),
    ] as [(Unicode.Scalar, Bool)])
  func `Han is told from the rest, in every plane`(scalar: Unicode.Scalar, isHan: Bool) {
    #expect(scalar.isHan == isHan)
  }

  @Test(
    arguments: [
      ("！", "!"), ("～", "~"), ("｝", "}"), ("Ａ", "A"), ("０", "0"), ("　", " "),
      ("\u{ff5f}", "\u{ff5f}"),
      ("\u{ff00}", "\u{ff00}"), ("王", "王"), ("a", "a"),
    ] as [(Unicode.Scalar, Unicode.Scalar)])
  func `full-width forms have their half-width ones`(wide: Unicode.Scalar, narrow: Unicode.Scalar) {
    #expect(wide.narrowed == narrow)
  }

  @Test func `blanks are spaces of every width and line ends, and nothing that shows`() {
    let blanks: [Unicode.Scalar] = [
      " ", "\t", "\n", "\r", "\u{b}", "\u{c}", "\u{85}", "\u{a0}", "\u{1680}", "\u{2000}",
      "\u{200a}",
      "\u{2028}", "\u{2029}", "\u{202f}", "\u{205f}", "\u{3000}",
    ]
    for scalar in blanks { #expect(scalar.isBlank) }
    let others: [Unicode.Scalar] = [
      "a", "王", "\u{200b}", "\u{1fff}", "\u{3001}", "·", "\u{8}", "\u{e}",
    ]
    for scalar in others { #expect(!scalar.isBlank) }
  }

  @Test(arguments: [
    ("", ""), (" a ", "a"), ("\u{3000}王", "王"), ("王\u{3000}", "王"), ("\u{3000}王 伟\u{3000}", "王 伟"),
    ("\t\r\n王\u{a0}", "王"), ("王", "王"),
    ("   ", ""),
    ("\u{3000}", ""), ("a\u{2003}", "a"), ("\u{2003}a", "a"), ("\u{85}a\u{1680}", "a"),
    ("\u{200b}a", "\u{200b}a"), ("é ", "é"), (" 、", "、"), ("ー", "ー"),
  ])
  func `blanks at either end are taken off, the ideographic space among them`(
    text: String, trimmed: String
  ) {
    #expect(text.trimmed == trimmed)
  }

  @Test(arguments: [
    ("王志超", 3, "王志超"), ("王志超", 2, "王…"), ("王志超", 1, "…"), ("abc", 3, "abc"), ("abcd", 3, "ab…"),
    ("e\u{301}e\u{301}", 2, "e\u{301}e\u{301}"), ("", 1, ""), ("王志", 6, "王志"),
  ])
  func `a text that is too long ends in an ellipsis within its length`(
    text: String, limit: Int, shortened: String
  ) {
    #expect(text.shortened(to: limit) == shortened)
  }
}
