import Canvas
import Matchmaking
import Wording

/// Two at a table, many tables to a page.
extension Wall {
  func draw(_ tiles: [RoundPages.Tile], _ pages: RoundPages, on sheet: inout Sheet) {
    let grid = RoundPages.grid(pages.height, pages.digits, pages.label, in: pages.body)
    let size = RoundPages.tileSize(pages.height, pages.digits, pages.label)
    let columns = max(1, min(grid.columns, tiles.count))
    let gap = pages.height == nil ? 0 : 1
    let rows = (tiles.count + columns - 1) / columns
    let across = columns * size.columns + (columns - 1) * RoundPages.air(pages.height)
    let down = rows * size.rows + (rows - 1) * gap
    // Wide windows part the columns further.
    let spare = max(0, pages.body.columns - across) / (columns + 1)
    let air = RoundPages.air(pages.height) + min(spare, 8)
    let start = (sheet.columns - across - (columns - 1) * min(spare, 8)) / 2
    let top = pages.body.row + max(0, pages.body.rows - down) / 2
    for (place, tile) in tiles.enumerated() {
      let point = Point(
        column: start + place % columns * (size.columns + air),
        row: top + place / columns * (size.rows + gap))
      draw(tile, at: point, size, pages, on: &sheet)
    }
  }

  private func draw(
    _ tile: RoundPages.Tile, at point: Point, _ size: Size, _ pages: RoundPages,
    on sheet: inout Sheet
  ) {
    let label =
      tile.number.map { sheet(Phrase("\($0) 号桌", "table \($0)")) }
      ?? sheet(Phrase("本轮休息", "sits out"))
    guard let height = pages.height else {
      let badges = tile.badges.map { sheet($0.phrase) }.joined(separator: " ")
      sheet.frame.write("\(label)  \(badges)", at: point, Tint.text, columns: size.columns)
      return
    }
    let digits = Digits(height: height)
    let half = digits.columns(pages.digits)
    drawLabel(tile.number, label, at: point, size, pages, on: &sheet)
    for (place, badge) in tile.badges.prefix(2).enumerated() {
      let dots = digits.dots(badge.digits)
      let isAlone = tile.badges.count == 1
      let offset =
        isAlone ? (size.columns - dots.columns) / 2 : place * (half + RoundPages.link(height))
      let column = point.column + offset + (isAlone ? 0 : (half - dots.columns) / 2)
      let letter = sheet(badge.pool.letter)
      if badge.pool != .everyone, !isAlone {
        let edge =
          place == 0
          ? point.column : point.column + size.columns - sheet.frame.width.columns(letter)
        let row = point.row + pages.label - 1
        sheet.frame.write(letter, at: Point(column: edge, row: row), style(badge))
      }
      sheet.drawCells(dots, column: column, row: point.row + pages.label, style(badge))
    }
    guard tile.number != nil, tile.badges.count == 2 else { return }
    sheet.frame.write(
      sheet.heart,
      at: Point(
        column: point.column + half + RoundPages.link(height) / 2 - 1,
        row: point.row + pages.label + height / 2),
      Tint.red)
  }

  /// The table above its two: in the terminal's own letters, or of small dots on a wall of many rows.
  private func drawLabel(
    _ number: Int?, _ label: String, at point: Point, _ size: Size, _ pages: RoundPages,
    on sheet: inout Sheet
  ) {
    let style = number == nil ? Tint.quiet : Tint.text
    guard let number, pages.label == SmallDigits.rows else {
      sheet.frame.write(
        label, at: Point(column: point.column, row: point.row + pages.label - 1), style,
        columns: size.columns, align: .centre)
      return
    }
    let dots = SmallDigits.dots(number)
    let word = sheet(Phrase("桌", "table"))
    let columns = dots.columns + 1 + sheet.frame.width.columns(word)
    let start = point.column + (size.columns - columns) / 2
    // In the order in which it is said.
    let isFirst = language == .chinese
    sheet.draw(
      dots, column: isFirst ? start : start + columns - dots.columns, row: point.row, Tint.plain)
    sheet.frame.write(
      word,
      at: Point(column: isFirst ? start + dots.columns + 1 : start, row: point.row + 1), style)
  }
}
