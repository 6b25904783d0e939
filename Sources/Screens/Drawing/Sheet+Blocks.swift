import Canvas
import Wording

extension Sheet {
  /// A dialogue over what is drawn: a titled box in the middle, or everything but the last two rows
  /// where the window is small.
  ///
  /// - Returns: the area inside.
  mutating func dialogue(_ title: String, columns: Int, rows: Int, in whole: Area) -> Area {
    // What would be left at its sides is too narrow to tell anything.
    let wide = whole.columns >= columns + 8
    let box = Area(
      column: wide ? whole.column + (whole.columns - columns) / 2 : whole.column,
      row: whole.row + max(0, (whole.rows - rows) / 2),
      columns: wide ? columns : whole.columns, rows: min(rows, whole.rows))
    begin(box)
    frame.restyle(whole) { $0 = Theme.dim }
    frame.fill(box, Theme.plain)
    frame.box(box, Theme.accent, title: title)
    return box.inset(top: 1, bottom: 1, left: 2, right: 2)
  }

  /// Columns of a dialogue of lines: as many as there is room for, up to what the eye follows easily.
  func readable(_ whole: Area, upTo most: Int = 120) -> Int {
    max(76, min(most, whole.columns - 8))
  }

  /// A dialogue of lines that may be more than there is room for.
  ///
  /// - Parameter lines: what there is to read, for the columns there are.
  mutating func page(
    _ title: String, _ scroll: Scroll, in whole: Area, lines: (_ columns: Int) -> [Line]
  ) {
    let columns = min(whole.columns, readable(whole, upTo: 84))
    let lines = lines(columns - 4)
    let inner = dialogue(
      title, columns: columns, rows: min(whole.rows, lines.count + 2), in: whole)
    let seen = scroll.rows(of: lines.count, height: inner.rows)
    for (row, line) in lines[seen].enumerated() { draw(line, row: row, in: inner) }
    tellPlace(seen, of: lines.count, in: inner)
  }

  /// Text wrapped into rows of an area.
  ///
  /// - Returns: how many rows it took.
  @discardableResult
  mutating func paragraph(
    _ text: String, _ style: Style = Theme.plain, row: Int, in area: Area, rows: Int = .max
  ) -> Int {
    let lines = width.wrapped(text, columns: area.columns)
    for (index, line) in lines.prefix(rows).enumerated() {
      let isCut = index == rows - 1 && lines.count > rows
      draw(Line(isCut ? line + width.ellipsis : line, style), row: row + index, in: area)
    }
    return min(lines.count, rows)
  }

  /// Ends a row of a list: it can be clicked, and the marked one stands out.
  mutating func finishRow(_ row: Int, in area: Area, place: Int, isMarked: Bool) {
    if isMarked { highlight(row: row, in: area) }
    guard (0..<area.rows).contains(row) else { return }
    mark(
      Area(column: area.column, row: area.row + row, columns: area.columns, rows: 1),
      as: .row(place))
  }

  /// The line between a list and the pane to its right.
  mutating func partition(before pane: Area) {
    frame.upright(
      at: Point(column: pane.column - 2, row: pane.row), rows: pane.rows, Theme.dim)
  }

  /// A label and its value, the values under one another; a long one takes several rows.
  ///
  /// - Returns: how many rows it took.
  mutating func fact(
    _ label: String, _ value: String, row: Int, in area: Area, labels: Int
  ) -> Int {
    guard (0..<area.rows).contains(row) else { return 1 }
    frame.write(
      label, at: Point(column: area.column, row: area.row + row), Theme.dim, columns: labels)
    return max(1, paragraph(value, row: row, in: area.inset(left: labels + 1), rows: 3))
  }

  /// `男 ███████░░░ 41/60`, the figure after the bar.
  func bar(_ label: Phrase, _ part: Int, of whole: Int, columns: Int) -> [Span] {
    let figure = " \(part)/\(whole)"
    let name = look(label) + " "
    let room = columns - width.columns(figure) - width.columns(name)
    let share = whole > 0 ? Double(part) / Double(whole) : 0
    return [
      Span(name), Span(room > 3 ? width.bar(share, columns: room) : "", Theme.accent),
      Span(figure, Theme.strong),
    ]
  }
}
