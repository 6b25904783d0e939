import Canvas
import Matchmaking
import Wording

extension Wall {
  /// The pair that was announced last: its numbers on both banks, and names where both may be shown.
  ///
  /// While it is revealed everything has its room from the first picture on, so that nothing moves but what comes.
  func pairsCard(on sheet: inout Sheet) {
    guard let pair = shown?.pairs.last, pair.badges.count == 2 else { return }
    let moment = moment
    let names = pair.names.count == 2 ? pair.names.map(\.text).joined(separator: "  ") : ""
    let badges = pair.badges.map { sheet($0.phrase) }.joined(separator: "      ")
    let bridge = Bridge(
      left: moment.bridge, right: moment.bridge, hasWingsUp: moment.hasWingsUp)
    let title = Block.text(
      sheet(Phrase("牵手成功", "A match")), Tint.gold, rank: 3, lines: 1, largest: 2, on: sheet)
    let opening = Block.text("鹊桥", Tint.gold, rank: 3, lines: 1, largest: 2, on: sheet)
    var stack = Stack([
      title.giving(way: !moment.haveMet, to: opening),
      bridge.block(rank: 5, highest: 7, on: sheet),
      Block.text(
        badges, Tint.text, rank: 1, lines: 1, largest: sheet.rows >= 50 ? 1 : 0, on: sheet
      ).seen(moment.haveMet),
      meeting(pair.badges[0], pair.badges[1], moment, on: sheet),
      // Who they are comes before what it is called, but not at its cost.
      Block.text(
        names, Tint.text, rank: 2, lines: 1, largest: sheet.rows >= 66 ? 2 : 1, on: sheet
      ).seen(moment.showsNames),
      earlier(on: sheet),
    ])
    stack.draw(in: Chrome.body(sheet.frame.size), on: &sheet)
  }

  /// Two numbers from both banks, and a heart between them once they have met.
  private func meeting(
    _ one: Badge, _ other: Badge, _ moment: Reveal.Moment, on sheet: Sheet
  ) -> Block {
    let highest = max(Digits.least, Chrome.body(sheet.frame.size).rows / 3)
    let forms = (Digits.least...highest).compactMap { height -> Block.Form? in
      let digits = Digits(height: height)
      let (left, right) = (digits.dots(one.digits), digits.dots(other.digits))
      // Wide enough that the heart touches neither number.
      let scale = Self.heartScale(digits.stroke, height, on: sheet)
      let heart = sheet.cells(of: Self.heartDots, scale: scale)
      let link = max(4 * digits.gap, heart.columns + 2)
      let columns = left.columns + link + right.columns
      guard columns <= sheet.columns - 4 else { return nil }
      return Block.Form(rows: height) { sheet, row in
        guard let coming = moment.coming else { return }
        let start = (sheet.columns - columns) / 2
        let end = start + left.columns + link
        sheet.drawCells(
          left, column: Self.between(-left.columns, start, coming), row: row, style(one))
        sheet.drawCells(
          right, column: Self.between(sheet.columns, end, coming), row: row, style(other))
        guard moment.haveMet else { return }
        Self.heart(scale, between: start + left.columns, and: end, row, height, on: &sheet)
      }
    }
    return Block(forms: forms, rank: 0)
  }

  /// As large as the strokes are thick; 0 where even the least of reversed spaces is higher than the numbers.
  private static func heartScale(_ stroke: Int, _ height: Int, on sheet: Sheet) -> Int {
    guard sheet.isPlain else { return stroke }
    return height >= heartDots.rows ? max(1, stroke / 2) : 0
  }

  private static func heart(
    _ scale: Int, between left: Int, and right: Int, _ row: Int, _ height: Int,
    on sheet: inout Sheet
  ) {
    guard scale > 0 else {
      let middle = Area(column: left, row: row, columns: right - left, rows: 1)
      return sheet.write(sheet.heart, row: row + height / 2, Tint.red, in: middle)
    }
    let dots = heartDots.scaled(by: scale)
    let size = sheet.cells(of: dots)
    sheet.draw(
      dots, column: left + (right - left - size.columns) / 2, row: row + (height - size.rows) / 2,
      Tint.red)
  }

  static let heartDots: Dots = {
    let picture = [".##.##.", "#######", "#######", ".#####.", "..###..", "...#..."]
    var dots = Dots(columns: 7, rows: picture.count)
    for (y, row) in picture.enumerated() {
      for (x, dot) in row.enumerated() where dot == "#" { dots[x, y] = true }
    }
    return dots
  }()

  private static func between(_ from: Int, _ to: Int, _ share: Double) -> Int {
    from + Int((Double(to - from) * share).rounded())
  }

  /// The pairs before it by their numbers, the newest first, as far as there is room.
  private func earlier(on sheet: Sheet) -> Block {
    let pairs = (shown?.pairs ?? []).dropLast().reversed().map { pair in
      pair.badges.map { sheet($0.phrase) }.joined(separator: sheet.heart)
    }
    let room = sheet.columns - 8
    guard !pairs.isEmpty, room > 20 else { return Block(forms: [], rank: 4) }
    let width = sheet.frame.width
    var lines: [String] = []
    for pair in pairs {
      let longer = (lines.last.map { $0 + "   " } ?? "") + pair
      if lines.isEmpty || width.columns(longer) > room {
        lines.append(pair)
      } else {
        lines[lines.count - 1] = longer
      }
    }
    let forms = (1...min(lines.count, max(1, sheet.rows / 12))).map { count in
      Block.Form(rows: count) { sheet, row in
        for (place, line) in lines.prefix(count).enumerated() {
          sheet.write(line, row: row + place, Tint.plain)
        }
      }
    }
    return Block(forms: forms, rank: 4)
  }

  func style(_ badge: Badge) -> Style { badge.pool == .women ? Tint.woman : Tint.man }
}
