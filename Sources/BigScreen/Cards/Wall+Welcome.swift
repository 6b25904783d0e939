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
      blocks.append(.text(greeting, Tint.brightRed, rank: 4, largest: isHigh ? 1 : 0, on: sheet))
      blocks.append(.text(event.title, Tint.gold, rank: 1, largest: 3, on: sheet))
    } else {
      blocks.append(.text(greeting, Tint.gold, rank: 2, lines: 1, largest: 2, on: sheet))
      blocks.append(.line(event.title, Tint.brightGold, rank: 0))
    }
    blocks.append(.line(facts(event, left, on: sheet), Tint.text, rank: 3))
    blocks.append(arrivals(showing, on: sheet))
    blocks.append(bridge(showing).block(rank: 5, highest: min(14, area.rows / 5), on: sheet))
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
    let words = counts.map { "\(label($0.pool, on: sheet)) \($0.count.arrived)/\($0.count.expected)" }
    var forms = [
      Block.Form(rows: 1) { sheet, row in
        sheet.write(words.joined(separator: "      "), row: row, Tint.text)
      }
    ]
    for height in [5, 7, 9] {
      let widest = counts.map { Digits(height: height).columns("\($0.count.arrived)") }.max() ?? 0
      guard (widest + 22) * counts.count <= sheet.columns else { break }
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

  private func arrival(_ pool: Pool, _ count: Headcount, in area: Area, on sheet: inout Sheet) {
    let style = pool == .women ? Tint.brightRed : Tint.brightGold
    let (label, rest) = (label(pool, on: sheet), "/ \(count.expected)")
    let dots = Digits(height: area.rows).dots("\(count.arrived)")
    let width = sheet.frame.width
    let columns = width.columns(label) + 2 + dots.columns + 2 + width.columns(rest)
    var column = area.column + (area.columns - columns) / 2
    let last = area.row + area.rows - 1
    column += sheet.frame.write(label, at: Point(column: column, row: area.row), Tint.text) + 2
    sheet.drawCells(dots, column: column, row: area.row, style)
    column += dots.columns + 2
    sheet.frame.write(rest, at: Point(column: column, row: last), Tint.text)
  }
}
