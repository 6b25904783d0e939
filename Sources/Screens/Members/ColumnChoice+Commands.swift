import Canvas
import Wording

extension Command.ID {
  public static let columns = Self("columns")
  public static let sortByColumn = Self("sortByColumn")
  public static let toggleColumn = Self("toggleColumn")
  public static let forgetSort = Self("forgetSort")
}

extension Context {
  public static let columns = Self(
    "columns", Phrase("列与排序", "Columns and order"), typing: .names, home: .within(.columns))
}

extension ColumnChoice {
  static let commands: [Command] = [
    Command(
      .columns, in: .members, [.named(.f6), .character("o")], Phrase("列与排序", "columns"),
      help: Phrase("显示哪些列，按哪一列排", "Which columns are shown, and by which it is sorted"), at: 5,
      does: { _ in [.open(ColumnChoice())] }),

    Command(
      .sortByColumn, in: .columns, [.named(.enter)], Phrase("按此列排", "sort by it"),
      help: Phrase("按这一列排；再选一次，顺序倒过来", "Sorts by the column; once more, the other way round"), at: 1
    ),
    Command(
      .toggleColumn, in: .columns, [.named(.f2), .character(" ")], Phrase("显示或隐藏", "show or hide"),
      help: Phrase("显示或隐藏这一列；空格也可", "Shows the column, or hides it; Space too"), at: 2),
    Command(
      .forgetSort, in: .columns, [.named(.f3)], Phrase("按编号", "by number"),
      help: Phrase("回到原来的顺序：找人时最像的在前", "Back to the first order: best match first"), at: 3),
    .close(.columns, Phrase("返回", "back")),
  ]
}
