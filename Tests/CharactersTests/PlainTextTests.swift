import Foundation
import Testing

@testable import Characters

/// One table for everything that comes in or goes out.
@Suite struct `Plain text` {
  static let table: [(raw: String, kept: String, joined: String, lost: Bool)] = [
    // Whatever drives a terminal.
    ("a\u{1b}[31mb", "a[31mb", "a[31mb", true), ("a\u{9b}b", "ab", "ab", true),
    ("a\u{0}b\u{7}c\u{7f}", "abc", "abc", true), ("\u{1b}]2;x\u{7}", "]2;x", "]2;x", true),
    // Whatever turns the reading round, or hides.
    ("a\u{202e}b\u{2066}c\u{2069}", "abc", "abc", true), ("a\u{61c}b\u{200f}c", "abc", "abc", true),
    ("a\u{200b}b\u{200d}c\u{2060}", "abc", "abc", true), ("\u{feff}a\u{ad}", "a", "a", true),
    ("\u{3164}a\u{ffa0}", "a", "a", true), ("a\u{115f}b\u{180e}", "ab", "ab", true),
    ("a\u{e0041}\u{e0fff}", "a", "a", true), ("a\u{34f}b\u{17b4}", "ab", "ab", true),
    ("\u{fff9}a\u{fffb}\u{1d173}", "a", "a", true),
    // Blanks and line ends of every system.
    ("a\tb", "a b", "a b", false), ("a\r\nb\rc\nd", "a\nb\nc\nd", "a b c d", false),
    ("a\u{85}b\u{2028}c\u{2029}d\u{b}e\u{c}", "a\nb\nc\nd\ne\n", "a b c d e ", false),
    ("a\r\r\n\nb", "a\n\n\nb", "a   b", false),
    // Composed, but not at the cost of a name's own form.
    ("e\u{301}", "\u{e9}", "\u{e9}", false),
    ("\u{1112}\u{1161}\u{11ab}", "\u{d55c}", "\u{d55c}", false),
    ("か\u{3099}", "が", "が", false), ("\u{212b}", "\u{c5}", "\u{c5}", false),
    ("\u{f929}\u{2f81a}", "\u{f929}\u{2f81a}", "\u{f929}\u{2f81a}", false),
    ("葛\u{e0100}城", "葛\u{e0100}城", "葛\u{e0100}城", false),
    ("喜\u{fe0f}", "喜\u{fe0f}", "喜\u{fe0f}", false),
    // Names and sentences of every kind stay as they are.
    ("王志超", "王志超", "王志超", false), ("阿依古丽·买买提", "阿依古丽·买买提", "阿依古丽·买买提", false),
    ("𠮷野\u{31350}", "𠮷野\u{31350}", "𠮷野\u{31350}", false),
    ("“张三”，1米75。……—— 😀", "“张三”，1米75。……—— 😀", "“张三”，1米75。……—— 😀", false),
    ("O'Neil Đặng", "O'Neil Đặng", "O'Neil Đặng", false), ("", "", "", false),
  ]

  @Test(arguments: table)
  func `has nothing that deceives`(raw: String, kept: String, joined: String, lost: Bool) {
    #expect(Array(PlainText(raw).text.unicodeScalars) == Array(kept.unicodeScalars))
    #expect(Array(raw.cleaned().unicodeScalars) == Array(joined.unicodeScalars))
    #expect(PlainText(raw).lostCharacters == lost)
    #expect(PlainText(kept) == PlainText(PlainText(kept).text))
    #expect(!PlainText(kept).lostCharacters)
  }

  @Test func `no scalar that is changed slips past the quick look`() {
    for value in UInt32(0)...0x10ffff {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "e" + String(scalar)
      let isTouched =
        scalar.isHostile || scalar == "\t" || scalar.endsLine
        || (!scalar.isCompatibilityIdeograph
          && Array(text.precomposedStringWithCanonicalMapping.unicodeScalars)
            != Array(text.unicodeScalars))
        || (scalar.properties.canonicalCombiningClass != .notReordered)
      if isTouched, !PlainText.needsCare(text) { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  @Test func `no hostile scalar stays, and nothing else is lost`() {
    for value in UInt32(0)...0x10ffff {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let plain = PlainText("张" + String(scalar))
      let goes = scalar.isHostile && scalar != "\t" && !scalar.endsLine
      if plain.lostCharacters != goes || plain.text.unicodeScalars.contains(where: \.isHostile) {
        if plain.text != "张\n" { Issue.record("U+\(String(value, radix: 16))") }
      }
    }
  }
}
