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
    }
  }

  private func name(_ round: ShownRound, on sheet: Sheet) -> String {
    sheet(
      round.kind == .rounds
        ? Phrase("第\(round.number)轮", "Round \(round.number)")
        : Phrase("话题第\(round.number)轮", "Topics \(round.number)"))
  }

  /// What it is and what is left of it, above the tables.
  private func head(
    _ round: ShownRound, _ left: Countdown?, _ pages: RoundPages, on sheet: inout Sheet
  ) {
    let body = Chrome.body(sheet.frame.size)
    let name = name(round, on: sheet)
    let isPressing = left?.isPressing ?? false
    let isComing = round.phase == .waiting
    guard pages.head >= 10,
      let dots = DotText(name)?.lines(within: body.columns / 2, most: 1)?.first
    else {
      let tail =
        isComing ? sheet(Phrase("请就座", "please be seated")) : left.map { remaining($0, on: sheet) }
      sheet.write(
        [name, tail].compactMap(\.self).joined(separator: "    "), row: body.row,
        isPressing ? Tint.brightRed : Tint.brightGold)
      return
    }
    sheet.draw(dots, column: body.column + 3, row: body.row + 1, Tint.gold)
    let right = body.column + body.columns - 3
    if isComing {
      let text = sheet(Phrase("请就座", "please sit"))
      let dots = DotText(text)?.lines(within: body.columns / 2 - 8, most: 1)?.first
      guard let dots else { return }
      sheet.draw(
        dots, column: right - sheet.cells(of: dots).columns, row: body.row + 1, Tint.plain)
    } else if let left {
      let digits = Digits(height: 6).dots(left.text)
      sheet.drawCells(
        digits, column: right - digits.columns, row: body.row + 2,
        isPressing ? Tint.woman : Tint.gold)
    }
  }

  // MARK: - Two at a table

  private func draw(_ tiles: [RoundPages.Tile], _ pages: RoundPages, on sheet: inout Sheet) {
    let grid = RoundPages.grid(pages.height, pages.digits, in: pages.body)
    let size = RoundPages.tileSize(pages.height, pages.digits)
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
    sheet.frame.write(
      label, at: point, tile.number == nil ? Tint.quiet : Tint.text, columns: size.columns,
      align: .centre)
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
        sheet.frame.write(letter, at: Point(column: edge, row: point.row), style(badge))
      }
      sheet.drawCells(dots, column: column, row: point.row + 1, style(badge))
    }
    guard tile.number != nil, tile.badges.count == 2 else { return }
    sheet.frame.write(
      sheet.heart,
      at: Point(
        column: point.column + half + RoundPages.link(height) / 2 - 1,
        row: point.row + 1 + height / 2),
      Tint.red)
  }

  // MARK: - Groups

  private func draw(_ table: ShownTable, _ pages: RoundPages, on sheet: inout Sheet) {
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
