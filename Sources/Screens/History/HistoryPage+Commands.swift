import Canvas
import Wording

extension Command.ID {
  public static let history = Self("history")
}

extension HistoryPage {
  static let commands: [Command] = [
    Command(
      .history, in: .desk, [.named(.f7)], Phrase("记录", "history"),
      help: Phrase("做过的每一步，最近的在上", "Everything that was done, newest first"), at: 9,
      does: { _ in [.open(HistoryPage())] })
  ]
}
