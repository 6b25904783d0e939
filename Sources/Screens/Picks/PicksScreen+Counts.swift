import Canvas
import Matchmaking
import Wording

extension PicksScreen {
  /// What is in, what is missing, and the last few, as counts only: a typed slip is not shown again.
  func drawCounts(_ open: OpenEvening, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    sheet.rule(row: 0, in: area)
    let pools = open.event.pools.pools
    let label = look(reading == .second ? Phrase("复核", "Again") : Phrase("已收", "Slips")) + "  "
    let start = 1 + look.width.columns(label)
    sheet.draw(Line(label, Theme.dim), row: 1, in: area, indent: 1)
    let each = min(60, (area.columns - start - 1 - 4 * (pools.count - 1)) / pools.count)
    for (place, pool) in pools.enumerated() {
      let count = tally.counts[pool] ?? SlipTally.Count()
      let bar = sheet.bar(
        pool.phrase, count.received, of: count.expected, columns: each)
      sheet.draw(Line(bar), row: 1, in: area, indent: start + place * (each + 4))
    }
    let twice = twice(look)
    let room = area.columns - 1 - twice.columns(look.width)
    let recent = recent(open, look, columns: room)
    sheet.draw(Line(twice + recent), row: 2, in: area, indent: 1)
    guard area.rows > 3 else {
      return
    }
    drawMissing(pools, on: &sheet, in: area.inset(top: 4, left: 1, right: 1))
  }

  /// How many were typed twice, how many of those differ, and how many wait for the paper.
  private func twice(_ look: Look) -> [Span] {
    let accuracy = tally.accuracy
    guard accuracy.typedTwice > 0 || reading == .second else { return [] }
    var spans = [
      Span(look(Phrase("复核", "Twice")) + " ", Theme.dim),
      Span("\(accuracy.typedTwice)/\(accuracy.slips)   "),
    ]
    if accuracy.differing > 0 {
      let share = Int(((accuracy.rate ?? 0) * 1000).rounded())
      let percent = "\(share / 10).\(share % 10)"
      spans += [
        Span(look(Phrase("差错", "differ")) + " ", Theme.dim),
        Span(
          look(Phrase("\(accuracy.differing)（\(percent)%）", "\(accuracy.differing) (\(percent)%)"))
            + "   "),
      ]
    }
    if tally.unsettled > 0 {
      spans.append(
        Span(
          look(Phrase("待核对 \(tally.unsettled)（F4）", "to settle \(tally.unsettled) (F4)")) + "   ",
          Theme.warning))
    }
    return spans
  }

  /// As many of the last slips as fit whole.
  private func recent(_ open: OpenEvening, _ look: Look, columns: Int) -> [Span] {
    guard !tally.recent.isEmpty else { return [] }
    let label = [Span(look(Phrase("最近", "Last ")) + "  ", Theme.dim)]
    let slips = tally.recent.compactMap { id -> [Span]? in
      guard let badge = open.evening.guest(id)?.badge else { return nil }
      let slip = open.evening.readings(of: id, round: tally.round.number)
      return [Span(look(badge.phrase), Theme.accent), Span(" \(state(of: slip, look))   ")]
    }
    return label + slips.fitting(columns: columns - label.columns(look.width), look.width)
  }

  /// How many a slip picks; of one typed the second time only whether the two agree, and by neither what
  /// the other clerk typed.
  private func state(of slip: SlipReadings, _ look: Look) -> String {
    if slip.isUnsettled { return look(Phrase("不一样", "differs")) + " \(look.marks.refused)" }
    if reading == .second {
      return look(slip.isTypedTwice ? Phrase("一致", "same") : Phrase("已录", "typed"))
        + " \(look.marks.done)"
    }
    return "\(look(.picks(slip.counting?.choices.count ?? 0))) \(look.marks.done)"
  }

  private func drawMissing(_ pools: [Pool], on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    guard !tally.missing.isEmpty else {
      guard !tally.recent.isEmpty else { return }
      let said =
        reading == .second
        ? Phrase("录过一次的都已复核，F2 换回第一次", "Every slip was typed twice; F2 goes back to the first")
        : Phrase("选票已收齐，F5 结束互选", "Every slip is in; F5 closes the picking")
      sheet.draw(Line(look(said), Theme.done), row: 0, in: area)
      return
    }
    var row = 0
    for pool in pools {
      guard let badges = tally.missing[pool], !badges.isEmpty else { continue }
      let what = reading == .second ? Phrase("未复核 ", "Once ") : Phrase("未交 ", "Missing ")
      let label = look(what + pool.letter) + "  "
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
