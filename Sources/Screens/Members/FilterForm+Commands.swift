import Canvas
import Matchmaking
import Wording

extension Command.ID {
  public static let filterForm = Self("filterForm")
}

extension Context {
  public static let filterForm = Self(
    "filterForm", Phrase("按条件筛选", "Filter as a form"), typing: .caret, home: .within(.filterForm))
}

extension FilterForm {
  static let commands: [Command] =
    [
      Command(
        .filterForm, in: .members, [.named(.f4), .character("f")], Phrase("按条件", "form"),
        help: Phrase("用表单选筛选条件", "The filter as a form to choose from"), at: 3,
        does: { [.tell(ListNotice.left), .open(FilterForm($0.members.line, $0.words))] }),

      Command(
        .enterForm, in: .filterForm, [.named(.enter)], Phrase("下一项", "next"),
        help: Phrase("到下一项；在最后一项看结果", "To the next field; shows the list on the last"), at: 1),
      Command(
        .submitForm, in: .filterForm, [.named(.f2)], Phrase("看结果", "show"),
        help: Phrase("在哪一项都可以看结果", "Shows the list from any field"), at: 2),
      Command(
        .clear, in: .filterForm, [.named(.f3)], Phrase("清空", "clear"),
        help: Phrase("各项都不限", "Clears every field"), at: 4),
      .close(.filterForm, Phrase("返回", "back")),
    ] + Command.fields(.filterForm, optionsAt: 3)
}
