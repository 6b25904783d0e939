import Canvas
import Matchmaking
import Wording

/// Groups, several of which may share a page.
extension Wall {
  func draw(
    _ tables: [ShownTable], _ blocks: GroupBlocks, _ pages: RoundPages, on sheet: inout Sheet
  ) {
    let digits = Digits(height: blocks.height)
    let badge = RoundPages.badgeSize(blocks.height, pages.digits)
    let least = RoundPages.across(blocks.height)
    let bare = blocks.label + 2 + blocks.across * (badge.columns + least) - least
    // Wide windows part the numbers further.
    let gap = least + min(6, max(0, pages.body.columns - bare) / (blocks.across + 1))
    let across = blocks.label + 2 + blocks.across * (badge.columns + gap) - gap
    let start = max(pages.body.column, (sheet.columns - across) / 2)
    let used = tables.count * (blocks.rows + 1) - 1
    let top = pages.body.row + max(0, pages.body.rows - used) / 2
    for (place, table) in tables.enumerated() {
      let row = top + place * (blocks.rows + 1) + 1
      let left = start + blocks.label + 2
      let word = table.number == nil ? Phrase("休息", "out") : Phrase("桌", "table")
      sheet.frame.write(sheet(word), at: Point(column: start, row: row), Tint.text)
      if let number = table.number {
        sheet.drawCells(
          digits.dots("\(number)"), column: start + GroupBlocks.word, row: row, Tint.plain)
      }
      sheet.frame.upright(
        at: Point(column: start + blocks.label, row: row), rows: blocks.rows - 1, Tint.red)
      if let topic = table.topic {
        sheet.frame.write(topic, at: Point(column: left, row: row - 1), Tint.text)
      }
      for (seat, one) in table.badges.enumerated() {
        let point = Point(
          column: left + seat % blocks.across * (badge.columns + gap),
          row: row + seat / blocks.across * (blocks.height + 1))
        draw(one, at: point, blocks.height, on: &sheet)
      }
    }
  }

  // MARK: - A group by itself

  func draw(_ table: ShownTable, _ pages: RoundPages, on sheet: inout Sheet) {
    let label =
      table.number.map { sheet(Phrase("\($0) 号桌", "Table \($0)")) }
      ?? sheet(Phrase("本轮休息", "Sits out"))
    let title = [label, table.topic].compactMap(\.self).joined(separator: " ")
    let head = RoundPages.groupHead(pages.body)
    let area = Area(
      column: pages.body.column, row: pages.body.row, columns: pages.body.columns, rows: head)
    var stack = Stack([
      .text(title, Tint.text, rank: 0, lines: 1, largest: head >= 9 ? 1 : 0, on: sheet)
    ])
    stack.draw(in: area, on: &sheet)
    let below = RoundPages.groupBody(pages.body)
    let room = RoundPages.groupRoom(pages.height, pages.digits, in: below)
    let size = RoundPages.badgeSize(pages.height, pages.digits)
    let (across, gap) = (RoundPages.across(pages.height), pages.height == nil ? 0 : 1)
    let columns = even(table.badges.count, over: max(1, room.columns))
    let rows = (table.badges.count + columns - 1) / columns
    let width = columns * size.columns + (columns - 1) * across
    let top = below.row + max(0, below.rows - rows * size.rows - (rows - 1) * gap) / 2
    for (place, badge) in table.badges.enumerated() {
      let point = Point(
        column: (sheet.columns - width) / 2 + place % columns * (size.columns + across),
        row: top + place / columns * (size.rows + gap))
      draw(badge, at: point, pages.height, on: &sheet)
    }
  }

  /// So many in a row that the rows are of like length.
  private func even(_ count: Int, over most: Int) -> Int {
    guard count > 0 else { return 1 }
    let rows = (count + most - 1) / most
    return (count + rows - 1) / rows
  }

  private func draw(_ badge: Badge, at point: Point, _ height: Int?, on sheet: inout Sheet) {
    guard let height else {
      sheet.frame.write(sheet(badge.phrase), at: point, style(badge))
      return
    }
    sheet.frame.write(sheet(badge.pool.letter), at: point, style(badge))
    sheet.drawCells(
      Digits(height: height).dots(badge.digits), column: point.column + 3, row: point.row,
      style(badge))
  }
}
