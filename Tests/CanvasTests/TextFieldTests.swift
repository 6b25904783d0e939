import Canvas
import TestFrames
import TestSupport
import Testing

@Suite struct `Typing in a text field` {
  var field = TextField("王志超")

  @Test mutating func `characters go in at the caret`() {
    field.type(.named(.left))
    field.type(.character("小"))
    #expect(field.text == "王志小超")
    #expect(field.caret == 3)
  }

  @Test mutating func `the caret moves by graphemes`() {
    field = TextField("e\u{301}x")
    field.type(.named(.left))
    field.type(.named(.left))
    #expect(field.caret == 0)
    field.type(.named(.delete))
    #expect(field.text == "x")
  }

  @Test mutating func `a mark that comes late joins the character before it`() {
    field = TextField("e")
    field.type(.character("\u{301}"))
    #expect(field.text == "é")
    #expect(field.text.unicodeScalars.count == 1)
    #expect(field.caret == 1)
  }

  @Test mutating func `Ctrl-U clears to the start, Ctrl-K to the end`() {
    field.type(.named(.left))
    var other = field
    field.type(.control("u"))
    #expect(field.text == "超" && field.caret == 0)
    other.type(.control("k"))
    #expect(other.text == "王志" && other.caret == 2)
  }

  @Test mutating func `Ctrl-W takes a word back`() {
    field = TextField("one red  ")
    field.type(.control("w"))
    #expect(field.text == "one ")
    field.type(.control("w"))
    field.type(.control("w"))
    #expect(field.text.isEmpty && field.caret == 0)
  }

  @Test mutating func `a paste is cleaned and becomes one line`() {
    field.type(.paste("a\nb\tc\u{202E}"))
    #expect(field.text == "王志超a b c")
  }

  @Test mutating func `a novel pasted by mistake is cut, wherever the caret stands`() {
    field.type(.named(.home))
    field.type(.paste(String(repeating: "话说天下大势", count: 200_000)))
    #expect(field.text.count == 500)
    #expect(field.text.hasSuffix("王志超") && field.caret == 497)
    field.type(.character("x"))
    #expect(field.text.count == 500 && field.caret == 497)
    field.type(.named(.backspace))
    field.type(.character("x"))
    #expect(field.text.count == 500 && field.text.hasSuffix("x王志超"))
  }

  @Test mutating func `Home and End, arrows and both ways of taking away go by the caret`() {
    field.type(.control("a"))
    field.type(.named(.backspace))
    #expect(field.text == "王志超" && field.caret == 0)
    field.type(.named(.left))
    #expect(field.caret == 0)
    field.type(.named(.delete))
    #expect(field.text == "志超" && field.caret == 0)
    field.type(.control("e"))
    field.type(.named(.delete))
    field.type(.named(.right))
    #expect(field.text == "志超" && field.caret == 2)
    field.type(.named(.backspace))
    #expect(field.text == "志" && field.caret == 1)
    field.clear()
    #expect(field.isEmpty && field.caret == 0)
  }

  @Test mutating func `keys of the screen are left to the screen`() {
    for key in [Key.named(.up), .named(.enter), .named(.escape), .named(.f1), .alt("x")] {
      let taken = field.type(key)
      #expect(!taken)
    }
    #expect(field == TextField("王志超"))
  }

  @Test func `no sequence of keys breaks the field`() {
    var dice = Dice(seed: 9)
    for _ in 0..<200 {
      var field = TextField()
      for _ in 0..<40 {
        field.type(
          dice.pick([
            .character(dice.pick(["王", "\u{301}", "a", "🇨", "🇳", " "])), .named(.left),
            .named(.right), .named(.home), .named(.backspace), .named(.delete), .control("w"),
            .paste("\u{301}b"),
          ]))
        #expect((0...field.text.count).contains(field.caret))
      }
    }
  }
}

@Suite struct `A text field on a frame` {
  func drawn(_ field: TextField, columns: Int) -> (String, Point) {
    var frame = Frame(size: Size(columns: columns, rows: 1))
    let caret = field.draw(on: &frame, at: Point(column: 0, row: 0), columns: columns)
    return (String(frame.transcript.split(separator: "\n")[1]), caret)
  }

  @Test func `the caret stands by columns`() {
    let (line, caret) = drawn(TextField("王a"), columns: 8)
    #expect(line == "|王a     |")
    #expect(caret == Point(column: 3, row: 0))
  }

  @Test func `long text scrolls and says so`() {
    let (line, caret) = drawn(TextField("一二三四五六"), columns: 8)
    #expect(line == "|‹ 六    |")
    #expect(caret == Point(column: 4, row: 0))
  }

  @Test func `the caret is always inside, whatever the text and the width`() {
    var dice = Dice(seed: 13)
    for _ in 0..<400 {
      var field = TextField(String.scribble(&dice, length: dice.roll(0...40)))
      field.move(by: -dice.roll(0...40))
      let columns = dice.roll(1...20)
      let (_, caret) = drawn(field, columns: columns)
      #expect((0..<columns).contains(caret.column))
    }
  }

  @Test func `an empty field shows its hint, dim and between signs of its own`() {
    var frame = Frame(size: Size(columns: 8, rows: 1))
    TextField().draw(
      on: &frame, at: Point(column: 0, row: 0), columns: 8, Style(.cyan, on: .standard, .bold),
      hint: "找人")
    #expect(frame.transcript.hasPrefix("8x1, no cursor\n|‹找人›  |"))
    #expect(frame[0, 0].style == Style(.standard, on: .standard, .dim))
  }

  @Test func `a text that is like its hint is told from it`() {
    var frame = Frame(size: Size(columns: 8, rows: 1))
    TextField("找人").draw(on: &frame, at: Point(column: 0, row: 0), columns: 8, hint: "找人")
    #expect(frame.transcript.hasPrefix("8x1, no cursor\n|找人    |"))
    #expect(!frame[0, 0].style.attributes.contains(.dim))
  }
}
