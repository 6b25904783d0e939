import Canvas
import Wording

extension Command {
  /// Keeping the register: from the list of members, and in the dialogues it leads to.
  static let keeping: [Command] =
    [
      Command(
        .addMember, in: .members, [.named(.insert), .character("a")], Phrase("新增", "add"),
        help: Phrase("新增一名单身职工", "Enters a member by hand"), at: 11),
      Command(
        .editMember, in: .members, [.control("e"), .character("e")], Phrase("修改", "edit"),
        help: Phrase("修改此人的资料和状态", "Changes details and status of the member"), at: 12),
      Command(
        .verifications, in: .members, [.control("v"), .character("h")], Phrase("待核验", "to verify"),
        help: Phrase("等待核验的人，逐个看", "Who waits to be verified, one after another"), at: 13),
      Command(
        .duplicates, in: .members, [.control("d"), .character("d")], Phrase("疑似重复", "duplicates"),
        help: Phrase("可能登记了两次的人，合并或分开", "Who may be entered twice: merged, or kept apart")),
      Command(
        .consents, in: .members, [.control("g"), .character("s")], Phrase("授权", "consents"),
        help: Phrase(
          "此人同意的用途：刊登、直播、大屏、照片", "What the member consents to: listing, broadcast, screen, photo")),
      Command(
        .savedFilters, in: .members, [.control("o"), .character("m")],
        Phrase("常用筛选", "saved filters"),
        help: Phrase("存下现在的筛选，或用存过的", "Saves the filter under a name, or applies a saved one")),
      Command(
        .editMember, in: .member, [.control("e"), .character("e")], Phrase("修改", "edit"),
        help: Phrase("修改此人的资料和状态", "Changes details and status of the member"), at: 1),
      Command(
        .consents, in: .member, [.control("g"), .character("s")], Phrase("授权", "consents"),
        help: Phrase(
          "此人同意的用途：刊登、直播、大屏、照片", "What the member consents to: listing, broadcast, screen, photo"),
        at: 5),
    ] + form(.memberForm, save: Phrase("保存", "save")) + [
      Command(
        .compose, in: .memberForm, [.named(.f4)], Phrase("编辑器", "editor"),
        help: Phrase("长文字用 $EDITOR 写", "Writes a long text in $EDITOR"), at: 3),
      showPhones(.memberForm, at: 4),
      close(.memberForm, Phrase("返回", "back")),
    ] + form(.verification, save: Phrase("通过", "verified")) + [
      Command(
        .reject, in: .verification, [.named(.f6)], Phrase("不通过", "reject"),
        help: Phrase("不予通过，备注里写明原因", "Rejects; the note says why"), at: 3),
      close(.verification, Phrase("返回", "back")),
    ] + verifying + duplicates

  private static let verifying: [Command] = [
    Command(
      .beginVerification, in: .verifying, [.named(.enter)], Phrase("核验", "verify"),
      help: Phrase("记下看过什么，通过或不通过", "Notes what was seen; verified or rejected"), at: 1),
    Command(
      .verifyAll, in: .verifying, [.named(.f2)], Phrase("三样齐全，通过", "all seen: verified"),
      help: Phrase("盖章、实名、承诺书都看过了，通过", "Stamp, name and pledge were all seen: verified"), at: 2),
    Command(
      .editMember, in: .verifying, [.control("e"), .character("e")], Phrase("修改", "edit"),
      help: Phrase("修改此人的资料", "Changes details of the member"), at: 3),
    close(.verifying, Phrase("返回", "back"), also: [.character("q")]),
  ]

  private static func showPhones(_ context: Context, at prominence: Int) -> Command {
    Command(
      .showPhones, in: context, [.named(.f5)], Phrase("看手机号", "show phones"),
      help: Phrase("手机号显示全，只在这里，只此一次", "Phone numbers in full, here and this time only"),
      at: prominence)
  }

  private static let duplicates: [Command] = [
    showPhones(.duplicates, at: 5),
    Command(
      .merge, in: .duplicates, [.named(.f2)], Phrase("是同一人，合并", "one person: merge"),
      help: Phrase("合并到左边，报名和选票都带过去", "Into the left one, with registrations and slips"), at: 1),
    Command(
      .keepApart, in: .duplicates, [.named(.f3)], Phrase("是两个人", "two people"),
      help: Phrase("不是同一人，以后不再提示", "Never shown as duplicates again"), at: 2),
    Command(
      .previousOption, in: .duplicates, [.named(.left)], Phrase("用左边", "left"),
      help: Phrase("这一项用左边的", "The left one's value stands")),
    Command(
      .nextOption, in: .duplicates, [.named(.right)], Phrase("用哪边", "whose stands"),
      help: Phrase("这一项用右边的", "The right one's value stands"), at: 3),
    Command(
      .choose, in: .duplicates, [.named(.enter), .character(" ")], Phrase("换一边", "the other"),
      help: Phrase("这一项改用另一边的", "The other one's value stands")),
    Command(
      .pageDown, in: .duplicates, [.named(.pageDown)], Phrase("下一对", "next pair"),
      help: Phrase("看下一对；PgUp 看上一对", "The next pair; PgUp the one before"), at: 4),
    close(.duplicates, Phrase("返回", "back"), also: [.character("q")]),
    Command(
      .choose, in: .consents, [.named(.enter), .character(" ")], Phrase("同意或撤回", "give or revoke"),
      help: Phrase("按本人的意思登记或撤回授权", "As the member says: given, or revoked"), at: 1),
    close(.consents, Phrase("返回", "back"), also: [.character("q")]),
    Command(
      .choose, in: .savedFilters, [.named(.enter)], Phrase("使用；写了名字则保存", "apply, or save"),
      help: Phrase(
        "用选中的筛选；写了名字就存下现在的筛选", "Applies the marked one; with a name typed, saves the present one"),
      at: 1),
    Command(
      .deleteFilter, in: .savedFilters, [.named(.f4)], Phrase("删除", "delete"),
      help: Phrase("删去选中的这一条", "Deletes the marked one"), at: 2),
    close(.savedFilters, Phrase("返回", "back")),
  ]

  /// The keys of a form with choices among its fields.
  private static func form(_ context: Context, save: Phrase) -> [Command] {
    [
      Command(
        .enterForm, in: context, [.named(.enter)], Phrase("下一项", "next"),
        help: Phrase("到下一项；在最后一项保存", "To the next field; saves on the last"), at: 1),
      Command(
        .submitForm, in: context, [.named(.f2)], save,
        help: Phrase("在哪一项都可以保存", "Saves from any field"), at: 2),
    ] + fields(context)
  }
}
