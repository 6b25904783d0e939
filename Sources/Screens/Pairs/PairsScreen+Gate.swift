import Canvas
import Matchmaking
import Wording

extension Command.ID {
  public static let announceNext = Self("announceNext")
  public static let holdPair = Self("holdPair")
  public static let shownAs = Self("shownAs")
  public static let hostCard = Self("hostCard")
}

extension PairsScreen {
  /// The gate: what is announced next is the first in the list that waits, so that the host's card on another
  /// desk says the same.
  static let gateCommands: [Command] = [
    Command(
      .announceNext, in: .pairs, [.named(.f2), .character("a")], Phrase("公布下一对", "announce next"),
      help: Phrase(
        "大屏揭晓列表里第一对待公布的；F9 撤下", "The big screen shows the first pair that waits; F9 takes it off"),
      at: 2),
    Command(
      .holdPair, in: .pairs, [.control("x"), .character("x")], Phrase("暂不公布", "hold back"),
      help: Phrase(
        "选中的一对暂不公布，写明缘由；再按放行", "Keeps the marked pair back, with a note; again lets it go"),
      at: 3),
    Command(
      .shownAs, in: .pairs, [.control("n"), .character("n")], Phrase("号牌或姓名", "number or name"),
      help: Phrase(
        "公布时大屏显示号牌，还是双方同意的姓名；各台一样",
        "Whether the hall sees numbers, or names where both consent; the same at every desk"),
      at: 5),
    Command(
      .hostCard, in: .pairs, [.control("t"), .character("h")], Phrase("主持人卡", "host's card"),
      help: Phrase("下一对怎么念；也可以在另一台上打开", "How to say the next pair; on another desk too"),
      at: 4),
  ]

  mutating func runGate(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    guard let event = environment.open?.event else { return nil }
    let round = round ?? 1
    switch id {
    case .announceNext:
      return gate?.next.map {
        [
          .change(
            .gate(event.id, round: round, .announce($0, as: announcing.shownAs($0, at: event))))
        ]
      } ?? []
    case .holdPair:
      guard let entry = markedEntry else { return [] }
      if case .held = entry.state {
        return [.change(.gate(event.id, round: round, .release(entry.badges)))]
      }
      return [.open(HoldForm(entry.badges, at: event.id, round: round))]
    case .shownAs:
      var form = EventForm(event)
      form.details.announcesAs = shownAs == .number ? .name : .number
      return [.change(.editEvent(event.id, form))]
    case .hostCard: return [.open(HostCard())]
    default: return nil
    }
  }

  func gateObstacle(to id: Command.ID, in open: OpenEvening) -> Obstacle? {
    let mine: [Command.ID] = [.announceNext, .holdPair, .shownAs, .hostCard]
    guard mine.contains(id) else { return nil }
    guard open.event.state != .archived else {
      return .useless(Phrase("活动已归档，不再公布", "The event is archived; nothing more is announced"))
    }
    guard round != nil || seesNothingYet else {
      return .useless(Phrase("互选还没有结束，先按 F5", "Picking is still open; F5 closes it first"))
    }
    switch id {
    case .announceNext where gate != nil && gate?.next == nil:
      return .first(
        gate?.entries.isEmpty == true
          ? Phrase("没有牵手可公布", "There is no pair to announce")
          : Phrase("没有待公布的了", "No pair is waiting any more"))
    case .holdPair:
      switch markedEntry?.state {
      case .waiting?, .held?: return nil
      case .announced?:
        return .first(Phrase("已经公布；要收回按 F9 撤销", "It is announced; F9 takes that back"))
      case nil: return .first(Phrase("请先选中一对牵手", "Mark a pair first"))
      }
    case .shownAs where !open.event.details.showsNames:
      return .first(
        Phrase("本场大屏不显示姓名；可在“活动”页修改", "This event shows no names; change that on the tab Events"))
    default: return nil
    }
  }

  func gateLabel(of id: Command.ID) -> Phrase? {
    switch id {
    case .announceNext: announcing.lacksNames ? NextAnnouncement.label : nil
    case .holdPair:
      if case .held? = markedEntry?.state { Phrase("放行", "let go") } else { nil }
    case .shownAs:
      shownAs == .number ? Phrase("改显示姓名", "show names") : Phrase("改显示号牌", "show numbers")
    default: nil
    }
  }
}
