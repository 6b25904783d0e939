import Canvas
import Matchmaking
import Wording

extension Command.ID {
  public static let refusals = Self("refusals")
}

extension RefusalList {
  static let commands: [Command] = [
    Command(
      .refusals, in: .door, [.control("t")], Phrase("未准入场", "turned away"),
      help: Phrase("未准入场的人：时间、原因、哪台", "Who was turned away: when, why, where"),
      unless: Environment.nothingOpen, does: { $0.atEvening { RefusalList(of: $0.event.id) } })
  ]
}
