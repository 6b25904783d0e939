import Canvas
import Matchmaking
import Wording

/// Who was turned away at the door and why, newest first; the organizer answers for it.
struct RefusalList: Sendable {
  /// Nil until loaded.
  private(set) var records: [RefusalRecord]?
  /// Those who came in all the same, later.
  private var guests: [MemberID: RegistrationID] = [:]
  private var scroll = Scroll()

  mutating func take(_ records: [RefusalRecord], _ evening: Evening?) {
    self.records = records
    guests = evening?.registrations(of: records.compactMap(\.member)) ?? [:]
  }

  mutating func scroll(_ move: Move, height: Int) {
    scroll.move(move, count: records?.count ?? 0, height: height)
  }

  func draw(_ evening: Evening?, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let count = records?.count ?? 0
    let title = Phrase("未准入场 \(count) 次", "Turned away: \(count)")
    let rows = min(area.rows, max(3, count) + 2)
    let inner = sheet.dialogue(
      look(title), columns: sheet.readable(area, upTo: 110), rows: rows, in: area)
    guard let records, !records.isEmpty else {
      let said =
        records == nil
        ? Phrase("正在读取…", "Reading…") : Phrase("没有未准入场的人", "Nobody was turned away")
      sheet.draw(Line(look(said), Theme.dim), row: 0, in: inner)
      return
    }
    let seen = scroll.rows(of: records.count, height: inner.rows)
    sheet.tellPlace(seen, of: records.count, in: inner)
    let shown = Array(records[seen])
    let isNarrow = inner.columns < 60
    let columns = Columns(
      [
        .fixed(5), .fitting(shown.map(\.name), look.width, in: 8...(isNarrow ? 10 : 20)), .rest,
        .fixed(isNarrow ? 0 : look.language == .chinese ? 14 : 16),
        .fitting(shown.map { station(of: $0, look, isNarrow) }, look.width, in: 1...12),
      ], across: inner.columns, gap: isNarrow ? 1 : 2)
    for (row, record) in shown.enumerated() {
      columns.draw(
        [
          Span(look.clock.time(record.at), Theme.dim), Span(record.name, Theme.strong),
          Span(look(reason(of: record))),
          Span(look(later(record, evening)), Theme.accent),
          Span(station(of: record, look, isNarrow), Theme.dim),
        ], row: row, in: inner, on: &sheet)
    }
  }

  /// A desk's letter is enough where there is little room; a command has none.
  private func station(of record: RefusalRecord, _ look: Look, _ isNarrow: Bool) -> String {
    isNarrow && record.station.count == 1 ? record.station : look(.station(record.station))
  }

  /// Days may lie between a registration that was refused and the evening.
  private func reason(of record: RefusalRecord) -> Phrase {
    let brief = DoorRefusal.brief(record.code)
    switch record.way {
    case .door: return brief
    case .registration: return Phrase("报名时：", "registering: ") + brief
    }
  }

  /// Whether the organizer let them in afterwards.
  private func later(_ record: RefusalRecord, _ evening: Evening?) -> Phrase {
    guard let guest = record.member.flatMap({ guests[$0] }).flatMap({ evening?.guest($0) }),
      guest.registration.status.hasAttended
    else { return .empty }
    return .words(Phrase("后已入场", "let in later"), guest.badge?.phrase ?? .empty)
  }
}
