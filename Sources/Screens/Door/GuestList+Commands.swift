import Canvas
import Matchmaking
import Wording

extension Command.ID {
  public static let absentees = Self("absentees")
  public static let missingSlips = Self("missingSlips")
}

extension GuestList {
  static let commands: [Command] = [
    Command(
      .absentees, in: .door, [.named(.f6)], Phrase("未到名单", "not here"),
      help: Phrase("还没有到场的人", "Who is registered and not here yet"), at: 5,
      unless: Environment.nothingOpen, does: { $0.atEvening { GuestList(awaited: $0) } }),
    Command(
      .missingSlips, in: .picks, [.named(.f6)], Phrase("未交选票", "missing"),
      help: Phrase("还没有交选票的人", "Whose slips are missing"), at: 3,
      unless: { $0.open == nil ? .useless(.noEvening) : $0.open?.obstacleToPicking }),
  ]
}
