import Canvas
import Testing

@Suite struct `Cleaned text` {
  @Test(arguments: [
    "\u{1B}[2J", "\u{9B}", "\u{7F}", "\u{0}", "\u{202E}", "\u{2066}", "\u{200F}", "\u{200B}",
    "\u{200D}", "\u{FEFF}", "\u{AD}", "\u{3164}", "\u{FE0F}", "\u{E0041}", "\u{61C}",
  ])
  func `has no hidden character`(hidden: String) throws {
    let hostile = try #require(hidden.unicodeScalars.first)
    let cleaned = "王\(hidden)超".cleaned()
    #expect(!cleaned.unicodeScalars.contains(hostile))
    #expect(cleaned.hasPrefix("王") && cleaned.hasSuffix("超"))
  }

  @Test func `is one line, or keeps its lines`() {
    let text = "一\r\n二\r三\n四\u{2028}五\u{85}六\t七"
    #expect(text.cleaned() == "一 二 三 四 五 六 七")
    #expect(text.cleaned(keepingNewlines: true) == "一\n二\n三\n四\n五\n六\t七")
  }

  @Test func `is in NFC`() {
    #expect(Array("e\u{301}".cleaned().unicodeScalars) == ["\u{E9}"])
    #expect(Array("\u{1112}\u{1161}\u{11AB}".cleaned().unicodeScalars) == ["\u{D55C}"])
  }

  @Test func `cleaned twice is cleaned once`() {
    let text = "a\u{202E}\r\nb\u{200D}e\u{301}\t"
    #expect(text.cleaned().cleaned() == text.cleaned())
  }

  @Test func `leaves names of every kind as they are`() {
    for name in ["王志超", "阿依古丽·买买提", "𠮷野", "\u{31350}", "O'Neil", "Đặng"] {
      #expect(name.cleaned() == name)
    }
  }
}
