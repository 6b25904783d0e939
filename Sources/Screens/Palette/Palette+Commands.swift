import Canvas
import Wording

extension Command.ID {
  public static let palette = Self("palette", isStep: true)
}

extension Context {
  public static let palette = Self(
    "palette", Phrase("命令", "Commands"), typing: .caret, home: .nowhere)
}

extension Palette {
  static let commands: [Command] = [
    Command(
      .choose, in: .palette, [.named(.enter)], Phrase("执行", "run"),
      help: Phrase("执行选中的命令", "Runs the marked command"), at: 1),
    .close(.palette, Phrase("返回", "back")),
  ]
}
