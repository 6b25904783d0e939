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
  func cells(of dots: Dots) -> Size {
    isPlain
      ? Size(columns: dots.columns * 2, rows: dots.rows)
      : Size(columns: dots.columns, rows: (dots.rows + 1) / 2)
  }

  /// Draws square dots.
  mutating func draw(_ dots: Dots, column: Int, row: Int, _ style: Style) {
    if isPlain {
      for y in 0..<dots.rows {
        for x in 0..<dots.columns where dots[x, y] {
          frame.fill(
            Area(column: column + 2 * x, row: row + y, columns: 2, rows: 1), Tint.solid(style))
        }
      }
      return
    }
    for y in stride(from: 0, to: dots.rows, by: 2) {
      for x in 0..<dots.columns {
        let block: Character? =
          switch (dots[x, y], dots[x, y + 1]) {
          case (true, true): "█"
          case (true, false): "▀"
          case (false, true): "▄"
          case (false, false): nil
          }
        guard let block else { continue }
        frame.fill(
          Area(column: column + x, row: row + y / 2, columns: 1, rows: 1), style, with: block)
      }
    }
  }

  /// Draws dots that are cells, of reversed spaces.
  mutating func drawCells(_ dots: Dots, column: Int, row: Int, _ style: Style) {
    for y in 0..<dots.rows {
      for x in 0..<dots.columns where dots[x, y] {
        frame.fill(
          Area(column: column + x, row: row + y, columns: 1, rows: 1), Tint.solid(style))
      }
    }
  }
}
