import Canvas
import Wording

extension Command.ID {
  public static let duplicates = Self("duplicates")
  public static let merge = Self("merge")
  public static let keepApart = Self("keepApart")
}

extension Context {
  public static let duplicates = Self(
    "duplicates", Phrase("疑似重复", "Duplicates"), typing: .none, home: .within(.duplicates))
}

extension DuplicatesPage {
  static let commands: [Command] = [
    Command(
      .duplicates, in: .members, [.control("d"), .character("d")], Phrase("疑似重复", "duplicates"),
      help: Phrase("可能登记了两次的人，合并或分开", "Who may be entered twice: merged, or kept apart"),
      does: { _ in [.open(DuplicatesPage())] }),

    .showPhones(.duplicates, at: 5),
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
    .close(.duplicates, Phrase("返回", "back"), also: [.character("q")]),
  ]
}
