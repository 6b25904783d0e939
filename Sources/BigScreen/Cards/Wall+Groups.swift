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
    let head = RoundPages.groupHead(pages.body, pages.hasDots)
    drawHead(
      table,
      in: Area(
        column: pages.body.column, row: pages.body.row, columns: pages.body.columns, rows: head),
      on: &sheet)
    let below = RoundPages.groupBody(pages.body, pages.hasDots)
    let room = RoundPages.groupRoom(pages.height, pages.digits, in: below)
    let size = RoundPages.badgeSize(pages.height, pages.digits)
    let (across, gap) = (RoundPages.across(pages.height), pages.height == nil ? 0 : 1)
    let columns = even(table.badges.count, over: max(1, room.columns))
    let rows = (table.badges.count + columns - 1) / columns
    // Their pools of dots too, where they have room before the numbers.
    let bare = columns * size.columns + (columns - 1) * across
    let isWide = pages.hasDots && size.rows >= 8 && bare + columns * Self.wide <= below.columns
    let step = size.columns + across + (isWide ? Self.wide : 0)
    let width = columns * step - across
    let top = below.row + max(0, below.rows - rows * size.rows - (rows - 1) * gap) / 2
    for (place, badge) in table.badges.enumerated() {
      let point = Point(
        column: (sheet.columns - width) / 2 + place % columns * step,
        row: top + place / columns * (size.rows + gap))
      draw(badge, at: point, pages.height, isWide: isWide, on: &sheet)
    }
  }

  /// Cells that the letter of a pool takes more when it is of dots.
  private static let wide = 15

  /// The table and its topic: in one line where that is dots, else each in a line as large as there is room.
  private func drawHead(_ table: ShownTable, in area: Area, on sheet: inout Sheet) {
    let label =
      table.number.map { sheet(Phrase("\($0) 号桌", "Table \($0)")) }
      ?? sheet(Phrase("本轮休息", "Sits out"))
    func block(_ text: String, _ largest: Int, rank: Int = 0) -> Block {
      .text(text, Tint.text, rank: rank, lines: 1, largest: largest, on: sheet)
    }
    let title = [label, table.topic].compactMap(\.self).joined(separator: " ")
    let whole = block(title, area.rows >= 9 ? 1 : 0)
    let isWhole = area.rows < 9 || (area.rows < 17 && whole.forms.count > 1)
    var stack = Stack(
      isWhole
        ? [whole]
        : [block(label, table.topic == nil ? 2 : 1), block(table.topic ?? "", 1, rank: 1)])
    stack.draw(in: area, on: &sheet)
  }

  /// So many in a row that the rows are of like length.
  private func even(_ count: Int, over most: Int) -> Int {
    guard count > 0 else { return 1 }
    let rows = (count + most - 1) / most
    return (count + rows - 1) / rows
  }

  private func draw(
    _ badge: Badge, at point: Point, _ height: Int?, isWide: Bool = false, on sheet: inout Sheet
  ) {
    guard let height else {
      sheet.frame.write(sheet(badge.phrase), at: point, style(badge))
      return
    }
    let letter = sheet(badge.pool.letter)
    if isWide, let dots = DotText(letter)?.lines(within: Self.wide + 3, most: 1)?.first {
      sheet.draw(dots, column: point.column, row: point.row, style(badge))
    } else {
      sheet.frame.write(letter, at: point, style(badge))
    }
    sheet.drawCells(
      Digits(height: height).dots(badge.digits),
      column: point.column + 3 + (isWide ? Self.wide : 0), row: point.row, style(badge))
  }
}
