import Canvas
import Wording

extension Context {
  public static let criteria = Self(
    "criteria", Phrase("择偶要求", "Hopes"), typing: .caret, home: .within(.circle))
}

extension CriteriaPage {
  static let commands: [Command] = [
    Command(
      .submitForm, in: .criteria, [.named(.f2), .named(.enter)], Phrase("重新找", "look again"),
      help: Phrase("按更正后的要求重新找，不改原文", "Looks again with the corrected hopes; the text stays"), at: 1
    ),
    .close(.criteria, Phrase("返回", "back")),
  ]
}
