import Canvas
import TestFrames
import TestSupport
import Testing

func decode(_ text: String) -> [Key] {
  decode(Array(text.utf8))
}

func decode(_ bytes: [UInt8]) -> [Key] {
  var decoder = KeyDecoder()
  return decoder.feed(bytes) + decoder.flush()
}

@Suite struct `Keys from bytes` {
  @Test(arguments: [
    // xterm, in both cursor modes; with modifiers the key stays what it is
    ("\u{1B}[A", Key.Named.up), ("\u{1B}OB", .down), ("\u{1B}[1;5C", .right), ("\u{1B}[D", .left),
    ("\u{1B}[H", .home), ("\u{1B}OF", .end), ("\u{1B}[5~", .pageUp), ("\u{1B}[6;3~", .pageDown),
    ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete), ("\u{1B}[Z", .backTab), ("\u{1B}OP", .f1),
    ("\u{1B}OR", .f3), ("\u{1B}[1;2S", .f4), ("\u{1B}[1;2R", .f3), ("\u{1B}[15~", .f5),
    ("\u{1B}[24~", .f12), ("\u{1B}OM", .enter),
    // the Linux console
    ("\u{1B}[[A", .f1), ("\u{1B}[[E", .f5), ("\u{1B}[17~", .f6), ("\u{1B}[1~", .home),
    ("\u{1B}[4~", .end),
    // rxvt
    ("\u{1B}[7~", .home), ("\u{1B}[8~", .end), ("\u{1B}[a", .up), ("\u{1B}Od", .left),
    ("\u{1B}[11~", .f1), ("\u{1B}[3$", .delete), ("\u{1B}[5^", .pageUp), ("\u{1B}[14~", .f4),
    // single bytes
    ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{08}", .backspace),
    ("\u{1B}", .escape),
  ])
  func `a named key is known in every terminal's form`(bytes: String, key: Key.Named) {
    #expect(decode(bytes) == [.named(key)])
  }

  @Test func `Control and Alt hold letters`() {
    #expect(decode("\u{12}\u{1A}\u{03}") == [.control("r"), .control("z"), .control("c")])
    #expect(decode([0x00, 0x1F]) == [.control(" "), .control("_")])
    #expect(decode("\u{1B}x") == [.alt("x")])
    #expect(decode("\u{1B}3\u{1B}~\u{1B} ") == [.alt("3"), .alt("~"), .alt(" ")])
    #expect(decode("\u{1B}\r\u{1B}\t") == [.named(.enter), .named(.tab)])
    #expect(decode("\u{1B}[") == [.alt("[")])
    #expect(decode("\u{1B}O") == [.alt("O")])
    #expect(decode("\u{1B}\u{7F}\u{1B}\u{08}") == [.control("w"), .control("w")])
  }

  @Test func `Esc twice and Esc before an arrow are keys of their own`() {
    #expect(decode("\u{1B}\u{1B}") == [.named(.escape), .named(.escape)])
    #expect(decode("\u{1B}\u{1B}[A") == [.named(.escape), .named(.up)])
  }

  /// What an input method wrote, or a key of another alphabet: nobody holds Alt with it.
  @Test(arguments: [
    "王", "？", "，", "。", "７", "ａ", "の", "한", "é", "ж", "𠮷", "王伟", "王\u{1B}", "·",
  ])
  func `Esc and a character of an input method in one packet are two keys`(text: String) {
    #expect(decode("\u{1B}" + text) == [.named(.escape)] + decode(text))
  }

  @Test(
    arguments: [
      [0xFF], [0x80], [0xC0, 0x41], [0xE7, 0x8E], [0xE7], [0xF0, 0x9F], [0xC3, 0x28], [0xED, 0xA0],
    ] as [[UInt8]])
  func `Esc before a broken byte is Esc, and after one as well`(bytes: [UInt8]) {
    let broken = decode(bytes)
    #expect(broken.contains(.character("\u{FFFD}")))
    #expect(decode([0x1B] + bytes) == [.named(.escape)] + broken)
    #expect(decode(bytes + [0x1B]) == broken + [.named(.escape)])
    #expect(decode(bytes + Array("\u{1B}[A".utf8)) == broken + [.named(.up)])
    #expect(decode([0x1B] + bytes + [0x1B, 0x1B]).suffix(2) == [.named(.escape), .named(.escape)])
  }

  @Test(arguments: [
    // Whether an Esc was pressed is in doubt.
    ("\u{1B}", KeyDecoder.Wait.escape), ("\u{1B}[", .escape), ("\u{1B}O", .escape),
    ("\u{1B}]", .escape), ("\u{1B}]0;x", .escape), ("\u{1B}P", .escape), ("a\u{1B}", .escape),
    // Nobody types half of these.
    ("\u{1B}[1", .rest), ("\u{1B}[1;5", .rest), ("\u{1B}[<0;3;2", .rest), ("\u{1B}[<", .rest),
    ("\u{1B}[M", .rest), ("\u{1B}[M !", .rest), ("\u{1B}[[", .rest), ("\u{1B}[20", .rest),
    ("\u{1B}[2;3", .rest), ("\u{1B}[200", .rest),
    ("\u{1B}[200~", .pasteEnd), ("\u{1B}[200~王\u{1B}", .pasteEnd),
    ("\u{1B}[200~a\u{1B}[20", .pasteEnd),
    ("", nil), ("a", nil), ("王", nil), ("\u{1B}[A", nil), ("\u{1B}x", nil),
    ("\u{1B}[200~a\u{1B}[201~", nil),
  ])
  func `only a lone Esc is in doubt, the rest is on its way`(text: String, wait: KeyDecoder.Wait?) {
    var decoder = KeyDecoder()
    _ = decoder.feed(Array(text.utf8))
    #expect(decoder.wait == wait)
    _ = decoder.giveUp()
    #expect(decoder.wait == nil)
    let next = decoder.feed(Array("\u{1B}[A王".utf8))
    #expect(next == [.named(.up), .character("王")])
  }

  @Test(arguments: [[0xE7], [0xE7, 0x8E], [0xF0], [0xF0, 0xA0, 0xAE], [0xC3]] as [[UInt8]])
  func `half a character waits for its rest`(half: [UInt8]) {
    var decoder = KeyDecoder()
    let none = decoder.feed(half)
    #expect(none.isEmpty && decoder.wait == .rest)
    let given = decoder.giveUp()
    #expect(given == half.map { _ in .character("\u{FFFD}") })
  }

  @Test func `a report of the mouse may be cut anywhere`() {
    for report in ["\u{1B}[<0;12;3M", "\u{1B}[<64;1;1M", "\u{1B}[M !!"].map({ Array($0.utf8) }) {
      let whole = decode(report)
      for place in 2..<report.count {
        var decoder = KeyDecoder()
        let keys = decoder.feed(report[..<place])
        #expect(keys.isEmpty && decoder.wait == (place == 2 ? .escape : .rest))
        let rest = decoder.feed(report[place...])
        #expect(rest == whole)
      }
    }
  }

  @Test func `a lone Esc waits for what may follow`() {
    var decoder = KeyDecoder()
    let first = decoder.feed([0x1B])
    #expect(first.isEmpty && decoder.isWaiting)
    let second = decoder.feed(Array("[A".utf8))
    #expect(second == [.named(.up)])
    #expect(!decoder.isWaiting)
  }

  @Test func `the mouse presses, scrolls, and is silent otherwise`() {
    #expect(decode("\u{1B}[<0;12;3M") == [.mouse(.press, Point(column: 11, row: 2))])
    #expect(decode("\u{1B}[<64;1;1M") == [.mouse(.scrollUp, Point(column: 0, row: 0))])
    #expect(decode("\u{1B}[<81;300;1M") == [.mouse(.scrollDown, Point(column: 299, row: 0))])
    #expect(decode("\u{1B}[<0;12;3m\u{1B}[<2;1;1M\u{1B}[<32;1;1M\u{1B}[<0;0;0M").isEmpty)
    #expect(decode("\u{1B}[M !!x") == [.mouse(.press, Point(column: 0, row: 0)), .character("x")])
  }

  @Test func `an unknown sequence is swallowed whole and nothing after it`() {
    #expect(decode("\u{1B}[?1;2c\u{1B}[99~\u{1B}[I\u{1B}[2;3Rx") == [.character("x")])
    #expect(decode("\u{1B}[12\u{1B}[A") == [.named(.up)])
  }

  @Test func `an endless sequence is dropped`() {
    for piece in [1, 7, 10_000] {
      var decoder = KeyDecoder()
      var keys: [Key] = []
      let bytes = Array("\u{1B}[".utf8) + [UInt8](repeating: 0x31, count: 10_000)
      for start in stride(from: 0, to: bytes.count, by: piece) {
        keys += decoder.feed(bytes[start..<min(start + piece, bytes.count)])
      }
      #expect(keys.allSatisfy { $0 == .character("1") })
      // Nobody waits for its end.
      let next = decoder.feed([0x78])
      #expect(decoder.wait == nil && next == [.character("x")])
    }
  }

  @Test func `marks that come with their base are one grapheme`() {
    #expect(decode("e\u{301}x") == [.character("e\u{301}"), .character("x")])
    #expect(decode("\u{301}") == [.character("\u{301}")])
  }

  @Test func `zero-width and bidirectional characters are not keys`() {
    #expect(decode("\u{202E}a\u{200B}\u{9B}b") == [.character("a"), .character("b")])
  }

  @Test(
    arguments: [
      ("？", "?"), ("：", ":"), ("／", "/"), ("７", "7"), ("、", "/"), ("　", " "), ("ｑ", "q"),
      ("王", "王"),
    ] as [(Character, Character)])
  func `full-width forms count as ASCII outside of text fields`(
    typed: Character, folded: Character
  ) {
    #expect(Key.character(typed).folded == .character(folded))
  }

  @Test func `a report of the cursor's place is found between keys and is none`() {
    var decoder = KeyDecoder()
    let keys = decoder.feed(Array("a\u{1B}[A\u{1B}[2;".utf8)) + decoder.feed(Array("5Rb".utf8))
    #expect(keys == [.character("a"), .named(.up), .character("b")])
    #expect(decoder.reportedColumn == 5)
  }
}

@Suite struct `UTF-8 from a terminal` {
  @Test(
    arguments: [
      [0x80], [0xFF], [0xC0, 0xAF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
      [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80], [0xE4, 0xB8],
    ] as [[UInt8]])
  func `each wrong byte is one replacement and the next key is whole`(bytes: [UInt8]) {
    let wrong = [Key](repeating: .character("\u{FFFD}"), count: bytes.count)
    #expect(decode(bytes + Array("王\u{1B}[A".utf8)) == wrong + [.character("王"), .named(.up)])
  }

  @Test func `every scalar is read as itself`() {
    let samples: [Unicode.Scalar] = ["!", "é", "王", "\u{FFFF}", "\u{10FFFF}", "𠮷", "\u{800}"]
    for scalar in samples {
      #expect(decode(String(scalar)) == [.character(Character(scalar))])
    }
  }

  @Test func `what is read does not depend on how the bytes were split`() {
    var dice = Dice(seed: 5)
    for _ in 0..<400 {
      let bytes = Self.stream(&dice)
      var decoder = KeyDecoder()
      var keys: [Key] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let piece = rest.prefix(dice.roll(1...6))
        keys += decoder.feed(piece)
        rest = rest.dropFirst(piece.count)
      }
      keys += decoder.flush() + decoder.endPaste()
      var whole = KeyDecoder()
      let expected = whole.feed(bytes) + whole.flush() + whole.endPaste()
      #expect(Self.spoken(keys) == Self.spoken(expected))
    }
  }

  /// Marks may come as keys of their own when they come late, so runs of characters are compared.
  static func spoken(_ keys: [Key]) -> [String] {
    keys.reduce(into: [""]) { lines, key in
      if case .character(let character) = key {
        lines[lines.count - 1] += String(character)
      } else {
        lines += ["\(key)", ""]
      }
    }
  }

  /// Keys, text, pastes and noise.
  static func stream(_ dice: inout Dice) -> [UInt8] {
    let pieces: [String] = [
      "王", "e\u{301}", "\u{1B}", "\u{1B}[A", "\u{1B}OP", "\u{1B}[15~", "\u{1B}[<0;3;4M", "a", "\r",
      "\u{1B}[200~", "\u{1B}[201~", "\u{1B}[2", "𠮷", "\u{1B}[[A", "\u{1B}[M !!", "O", "[", "~",
    ]
    return (0..<dice.roll(0...30)).reduce(into: []) { bytes, _ in
      if dice.roll(0...3) == 0 {
        bytes.append(UInt8(dice.roll(0...255)))
      } else {
        bytes += Array(dice.pick(pieces).utf8)
      }
    }
  }
}

@Suite struct `A bracketed paste` {
  @Test func `is one key, split anywhere`() {
    let bytes = Array("\u{1B}[200~七夕\n\u{1B}[31m\u{202E}x\u{1B}[201~y".utf8)
    for place in 0...bytes.count {
      var decoder = KeyDecoder()
      let keys = decoder.feed(bytes[..<place]) + decoder.feed(bytes[place...])
      #expect(keys == [.paste("七夕\n[31mx"), .character("y")])
    }
  }

  @Test func `is cut at its limit and still ends`() {
    var decoder = KeyDecoder(pasteLimit: 4)
    let keys = decoder.feed(Array("\u{1B}[200~abcdefgh\u{1B}[201~z".utf8))
    #expect(keys == [.paste("abcd"), .character("z")])
  }

  @Test func `is not ended by the time-out, but can be given up`() {
    var decoder = KeyDecoder()
    let begun = decoder.feed(Array("\u{1B}[200~abc\u{1B}[20".utf8)) + decoder.flush()
    #expect(begun.isEmpty && decoder.isPasting)
    let ended = decoder.endPaste() + decoder.feed([0x61])
    #expect(ended == [.paste("abc[20"), .character("a")])
  }

  @Test(arguments: [
    ("七夕", "七夕"), ("", ""), ("a\rb\tc\u{7}", "a\nb c"), ("\u{1B}x\u{1B}", "x"),
    ("王\u{1B}[31m", "王[31m"),
    ("x\u{1B}[200~y", "xy"), ("\u{1B}[200~\u{1B}[200~z", "z"),
  ])
  func `whose end never comes gives its text, and the keyboard works again`(
    pasted: String, text: String
  ) {
    var decoder = KeyDecoder()
    let none = decoder.feed(Array("\u{1B}[200~\(pasted)".utf8))
    #expect(none.isEmpty && decoder.wait == .pasteEnd)
    let given = decoder.giveUp()
    #expect(given == [.paste(text)])
    let next = decoder.feed(Array("\u{1B}[A王\u{1B}[200~b\u{1B}[201~".utf8))
    #expect(next == [.named(.up), .character("王"), .paste("b")])
    // Its end, should it come after all, is nobody's key.
    let late = decoder.feed(Array("\u{1B}[201~c".utf8))
    #expect(late == [.character("c")])
  }

  @Test(arguments: [[0xE7], [0xE7, 0x8E], [0xF0, 0xA0, 0xAE], [0x80, 0xE7]] as [[UInt8]])
  func `that breaks off in a character has no half of it`(half: [UInt8]) {
    var decoder = KeyDecoder()
    _ = decoder.feed(Array("\u{1B}[200~王".utf8) + half)
    let given = decoder.giveUp()
    #expect(given == [.paste("王" + (half[0] == 0x80 ? "\u{FFFD}" : ""))])
  }

  @Test func `that is too long comes with as much as it may, at once, and the rest is no key`() {
    var decoder = KeyDecoder(pasteLimit: 7)
    // Two characters and a third of the next.
    let given = decoder.feed(Array("\u{1B}[200~七夕王q\r".utf8))
    #expect(given == [.paste("七夕")])
    let rest = decoder.feed(Array("\r\u{1B}[A\u{1B}[200~q".utf8))
    #expect(rest.isEmpty && decoder.wait == .pasteEnd)
    let end = decoder.feed(Array("q\u{1B}[201~x".utf8))
    #expect(end == [.character("x")])
    // Or its end never comes.
    let second = decoder.feed(Array("\u{1B}[200~牵手王".utf8))
    #expect(second == [.paste("牵手")])
    let nothing = decoder.giveUp() + decoder.feed([0x79])
    #expect(nothing == [.character("y")])
    let again = decoder.feed(Array("\u{1B}[200~ab\u{1B}[201~".utf8))
    #expect(again == [.paste("ab")])
  }

  @Test func `after another is a key of its own`() {
    #expect(
      decode("\u{1B}[200~a\u{1B}[201~\u{1B}[200~b\u{1B}[201~c\u{1B}[200~\u{1B}[201~")
        == [.paste("a"), .paste("b"), .character("c"), .paste("")])
  }

  @Test func `of a megabyte is whole`() {
    let text = String(repeating: "分久必合，", count: (1 << 20) / 15)
    var decoder = KeyDecoder()
    var keys: [Key] = []
    var bytes = Array("\u{1B}[200~\(text)\u{1B}[201~x".utf8)[...]
    while !bytes.isEmpty {
      keys += decoder.feed(bytes.prefix(4096))
      bytes = bytes.dropFirst(4096)
    }
    #expect(keys == [.paste(text), .character("x")])
  }

  @Test func `has controls and the beginnings of other pastes taken out`() {
    let bytes = "\u{1B}[200~a\u{0}b\u{3}c\u{1B}[200~d\u{1B}[20\u{7F}e\u{9B}\u{1B}[201~"
    #expect(decode(bytes) == [.paste("abcd[20e")])
  }
}
