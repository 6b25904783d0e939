import Canvas
import Matchmaking
import Wording

extension Context {
  public static let pairDetail = Self(
    "pairDetail", Phrase("一对互选", "A mutual pick"), typing: .none, home: .within(.showPair))
}

/// One mutual pick, where there is no room for it beside the list.
struct PairDetail: Dialogue {
  static let commands: [Command] = [
    Command(
      .announceNext, in: .pairDetail, [.named(.f2), .character("a")],
      Phrase("公布这一对", "announce them"),
      help: Phrase("先公布这一对，不等列表前面的", "Announces this pair before those above it"), at: 1),
    .close(.pairDetail, Phrase("返回", "back"), also: [.named(.enter), .character("q")]),
  ]

  let entry: PairsScreen.Entry
  let round: Int

  var contexts: [Context] { [.pairDetail] }

  func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    guard id == .announceNext, let event = environment.open?.event else { return nil }
    return [
      .change(.gate(event.id, round: round, .announce(entry.badges, as: event.details.shownAs)))
    ]
  }

  func take(_ outcome: Outcome, of change: Change, in environment: Environment) -> [Intent] {
    outcome.isDone ? [.close] : []
  }

  func obstacle(to id: Command.ID, in environment: Environment) -> Obstacle? {
    guard id == .announceNext else { return nil }
    switch entry.state {
    case .waiting?: return nil
    case .held?:
      return .first(Phrase("暂不公布；先放行（Ctrl-X）", "It is held back; Ctrl-X lets it go first"))
    case .announced?: return .useless(Phrase("已经公布", "It is announced already"))
    case nil: return .useless(Phrase("不是牵手，不公布", "It is no pair, so it is not announced"))
    }
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let title = sheet.look(Phrase("互选", "Mutual pick"))
    let inner = sheet.dialogue(title, columns: 60, rows: PairCard.rows + 2, in: area)
    guard let evening = environment.evening else { return }
    PairCard(look: sheet.look, entry: entry).draw(evening, on: &sheet, in: inner)
  }
}
