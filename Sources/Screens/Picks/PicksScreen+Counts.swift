import Canvas
import Matchmaking
import Wording

extension PicksScreen {
  /// What is in, what is missing, and the last few, as counts only: a typed slip is not shown again.
  func drawCounts(_ open: OpenEvening, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    sheet.rule(row: 0, in: area)
    let pools = open.event.pools.pools
    let label = look(Phrase("已收", "Slips")) + "  "
    let start = 1 + look.width.columns(label)
    sheet.draw(Line(label, Theme.dim), row: 1, in: area, indent: 1)
    let each = min(60, (area.columns - start - 1 - 4 * (pools.count - 1)) / pools.count)
    for (place, pool) in pools.enumerated() {
      let count = tally.counts[pool] ?? SlipTally.Count()
      let bar = sheet.bar(
        pool.phrase, count.received, of: count.expected, columns: each)
      sheet.draw(Line(bar), row: 1, in: area, indent: start + place * (each + 4))
    }
    let recent = recent(open, look, columns: area.columns - 1)
    sheet.draw(Line(recent), row: 2, in: area, indent: 1)
    guard area.rows > 3 else {
      return
    }
    drawMissing(pools, on: &sheet, in: area.inset(top: 4, left: 1, right: 1))
  }

  /// As many of the last slips as fit whole.
  private func recent(_ open: OpenEvening, _ look: Look, columns: Int) -> [Span] {
    guard !tally.recent.isEmpty else { return [] }
    let label = [Span(look(Phrase("最近", "Last ")) + "  ", Theme.dim)]
    let slips = tally.recent.compactMap { id -> [Span]? in
      guard let badge = open.evening.guest(id)?.badge,
        let slip = open.evening.slip(of: id, round: tally.round)
      else {
        return nil
      }
      return [
        Span(look(badge.phrase), Theme.accent),
        Span(" \(look(.picks(slip.choices.count))) \(look.marks.done)   "),
      ]
    }
    return label + slips.fitting(columns: columns - label.columns(look.width), look.width)
  }

  private func drawMissing(_ pools: [Pool], on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    guard !tally.missing.isEmpty else {
      guard !tally.recent.isEmpty else { return }
      sheet.draw(
        Line(look(Phrase("选票已收齐，F5 结束互选", "Every slip is in; F5 closes the picking")), Theme.done),
        row: 0, in: area)
      return
    }
    var row = 0
    for pool in pools {
      guard let badges = tally.missing[pool], !badges.isEmpty else { continue }
      let label = look(Phrase("未交 ", "Missing ") + pool.letter) + "  "
      let indent = look.width.columns(label)
      sheet.draw(Line(label, Theme.dim), row: row, in: area)
      // No more than the rows can hold are put into words.
      let most = max(0, area.rows * area.columns / 3)
      let lines = badges.prefix(most).map(\.digits)
        .inColumns(look.width, columns: area.columns - indent - 2)
      let rows = max(1, (area.rows - row) / (pool == pools.last ? 1 : 2))
      for (line, text) in lines.prefix(rows).enumerated() {
        let isCut = line == rows - 1 && lines.count > rows
        sheet.draw(
          Line(isCut ? "\(text) \(look.width.ellipsis)" : text), row: row + line,
          in: area.inset(left: indent))
      }
      row += min(rows, lines.count)
    }
  }
}
