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
    guard pages.head >= 10,
      let dots = DotText(name(round, on: sheet))?.lines(within: body.columns / 2, most: 1)?.first
    else { return headLine(round, left, on: &sheet) }
    sheet.draw(dots, column: body.column + 3, row: body.row + 1, Tint.gold)
    let right = body.column + body.columns - 3
    if round.phase == .waiting {
      let text = sheet(Phrase("请就座", "please sit"))
      let dots = DotText(text)?.lines(within: body.columns / 2 - 8, most: 1)?.first
      guard let dots else { return }
      sheet.draw(
        dots, column: right - sheet.cells(of: dots).columns, row: body.row + 1, Tint.plain)
    } else if let left {
      let digits = Digits(height: 6).dots(left.text)
      sheet.drawCells(
        digits, column: right - digits.columns, row: body.row + 2,
        left.isPressing ? Tint.woman : Tint.gold)
    }
  }
}
