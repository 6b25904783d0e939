import Canvas
import Wording

extension Command.ID {
  public static let compose = Self("compose")
  public static let showPhones = Self("showPhones")
}

extension Context {
  public static let memberForm = Self(
    "memberForm", Phrase("资料", "Details"), typing: .caret, home: .within(.editMember))
}

extension MemberForm {
  static let commands: [Command] =
    Command.form(.memberForm, save: Phrase("保存", "save")) + [
      Command(
        .compose, in: .memberForm, [.named(.f4)], Phrase("编辑器", "editor"),
        help: Phrase("长文字用 $EDITOR 写", "Writes a long text in $EDITOR"), at: 3),
      .showPhones(.memberForm, at: 4),
      .close(.memberForm, Phrase("返回", "back")),
    ]
}
