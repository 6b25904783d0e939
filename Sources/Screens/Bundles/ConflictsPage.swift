import Canvas
import Matchmaking
import Wording

extension Command.ID {
  public static let conflicts = Self("conflicts")
  public static let keepOurs = Self("keepOurs")
  public static let keepTheirs = Self("keepTheirs")
}

extension Context {
  public static let conflicts = Self(
    "conflicts", Phrase("两边不一样", "Conflicts"), typing: .none, home: .within(.conflicts))
}

extension ConflictsPage {
  static let commands: [Command] = [
    Command(
      .conflicts, in: .desk, [.alt("c")], Phrase("两边不一样", "conflicts"),
      help: Phrase("并入之后两边写得不一样、要人确认的地方", "What two laptops say differently, to be settled"),
      does: { _ in [.open(ConflictsPage())] }),

    Command(
      .keepOurs, in: .conflicts, [.named(.f2)], Phrase("用本机的", "take ours"),
      help: Phrase("这台电脑的写法算数", "What this laptop wrote stands"), at: 1),
    Command(
      .keepTheirs, in: .conflicts, [.named(.f3)], Phrase("用对方的", "take theirs"),
      help: Phrase("另一台电脑的写法算数", "What the other laptop wrote stands"), at: 2),
    .close(.conflicts, Phrase("返回", "back"), also: [.character("q")]),
  ]
}

/// What files that were worked on apart say differently, one by one, for somebody to settle.
struct ConflictsPage: Dialogue {
  /// Nil until the first answer.
  private var conflicts: [ConflictRecord]?
  private var marked = 0
  /// Opened by a merge, it goes by itself where there is nothing to settle.
  private var isAfterMerging: Bool

  init(afterMerging: Bool = false) { isAfterMerging = afterMerging }

  private var conflict: ConflictRecord? {
    guard let conflicts, conflicts.indices.contains(marked) else { return nil }
    return conflicts[marked]
  }

  var contexts: [Context] { [.conflicts, .list] }

  func begin(in environment: Environment) -> [Intent] { [.ask(.loadConflicts)] }

  func follow(_ change: Change, in environment: Environment) -> [Intent] { begin(in: environment) }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    if let move = Move(id) {
      let page = environment.dialogueRows - 6
      marked = move.place(from: marked, count: conflicts?.count ?? 0, page: max(1, page)) ?? 0
      return []
    }
    let side: ConflictRecord.Side? =
      switch id {
      case .keepOurs: .ours
      case .keepTheirs: .theirs
      default: nil
      }
    guard let side else { return nil }
    return conflict.map { [.change(.settleConflict($0.id, side))] } ?? []
  }

  func obstacle(to id: Command.ID, in environment: Environment) -> Obstacle? {
    (id == .keepOurs || id == .keepTheirs) && conflict == nil
      ? .useless(Phrase("没有要确认的", "Nothing is to be settled")) : nil
  }

  mutating func mark(row: Int, in environment: Environment) -> [Intent] {
    if conflicts?.indices.contains(row) == true { marked = row }
    return []
  }

  mutating func take(
    _ answer: Answer, about subject: String, in environment: Environment
  ) -> [Intent] {
    guard case .conflicts(let found) = answer else { return [] }
    defer { isAfterMerging = false }
    conflicts = found
    marked = max(0, min(marked, found.count - 1))
    return isAfterMerging && found.isEmpty ? [.close] : []
  }

  // MARK: - How it looks

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let inner = sheet.dialogue(
      look(Phrase("两边不一样", "Written differently")), columns: sheet.readable(area), rows: area.rows,
      in: area)
    guard let conflicts, !conflicts.isEmpty else {
      let said =
        conflicts == nil
        ? Phrase("正在读取…", "Reading…") : Phrase("没有要确认的地方。", "Nothing is to be settled.")
      sheet.draw(Line(look(said), Theme.dim), row: 0, in: inner)
      return
    }
    let list = inner.inset(bottom: 5)
    let columns = Columns(
      [.fixed(2), .fitting(conflicts.map { look($0.kind.phrase) }, look.width, in: 8...22), .rest],
      across: list.columns, gap: 1)
    let window = Window(count: conflicts.count, marked: marked, height: list.rows)
    for (row, place) in window.rows.enumerated() {
      let conflict = conflicts[place]
      columns.draw(
        [
          Span(look.pointer(place == marked), Theme.accent),
          Span(look(conflict.kind.phrase), Theme.strong), Span(look(conflict.about)),
        ], row: row, in: list, on: &sheet)
      sheet.finishRow(row, in: list, place: place, isMarked: place == marked)
    }
    sheet.tellPlace(window.rows, of: conflicts.count, marked: marked, in: list)
    if let conflict { drawSides(conflict, on: &sheet, in: inner.bottom(4)) }
  }

  private func drawSides(_ conflict: ConflictRecord, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let sides = conflict.sides
    let columns = Columns(
      [.fixed(look.language == .chinese ? 10 : 14), .rest], across: area.columns, gap: 1)
    for (row, (label, text)) in [
      (Phrase("F2 本机", "F2 ours"), sides.ours), (Phrase("F3 对方", "F3 theirs"), sides.theirs),
    ].enumerated() {
      columns.draw(
        [Span(look(label), Theme.title), Span(look(text), Theme.strong)], row: row, in: area,
        on: &sheet)
    }
    sheet.paragraph(look(conflict.kind.hint), Theme.dim, row: 2, in: area, rows: 2)
  }
}

extension ConflictRecord {
  fileprivate var about: Phrase {
    let detail = column.flatMap { Self.detail($0, of: table) }
    let who = Phrase.verbatim(Masking.phones(in: subject))
    return detail.map { who + .verbatim(" · ") + $0 } ?? who
  }

  /// What is done by either key.
  fileprivate var sides: (ours: Phrase, theirs: Phrase) {
    let nothing = Phrase("（空）", "(nothing)")
    let shown = { (text: String?) -> Phrase in
      text.map { .verbatim(Masking.phones(in: $0)) } ?? nothing
    }
    switch kind {
    case .badgeTwice:
      return (
        Phrase(
          "\(ours ?? "") 归先戴上的人，另一位换新号牌",
          "\(ours ?? "") stays with who wore it longer; the other needs a new badge"),
        Phrase(
          "\(ours ?? "") 归另一位，先戴的人换新号牌",
          "\(ours ?? "") goes to the other; who wore it longer needs a new badge")
      )
    case .codeTwice, .numberTwice:
      return (
        Phrase(
          "先有的用 \(ours ?? "")，另一个是 \(theirs ?? "")",
          "the older is \(ours ?? ""), the other \(theirs ?? "")"),
        Phrase("两个对换", "the other way round")
      )
    case .editedApart, .slipDiffers:
      let now = Phrase("（现在的）", " (stands now)")
      return standing == .ours
        ? (shown(ours) + now, shown(theirs)) : (shown(ours), shown(theirs) + now)
    }
  }

  private static func detail(_ column: String, of table: String) -> Phrase? {
    switch column {
    case "badge": return Phrase("号牌", "badge")
    case "status": return Phrase("状态", "status")
    case "verification": return Phrase("核验", "verification")
    case "code": return nil
    default:
      return MemberField.all.first { $0.column == column }?.phrase ?? .verbatim(column)
    }
  }
}

extension ConflictRecord.Kind {
  fileprivate var phrase: Phrase {
    switch self {
    case .editedApart: Phrase("同一项改得不同", "edited apart")
    case .badgeTwice: Phrase("号牌发了两次", "badge given twice")
    case .codeTwice: Phrase("活动代号重复", "event code twice")
    case .numberTwice: Phrase("编号重复", "number twice")
    case .slipDiffers: Phrase("选票录得不同", "slip differs")
    }
  }

  fileprivate var hint: Phrase {
    switch self {
    case .editedApart:
      Phrase("两台电脑各改了一次，现在是后改的。", "Both laptops changed it; the later one stands now.")
    case .badgeTwice:
      Phrase(
        "请当面给一位换新号牌（签到页 F3），换好就不再列出。",
        "Give one of them a new badge at the door (F3); then it is settled.")
    case .codeTwice: Phrase("两台电脑各建了一个活动，代号相同。", "Each laptop made an event of this code.")
    case .numberTwice: Phrase("两位不同的人用了同一编号。", "Two people have the same number.")
    case .slipDiffers:
      Phrase(
        "请对照纸质选票；确认之前不能结束互选。", "Look at the paper slip; until then the picking cannot be closed.")
    }
  }
}
