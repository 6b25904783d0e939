import Canvas
import Wording

extension Command {
  /// The fate circle, and what is hoped for.
  static let circles: [Command] = [
    Command(
      .showReasons, in: .circle, [.named(.enter)], Phrase("理由", "reasons"),
      help: Phrase("为什么合适、有什么须留意，以及此人的资料", "What speaks for it, what to consider, and the details"),
      at: 1),
    Command(
      .criteria, in: .circle, [.named(.f6), .character("e")], Phrase("择偶要求", "hopes"),
      help: Phrase("要求是怎么读的，在这里更正再找", "How the hopes were read; corrects them and looks again"),
      at: 2),
    close(.circle, Phrase("返回", "back")),

    Command(
      .circle, in: .member, [.named(.f5), .character("c")], Phrase("缘分圈", "circle"),
      help: Phrase("和此人双方都合适的人", "Who fits this member both ways"), at: 3),
    Command(
      .listingCard, in: .member, [.control("l"), .character("v")], Phrase("刊登卡", "listing card"),
      help: Phrase("别人会看到的样子", "As others would see them"), at: 4),

    Command(
      .circle, in: .lonely, [.named(.enter), .named(.f5)], Phrase("看原因", "reasons"),
      help: Phrase(
        "因哪些要求排除，放宽到多少就有合适人选", "Which limits rule others out, and what a wider one brings"),
      at: 1),
    close(.lonely, Phrase("返回", "back")),

    Command(
      .submitForm, in: .criteria, [.named(.f2), .named(.enter)], Phrase("重新找", "look again"),
      help: Phrase("按更正后的要求重新找，不改原文", "Looks again with the corrected hopes; the text stays"), at: 1
    ),
    close(.criteria, Phrase("返回", "back")),
  ]
}
