import Canvas
import Matchmaking
import Wording

extension Command.ID {
  public static let waitingGuests = Self("waitingGuests")
}

extension Context {
  public static let waitingGuests = Self(
    "waitingGuests", Phrase("还没有互选的人", "Who has nobody yet"), typing: .none,
    home: .within(.waitingGuests))
}

/// Between two rounds of picking: who is here without a mutual pick, and who of them fit each other.
///
/// For the organizer alone, and on record. Whom anybody picked in vain is not in it.
struct WaitingPage: Dialogue {
  static let commands: [Command] = [
    Command(
      .waitingGuests, in: .picks, [.alt("h")], Phrase("还没有互选", "who has nobody"),
      help: Phrase(
        "在场而没有互选的人，和他们当中谁合适；查看留记录",
        "Who is here without a mutual pick, and who of them fit; on record"),
      unless: Environment.nothingOpen, does: { $0.atEvening { WaitingPage(at: $0.event.id) } }),
    .close(.waitingGuests, Phrase("返回", "back"), also: [.named(.enter), .character("q")]),
  ]

  private let event: EventID
  /// Nil until the answer.
  private var waiting: [WaitingGuest]?
  private var marked = 0

  init(at event: EventID) { self.event = event }

  var contexts: [Context] { [.waitingGuests, .list] }

  func begin(in environment: Environment) -> [Intent] { [.ask(.loadWaiting(event))] }

  mutating func take(
    _ answer: Answer, about subject: String, in environment: Environment
  ) -> [Intent] {
    if case .waiting(let waiting) = answer { self.waiting = waiting }
    return []
  }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    guard let move = Move(id) else { return nil }
    marked =
      move.place(from: marked, count: waiting?.count ?? 0, page: environment.dialogueRows - 4) ?? 0
    return []
  }

  mutating func mark(row: Int, in environment: Environment) -> [Intent] {
    if waiting?.indices.contains(row) == true { marked = row }
    return []
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let inner = sheet.dialogue(
      look(Phrase("还没有互选的人", "Who has nobody yet")), columns: sheet.readable(area),
      rows: area.rows, in: area)
    guard let waiting, !waiting.isEmpty else {
      let said =
        waiting == nil
        ? Phrase("正在读取…", "Reading…")
        : Phrase("在场的人都有互选。", "Everybody here has a mutual pick.")
      sheet.draw(Line(look(said), Theme.dim), row: 0, in: inner)
      return
    }
    sheet.draw(
      Line(
        look(
          Phrase(
            "\(waiting.count) 人；只供组织者撮合，这次查看已留记录",
            "\(waiting.count.counted("person", "people")); for the organizer alone, on record")),
        Theme.dim), row: 0, in: inner)
    let list = inner.inset(top: 2)
    let columns = Columns(
      [
        .fixed(2), .badges(waiting.compactMap(\.guest.badge), look),
        .fitting(waiting.map(\.guest.name), look.width, in: 6...14), .rest,
      ], across: list.columns, gap: 1)
    let window = Window(count: waiting.count, marked: marked, height: list.rows)
    for (row, place) in window.rows.enumerated() {
      let person = waiting[place]
      let fits = person.fits.map { look($0.phrase) }.joined(separator: " ")
      columns.draw(
        [
          Span(look.pointer(place == marked), Theme.accent),
          Span(person.guest.badge.map { look($0.phrase) } ?? "", Theme.accent),
          Span(person.guest.name, Theme.strong),
          fits.isEmpty
            ? Span(look(Phrase("当中没有合适的", "nobody of them fits")), Theme.dim)
            : Span(look(Phrase("合适：", "fits: ")) + fits),
        ], row: row, in: list, on: &sheet)
      sheet.finishRow(row, in: list, place: place, isMarked: place == marked)
    }
    sheet.tellPlace(window.rows, of: waiting.count, marked: marked, in: list)
  }
}
