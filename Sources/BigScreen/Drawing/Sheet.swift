import Canvas
import Wording

/// A frame that is being drawn, with what drawing has to know of its reader and its terminal.
struct Sheet {
  var frame: Frame
  let language: Language

  init(size: Size, width: Width, language: Language) {
    frame = Frame(size: size, width: width)
    self.language = language
    frame.fill(frame.area, Tint.ground)
  }

  var columns: Int { frame.size.columns }
  var rows: Int { frame.size.rows }
  /// Block characters would take two columns.
  var isPlain: Bool { frame.width.ambiguous == .wide }

  var heart: String { isPlain ? "+" : "♥" }

  func callAsFunction(_ phrase: Phrase) -> String { phrase(language) }

  /// One line of text in the middle of an area's first row.
  mutating func write(_ text: String, row: Int, _ style: Style, in area: Area? = nil) {
    let area = area ?? frame.area
    frame.write(
      text, at: Point(column: area.column, row: row), style, columns: area.columns, align: .centre)
  }
}

extension Sheet {
  /// How many columns and rows of cells a picture of dots takes.
  ///
  /// A dot is as high as it is wide: half a cell where block characters are narrow, else two cells.
  ///
  /// - Parameter scale: how many times as large it is to be.
  func cells(of dots: Dots, scale: Int = 1) -> Size {
    let (columns, rows) = (dots.columns * scale, dots.rows * scale)
    return isPlain
      ? Size(columns: columns * 2, rows: rows) : Size(columns: columns, rows: (rows + 1) / 2)
  }

  /// Draws square dots.
  mutating func draw(_ dots: Dots, column: Int, row: Int, _ style: Style) {
    if isPlain {
      return drawCells(dots, column: column, row: row, style, across: 2)
    }
    for y in stride(from: 0, to: dots.rows, by: 2) {
      for (run, block) in Self.runs(dots.columns, { Self.block(dots[$0, y], dots[$0, y + 1]) }) {
        frame.fill(
          Area(column: column + run.lowerBound, row: row + y / 2, columns: run.count, rows: 1),
          style, with: block)
      }
    }
  }

  /// Draws dots that are cells, of blank ones on a coloured ground.
  ///
  /// - Parameter across: how many cells a dot is wide.
  mutating func drawCells(
    _ dots: Dots, column: Int, row: Int, _ style: Style, across: Int = 1
  ) {
    let solid = Tint.solid(style)
    for y in 0..<dots.rows {
      for (run, _) in Self.runs(dots.columns, { dots[$0, y] ? true : nil }) {
        let start = column + across * run.lowerBound
        frame.fill(
          Area(column: start, row: row + y, columns: across * run.count, rows: 1), solid)
      }
    }
  }

  private static func block(_ upper: Bool, _ lower: Bool) -> Character? {
    switch (upper, lower) {
    case (true, true): "█"
    case (true, false): "▀"
    case (false, true): "▄"
    case (false, false): nil
    }
  }

  /// Stretches of one row that look alike; where there is nothing none is.
  private static func runs<Look: Equatable>(
    _ columns: Int, _ look: (Int) -> Look?
  ) -> [(Range<Int>, Look)] {
    var runs: [(Range<Int>, Look)] = []
    var start = 0
    while start < columns {
      let here = look(start)
      var end = start + 1
      while end < columns, look(end) == here { end += 1 }
      if let here { runs.append((start..<end, here)) }
      start = end
    }
    return runs
  }
}
