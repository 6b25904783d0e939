import Canvas
import Matchmaking
import Wording

/// Names to call out: who is not here yet, or whose slips are missing. Made when it is opened.
struct GuestList: Sendable {
  let title: Phrase
  let guests: [Guest]
  let nobody: Phrase
  private var scroll = Scroll()

  init(awaited evening: Evening) {
    guests = evening.guests.filter { $0.registration.status == .registered }
    title = Phrase("未到 \(guests.count) 人", "Not here yet: \(guests.count)")
    nobody = Phrase("报名的人都到了", "Everybody registered is here")
  }

  init(missingSlips evening: Evening) {
    guests = evening.missingSlips
    title = Phrase("未交选票 \(guests.count) 人", "Slips missing: \(guests.count)")
    nobody = Phrase("在场的人都已交选票", "Everybody here has handed one in")
  }

  mutating func scroll(_ move: Move, height: Int) {
    scroll.move(move, count: guests.count, height: height)
  }

  func draw(on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let rows = min(area.rows, max(3, guests.count) + 2)
    let inner = sheet.dialogue(
      look(title), columns: sheet.readable(area, upTo: 96), rows: rows, in: area)
    if guests.isEmpty { sheet.draw(Line(look(nobody), Theme.done), row: 0, in: inner) }
    let seen = scroll.rows(of: guests.count, height: inner.rows)
    sheet.tellPlace(seen, of: guests.count, in: inner)
    let shown = Array(guests[seen])
    let isWide = inner.columns >= 50
    let columns = Columns(
      [
        .fixed(5), .fitting(shown.map(\.name), look.width, in: 6...(isWide ? 24 : 14)), .rest,
        .fixed(isWide ? 11 : 4),
      ], across: inner.columns, gap: isWide ? 2 : 1)
    for (row, guest) in shown.enumerated() {
      let phone = inner.columns >= 50 ? guest.maskedPhone : guest.lastFour
      columns.draw(
        [
          Span(guest.badge.map { look($0.phrase) } ?? look.marks.none, Theme.accent),
          Span(guest.name, Theme.strong), Span(guest.employer, Theme.dim), Span(phone, Theme.dim),
        ], row: row, in: inner, on: &sheet)
    }
  }
}

/// A member's facts, where there is no room for them beside the list.
struct MemberDetail: Sendable {
  let member: Member
  private var scroll = Scroll()

  init(_ member: Member) { self.member = member }

  mutating func scroll(_ move: Move, _ look: Look, _ room: Size) {
    let card = MemberCard(look: look, member: member)
    scroll.move(move, count: card.lines(columns: room.columns).count, height: room.rows)
  }

  func draw(on sheet: inout Sheet, in area: Area) {
    let card = MemberCard(look: sheet.look, member: member)
    let title = sheet.look(Phrase("单身职工", "Member"))
    sheet.page(title, scroll, in: area) { card.lines(columns: $0) }
  }
}
