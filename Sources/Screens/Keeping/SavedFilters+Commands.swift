import Canvas
import Matchmaking
import Wording

extension Command.ID {
  public static let savedFilters = Self("savedFilters")
  public static let deleteFilter = Self("deleteFilter")
}

extension Context {
  public static let savedFilters = Self(
    "savedFilters", Phrase("常用筛选", "Saved filters"), typing: .caret, home: .within(.savedFilters))
}

extension SavedFilters {
  static let commands: [Command] = [
    Command(
      .savedFilters, in: .members, [.control("o"), .character("m")],
      Phrase("常用筛选", "saved filters"),
      help: Phrase("存下现在的筛选，或用存过的", "Saves the filter under a name, or applies a saved one"),
      does: { [.open(SavedFilters(current: $0.members.line.draft.filter, $0.words))] }),

    Command(
      .choose, in: .savedFilters, [.named(.enter)], Phrase("使用；写了名字则保存", "apply, or save"),
      help: Phrase(
        "用选中的筛选；写了名字就存下现在的筛选", "Applies the marked one; with a name typed, saves the present one"),
      at: 1),
    Command(
      .deleteFilter, in: .savedFilters, [.named(.f4)], Phrase("删除", "delete"),
      help: Phrase("删去选中的这一条", "Deletes the marked one"), at: 2),
    .close(.savedFilters, Phrase("返回", "back")),
  ]
}
