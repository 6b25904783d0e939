import Canvas
import Matchmaking
import Wording

extension PicksScreen {
  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    guard let open = environment.open else { return }
    let foot = area.rows >= 14 ? min(9, area.rows / 2) : min(3, max(0, area.rows - 5))
    drawEntry(open, on: &sheet, in: area.inset(bottom: foot))
    // Slips that were deleted are not told as missing.
    if foot > 0, open.event.state != .archived {
      drawCounts(open, on: &sheet, in: area.bottom(foot))
    }
  }

  private func drawEntry(_ open: OpenEvening, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    guard open.event.state == .open else {
      sheet.paragraph(
        look(closed(open.event)), Theme.strong, row: 0, in: area.inset(left: 2, right: 1))
      return
    }
    guard tally.round.isOpen else {
      sheet.paragraph(
        look(closedRound(open)), Theme.strong, row: 0, in: area.inset(left: 2, right: 1))
      return
    }
    let label = label
    let start = 2 + look.width.columns(look(label)) + 2
    sheet.draw(Line(look(label), Theme.title), row: 0, in: area, indent: 2)
    drawField(on: &sheet, at: Point(column: area.column + start, row: area.row), look, in: area)
    let below = area.inset(top: 1, left: start, right: 1)
    let echo = echo(open, look)
    let lines = flow(echo, columns: below.columns, look.width)
    for (row, line) in lines.enumerated() { sheet.draw(Line(line), row: row, in: below) }
    let note = note(open, look)
    let last = lines.count
    for (row, line) in note.enumerated() { sheet.draw(line, row: last + row, in: below) }
  }

  private func closed(_ event: Event) -> Phrase {
    event.state == .archived
      ? Phrase(
        "已归档，选票已清除，不能补录。结果在“牵手”页。",
        "Archived: its slips are deleted, and none can be added. The result is on the tab Pairs.")
      : Phrase(
        "互选已结束，不再收选票。结果在“牵手”页；要补录，按 F9 撤销“结束互选”。",
        "Picking is closed; the result is on the tab Pairs. To add slips, F9 undoes the closing.")
  }

  /// Which round and which time, where that is not the first of one.
  private var label: Phrase {
    let time =
      correcting != nil
      ? Phrase("更正", "Correct")
      : reading == .second ? Phrase("第二次录入", "Second typing") : Phrase("录入", "Slip")
    guard tally.rounds > 1 else { return time }
    return Phrase("第 \(tally.round.number) 轮 ", "Round \(tally.round.number) ") + time
  }

  private func closedRound(_ open: OpenEvening) -> Phrase {
    let number = tally.round.number
    let said = Phrase(
      "第 \(number) 轮互选已结束，不再收它的选票。", "Picking round \(number) is closed and takes no more slips. ")
    let current = open.evening.currentRound
    return current.isOpen
      ? said
        + Phrase(
          "按 Alt+R 回到第 \(current.number) 轮。", "Alt+R goes back to round \(current.number).")
      : said
        + Phrase(
          "按 Alt+R 开下一轮；按 F5 结束互选，算出牵手。",
          "Alt+R opens the next; F5 closes the picking and makes the pairs.")
  }

  /// The line being typed, its wrong words coloured where they stand.
  private func drawField(on sheet: inout Sheet, at point: Point, _ look: Look, in area: Area) {
    let columns = max(1, area.column + area.columns - point.column - 1)
    let hint =
      columns < 44
      ? Phrase.verbatim("F12 3 7 21")
      : Phrase("F12 3 7 21 = 女12 选 男03 男07 男21", "F12 3 7 21: F12 picks M03, M07, M21")
    sheet.frame.cursor = field.draw(
      on: &sheet.frame, at: point, columns: columns, Theme.field, hint: look(hint))
    // A line longer than the field has scrolled; the echo below still names every wrong word.
    guard let draft, look.width.columns(field.text) < columns else { return }
    for token in draft.tokens where token.refusal != nil {
      let start = look.width.columns(field.text[..<token.range.lowerBound])
      let length = look.width.columns(field.text[token.range])
      let word = Area(column: point.column + start, row: point.row, columns: length, rows: 1)
      sheet.frame.restyle(word) { $0 = Style(.yellow, on: .standard, [.bold, .underline]) }
    }
  }

  /// Who picks whom, by name, as far as the line can be read.
  private func echo(_ open: OpenEvening, _ look: Look) -> [[Span]] {
    guard let draft else { return [] }
    return draft.tokens.map { token in
      let lead = token.position == 0 ? "" : look.marks.rank(token.position) + " "
      switch token.state {
      case .blank: return [Span(lead, Theme.dim), Span(look(Phrase("空", "blank")), Theme.dim)]
      case .wrong(let refusal):
        return [Span(look.refused(refusal.phrase), Theme.warning)]
      case .waiting, .unfinished: return [Span(lead + "…", Theme.dim)]
      case .good:
        guard let badge = token.badge else { return [] }
        let name = open.evening.guest(wearing: badge)?.name ?? ""
        let tail = token.position == 0 ? "  " + look.marks.arrow : ""
        return [
          Span(lead, Theme.dim), Span(look(badge.phrase) + " ", Theme.accent),
          Span(name, token.position == 0 ? Theme.strong : Theme.plain), Span(tail, Theme.dim),
        ]
      }
    }
  }

  /// Groups of spans side by side, three columns between them, broken between groups only.
  private func flow(_ groups: [[Span]], columns: Int, _ width: Width) -> [[Span]] {
    var lines: [[Span]] = []
    var line: [Span] = []
    for group in groups {
      let gap = line.isEmpty ? 0 : 3
      if line.columns(width) + gap + group.columns(width) > columns, !line.isEmpty {
        lines.append(line)
        line = group
      } else {
        line += (line.isEmpty ? [] : [Span("   ")]) + group
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  private func note(_ open: OpenEvening, _ look: Look) -> [Line] {
    var lines: [Line] = []
    if let oldSlip {
      let badges = oldSlip.lines.map { $0.map { look($0.phrase) } ?? look.marks.none }
      let old = badges.isEmpty ? look(.picks(0)) : badges.joined(separator: " ")
      let label =
        oldSlip.ranks == .unranked
        ? Phrase("原来的选票（不分先后）：", "The slip so far, unranked: ")
        : Phrase("原来的选票：", "The slip so far: ")
      lines.append(Line(look(label) + old, Theme.dim))
    }
    if let correcting, isOutdated(open), refusal == nil {
      let said = SlipRefusal.changedMeanwhile(correcting).phrase
      lines.append(Line(look.refused(said), Theme.warning))
    }
    if isOvertaken(open), refusal == nil {
      let said = Phrase(
        "别的台刚录了这张选票；按回车与它核对", "another desk typed this slip just now; Enter compares the two")
      lines.append(Line(look(said), Theme.strong))
    }
    if let refusal {
      let way = Phrase("没有保存：", "Not saved: ") + refusal
      lines.append(Line(look(way), Theme.warning))
    }
    guard let draft else { return lines }
    if case .alreadyIn? = draft.tokens.first?.refusal {
      lines.append(Line(look(alreadyIn(open)), Theme.dim))
    } else if let waiting = waiting(draft) {
      lines.append(Line(look(waiting), waitsForField ? Theme.strong : Theme.dim))
    }
    if let completions = completions(draft, look) { lines.append(completions) }
    return lines
  }

  /// What Enter does where it ends a field or a slip that was typed field by field.
  private func waiting(_ draft: SlipDraft) -> Phrase? {
    guard draft.refusals.isEmpty else { return nil }
    if draft.tokens.count > 1 {
      let picks = Phrase.picks(draft.picks.count)
      return waitsForField
        ? Phrase("已录\(picks.chinese)；录完了再按回车保存", "\(picks.english); Enter again saves")
        : nil
    }
    guard draft.tokens.first?.state == .good else { return nil }
    return waitsForField
      ? Phrase("再按回车，存为空白选票", "Enter again saves a blank slip")
      : Phrase(
        "接着录号码；空白选票按两次回车", "Enter twice saves a blank slip")
  }

  /// What to do with a slip that is in: whoever typed the second time corrects it while the first is not in.
  private func alreadyIn(_ open: OpenEvening) -> Phrase {
    let picker = draft?.picker.flatMap(open.evening.guest(wearing:))
    let readings = picker.map {
      open.evening.readings(of: $0.id, round: tally.round.number)
    }
    guard let readings, reading == .second, readings.isTypedTwice else {
      return Phrase("F3 更正这张选票   Esc 清空", "F3 corrects it   Esc clears")
    }
    return readings.isUnsettled
      ? Phrase("两次录得不一样：F4 对照纸票   Esc 清空", "the two differ: F4 settles by the paper   Esc clears")
      : Phrase("两次都已录   Esc 清空", "typed twice   Esc clears")
  }

  /// What a number may still become. Badges are printed with two digits and more, so those are whole.
  private func completions(_ draft: SlipDraft, _ look: Look) -> Line? {
    guard let last = draft.tokens.last else { return nil }
    let typed = field.text[last.range]
    let whole = last.state == .good ? last.badge : nil
    if whole != nil, typed.count(where: { $0.wholeNumberValue != nil }) > 1 { return nil }
    let others = draft.completions.filter { $0 != whole }
    guard !others.isEmpty, whole != nil || others.count > 1 else { return nil }
    let more = others.count > 12 ? " …" : ""
    let numbers = Phrase.list(others.prefix(12).map { .verbatim($0.digits) }) + .verbatim(more)
    let text =
      whole.map {
        Phrase("\(typed) = \($0.phrase.chinese)；也可能是 ", "\(typed) = \($0); or perhaps ") + numbers
      } ?? Phrase("可能是 ", "perhaps ") + numbers
    return Line(look(text), Theme.dim)
  }
}
