import Characters
import Testing

@Suite struct `Plain text` {
  @Test(arguments: [
    ("a\u{200b}b", "ab", true), ("a\tb", "a b", false), ("a\r\nb\rc", "a\nb\nc", false),
    ("a\u{1b}[31mb", "a[31mb", true), ("a\u{85}b", "a\nb", false), ("a\u{9b}b", "ab", true),
    ("a\u{202e}b\u{2066}c", "abc", true), ("\u{feff}a", "a", true),
    ("\u{3164}a\u{ffa0}", "a", true),
    ("“张三”，。", "“张三”，。", false), ("葛\u{e0100}", "葛\u{e0100}", false), ("a\u{e0041}", "a", true),
    ("a\u{61c}b\u{ad}c\u{7f}", "abc", true), ("a\u{115f}b\u{180e}", "ab", true),
  ])
  func `plain text`(_ raw: String, _ text: String, _ lost: Bool) {
    #expect(Array(PlainText(raw).text.unicodeScalars) == Array(text.unicodeScalars))
    #expect(PlainText(raw).lostCharacters == lost)
  }

  @Test func `no character that must go slips past the quick look`() {
    for value in UInt32(0)...0x10ffff {
      guard let scalar = Unicode.Scalar(value), PlainText.isForbidden(scalar) else { continue }
      // Tabs and line ends become blanks; all others go.
      #expect(PlainText("张" + String(scalar)).text.trimmed == "张")
    }
  }
}
