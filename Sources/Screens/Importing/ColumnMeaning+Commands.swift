import Canvas
import Wording

extension Context {
  public static let columnMeaning = Self(
    "columnMeaning", Phrase("导入", "Import"), typing: .names, home: .within(.importRoster))
}

extension ColumnMeaning {
  static let commands: [Command] = [
    Command(
      .choose, in: .columnMeaning, [.named(.enter)], Phrase("就是它", "this one"),
      help: Phrase("这一列认作选中的一项", "Takes the column for the marked field"), at: 1),
    .close(.columnMeaning, Phrase("返回", "back")),
  ]
}
