import Canvas
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
