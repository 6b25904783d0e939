import Canvas

/// The bridge of the tale: it closes from both banks as people arrive, men from the left, women from the right.
struct Bridge {
  /// How far each bank has come, 0 to 1.
  var left: Double
  var right: Double
  /// Of the magpies; they beat while the bridge is made.
  var hasWingsUp = true

  private enum Part { case left, right, open }

  /// A column, of so many; a bank that is complete reaches the middle, and not before.
  private func part(_ column: Int, of columns: Int) -> Part {
    let half = Double(columns) / 2
    let place = Double(column) + 0.5
    if place < half { return place <= left * half ? .left : .open }
    return Double(columns) - place <= right * half ? .right : .open
  }

  private func style(_ part: Part) -> Style {
    switch part {
    case .left: Tint.man
    case .right: Tint.woman
    case .open: Tint.faint
    }
  }

  /// As a block of a card: a bar of one row, or an arch.
  func block(rank: Int, highest: Int, on sheet: Sheet) -> Block {
    let columns = min(sheet.columns - 8, 200)
    guard columns > 8 else { return Block(forms: [], rank: rank) }
    let forms =
      [Block.Form(rows: 1) { self.bar(columns, row: $1, on: &$0) }]
      + (3...max(3, highest)).map { rows in
        Block.Form(rows: rows) { self.arch(columns, rows: rows, row: $1, on: &$0) }
      }
    return Block(forms: forms, rank: rank)
  }

  private func bar(_ columns: Int, row: Int, on sheet: inout Sheet) {
    let start = (sheet.columns - columns) / 2
    for column in 0..<columns {
      let part = part(column, of: columns)
      let cell = Area(column: start + column, row: row, columns: 1, rows: 1)
      if part == .open {
        sheet.frame.fill(cell, style(part), with: sheet.frame.width.lines.horizontal)
      } else {
        sheet.frame.fill(cell, Tint.solid(style(part)))
      }
    }
  }

  private func arch(_ columns: Int, rows: Int, row: Int, on sheet: inout Sheet) {
    // In dots of a column; half a row high where block characters are narrow, else a whole one.
    let height = sheet.isPlain ? rows : rows * 2
    let thick = sheet.isPlain ? 1 : 2
    // Above the arch there is room for magpies where it is high.
    let sky = height >= 10 ? 5 : 0
    let start = (sheet.columns - columns) / 2
    for column in 0..<columns {
      let part = part(column, of: columns)
      // What is not there yet is a row of stones in the water.
      if part == .open, !column.isMultiple(of: 3) { continue }
      let across = (Double(column) + 0.5) / Double(columns) * 2 - 1
      let top = sky + Int((across * across * Double(height - sky - thick)).rounded())
      var dots = Dots(columns: 1, rows: height)
      for dot in top..<(part == .open ? top + 1 : top + thick) { dots[0, dot] = true }
      if sheet.isPlain {
        sheet.drawCells(dots, column: start + column, row: row, style(part))
      } else {
        sheet.draw(dots, column: start + column, row: row, style(part))
      }
    }
    if sky > 0 { magpies(columns, height: height, sky: sky, at: start, row: row, on: &sheet) }
  }

  private static let wingsUp = [(0, 0), (1, 0), (2, 1), (3, 2), (4, 1), (5, 0), (6, 0)]
  private static let wingsDown = [(0, 2), (1, 1), (2, 0), (3, 0), (4, 0), (5, 1), (6, 2)]

  /// A bird for every few columns the bridge has, wings up; the tale has them carry it.
  private func magpies(
    _ columns: Int, height: Int, sky: Int, at start: Int, row: Int, on sheet: inout Sheet
  ) {
    let thick = sheet.isPlain ? 1 : 2
    // As many on one bank as on the other, and each over against its fellow.
    let flock = max(1, columns / 24)
    let bank = (0..<flock).map { (2 * $0 + 1) * columns / (4 * flock) }
    for middle in bank + bank.map({ columns - 1 - $0 }) {
      let part = part(middle, of: columns)
      guard part != .open else { continue }
      let across = (Double(middle) + 0.5) / Double(columns) * 2 - 1
      let top = Int((across * across * Double(height - sky - thick)).rounded())
      var bird = Dots(columns: 7, rows: height)
      for (x, y) in hasWingsUp ? Self.wingsUp : Self.wingsDown {
        bird[x, top + y] = true
      }
      if sheet.isPlain {
        sheet.drawCells(bird, column: start + middle - 3, row: row, style(part))
      } else {
        sheet.draw(bird, column: start + middle - 3, row: row, style(part))
      }
    }
  }
}
