import Canvas
import TestFrames
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
    #expect(decode("\u{1B}王") == [.alt("王")])
    #expect(decode("\u{1B}[") == [.alt("[")])
    #expect(decode("\u{1B}O") == [.alt("O")])
    #expect(decode("\u{1B}\u{7F}") == [.control("w")])
  }

  @Test func `Esc twice and Esc before an arrow are keys of their own`() {
    #expect(decode("\u{1B}\u{1B}") == [.named(.escape), .named(.escape)])
    #expect(decode("\u{1B}\u{1B}[A") == [.named(.escape), .named(.up)])
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
    let keys = decode("\u{1B}[" + String(repeating: "1", count: 10_000))
    #expect(keys.allSatisfy { $0 == .character("1") })
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
}
