import Canvas
import Matchmaking
import Wording

extension Wall {
  func welcome(_ left: Countdown?, on sheet: inout Sheet) {
    guard let showing = shown else { return }
    let area = Chrome.body(sheet.frame.size)
    let event = showing.event
    let greeting = sheet(Phrase("欢迎光临", "Welcome"))
    // A title that would take the room of everything else stands in the terminal's own letters.
    let isShort = DotText(event.title)?.lines(within: sheet.columns - 4, most: 1) != nil
    let isHigh = area.rows >= 30
    var blocks: [Block] = []
    if isShort || isHigh {
      blocks.append(.text(greeting, Tint.brightRed, rank: 5, largest: isHigh ? 1 : 0, on: sheet))
      blocks.append(.text(event.title, Tint.gold, rank: 1, largest: 2, on: sheet))
    } else {
      blocks.append(.text(greeting, Tint.gold, rank: 2, lines: 1, largest: 2, on: sheet))
      blocks.append(.line(event.title, Tint.brightGold, rank: 0))
    }
    blocks.append(
      .text(
        facts(event, left, on: sheet), Tint.text, rank: 3, lines: 1,
        largest: area.rows >= 60 ? 1 : 0, on: sheet))
    blocks.append(arrivals(showing, on: sheet))
    blocks.append(bridge(showing).block(rank: 4, highest: min(14, area.rows / 5), on: sheet))
    var stack = Stack(blocks)
    stack.draw(in: area, on: &sheet)
  }

  /// Theme, place and time, in one line.
  private func facts(_ event: Event, _ left: Countdown?, on sheet: Sheet) -> String {
    let details = event.details
    var facts = [details.theme, details.place].compactMap(\.self).filter { !$0.isEmpty }
    if let left {
      facts.append(remaining(left, on: sheet))
    } else if let starts = details.starts {
      facts.append(sheet(Phrase("\(starts) 开始", "begins \(starts)")))
    }
    return facts.joined(separator: sheet.isPlain ? "  -  " : "  ·  ")
  }

  private func bridge(_ showing: Showing) -> Bridge {
    func share(_ pool: Pool) -> Double {
      guard let count = showing.headcounts[pool], count.expected > 0 else { return 0 }
      return Double(count.arrived) / Double(count.expected)
    }
    return showing.event.pools == .two
      ? Bridge(left: share(.men), right: share(.women))
      : Bridge(left: share(.everyone), right: share(.everyone))
  }

  // MARK: - Counts

  /// Who has come, large, against who is expected.
  private func arrivals(_ showing: Showing, on sheet: Sheet) -> Block {
    let counts = showing.event.pools.pools.map { pool in
      (pool: pool, count: showing.headcounts[pool] ?? Headcount())
    }
    let words = counts.map {
      "\(label($0.pool, on: sheet)) \($0.count.arrived)/\($0.count.expected)"
    }
    var forms = [
      Block.Form(rows: 1) { sheet, row in
        sheet.write(words.joined(separator: "      "), row: row, Tint.text)
      }
    ]
    for height in [5, 7, 10] {
      let widest = counts.map { arrivalColumns($0.pool, $0.count, height, on: sheet) }.max() ?? 0
      guard (widest + 4) * counts.count <= sheet.columns else { break }
      forms.append(
        Block.Form(rows: height) { sheet, row in
          let share = sheet.columns / counts.count
          for (place, count) in counts.enumerated() {
            let area = Area(column: place * share, row: row, columns: share, rows: height)
            arrival(count.pool, count.count, in: area, on: &sheet)
          }
        })
    }
    return Block(forms: forms, rank: 2)
  }

  private func label(_ pool: Pool, on sheet: Sheet) -> String {
    pool == .everyone ? sheet(Phrase("已到", "here")) : sheet(pool.phrase)
  }

  /// What stands before the number: in the terminal's own letters, or of dots beside high digits.
  private func largeLabel(_ pool: Pool, _ height: Int, on sheet: Sheet) -> Dots? {
    let word = pool == .everyone ? label(pool, on: sheet) : sheet(pool.letter)
    guard height >= 8, let dots = DotText(word)?.lines(within: 1000, most: 1)?.first,
      sheet.cells(of: dots).rows <= height
    else { return nil }
    return dots
  }

  private func arrivalColumns(
    _ pool: Pool, _ count: Headcount, _ height: Int, on sheet: Sheet
  ) -> Int {
    let label =
      largeLabel(pool, height, on: sheet).map { sheet.cells(of: $0).columns }
      ?? sheet.frame.width.columns(label(pool, on: sheet))
    let rest =
      height >= 7 ? Digits(height: 5).columns("/\(count.expected)") : "/ \(count.expected)".count
    return label + 2 + Digits(height: height).columns("\(count.arrived)") + 2 + rest
  }

  private func arrival(_ pool: Pool, _ count: Headcount, in area: Area, on sheet: inout Sheet) {
    let height = area.rows
    let style = pool == .women ? Tint.woman : Tint.man
    let columns = arrivalColumns(pool, count, height, on: sheet)
    var column = area.column + (area.columns - columns) / 2
    if let dots = largeLabel(pool, height, on: sheet) {
      let size = sheet.cells(of: dots)
      sheet.draw(dots, column: column, row: area.row + (height - size.rows) / 2, Tint.text)
      column += size.columns + 2
    } else {
      let word = label(pool, on: sheet)
      column += sheet.frame.write(word, at: Point(column: column, row: area.row), Tint.text) + 2
    }
    let dots = Digits(height: height).dots("\(count.arrived)")
    sheet.drawCells(dots, column: column, row: area.row, style)
    column += dots.columns + 2
    if height >= 7 {
      let rest = Digits(height: 5).dots("/\(count.expected)")
      sheet.drawCells(rest, column: column, row: area.row + height - 5, Tint.plain)
    } else {
      sheet.frame.write(
        "/ \(count.expected)", at: Point(column: column, row: area.row + height - 1), Tint.text)
    }
  }
}
