extension Frame {
  /// The whole frame.
  public var area: Area { Area(column: 0, row: 0, columns: size.columns, rows: size.rows) }

  /// Fills an area with one character of one column, a space by default.
  public mutating func fill(_ area: Area, _ style: Style, with character: Character = " ") {
    let glyph = width.glyphs(String(character)).first { $0.columns == 1 } ?? .space
    let seen = visible(area)
    for row in seen.rows {
      for column in seen.columns { put(glyph, column: column, row: row, style) }
    }
  }

  /// Changes the style of what stands in an area, the text left as it is: a selection bar.
  ///
  /// A wide character belongs to the area its left half is in.
  public mutating func restyle(_ area: Area, _ change: (inout Style) -> Void) {
    let seen = visible(area)
    for row in seen.rows {
      for column in seen.columns {
        let index = row * size.columns + column
        guard case .lead(_, let columns) = cells[index].content else { continue }
        change(&cells[index].style)
        if columns == 2 { cells[index + 1].style = cells[index].style }
      }
    }
  }

  /// A horizontal line.
  public mutating func rule(at point: Point, columns: Int, _ style: Style = .plain) {
    let line = Area(column: point.column, row: point.row, columns: columns, rows: 1)
    fill(line, style, with: width.lines.horizontal)
  }

  /// A vertical line.
  public mutating func upright(at point: Point, rows: Int, _ style: Style = .plain) {
    let line = Area(column: point.column, row: point.row, columns: 1, rows: rows)
    fill(line, style, with: width.lines.vertical)
  }

  /// A border just inside `area`, with an optional title in its upper side.
  public mutating func box(_ area: Area, _ style: Style = .plain, title: String = "") {
    guard area.columns >= 2, area.rows >= 2 else { return }
    let lines = width.lines
    let right = area.column + area.columns - 1
    let bottom = area.row + area.rows - 1
    rule(at: Point(column: area.column, row: area.row), columns: area.columns, style)
    rule(at: Point(column: area.column, row: bottom), columns: area.columns, style)
    upright(at: Point(column: area.column, row: area.row), rows: area.rows, style)
    upright(at: Point(column: right, row: area.row), rows: area.rows, style)
    for (column, row, corner) in [
      (area.column, area.row, lines.upperLeft), (right, area.row, lines.upperRight),
      (area.column, bottom, lines.lowerLeft), (right, bottom, lines.lowerRight),
    ] {
      fill(Area(column: column, row: row, columns: 1, rows: 1), style, with: corner)
    }
    guard !title.isEmpty, area.columns > 6 else { return }
    write(
      " \(title) ", at: Point(column: area.column + 2, row: area.row), style,
      columns: area.columns - 4)
  }

  /// Lays another frame over this one, a pane or a dialogue, and takes over its cursor if it has one.
  public mutating func place(_ other: Frame, at point: Point) {
    for row in 0..<other.size.rows where (0..<size.rows).contains(point.row + row) {
      for column in 0..<other.size.columns {
        let cell = other[column, row]
        guard case .lead(let character, let columns) = cell.content else { continue }
        let glyph = Glyph(character: character, columns: Int(columns))
        put(glyph, column: point.column + column, row: point.row + row, cell.style)
      }
    }
    if let inner = other.cursor {
      cursor = Point(column: point.column + inner.column, row: point.row + inner.row)
    }
  }

  /// The columns and rows of an area that lie on the frame.
  private func visible(_ area: Area) -> (columns: Range<Int>, rows: Range<Int>) {
    func clip(_ start: Int, _ length: Int, _ limit: Int) -> Range<Int> {
      let first = min(max(0, start), limit)
      let end = start.addingReportingOverflow(length)
      return first..<max(first, min(end.overflow ? limit : end.partialValue, limit))
    }
    return (
      clip(area.column, area.columns, size.columns), clip(area.row, area.rows, size.rows)
    )
  }
}

extension Width {
  /// The characters of borders; ASCII where box-drawing characters would take two columns.
  public struct Lines: Hashable, Sendable {
    public let horizontal, vertical: Character
    public let upperLeft, upperRight, lowerLeft, lowerRight: Character
  }

  public var lines: Lines {
    switch ambiguous {
    case .narrow:
      Lines(
        horizontal: "─", vertical: "│", upperLeft: "┌", upperRight: "┐", lowerLeft: "└",
        lowerRight: "┘")
    case .wide:
      Lines(
        horizontal: "-", vertical: "|", upperLeft: "+", upperRight: "+", lowerLeft: "+",
        lowerRight: "+")
    }
  }
}
