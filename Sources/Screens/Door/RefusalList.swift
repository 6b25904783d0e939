import Canvas
import Matchmaking
import Wording

/// Who was turned away at the door and why, newest first; the organizer answers for it.
struct RefusalList: Dialogue {
  /// Nil until loaded.
  private var records: [RefusalRecord]?
  /// Those who came in all the same, later.
  private var guests: [MemberID: RegistrationID] = [:]
  private var scroll = Scroll()

  let event: EventID

  init(of event: EventID) { self.event = event }

  var contexts: [Context] { [.reading, .list] }

  func begin(in environment: Environment) -> [Intent] { [.ask(.loadRefusals(event))] }

  mutating func take(
    _ answer: Answer, about subject: String, in environment: Environment
  ) -> [Intent] {
    guard case .refusals(let records) = answer else { return [] }
    self.records = records
    guests = environment.evening?.registrations(of: records.compactMap(\.member)) ?? [:]
    return []
  }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    guard let move = Move(id) else { return nil }
    scroll.move(move, count: records?.count ?? 0, height: environment.dialogueRows)
    return []
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let evening = environment.evening
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
