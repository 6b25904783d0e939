public import Matchmaking

extension PrintKind {
  public var phrase: Phrase {
    switch self {
    case .badges: Phrase("号牌", "badges")
    case .doorList: Phrase("签到名单", "door list")
    case .ballots: Phrase("选票", "ballots")
    case .cards: Phrase("座位卡", "cards")
    case .tables: Phrase("桌牌", "table signs")
    case .results: Phrase("牵手结果条", "result slips")
    }
  }

  /// One of them, in English.
  var singular: String {
    switch self {
    case .badges: "badge"
    case .doorList: "door list"
    case .ballots: "ballot"
    case .cards: "card"
    case .tables: "table sign"
    case .results: "result slip"
    }
  }
}
