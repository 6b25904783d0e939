import Canvas
import Matchmaking
import Wording

/// Tables in the terminal's own letters.
extension Wall {
  func draw(
    _ lines: [TableLines.Line], _ layout: TableLines, _ body: Area, on sheet: inout Sheet
  ) {
    let rows = min(layout.grid.rows, lines.count)
    let columns = (lines.count + rows - 1) / max(1, rows)
    let topics = layout.grid.columns == 1 && lines.contains { $0.topic != nil } ? 16 : 0
    let across = columns * layout.width + (columns - 1) * TableLines.gap + topics
    let start = max(body.column, (sheet.columns - across) / 2)
    // A few lines have air between them.
    let step = rows * 2 <= body.rows ? 2 : 1
    let top = body.row + max(0, body.rows - rows * step + step - 1) / 2
    for (place, line) in lines.enumerated() {
      let column = start + place / rows * (layout.width + TableLines.gap)
      draw(line, layout, column: column, row: top + place % rows * step, on: &sheet)
    }
  }

  private func draw(
    _ line: TableLines.Line, _ layout: TableLines, column: Int, row: Int, on sheet: inout Sheet
  ) {
    let number = line.number.map(String.init) ?? (line.sitsOut ? sheet(Phrase("休", "out")) : "")
    sheet.frame.write(
      number, at: Point(column: column, row: row), line.sitsOut ? Tint.quiet : Tint.text,
      columns: TableLines.number - 1, align: .right)
    var place = column + TableLines.number + 1
    for badge in line.badges {
      let style = Style(style(badge).foreground, on: .black, .bold)
      sheet.frame.write(sheet(badge.phrase), at: Point(column: place, row: row), style)
      place += layout.badge + 1
    }
    let room = sheet.columns - place - 2
    // A topic of which one sign is seen says nothing.
    guard layout.grid.columns == 1, room >= 8, let topic = line.topic else { return }
    sheet.frame.write(
      topic, at: Point(column: place + 1, row: row), Tint.quiet, columns: room)
  }
}
