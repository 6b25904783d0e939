import Canvas
import Matchmaking
import Wording

extension Context {
  public static let seatMoves = Self(
    "seatMoves", Phrase("桌次变动", "Changed tables"), typing: .none, home: .within(.planSeats))
}

/// What another plan changes, and for whom: whoever was told otherwise has to be told anew.
struct SeatMovesPage: Dialogue {
  static let commands: [Command] = [
    Command(
      .showSeats, in: .seatMoves, [.named(.f6)], Phrase("桌次", "tables"),
      help: Phrase("看每轮谁坐哪桌", "Who sits where, round by round"), at: 1),
    .close(.seatMoves, Phrase("返回", "back"), also: [.named(.enter), .character("q")]),
  ]

  private let event: EventID
  /// As they were before.
  private let announced: [SeatedRound]
  private var moves: [SeatMove]?
  private var scroll = Scroll()

  init(of event: EventID, _ announced: [SeatedRound]) {
    (self.event, self.announced) = (event, announced)
  }

  var contexts: [Context] { [.seatMoves, .list] }

  func begin(in environment: Environment) -> [Intent] { [.ask(.loadProgramme(event))] }

  mutating func take(
    _ answer: Answer, about subject: String, in environment: Environment
  ) -> [Intent] {
    guard moves == nil, case .programme(let running) = answer else { return [] }
    moves = SeatMove.between(announced, and: running.rounds)
    return []
  }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    if id == .showSeats { return [.close, .open(SeatsPage(of: event, announced.first?.kind))] }
    guard let move = Move(id) else { return nil }
    scroll.move(move, count: lines(environment).count, height: environment.dialogueRows)
    return []
  }

  // MARK: - How it looks

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let lines = lines(environment)
    sheet.page(sheet.look(title), scroll, in: area) { _ in lines }
  }

  private var title: Phrase {
    guard let moves, !moves.isEmpty else { return Phrase("桌次变动", "Changed tables") }
    let people = Set(moves.map(\.person)).count
    return Phrase(
      "桌次变动 · \(people) 人", "Changed tables: \(people.counted("person", "people"))")
  }

  private func lines(_ environment: Environment) -> [Line] {
    let look = environment.look
    guard let moves, let evening = environment.evening else {
      return [Line(look(Phrase("正在读取…", "Reading…")), Theme.dim)]
    }
    guard !moves.isEmpty else {
      return [Line(look(Phrase("谁的桌次都没有变。", "Nobody sits otherwise than before.")))]
    }
    let badge = { (person: RegistrationID) in evening.guest(person)?.badge }
    let rows = moves.compactMap { move in badge(move.person).map { (badge: $0, move: move) } }
      .sorted { ($0.badge, $0.move.round) < ($1.badge, $1.move.round) }
    let names = rows.map { look($0.badge.phrase) }
    let widest = names.map { look.width.columns($0) }.max() ?? 0
    let seats = rows.map { look(phrase(of: $0.move.before, badge)) }
    let widestSeat = seats.map { look.width.columns($0) }.max() ?? 0
    let padded = { (text: String, columns: Int) in
      text + String(repeating: " ", count: max(0, columns - look.width.columns(text)))
    }
    let digits = rows.map { "\($0.move.round)".count }.max() ?? 1
    return rows.enumerated().map { place, row in
      let isFirst = place == 0 || rows[place - 1].badge != row.badge
      let round = look.width.padded("\(row.move.round)", to: digits, align: .right)
      return Line([
        Span(padded(isFirst ? names[place] : "", widest), Theme.strong),
        Span(look(Phrase("  第 \(round) 轮  ", "  round \(round)  ")), Theme.dim),
        Span(padded(seats[place], widestSeat), Theme.dim),
        Span("  \(look.marks.arrow)  ", Theme.dim),
        Span(look(phrase(of: row.move.after, badge))),
      ])
    }
  }

  private func phrase(
    of seat: SeatMove.Seat?, _ badge: (RegistrationID) -> Badge?
  ) -> Phrase {
    guard let seat else { return Phrase("没有座位", "no seat") }
    guard let table = seat.table else { return Phrase("轮空", "sits out") }
    let partner = seat.partner.flatMap(badge).map { .verbatim(" ") + $0.phrase } ?? .empty
    return Phrase("\(table) 桌", "table \(table)") + partner
  }
}
