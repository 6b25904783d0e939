import Canvas
import Matchmaking
import Wording

extension WalkInForm {
  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let evening = environment.evening
    let look = sheet.look
    let inner = sheet.dialogue(
      look(Phrase("现场报名", "Walk-in")), columns: 76, rows: 14, in: area)
    let fields = form.entries.count
    form.draw(
      problem: problem, hasFocus: chosen == nil || asksSex, on: &sheet,
      in: inner.inset(bottom: max(0, inner.rows - fields)))
    let below = inner.inset(top: min(inner.rows, inner.rows > 8 ? fields + 1 : fields))
    sheet.draw(note(look), row: 0, in: below)
    let rows = known.map { KnownMember($0, guest: guests[$0.id].flatMap { evening?.guest($0) }) }
    KnownMember.draw(rows, marked: chosen, on: &sheet, in: below.inset(top: 1))
  }

  private func note(_ look: Look) -> Line {
    if waitsToSave {
      return Line(look(Phrase("正在查名册…", "Looking through the register…")), Theme.accent)
    }
    if let owner = owners.first {
      let said = Phrase(
        "这个手机号是 \(owner.name) 的；选中后按回车，就是此人",
        "this phone number is \(owner.name)'s; mark them and press Enter")
      return Line(look.refused(said), Theme.warning)
    }
    let count = namesakes.count
    if count > 0 {
      let said = Phrase(
        "名册里已有 \(count) 位同名的人，↓ 选用：",
        "\(count) of that name in the register already; ↓ takes one:")
      return Line(look.refused(said), Theme.warning)
    }
    guard known.isEmpty else {
      let said = Phrase("名册里有 \(total) 人相近，↓ 选用：", "\(total) like it in the register; ↓ takes one:")
      return Line(look(said), Theme.accent)
    }
    let said = Phrase(
      "名册里没有的人会加入名册，待核验。", "Somebody new is added to the register, not verified.")
    return Line(look(said), Theme.dim)
  }
}

/// Somebody of the register, and where they stand in the open event.
struct KnownMember: Sendable {
  let member: Member
  /// Nil for whoever is not registered for it.
  let guest: Guest?

  init(_ member: Member, guest: Guest?) {
    self.member = member
    self.guest = guest
  }

  static func draw(_ rows: [KnownMember], marked: Int?, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let isNarrow = area.columns < 60
    let names = Columns.Column.fitting(
      rows.map(\.member.name), look.width, in: 6...(isNarrow ? 10 : 20))
    let standing = isNarrow ? 6 : look.language == .chinese ? 12 : 18
    let columns = Columns(
      [
        .fixed(1), names, .fixed(2), .fixed(isNarrow ? 0 : 4), .rest, .fixed(isNarrow ? 4 : 11),
        .fixed(standing),
      ], across: area.columns, gap: 1)
    let window = Window(count: rows.count, marked: marked, height: area.rows)
    for (row, place) in window.rows.enumerated() {
      let known = rows[place]
      let member = known.member
      columns.draw(
        [
          Span(place == marked ? look.marks.pointer : "", Theme.accent),
          Span(member.name, Theme.strong), Span(member.sex.map { look($0.phrase) } ?? ""),
          Span(member.birth.map { String($0.year) } ?? ""),
          Span(member.shown(.employer), Theme.dim),
          Span((isNarrow ? member.phone?.lastFour : member.phone?.masked) ?? "", Theme.dim),
          Span(
            look(isNarrow ? known.briefly : known.standing),
            known.guest == nil ? Theme.dim : Theme.warning),
        ], row: row, in: area, on: &sheet)
      sheet.finishRow(row, in: area, place: place, isMarked: place == marked)
    }
    sheet.tellPlace(window.rows, of: rows.count, marked: marked, in: area)
  }

  /// `已报名 男07`, or that they are not registered.
  var standing: Phrase {
    guard let guest else { return Phrase("未报名", "not registered") }
    return .words(guest.registration.status.phrase, guest.badge?.phrase ?? .empty)
  }

  /// The same where there is no room for words: a badge, or nothing for who is not registered.
  private var briefly: Phrase {
    guard let guest else { return .empty }
    return guest.badge?.phrase ?? guest.registration.status.phrase
  }

  /// As a sentence names somebody who is to be told from a namesake.
  var inWords: Phrase {
    let facts = [member.shown(.employer), member.phone?.masked ?? ""].filter { !$0.isEmpty }
    let told = Phrase.verbatim(([member.name] + facts).joined(separator: " "))
    return guest == nil ? told : told + Phrase("（", " (") + standing + Phrase("）", ")")
  }
}
