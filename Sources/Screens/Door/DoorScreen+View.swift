import Canvas
import Matchmaking
import Pinyin
import Wording

extension DoorScreen {
  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    guard let open = environment.open else { return }
    guard area.columns >= 110 else { return drawMain(open, environment, on: &sheet, in: area) }
    // What a guest's card says is short: the list has the better use for the room, as far as it has one.
    let least = area.columns < 140 ? 30 : 40
    let columns = max(least, area.columns - GuestTable.most - 5)
    let pane = area.inset(left: area.columns - columns, right: 1)
    sheet.partition(before: pane)
    drawMain(open, environment, on: &sheet, in: area.inset(right: columns + 2))
    GuestCard(look: sheet.look).draw(markedGuest(open), of: open, on: &sheet, in: pane)
    if !environment.setting.isLocked {
      drawLately(open, on: &sheet, in: pane.inset(top: GuestCard.rows))
    }
  }

  /// Who came last, while the list shows others and there is room for them beside it.
  private func drawLately(_ open: OpenEvening, on sheet: inout Sheet, in area: Area) {
    guard !field.isEmpty, area.rows >= 6, area.columns >= 48, !open.recent.isEmpty else { return }
    let look = sheet.look
    sheet.draw(Line(look(Phrase("刚才签到", "Last arrivals")), Theme.dim), row: 0, in: area)
    let guests = open.recent.prefix(area.rows - 2).compactMap(open.evening.guest)
    let columns = Columns(
      [.fixed(5), .badges(guests.map(\.badge), look), .fixed(16), .rest], across: area.columns)
    for (row, guest) in guests.enumerated() {
      columns.draw(
        [
          Span(
            guest.registration.arrival.map { look.clock.time($0.at) } ?? "", Theme.dim),
          Span(guest.badge.map { look($0.phrase) } ?? look.marks.none, Theme.accent),
          Span(guest.name), Span(guest.employer, Theme.dim),
        ], row: row + 1, in: area, on: &sheet)
    }
  }

  private func drawMain(
    _ open: OpenEvening, _ environment: Environment, on sheet: inout Sheet, in area: Area
  ) {
    let isLocked = environment.setting.isLocked
    drawField(open, environment, on: &sheet, in: area)
    let foot = area.rows >= 12 ? 3 : area.rows >= 7 ? 1 : 0
    drawList(
      open, listed(open, in: environment), isLocked, on: &sheet,
      in: area.inset(top: 2, bottom: foot, left: 1, right: 1))
    if foot > 0 { drawFoot(open, isLocked, on: &sheet, in: area.bottom(foot)) }
  }

  private func drawField(
    _ open: OpenEvening, _ environment: Environment, on sheet: inout Sheet, in area: Area
  ) {
    let label = sheet.look(Phrase("找人", "Find"))
    let start = 2 + sheet.width.columns(label) + 2
    let count =
      field.isEmpty ? "" : sheet.look(Phrase("\(total.grouped) 人", "\(total.grouped) found"))
    let room = area.columns - start - sheet.width.columns(count) - 3
    sheet.draw(
      Line([Span(label, Theme.title)], right: [Span(count + " ", Theme.dim)]), row: 0, in: area,
      indent: 2)
    let hint =
      room < 40
      ? Phrase("姓名 拼音 手机尾号 号牌", "name, pinyin, digits")
      : Phrase("姓名 拼音 首字母 手机尾号 号牌 编号", "name, pinyin, initials, last four, badge")
    sheet.frame.cursor = field.draw(
      on: &sheet.frame, at: Point(column: area.column + start, row: area.row),
      columns: max(1, room), Theme.field, hint: sheet.look(hint))
    guard area.rows > 1 else { return }
    sheet.draw(note(open, environment, sheet.look), row: 1, in: area, indent: start)
  }

  /// The line below the field, where the eye is: what went wrong, else how to read the list.
  private func note(_ open: OpenEvening, _ environment: Environment, _ look: Look) -> Line {
    let isLocked = environment.setting.isLocked
    if let refusal { return Line(look.refused(refusal), Theme.warning) }
    if open.event.state != .open {
      return Line(
        look(Phrase("已结束，不再签到；F9 撤销", "Closed; F9 undoes the closing")),
        Theme.warning)
    }
    if isByPhone, total > 1 {
      let said = Phrase(
        "前三位和后四位相同的有 \(total) 人，请核对姓名",
        "\(total) people share the first three and last four digits; ask for the name")
      return Line(look.refused(said), Theme.warning)
    }
    if let changedBadge {
      return Line(look.refused(changedBadge), Theme.warning)
    }
    if let doubt, marked == nil { return Line(look(doubt.phrase), Theme.title) }
    if !field.isEmpty, let guest = markedGuest(open), !guest.registration.status.hasAttended,
      let elsewhere = environment.otherTable(of: guest)
    {
      return Line(look(elsewhere + Phrase("；在这里也可签到", "; may check in here too")), Theme.title)
    }
    if isLocked, field.isEmpty { return .blank }
    // Nobody looks for it, so it is said while nothing is looked for.
    if field.isEmpty, open.event.state == .open, let guest = open.evening.misplaced.first,
      let warning = guest.warning(at: open.event)
    {
      return Line(look.refused(.verbatim("\(guest.name) ") + warning.full), Theme.warning)
    }
    guard field.isEmpty, !open.recent.isEmpty else { return .blank }
    return Line(look(Phrase("刚才签到", "Last arrivals")), Theme.dim)
  }

  private func drawList(
    _ open: OpenEvening, _ listed: [RegistrationID], _ isLocked: Bool, on sheet: inout Sheet,
    in area: Area
  ) {
    guard !listed.isEmpty else {
      sheet.paragraph(
        sheet.look(emptyText(open, isLocked)), Theme.dim, row: 1, in: area.inset(left: 1))
      return
    }
    let place = marked.flatMap { listed.firstIndex(of: $0) }
    let window = Window(count: listed.count, marked: place, height: area.rows)
    let guests = listed[window.rows].compactMap { open.evening.guest($0) }
    let differing = GuestFact.differing(among: guests)
    let table = GuestTable(
      look: sheet.look, width: area.columns, guests: guests, event: open.event)
    let emphasis = field.isEmpty ? nil : Emphasis(query: field.text)
    for (row, guest) in guests.enumerated() {
      table.draw(
        guest, isMarked: guest.id == marked, differing: differing[guest.name] ?? [],
        emphasis: emphasis, row: row, in: area, on: &sheet)
      sheet.finishRow(
        row, in: area, place: window.rows.lowerBound + row, isMarked: guest.id == marked)
    }
    // Of those who came last the newest are shown; who asks for more looks for somebody.
    guard !field.isEmpty || place != nil else { return }
    let count = field.isEmpty ? listed.count : max(total, listed.count)
    sheet.tellPlace(window.rows, of: count, marked: place, in: area)
  }

  private func emptyText(_ open: OpenEvening, _ isLocked: Bool) -> Phrase {
    if !field.isEmpty, isPartOfPhone {
      return Phrase(
        "手机号请输入完整的 11 位，或只输后四位。", "Type all eleven digits of a phone number, or its last four.")
    }
    if !field.isEmpty {
      return Phrase(
        "没有找到“\(field.text.abridged)”。F2 现场报名",
        "Nobody found for \u{201c}\(field.text.abridged)\u{201d}. F2 enters a walk-in.")
    }
    if isLocked {
      return Phrase(
        "请说姓名，或扫号牌上的码。输入两三个字就能找到，回车签到。",
        "Type a few letters of the name, or scan a badge; Enter checks in.")
    }
    if open.evening.guests.isEmpty {
      return Phrase(
        "本场还没有人报名。F5 登记报名（从名册里选，或用一份名单），F2 现场报名。",
        "Nobody is registered yet. F5 registers members, one by one or from a list; F2 enters a "
          + "walk-in.")
    }
    return Phrase(
      "还没有人到。输入两三个字就能找到：王志超 = wzc = 0007 = m7，回车签到。",
      "Nobody has come yet. A few letters find somebody: wang zhichao = wzc = 0007 = m7; "
        + "Enter checks in.")
  }

  private func drawFoot(
    _ open: OpenEvening, _ isLocked: Bool, on sheet: inout Sheet, in area: Area
  ) {
    let row = area.rows - 2
    if area.rows > 1 { sheet.rule(row: 0, in: area) }
    drawArrivals(open, on: &sheet, row: max(0, row), in: area)
    guard area.rows > 1 else { return }
    let look = sheet.look
    let count = open.evening.headcount
    var facts = [Span(look(Phrase("未到 ", "not here ")), Theme.dim), Span("\(count.awaited)")]
    facts += open.evening.freePlaces(look)
    for (label, number) in [
      (Phrase("  候补 ", "  waiting "), count.waitlisted),
      (Phrase("  已离场 ", "  left "), count.left),
    ] where number > 0 {
      facts += [Span(look(label), Theme.dim), Span("\(number)")]
    }
    let room = area.columns - facts.columns(look.width) - 5
    sheet.draw(
      Line(isLocked ? [] : recentLine(open, look, columns: room), right: facts + [Span(" ")]),
      row: row + 1,
      in: area, indent: 1)
  }

  private func drawArrivals(
    _ open: OpenEvening, on sheet: inout Sheet, row: Int, in area: Area
  ) {
    let pools = open.event.pools.pools
    let each = min(60, (area.columns - 2 - 4 * (pools.count - 1)) / pools.count)
    for (place, pool) in pools.enumerated() {
      let count = open.evening.headcounts[pool] ?? Headcount()
      let bar = sheet.bar(
        pool.phrase, count.arrived, of: count.expected, columns: each)
      sheet.draw(Line(bar), row: row, in: area, indent: 1 + place * (each + 4))
    }
  }

  /// As many of the last arrivals as fit whole.
  private func recentLine(_ open: OpenEvening, _ look: Look, columns: Int) -> [Span] {
    let label = [Span(look(Phrase("刚才", "Last")), Theme.dim)]
    let arrivals = open.recent.prefix(8).compactMap { id -> [Span]? in
      guard let guest = open.evening.guest(id), let arrival = guest.registration.arrival else {
        return nil
      }
      return [
        Span("  \(look.clock.time(arrival.at)) ", Theme.dim),
        Span("\(guest.badge.map { look($0.phrase) } ?? "") \(guest.name)"),
      ]
    }
    let fitting = arrivals.fitting(columns: columns - label.columns(look.width), look.width)
    return fitting.isEmpty ? [] : label + fitting
  }
}

extension Evening {
  /// The places that are left; of each pool where they have places of their own, so that nobody sends a
  /// woman away for want of men's.
  fileprivate func freePlaces(_ look: Look) -> [Span] {
    let label = Span(look(Phrase("  余位 ", "  places ")), Theme.dim)
    guard event.capacity.isByPool else {
      let free = event.pools.pools.first.flatMap { event.capacity.free(for: $0, headcounts) } ?? 0
      return free > 0 ? [label, Span("\(free)")] : []
    }
    let free = event.pools.pools.compactMap { pool in
      event.capacity.free(for: pool, headcounts).map { look(pool.letter) + "\($0)" }
    }
    return free.isEmpty ? [] : [label, Span(free.joined(separator: " "))]
  }
}
