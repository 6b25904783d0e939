import Canvas
import Matchmaking
import Wording

extension Command.ID {
  public static let pickingRounds = Self("pickingRounds")
  public static let openRound = Self("openRound")
  public static let closeRound = Self("closeRound")
  public static let nextRule = Self("nextRule")
  public static let leaveOutPaired = Self("leaveOutPaired")
  public static let morePicks = Self("morePicks")
  public static let fewerPicks = Self("fewerPicks")
}

extension Context {
  public static let pickingRounds = Self(
    "pickingRounds", Phrase("互选轮次", "Picking rounds"), typing: .none,
    home: .within(.pickingRounds))
}

extension PickingRounds {
  static let commands: [Command] = [
    Command(
      .pickingRounds, in: .picks, [.alt("r")], Phrase("轮次", "rounds"),
      help: Phrase("各轮互选：看某一轮、结束一轮、开下一轮", "Picking rounds: look at one, close it, open the next"),
      unless: Environment.nothingOpen),
    Command(
      .choose, in: .pickingRounds, [.named(.enter)], Phrase("看这一轮", "show"),
      help: Phrase("互选页转到选中的这一轮", "The page of picks turns to the marked round"), at: 1),
    Command(
      .openRound, in: .pickingRounds, [.named(.f2)], Phrase("开下一轮", "open next"),
      help: Phrase("按下面定的规则开始下一轮互选", "Opens the next round as said below"), at: 2),
    Command(
      .closeRound, in: .pickingRounds, [.named(.f5)], Phrase("结束这一轮", "close round"),
      help: Phrase("这一轮不再收选票；活动继续", "The round takes no more slips; the event goes on"), at: 3),
    Command(
      .nextRule, in: .pickingRounds, [.named(.f3)], Phrase("换规则", "rule"),
      help: Phrase("下一轮用另一种规则", "Another rule for the next round"), at: 4),
    Command(
      .leaveOutPaired, in: .pickingRounds, [.named(.f4)], Phrase("已牵手的不参加", "leave out paired"),
      help: Phrase(
        "前面已牵手的人下一轮不参加，再按参加", "Whoever is paired sits the next round out; again: takes part"),
      at: 5),
    Command(
      .morePicks, in: .pickingRounds, [.named(.right), .character("+"), .character("=")],
      Phrase("多选一人", "+1 pick"), help: Phrase("下一轮最多选的人数加一", "One pick more in the next round")),
    Command(
      .fewerPicks, in: .pickingRounds, [.named(.left), .character("-")], Phrase("少选一人", "-1 pick"),
      help: Phrase("下一轮最多选的人数减一", "One pick fewer in the next round")),
    .close(.pickingRounds, Phrase("返回", "back"), also: [.character("q")]),
  ]
}

/// The picking rounds of the evening, and what the next is to be like.
struct PickingRounds: Dialogue {
  private var marked = Int.max
  /// Nil is the event's.
  private var rule: PairingRule?
  private var maxPicks: PickingRoundWish.MostPicks?
  private var leavesOutPaired = false

  var contexts: [Context] { [.pickingRounds, .list] }

  private var wish: PickingRoundWish {
    PickingRoundWish(rule: rule, maxPicks: maxPicks, leavesOutPaired: leavesOutPaired)
  }

  private func next(_ open: OpenEvening) -> PickingRound {
    wish.round(open.evening.currentRound.number + 1, of: open.event)
  }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    guard let open = environment.open else { return nil }
    let rounds = open.evening.rounds
    let place = min(marked, rounds.count - 1)
    if [.morePicks, .fewerPicks].contains(id) {
      changeMostPicks(by: id == .morePicks ? 1 : -1, open)
      return []
    }
    if let move = Move(id) {
      marked = move.place(from: place, count: rounds.count, page: environment.dialogueRows) ?? 0
      return []
    }
    switch id {
    case .choose: return [.close, .tell(PicksNotice.show(round: rounds[place].number))]
    case .openRound: return [.change(.openPicking(open.event.id, wish))]
    case .closeRound:
      return [.change(.closePicking(open.event.id, round: open.evening.currentRound.number))]
    case .nextRule: turnRule(open)
    case .leaveOutPaired: leavesOutPaired.toggle()
    default: return nil
    }
    return []
  }

  private mutating func turnRule(_ open: OpenEvening) {
    let all = PairingRule.allCases
    let now = all.firstIndex(of: rule ?? open.event.rule) ?? 0
    rule = all[(now + 1) % all.count]
  }

  /// One more than the most a slip had so far is still a number; none is as many as one likes.
  private mutating func changeMostPicks(by step: Int, _ open: OpenEvening) {
    let now = next(open).maxPicks
    switch (now, step > 0) {
    case (nil, true): break
    case (nil, false): maxPicks = .atMost(Self.mostPicks)
    case (let count?, _):
      let changed = max(1, count + step)
      maxPicks = changed > Self.mostPicks ? .unlimited : .atMost(changed)
    }
  }

  private static let mostPicks = 20

  mutating func take(
    _ outcome: Outcome, of change: Change, in environment: Environment
  ) -> [Intent] {
    guard case .saved = outcome else { return [] }
    marked = .max
    if case .openPicking = change { return [.close] }
    return []
  }

  func obstacle(to id: Command.ID, in environment: Environment) -> Obstacle? {
    guard let open = environment.open else { return .useless(.noEvening) }
    let current = open.evening.currentRound
    switch id {
    case .openRound:
      return open.obstacleToPicking
        ?? (current.isOpen
          ? .first(
            Phrase("先结束第 \(current.number) 轮（F5）", "Close round \(current.number) first (F5)"))
          : nil)
    case .closeRound:
      return open.obstacleToPicking
        ?? (current.isOpen
          ? nil : .first(Phrase("没有正在收选票的一轮", "No round takes slips")))
    case .nextRule, .leaveOutPaired, .morePicks, .fewerPicks: return open.obstacleToPicking
    default: return nil
    }
  }

  // MARK: - How it looks

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    guard let open = environment.open else { return }
    let look = sheet.look
    let rounds = open.evening.rounds
    let inner = sheet.dialogue(
      look(Phrase("互选轮次", "Picking rounds")), columns: sheet.readable(area, upTo: 84),
      rows: min(area.rows, rounds.count + 6), in: area)
    let list = inner.inset(bottom: 3)
    let place = min(marked, rounds.count - 1)
    let window = Window(count: rounds.count, marked: place, height: list.rows)
    let columns = Columns(
      [
        .fixed(2), .fitting(rounds.map { look($0.title) }, look.width, in: 6...10), .fixed(8),
        .rest,
      ], across: list.columns, gap: 1)
    for (row, index) in window.rows.enumerated() {
      let round = rounds[index]
      columns.draw(
        [
          Span(look.pointer(index == place), Theme.accent), Span(look(round.title), Theme.strong),
          Span(look(round.state.phrase), round.isOpen ? Theme.accent : Theme.dim),
          Span(look(round.conditions + open.evening.progress(of: round))),
        ], row: row, in: list, on: &sheet)
      sheet.finishRow(row, in: list, place: index, isMarked: index == place)
    }
    sheet.tellPlace(window.rows, of: rounds.count, marked: place, in: list)
    guard open.event.state == .open else { return }
    let next = next(open)
    sheet.rule(row: 0, in: inner.bottom(3))
    sheet.draw(
      Line(
        look(Phrase("下一轮：", "The next: ") + next.title + Phrase("，", ", ") + next.conditions)),
      row: 1, in: inner.bottom(3))
    sheet.draw(
      Line(
        look(Phrase("F3 换规则   ←→ 人数   F4 已牵手的不参加", "F3 rule   ←→ picks   F4 leave out paired")),
        Theme.dim),
      row: 2, in: inner.bottom(3))
  }
}

extension PickingRound {
  var title: Phrase { Phrase("第 \(number) 轮", "Round \(number)") }

  /// Rule, number of picks, and who is left out.
  fileprivate var conditions: Phrase {
    let most =
      maxPicks.map { Phrase("最多选 \($0) 人", "at most \($0.counted("pick"))") }
      ?? Phrase("人数不限", "any number of picks")
    let base = rule.phrase + Phrase("，", ", ") + most
    return leavesOutPaired ? base + Phrase("，已牵手的不参加", ", without the paired") : base
  }
}

extension Evening {
  /// How many slips of a round are in.
  fileprivate func progress(of round: PickingRound) -> Phrase {
    let accuracy = accuracy(round: round.number)
    let missing = missingSlips(round: round.number).count
    let base = Phrase("；已收 \(accuracy.slips)", "; slips \(accuracy.slips)")
    return round.isOpen ? base + Phrase("，未交 \(missing)", ", missing \(missing)") : base
  }
}
