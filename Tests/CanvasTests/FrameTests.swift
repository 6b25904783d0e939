import TestFrames
import TestSupport
import Testing

@testable import Canvas

@Suite struct `Writing on a frame` {
  var frame = Frame(size: Size(columns: 10, rows: 3))

  func line(_ row: Int) -> String {
    String(
      frame.row(row).compactMap {
        if case .lead(let character, _) = $0.content { character } else { nil }
      })
  }

  @Test mutating func `text longer than the row ends in an ellipsis`() {
    #expect(frame.write("一二三四五六", at: Point(column: 0, row: 0)) == 10)
    #expect(line(0) == "一二三四… ")
  }

  @Test mutating func `a wide character never hangs over the edge`() {
    frame.write("宽", at: Point(column: 9, row: 0), overflow: .clip)
    frame.write("宽宽", at: Point(column: -1, row: 1))
    #expect(line(0) == "          ")
    #expect(line(1) == " 宽       ")
    #expect(frame[1, 1].content == .lead("宽", width: 2))
  }

  @Test mutating func `overwriting a half of a wide character clears the other`() {
    frame.write("宽宽宽", at: Point(column: 0, row: 0))
    frame.write("x", at: Point(column: 1, row: 0))
    frame.write("y", at: Point(column: 2, row: 0))
    #expect(line(0) == " xy 宽    ")
  }

  @Test mutating func `text is aligned by its columns`() {
    frame.write("41", at: Point(column: 0, row: 0), columns: 6, align: .right)
    frame.write("男", at: Point(column: 0, row: 1), columns: 6, align: .centre)
    #expect(line(0) == "    41    ")
    #expect(line(1) == "  男      ")
  }

  @Test mutating func `a place outside the frame is not drawn`() {
    let before = frame
    for point in [
      Point(column: 0, row: -1), Point(column: 0, row: 3), Point(column: 10, row: 0),
      Point(column: .min, row: 0), Point(column: .max, row: .max), Point(column: -4, row: 0),
    ] {
      frame.write("宽宽", at: point)
      frame.fill(Area(column: point.column, row: .max, columns: .max, rows: .max), .plain)
    }
    #expect(frame == before)
  }

  @Test mutating func `a selection bar styles a wide character as one`() {
    frame.write("a宽b", at: Point(column: 0, row: 0))
    frame.restyle(Area(column: 0, row: 0, columns: 2, rows: 1)) { $0.attributes = .reverse }
    let reversed = frame.row(0).prefix(4).map { $0.style.attributes == .reverse }
    #expect(reversed == [true, true, true, false])
  }

  @Test mutating func `a box has its title in its upper side`() {
    frame.box(frame.area, title: "撤销")
    #expect(line(0) == "┌─ 撤销 ─┐")
    #expect(line(1) == "│        │")
    #expect(line(2) == "└────────┘")
  }

  @Test func `borders are ASCII where lines would be wide`() {
    var frame = Frame(size: Size(columns: 4, rows: 2), width: Width(.wide))
    frame.box(frame.area)
    #expect(frame.transcript == "4x2, no cursor\n|+--+|\n|+--+|\n")
  }

  @Test mutating func `a frame laid over another brings its cursor`() {
    var inner = Frame(size: Size(columns: 4, rows: 1))
    inner.write("互选", at: Point(column: 0, row: 0))
    inner.cursor = Point(column: 2, row: 0)
    frame.place(inner, at: Point(column: 8, row: 1))
    #expect(line(1) == "        互")
    #expect(frame.cursor == Point(column: 10, row: 1))
  }

  @Test func `every frame drawn at random is well formed`() {
    var dice = Dice(seed: 11)
    for _ in 0..<150 {
      let size = Size(columns: dice.roll(0...60), rows: dice.roll(0...20))
      let frame = Frame.random(
        size, width: Width(dice.pick([.narrow, .wide])), dice: &dice)
      for row in 0..<size.rows { #expect(isWellFormed(Array(frame.row(row)))) }
    }
  }

  func isWellFormed(_ cells: [Cell]) -> Bool {
    var column = 0
    while column < cells.count {
      guard case .lead(_, let columns) = cells[column].content else { return false }
      if columns == 2 {
        guard column + 1 < cells.count, cells[column + 1].content == .tail,
          cells[column + 1].style == cells[column].style
        else { return false }
      }
      column += Int(columns)
    }
    return true
  }

  @Test func `a transcript shows glyphs, styles and the cursor`() {
    var frame = Frame(size: Size(columns: 5, rows: 2))
    frame.write("鹊", at: Point(column: 1, row: 1), Style(.blue, .bold))
    frame.cursor = Point(column: 3, row: 1)
    #expect(
      frame.transcript == """
        5x2, cursor 3,1
        |     |
        | 鹊  |
        1: .aa..
        a = blue bold

        """)
  }
}
