import Canvas
import Matchmaking
import Wording

extension Command.ID {
  public static let circle = Self("circle")
  public static let showReasons = Self("showReasons")
  public static let criteria = Self("criteria")
}

extension Context {
  public static let circle = Self(
    "circle", Phrase("缘分圈", "Fate circle"), typing: .none, home: .within(.circle))
}

extension CirclePage {
  static let commands: [Command] = [
    Command(
      .circle, in: .members, [.named(.f5), .character("c")], Phrase("缘分圈", "circle"),
      help: Phrase("和此人双方都合适的人，最合适的在前，附理由", "Who fits this member both ways, best first, and why"),
      at: 4,
      unless: Environment.nobodyMarked, does: { $0.onMarked { CirclePage($0) } }),

    Command(
      .showReasons, in: .circle, [.named(.enter)], Phrase("理由", "reasons"),
      help: Phrase("为什么合适、有什么须留意，以及此人的资料", "What speaks for it, what to consider, and the details"),
      at: 1),
    Command(
      .criteria, in: .circle, [.named(.f6), .character("e")], Phrase("择偶要求", "hopes"),
      help: Phrase("要求是怎么读的，在这里更正再找", "How the hopes were read; corrects them and looks again"),
      at: 2),
    .close(.circle, Phrase("返回", "back")),
  ]
}
