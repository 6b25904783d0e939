import Canvas
import Matchmaking
import Wording

extension Context {
  public static let seats = Self(
    "seats", Phrase("桌次", "Tables"), typing: .none, home: .within(.showSeats))
}

extension Command.ID {
  public static let nextRound = Self("nextRound", isStep: true)
  public static let previousRound = Self("previousRound", isStep: true)
  public static let otherSeats = Self("otherSeats", isStep: true)
  public static let startRound = Self("startRound", isStep: true)
}

/// Who sits where, round by round.
struct SeatsPage: Dialogue {
  static let commands: [Command] = [
    Command(
      .nextRound, in: .seats, [.named(.right), .character("n")], Phrase("下一轮", "next round"),
      help: Phrase("看后一轮，轮换之后是话题", "The round after this, of both kinds"), at: 1),
    Command(
      .previousRound, in: .seats, [.named(.left), .character("p")], Phrase("上一轮", "round before"),
      help: Phrase("看前一轮", "The round before this"), at: 2),
    Command(
      .otherSeats, in: .seats, [.named(.tab), .character("t")], Phrase("轮换/话题", "rounds/topics"),
      help: Phrase("轮换和话题桌互换", "From the rounds to the topic tables and back"), at: 3),
    Command(
      .startRound, in: .seats, [.named(.f5), .character("s")], Phrase("开始这一轮", "start it"),
      help: Phrase("这一轮开始，正在进行的一轮随之结束", "This round begins, and the one before it is over"), at: 4),
    .close(.seats, Phrase("返回", "back"), also: [.named(.enter), .character("q")]),
  ]

  private let event: EventID
  /// Which it opens with; nil for what is now or comes next.
  private let kind: SeatingKind?
  /// Of both kinds, those of a kind behind one another.
  private var rounds: [SeatedRound]?
  private var plans: [SeatingKind: SeatingPlan] = [:]
  private var place = 0
  private var scroll = Scroll()
  private var fault: Phrase?

  init(of event: EventID, _ kind: SeatingKind? = nil) { (self.event, self.kind) = (event, kind) }

  var contexts: [Context] { [.seats, .list] }

  func begin(in environment: Environment) -> [Intent] { [.ask(.loadProgramme(event))] }

  func hear(_ notice: any Notice, in environment: Environment) -> [Intent]? {
    notice is ProgrammeNotice ? begin(in: environment) : nil
  }

  mutating func take(
    _ answer: Answer, about subject: String, in environment: Environment
  ) -> [Intent] {
    guard case .programme(let running) = answer else { return [] }
    let isFirst = rounds == nil
    let kinds = running.kindsToCome
    let shown = kinds.flatMap(running.rounds)
    rounds = shown
    plans = running.plans
    if isFirst {
      let first = kind ?? kinds.first { !running.rounds($0).isEmpty }
      place = first.flatMap { current(of: $0) } ?? 0
    }
    place = max(0, min(place, shown.count - 1))
    return []
  }

  /// Of a kind, the round that runs, else the next.
  private func current(of kind: SeatingKind) -> Int? {
    let own = (rounds ?? []).indices.filter { rounds?[$0].kind == kind }
    return own.first { rounds?[$0].phase.isUnderWay == true }
      ?? own.first { rounds?[$0].phase == .waiting } ?? own.first
  }

  private var other: Int? {
    shown.flatMap { current(of: $0.kind == .rounds ? .topics : .rounds) }
  }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    let count = rounds?.count ?? 0
    fault = nil
    switch id {
    case .nextRound: place = max(0, min(place + 1, count - 1))
    case .previousRound: place = max(0, place - 1)
    case .otherSeats: place = other ?? place
    case .startRound:
      return shown.map { [.change(.startRound(event, $0.kind, $0.number))] } ?? []
    default:
      guard let move = Move(id) else { return nil }
      scroll.move(
        move, count: lines(environment)?.count(in: environment.pageRoom.columns) ?? 0,
        height: environment.dialogueRows)
      return []
    }
    scroll = Scroll()
    return []
  }

  func obstacle(to id: Command.ID, in environment: Environment) -> Obstacle? {
    switch id {
    case .otherSeats:
      other == nil ? .useless(Phrase("另一种还没有排", "The other kind is not planned yet")) : nil
    case .startRound:
      shown?.phase != .waiting
        ? .useless(Phrase("这一轮已经开始过", "This round has begun already"))
        : environment.open?.obstacle
    default: nil
    }
  }

  mutating func take(
    _ outcome: Outcome, of change: Change, in environment: Environment
  ) -> [Intent] {
    if case .refused(let refusal) = outcome { fault = environment.sentence(refusal) }
    return []
  }

  private var shown: SeatedRound? {
    rounds.flatMap { $0.indices.contains(place) ? $0[place] : nil }
  }

  private func lines(_ environment: Environment) -> SeatLines? {
    guard let shown, let evening = environment.evening else { return nil }
    return SeatLines(shown, evening, environment.look)
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let title = shown.map { round in
      let count = rounds?.count { $0.kind == round.kind } ?? 0
      return Phrase("桌次 · ", "Tables · ") + round.kind.short
        + Phrase(
          "第 \(round.number)/\(count) 轮（\(round.phase.state.phrase.chinese)）",
          ", round \(round.number) of \(count) (\(round.phase.state.phrase.english))")
    }
    let inner = sheet.dialogue(
      look(title ?? Phrase("桌次", "Tables")), columns: sheet.readable(area, upTo: 84),
      rows: area.rows, in: area)
    guard let lines = lines(environment) else {
      let said = rounds == nil ? Phrase("正在读取…", "Reading…") : Phrase("还没有排桌次", "No tables yet")
      sheet.draw(Line(look(said), Theme.dim), row: 0, in: inner)
      return
    }
    var used = 0
    for note in notes {
      used += sheet.paragraph(look.refused(note), Theme.warning, row: used, in: inner, rows: 2)
    }
    let room = inner.inset(top: used)
    let count = lines.count(in: room.columns)
    let seen = scroll.rows(of: count, height: room.rows)
    sheet.tellPlace(seen, of: count, in: room)
    lines.draw(on: &sheet, in: room, from: seen.lowerBound)
  }

  /// What was refused, or what the plan could not have.
  private var notes: [Phrase] {
    fault.map { [$0] } ?? shown.flatMap { plans[$0.kind]?.notes } ?? []
  }
}

/// The tables of one round, as many beside one another as there is room for; whoever sits out at the end.
struct SeatLines {
  private let look: Look
  private let cells: [(table: Int, text: String)]
  private let alone: [String]

  init(_ round: SeatedRound, _ evening: Evening, _ look: Look) {
    self.look = look
    func badges(_ table: SeatedTable) -> [Badge] {
      table.seats.compactMap { evening.guest($0)?.badge }
    }
    let seated = round.tables.filter { $0.number != nil }.flatMap(badges)
    let widest = seated.map { look.width.columns(look($0.phrase)) }.max() ?? 0
    cells = round.tables.compactMap { table in
      guard let number = table.number else { return nil }
      let people = badges(table).map { badge in
        // Badges stand under one another.
        let text = look(badge.phrase)
        return text + String(repeating: " ", count: widest - look.width.columns(text))
      }.joined(separator: " ")
      let topic = table.topic.map { "  " + $0 } ?? ""
      return (number, people + topic)
    }
    alone = round.tables.filter { $0.number == nil }.flatMap(badges).sorted().map {
      look($0.phrase)
    }
  }

  /// How many tables there are.
  var tables: Int { cells.count }

  private var width: Int { (cells.map { look.width.columns($0.text) }.max() ?? 0) + 5 }

  private func across(_ columns: Int) -> Int { max(1, (columns + 2) / (width + 2)) }

  /// Lines it takes in so many columns.
  func count(in columns: Int) -> Int {
    let tables = (cells.count + across(columns) - 1) / across(columns)
    return tables + (alone.isEmpty ? 0 : 1 + aloneLines(columns).count)
  }

  private func aloneLines(_ columns: Int) -> [String] {
    var lines: [String] = []
    var line = look(Phrase("轮空", "Sit out"))
    for badge in alone {
      if look.width.columns(line) + look.width.columns(badge) + 1 > columns {
        lines.append(line)
        line = badge
      } else {
        line += " " + badge
      }
    }
    return lines + [line]
  }

  func draw(on sheet: inout Sheet, in area: Area, from first: Int) {
    let across = across(area.columns)
    let rows = (cells.count + across - 1) / across
    for row in 0..<area.rows {
      let line = first + row
      if line < rows {
        for column in 0..<across {
          let place = line + column * rows
          guard cells.indices.contains(place) else { break }
          let cell = cells[place]
          let number =
            String(repeating: " ", count: max(0, 3 - "\(cell.table)".count)) + "\(cell.table)"
          let left = column * (width + 2)
          sheet.draw(
            Line([Span(number, Theme.dim), Span("  " + cell.text)]), row: row,
            in: area.inset(left: left, right: max(0, area.columns - left - width)))
        }
      } else if !alone.isEmpty, line > rows {
        let lines = aloneLines(area.columns)
        if lines.indices.contains(line - rows - 1) {
          sheet.draw(Line(lines[line - rows - 1], Theme.dim), row: row, in: area)
        }
      }
    }
  }
}
