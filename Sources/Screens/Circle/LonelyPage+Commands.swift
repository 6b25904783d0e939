import Canvas
import Wording

extension Command.ID {
  public static let lonely = Self("lonely")
}

extension Context {
  public static let lonely = Self(
    "lonely", Phrase("暂无合适人选", "Members nobody fits"), typing: .none, home: .within(.lonely))
}

extension LonelyPage {
  static let commands: [Command] = [
    Command(
      .circle, in: .lonely, [.named(.enter), .named(.f5)], Phrase("看原因", "reasons"),
      help: Phrase(
        "因哪些要求排除，放宽到多少就有合适人选", "Which limits rule others out, and what a wider one brings"),
      at: 1),
    .close(.lonely, Phrase("返回", "back")),
  ]
}
