import Canvas
import Wording

extension Command.ID {
  public static let addMember = Self("addMember")
  public static let editMember = Self("editMember")
  public static let compose = Self("compose")
  public static let showPhones = Self("showPhones")
}

extension Context {
  public static let memberForm = Self(
    "memberForm", Phrase("资料", "Details"), typing: .caret, home: .within(.editMember))
}

extension MemberForm {
  static let commands: [Command] =
    [
      Command(
        .addMember, in: .members, [.named(.insert), .character("a")], Phrase("新增", "add"),
        help: Phrase("新增一名单身职工", "Enters a member by hand"), at: 11,
        does: { [.open(MemberForm(nil, today: $0.setting.today))] }),
      Command(
        .editMember, in: .members, [.control("e"), .character("e")], Phrase("修改", "edit"),
        help: Phrase("修改此人的资料和状态", "Changes details and status of the member"), at: 12,
        unless: Environment.nobodyMarked,
        does: { environment in
          environment.onMarked { MemberForm($0, today: environment.setting.today) }
        }),
    ] + Command.form(.memberForm, save: Phrase("保存", "save")) + [
      Command(
        .compose, in: .memberForm, [.named(.f4)], Phrase("编辑器", "editor"),
        help: Phrase("长文字用 $EDITOR 写", "Writes a long text in $EDITOR"), at: 3),
      .showPhones(.memberForm, at: 4),
      .close(.memberForm, Phrase("返回", "back")),
    ]
}
