import Canvas
import Matchmaking
import Wording

extension Command.ID {
  public static let couples = Self("couples")
  public static let advanceCouple = Self("advanceCouple")
}

extension Context {
  public static let couples = Self(
    "couples", Phrase("情侣", "Couples"), typing: .none, home: .within(.couples))
}

/// Couples that are followed up (情侣), the newest first, with how far they are.
struct CouplesPage: Dialogue {
  static let commands: [Command] = [
    Command(
      .couples, in: .members, [.control("p"), .character("p")], Phrase("情侣跟进", "couples"),
      help: Phrase(
        "公布牵手以后的进展：恋爱、订婚、领证、办婚礼", "How couples go on after the pairs are announced"),
      does: { _ in [.open(CouplesPage())] }),
    Command(
      .advanceCouple, in: .couples, [.named(.enter)], Phrase("记进展", "next step"),
      help: Phrase("记下选中的一对走到哪一步", "Notes how far the marked couple came"), at: 1),
    .close(.couples, Phrase("返回", "back"), also: [.character("q")]),
  ]

  /// Nil until the first answer.
  private var couples: [FollowedCouple]?
  private var marked: CoupleID?

  var contexts: [Context] { [.couples, .list] }

  func begin(in environment: Environment) -> [Intent] { [.ask(.read(.couples))] }

  func follow(_ change: Change, in environment: Environment) -> [Intent] { begin(in: environment) }

  func followEvening(in environment: Environment) {}

  mutating func take(
    _ answer: Answer, about subject: String, in environment: Environment
  ) -> [Intent] {
    guard case .register(.couples(let couples)) = answer else { return [] }
    self.couples = couples
    if !couples.contains(where: { $0.id == marked }) { marked = couples.first?.id }
    return []
  }

  private var markedCouple: FollowedCouple? { couples?.first { $0.id == marked } }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    if let move = Move(id) {
      marked = (couples ?? []).map(\.id)
        .moved(move, from: marked, page: environment.dialogueRows)
      return []
    }
    guard id == .advanceCouple else { return nil }
    return markedCouple.map { [.open(CoupleForm($0, today: environment.setting.today))] } ?? []
  }

  func obstacle(to id: Command.ID, in environment: Environment) -> Obstacle? {
    guard id == .advanceCouple else { return nil }
    switch markedCouple?.couple.stage {
    case nil:
      return .first(Phrase("还没有情侣；公布牵手以后才有", "No couples yet; they come with announced pairs"))
    case .ended?: return .first(CoupleRefusal.ended.phrase)
    case .paired?, .inLove?, .engaged?, .married?, .wedding?: return nil
    }
  }

  mutating func mark(row: Int, in environment: Environment) -> [Intent] {
    if let couples, couples.indices.contains(row) { marked = couples[row].id }
    return []
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let inner = sheet.dialogue(
      look(Phrase("情侣跟进", "Couples")), columns: sheet.readable(area),
      rows: min(area.rows, max(8, (couples?.count ?? 0) + 4)), in: area)
    guard let couples, !couples.isEmpty else {
      let said =
        couples == nil
        ? Phrase("正在读取…", "Reading…")
        : Phrase("还没有情侣；公布牵手以后才有。", "No couples yet; they come with announced pairs.")
      return sheet.draw(Line(look(said), Theme.dim), row: 0, in: inner)
    }
    let columns = Columns(
      [
        .fixed(2), .fitting(couples.map(\.one.name), look.width, in: 6...16),
        .fixed(look.width.columns(look.marks.heart)),
        .fitting(couples.map(\.other.name), look.width, in: 6...16),
        .fitting(couples.map { look($0.couple.stage.phrase) }, look.width, in: 6...12),
        .fixed(10), .rest,
      ], across: inner.columns, gap: 1)
    let place = couples.firstIndex { $0.id == marked }
    let window = Window(count: couples.count, marked: place, height: inner.rows)
    for (row, index) in window.rows.enumerated() {
      let couple = couples[index]
      let isMarked = couple.id == marked
      let last = couple.couple.steps.last
      let rest = [couple.event?.title, last?.evidence.map { Masking.numbers(in: $0) }]
      columns.draw(
        [
          Span(look.pointer(isMarked), Theme.accent), Span(couple.one.name, Theme.strong),
          Span(look.marks.heart, Theme.accent), Span(couple.other.name, Theme.strong),
          Span(look(couple.couple.stage.phrase)), Span(last?.day.description ?? "", Theme.dim),
          Span(rest.compactMap(\.self).joined(separator: "  "), Theme.dim),
        ], row: row, in: inner, on: &sheet)
      sheet.finishRow(row, in: inner, place: index, isMarked: isMarked)
    }
    sheet.tellPlace(window.rows, of: couples.count, marked: place, in: inner)
  }
}
