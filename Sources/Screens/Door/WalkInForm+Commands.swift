import Canvas
import Wording

extension Context {
  public static let walkIn = Self(
    "walkIn", Phrase("现场报名", "Walk-in"), typing: .caret, home: .nowhere)
}

extension WalkInForm {
  static let commands: [Command] =
    [
      Command(
        .enterForm, in: .walkIn, [.named(.enter)], Phrase("下一项", "next"),
        help: Phrase("到下一项；在最后一项登记入场", "To the next field; lets in on the last"), at: 1),
      Command(
        .submitForm, in: .walkIn, [.named(.f2)], Phrase("登记入场", "let in"),
        help: Phrase("在哪一项都可以登记入场", "Registers and lets in from any field"), at: 2),
      Command(
        .down, in: .walkIn, [.named(.down)], Phrase("选名册里的人", "from register"),
        help: Phrase("选名册里查到的人，回车入场", "Marks one in the register; Enter lets in"), at: 3),
      Command(
        .up, in: .walkIn, [.named(.up)], Phrase("上移", "up"), help: Phrase("上移", "Up")),
      .close(.walkIn, Phrase("返回", "back")),
    ] + Command.fields(.walkIn, arrows: false)
}
