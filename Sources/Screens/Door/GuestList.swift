import Canvas
import Matchmaking
import Wording

/// Names to call out: who is not here yet, or whose slips are missing. Made when it is opened.
struct GuestList: Dialogue {
  let title: Phrase
  let guests: [Guest]
  let nobody: Phrase
  private var scroll = Scroll()

  init(awaited evening: Evening) {
    guests = evening.guests.filter { $0.registration.status == .registered }
    title = Phrase("未到 \(guests.count) 人", "Not here yet: \(guests.count)")
    nobody = Phrase("报名的人都到了", "Everybody registered is here")
  }

  /// - Parameter reading: which time; the second those are meant whose slips were typed once.
  init(missingSlips evening: Evening, _ round: Int, _ reading: SlipReading) {
    guard reading == .first else {
      guests = evening.onceTyped(round: round)
      title = Phrase("只录过一次 \(guests.count) 张", "Typed once: \(guests.count)")
      nobody = Phrase("没有只录过一次的选票", "No slip was typed only once")
      return
    }
    guests = evening.missingSlips(round: round)
    title = Phrase("未交选票 \(guests.count) 人", "Slips missing: \(guests.count)")
    nobody = Phrase("在场的人都已交选票", "Everybody here has handed one in")
  }

  var contexts: [Context] { [.reading, .list] }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    guard let move = Move(id) else { return nil }
    scroll.move(move, count: guests.count, height: environment.dialogueRows)
    return []
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
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
        .badges(shown.map(\.badge), look),
        .fitting(shown.map(\.name), look.width, in: 6...(isWide ? 24 : 14)), .rest,
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
