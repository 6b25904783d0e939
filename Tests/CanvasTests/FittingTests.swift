import Canvas
import TestFrames
import TestSupport
import Testing

@Suite struct `Fitting text to columns` {
  let width = Width()

  @Test(arguments: [
    ("王志超", 6, "王志超"), ("王志超", 5, "王志…"), ("王志超", 4, "王…"), ("王志超", 1, "…"),
    ("王志超", 0, ""), ("abc", 2, "a…"),
    ("Able men", 6, "Able…"),
  ])
  func `what does not fit ends in an ellipsis`(text: String, columns: Int, fitted: String) {
    #expect(width.truncated(text, to: columns) == fitted)
  }

  @Test func `padding counts columns, not characters`() {
    #expect(width.padded("男07", to: 6) == "男07  ")
    #expect(width.padded("男07", to: 6, align: .right) == "  男07")
    #expect(width.padded("男07", to: 6, align: .centre) == " 男07 ")
    #expect(width.padded("王志超", to: 5) == "王志…")
    #expect(width.padded("王志超", to: 4) == "王… ")
  }

  @Test func `padded text is exactly as wide as asked`() {
    var dice = Dice(seed: 7)
    for ambiguous in Width.Ambiguous.allCases {
      let width = Width(ambiguous)
      for _ in 0..<500 {
        let columns = dice.roll(0...30)
        let text = String.scribble(&dice, length: dice.roll(0...12))
        #expect(width.columns(width.padded(text, to: columns)) == columns)
      }
    }
  }

  @Test(arguments: [
    (0.0, "░░░░"), (1.0, "████"), (0.5, "██░░"), (0.999, "███▉"), (0.001, "▏░░░"),
    (0.40625, "█▋░░"),
    (-1.0, "░░░░"), (7.0, "████"), (.nan, "░░░░"),
  ])
  func `a bar is full only at one and empty only at none`(fraction: Double, bar: String) {
    #expect(width.bar(fraction, columns: 4) == bar)
  }

  @Test func `a bar is ASCII where blocks would be wide`() {
    #expect(Width(.wide).bar(0.5, columns: 4) == "##--")
  }
}

@Suite struct `Wrapping text` {
  let width = Width()

  @Test func `Chinese breaks between any two characters`() {
    #expect(width.wrapped("话题交流心动互选", columns: 8) == ["话题交流", "心动互选"])
  }

  @Test func `closing punctuation does not begin a line`() {
    #expect(width.wrapped("心动互选，牵手", columns: 8) == ["心动互", "选，牵手"])
  }

  @Test func `opening punctuation does not end one`() {
    #expect(width.wrapped("心动选（互）", columns: 8) == ["心动选", "（互）"])
  }

  @Test func `English words stay whole`() {
    #expect(width.wrapped("one red thread", columns: 8) == ["one red", "thread"])
    // What fits without the space behind it fits.
    #expect(width.wrapped("one red thread", columns: 7) == ["one red", "thread"])
    #expect(width.wrapped("互选 a b", columns: 4) == ["互选", "a b"])
  }

  @Test func `a word longer than the line is cut`() {
    #expect(width.wrapped("abcdefgh", columns: 3) == ["abc", "def", "gh"])
  }

  @Test func `line ends and empty lines are kept`() {
    #expect(width.wrapped("一\n\n二", columns: 8) == ["一", "", "二"])
    #expect(width.wrapped("", columns: 8) == [""])
  }

  @Test func `no line is wider than asked and no character is lost`() {
    var dice = Dice(seed: 3)
    for _ in 0..<300 {
      let columns = dice.roll(2...20)
      let text = String.scribble(&dice, length: dice.roll(0...40))
      let lines = width.wrapped(text, columns: columns)
      #expect(lines.allSatisfy { width.columns($0) <= columns })
      let kept = lines.joined().filter { $0 != " " }
      #expect(kept == text.filter { $0 != " " })
    }
  }
}
