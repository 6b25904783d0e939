import Canvas
import Matchmaking
import Wording

/// Two numbers and the thread between them, as far as it has come.
///
/// Who is at its other end stands there when it arrives.
struct ThreadSpan {
  private let meeting: Meeting
  private let share: Double
  private let wall: Wall

  init(_ meeting: Meeting, _ share: Double, _ wall: Wall) {
    (self.meeting, self.share, self.wall) = (meeting, share, wall)
  }

  var hasArrived: Bool { share >= 1 }

  func block(on sheet: Sheet) -> Block {
    let highest = max(Digits.least, Chrome.body(sheet.frame.size).rows / 2)
    let large = (Digits.least...highest).compactMap { form(height: $0, on: sheet) }
    return Block(forms: [line] + large, rank: 0)
  }

  /// In a window too low or narrow for digits of cells.
  private var line: Block.Form {
    Block.Form(rows: 1) { sheet, row in
      let columns = min(sheet.columns - 4, 60)
      let start = (sheet.columns - columns) / 2
      let (one, other) = (sheet(meeting.a.phrase), sheet(meeting.b.phrase))
      let width = sheet.frame.width
      let (left, right) = (width.columns(one), width.columns(other))
      sheet.frame.write(one, at: Point(column: start, row: row), wall.style(meeting.a))
      weave(
        from: start + left + 1, columns: columns - left - right - 2, rows: 1, row: row, on: &sheet)
      guard hasArrived else { return }
      sheet.frame.write(
        other, at: Point(column: start + columns - right, row: row), wall.style(meeting.b))
    }
  }

  private func form(height: Int, on sheet: Sheet) -> Block.Form? {
    let digits = Digits(height: height)
    let (left, right) = (digits.dots(meeting.a.digits), digits.dots(meeting.b.digits))
    // Off the frame, where there is one.
    let most = sheet.columns - (sheet.columns >= 100 ? 16 : 6)
    let columns = min(most, left.columns + right.columns + max(16, 8 * height))
    let thread = columns - left.columns - right.columns - 4
    // It is what is to be seen: it has a third of the way at least.
    guard thread >= max(12, columns / 3) else { return nil }
    return Block.Form(rows: height) { sheet, row in
      let start = (sheet.columns - columns) / 2
      sheet.drawCells(left, column: start, row: row, wall.style(meeting.a))
      weave(
        from: start + left.columns + 2, columns: thread, rows: height, row: row, on: &sheet)
      guard hasArrived else { return }
      sheet.drawCells(
        right, column: start + columns - right.columns, row: row, wall.style(meeting.b))
    }
  }

  /// It hangs a little in the middle, where the heart comes when it is whole.
  private func weave(
    from start: Int, columns: Int, rows: Int, row: Int, on sheet: inout Sheet
  ) {
    guard columns > 0 else { return }
    let sag = Double(rows / 3)
    let top = row + rows / 2 - rows / 6
    func height(_ column: Int) -> Int {
      let across = (Double(column) + 0.5) / Double(columns) * 2 - 1
      return top + Int((sag * (1 - across * across)).rounded())
    }
    // Between numbers of a wall a thread of signs would be a hair.
    let thick = rows >= 11 ? max(1, rows / 12) : 0
    for column in 0..<Int((Double(columns) * share).rounded(.down)) {
      let place = Point(column: start + column, row: height(column))
      guard thick > 0 else {
        sheet.frame.write("~", at: place, Tint.brightRed)
        continue
      }
      sheet.frame.fill(
        Area(column: place.column, row: place.row, columns: 1, rows: thick), Tint.solid(Tint.red))
    }
    guard hasArrived else { return }
    let middle = Area(column: start, row: height(columns / 2), columns: columns, rows: 1)
    guard thick > 0 else {
      return sheet.write(" \(sheet.heart) ", row: middle.row, Tint.red, in: middle)
    }
    heart(scale: thick * (sheet.isPlain ? 1 : 2), at: middle, on: &sheet)
  }

  /// In the middle of a solid thread, with air to both sides.
  private func heart(scale: Int, at middle: Area, on sheet: inout Sheet) {
    let dots = Wall.heartDots.scaled(by: scale)
    let size = sheet.cells(of: dots)
    let place = Area(
      column: middle.column + (middle.columns - size.columns) / 2, row: middle.row - size.rows / 2,
      columns: size.columns, rows: size.rows)
    sheet.frame.fill(
      Area(
        column: place.column - 2, row: place.row, columns: place.columns + 4, rows: place.rows),
      Tint.ground)
    sheet.draw(dots, column: place.column, row: place.row, Tint.red)
  }
}
