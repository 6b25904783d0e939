import Canvas
import Matchmaking
import Wording

extension Command.ID {
  public static let reviewSlips = Self("reviewSlips")
}

extension Context {
  public static let slipReview = Self(
    "slipReview", Phrase("录过的选票", "Slips typed here"), typing: .none,
    home: .within(.reviewSlips))
}

extension SlipReview {
  static let commands: [Command] = [
    Command(
      .reviewSlips, in: .picks, [.alt("v")], Phrase("录过的", "typed here"),
      help: Phrase(
        "本台录过的选票，最近的在前；只给录票员看", "The slips typed at this desk, newest first; for the clerk alone"),
      unless: Environment.nothingOpen),
    Command(
      .choose, in: .slipReview, [.named(.enter)], Phrase("更正", "correct"),
      help: Phrase("更正选中的这一张", "Corrects the marked one"), at: 1),
    .close(.slipReview, Phrase("返回", "back"), also: [.character("q")]),
  ]
}

/// What was typed at this desk, newest first: asked for by whoever typed it, and seen by nobody else.
struct SlipReview: Dialogue {
  private var marked = 0
  private let round: Int
  private let reading: SlipReading

  /// - Parameter reading: which time; whoever types the second time sees nothing of the first.
  init(round: Int, _ reading: SlipReading) {
    self.round = round
    self.reading = reading
  }

  var contexts: [Context] { [.slipReview, .list] }

  private func slips(_ environment: Environment) -> [(picker: Guest, slip: SlipRecord)] {
    environment.evening?.typed(at: environment.setting.station, as: reading, round: round) ?? []
  }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    let slips = slips(environment)
    if let move = Move(id) {
      marked = move.place(from: marked, count: slips.count, page: environment.dialogueRows) ?? 0
      return []
    }
    guard id == .choose, slips.indices.contains(marked), let badge = slips[marked].picker.badge
    else { return id == .choose ? [] : nil }
    return [.close, .tell(PicksNotice.correct(badge))]
  }

  func obstacle(to id: Command.ID, in environment: Environment) -> Obstacle? {
    id == .choose && slips(environment).isEmpty
      ? .useless(Phrase("这台还没有录过选票", "No slip was typed at this desk")) : nil
  }

  mutating func mark(row: Int, in environment: Environment) -> [Intent] {
    marked = row
    return []
  }

  // MARK: - How it looks

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let slips = slips(environment)
    let title =
      reading == .second
      ? Phrase("本台第二次录的选票", "Typed here the second time")
      : Phrase("本台录过的选票", "Slips typed at this desk")
    let inner = sheet.dialogue(
      look(title), columns: sheet.readable(area, upTo: 96),
      rows: min(area.rows, max(3, slips.count) + 2), in: area)
    guard !slips.isEmpty, let evening = environment.evening else {
      let said = Phrase("这台还没有录过选票。", "No slip was typed at this desk yet.")
      sheet.draw(Line(look(said), Theme.dim), row: 0, in: inner)
      return
    }
    let place = min(marked, slips.count - 1)
    let window = Window(count: slips.count, marked: place, height: inner.rows)
    let shown = window.rows.map { slips[$0] }
    let columns = Columns(
      [
        .fixed(2), .fixed(5), .badges(shown.map(\.picker.badge), look),
        .fitting(shown.map(\.picker.name), look.width, in: 6...16), .rest,
      ], across: inner.columns, gap: 1)
    for (row, index) in window.rows.enumerated() {
      let (picker, slip) = slips[index]
      let ballot = evening.ballot(slip, of: picker.id)
      columns.draw(
        [
          Span(look.pointer(index == place), Theme.accent),
          Span(environment.clock.time(slip.at), Theme.dim),
          Span(picker.badge.map { look($0.phrase) } ?? look.marks.none, Theme.accent),
          Span(picker.name, Theme.strong), Span(ballot.map { look.lines(of: $0) } ?? ""),
        ], row: row, in: inner, on: &sheet)
      sheet.finishRow(row, in: inner, place: index, isMarked: index == place)
    }
    sheet.tellPlace(window.rows, of: slips.count, marked: place, in: inner)
  }
}
