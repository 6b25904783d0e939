import Canvas
import Matchmaking
import Wording

extension RegistrationForm {
  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let evening = environment.evening
    guard let evening else { return }
    let look = sheet.look
    let title = look(Phrase("登记报名 · ", "Register for ")) + evening.event.title
    let inner = sheet.dialogue(
      look.width.truncated(title, to: 70), columns: 96, rows: min(area.rows, 26), in: area)
    drawField(on: &sheet, in: inner)
    let list = inner.inset(top: 2, bottom: 2)
    if field.text.trimmed.isEmpty {
      drawRegistered(evening, on: &sheet, in: list)
    } else {
      drawFound(evening, on: &sheet, in: list)
    }
    drawFoot(evening, on: &sheet, in: inner.bottom(1))
  }

  private func drawField(on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let label = look(Phrase("名册", "Register"))
    let start = look.width.columns(label) + 2
    let count = found.isEmpty ? "" : look(Phrase("\(total.grouped) 人", "\(total.grouped) found"))
    sheet.draw(
      Line([Span(label, Theme.title)], right: [Span(count, Theme.dim)]), row: 0, in: area)
    let room = area.columns - start - look.width.columns(count) - 1
    let hint = Phrase("姓名 拼音 首字母 编号 手机", "name, pinyin, initials, number, phone")
    sheet.frame.cursor = field.draw(
      on: &sheet.frame, at: Point(column: area.column + start, row: area.row),
      columns: max(1, room), Theme.field, hint: look(hint))
  }

  private func drawFound(_ evening: Evening, on sheet: inout Sheet, in area: Area) {
    guard found.isEmpty else {
      let rows = found.map { KnownMember($0, guest: guests[$0.id].flatMap { evening.guest($0) }) }
      KnownMember.draw(rows, marked: marked, on: &sheet, in: area)
      return
    }
    let said =
      isAsking
      ? Phrase("正在查名册…", "Looking through the register…")
      : Phrase(
        "名册里没有“\(field.text.abridged)”。新人请先导入名册，或在门口现场报名。",
        "Nobody in the register for \u{201c}\(field.text.abridged)\u{201d}. Import a roster first, "
          + "or enter a walk-in at the door.")
    sheet.paragraph(sheet.look(said), Theme.dim, row: 0, in: area)
  }

  private func drawRegistered(_ evening: Evening, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let guests = registered(evening)
    guard !guests.isEmpty else {
      let hint = Phrase(
        "输入两三个字，按回车登记；用一份名单登记请按 F2。", "A few letters and Enter register somebody; F2 takes a list.")
      sheet.paragraph(look(hint), Theme.dim, row: 0, in: area)
      return
    }
    sheet.draw(
      Line(
        look(Phrase("刚才登记的 \(guests.count) 人", "Registered just now: \(guests.count)")), Theme.dim),
      row: 0, in: area)
    let list = area.inset(top: 1)
    let table = GuestTable(look: look, width: list.columns, guests: guests)
    for (row, guest) in guests.prefix(list.rows).enumerated() {
      table.draw(
        guest, isMarked: false, differing: [], emphasis: nil, row: row, in: list, on: &sheet)
    }
  }

  /// How full it is, which is what one asks while registering.
  private func drawFoot(_ evening: Evening, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    var facts: [Phrase] = evening.event.pools.pools.map { pool in
      .joined(pool.phrase, .verbatim(" \(evening.headcounts[pool]?.expected ?? 0)"))
    }
    let count = evening.headcount
    if count.waitlisted > 0 {
      facts.append(Phrase("候补 \(count.waitlisted)", "waiting \(count.waitlisted)"))
    }
    if let places = evening.event.capacity.phrase {
      facts.append(Phrase("名额 ", "places ") + places)
    }
    let label = look(Phrase("已报名  ", "Registered  "))
    sheet.draw(
      Line([Span(label, Theme.dim), Span(facts.map { look($0) }.joined(separator: "   "))]), row: 0,
      in: area)
  }
}
