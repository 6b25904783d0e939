import Canvas
import Matchmaking
import Wording

extension Wall {
  func roundCard(_ round: ShownRound, _ left: Countdown?, on sheet: inout Sheet) {
    let pages = RoundPages(round, size: sheet.frame.size, width: width)
    switch pages.pages[min(page, pages.count - 1)] {
    case .clock:
      var stack = Stack(clock(name(round, on: sheet), left, on: sheet))
      stack.draw(in: Chrome.body(sheet.frame.size), on: &sheet)
    case .tiles(let tiles):
      head(round, left, pages, on: &sheet)
      draw(tiles, pages, on: &sheet)
    case .group(let table):
      head(round, left, pages, on: &sheet)
      draw(table, pages, on: &sheet)
    case .groups(let tables):
      head(round, left, pages, on: &sheet)
      if let blocks = pages.blocks { draw(tables, blocks, pages, on: &sheet) }
    case .lines(let lines):
      headLine(round, left, on: &sheet)
      draw(lines, TableLines(round, in: pages.lines), pages.lines, on: &sheet)
    }
  }

  private func name(_ round: ShownRound, on sheet: Sheet) -> String {
    sheet(
      round.kind == .rounds
        ? Phrase("第\(round.number)轮", "Round \(round.number)")
        : Phrase("话题第\(round.number)轮", "Topics \(round.number)"))
  }

  /// What it is and what is left of it, in the terminal's own letters.
  private func headLine(_ round: ShownRound, _ left: Countdown?, on sheet: inout Sheet) {
    let tail =
      round.phase == .waiting
      ? sheet(Phrase("请就座", "please be seated")) : left.map { remaining($0, on: sheet) }
    sheet.write(
      [name(round, on: sheet), tail].compactMap(\.self).joined(separator: "    "),
      row: Chrome.body(sheet.frame.size).row,
      left?.isPressing ?? false ? Tint.brightRed : Tint.brightGold)
  }

  /// What it is and what is left of it, above the tables.
  private func head(
    _ round: ShownRound, _ left: Countdown?, _ pages: RoundPages, on sheet: inout Sheet
  ) {
    let body = Chrome.body(sheet.frame.size)
    let (start, end) = (body.column + 2, body.column + body.columns - 2)
    guard pages.head >= 10,
      let dots = DotText(name(round, on: sheet))?.lines(within: end - start, most: 1)?.first
    else { return headLine(round, left, on: &sheet) }
    sheet.draw(dots, column: start, row: body.row + 1, Tint.gold)
    let room = end - start - sheet.cells(of: dots).columns - 4
    if round.phase == .waiting {
      seating(end: end, room: room, row: body.row + 1, on: &sheet)
    } else if let left {
      let style = left.isPressing ? Tint.woman : Tint.gold
      let digits = Digits.fitting(left.text, columns: room, rows: 6)?.dots(left.text)
      guard let digits else {
        return drawEnd(remaining(left, on: sheet), end: end, room, row: body.row + 4, on: &sheet)
      }
      sheet.drawCells(digits, column: end - digits.columns, row: body.row + 2, style)
    }
  }

  /// Of dots where they have room beside the name, else in the terminal's own letters.
  private func seating(end: Int, room: Int, row: Int, on sheet: inout Sheet) {
    let text = sheet(Phrase("请就座", "please sit"))
    guard let dots = DotText(text)?.lines(within: room, most: 1)?.first else {
      return drawEnd(text, end: end, room, row: row + 3, on: &sheet)
    }
    sheet.draw(dots, column: end - sheet.cells(of: dots).columns, row: row, Tint.plain)
  }

  private func drawEnd(
    _ text: String, end: Int, _ room: Int, row: Int, on sheet: inout Sheet
  ) {
    guard room > 0 else { return }
    sheet.frame.write(
      text, at: Point(column: end - room, row: row), Tint.text, columns: room, align: .right)
  }
}
