import Canvas
import Wording

extension Command.ID {
  public static let confirm = Self("confirm", isStep: true)
  public static let confirmGrave = Self("confirmGrave", isStep: true)
}

extension Context {
  public static let confirmation = Self(
    "confirmation", Phrase("确认", "Questions"), typing: .none, home: .nowhere)
  public static let graveConfirmation = Self(
    "graveConfirmation", Phrase("确认", "Questions"), typing: .none, home: .nowhere)
}

extension Confirmation {
  static let commands: [Command] = [
    Command(
      .confirm, in: .confirmation, [.named(.enter), .character("y"), .control("c")],
      Phrase("是", "yes"),
      help: Phrase("确认", "Does it"), at: 1),
    .close(.confirmation, Phrase("返回", "back"), also: [.character("n")]),
    Command(
      .confirmGrave, in: .graveConfirmation, [.named(.f8)], Phrase("确认", "confirm"),
      help: Phrase(
        "确认；回车和刚才按的键在这里不起作用", "Does it; Enter and the key that asked do nothing here"), at: 1),
    .close(.graveConfirmation, Phrase("返回", "back"), also: [.character("n")]),
  ]
}
