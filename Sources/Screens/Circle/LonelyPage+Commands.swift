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
      .lonely, in: .members, [.control("n")], Phrase("暂无合适人选", "nobody fits"),
      help: Phrase("全名册里谁暂无合适人选，主要因为哪一条要求", "Whom nobody fits, and which limit rules out most"),
      does: { _ in [.open(LonelyPage())] }),

    Command(
      .circle, in: .lonely, [.named(.enter), .named(.f5)], Phrase("看原因", "reasons"),
      help: Phrase(
        "因哪些要求排除，放宽到多少就有合适人选", "Which limits rule others out, and what a wider one brings"),
      at: 1),
    .close(.lonely, Phrase("返回", "back")),
  ]
}
