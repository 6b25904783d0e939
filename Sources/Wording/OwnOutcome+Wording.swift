public import Matchmaking

extension OwnOutcome {
  /// The one sentence about a person that the organizer may be told.
  public func phrase(of badge: Badge) -> Phrase {
    let (zh, en) = (badge.phrase.chinese, badge.phrase.english)
    return switch self {
    case .paired(let partners):
      Phrase("\(zh) 与 ", "\(en) is paired with ") + Phrase.list(partners.map(\.phrase))
        + Phrase(" 牵手", "")
    case .noSlip: Phrase("没有收到 \(zh) 的选票", "no slip of \(en) is in")
    case .notCounted:
      Phrase(
        "\(zh) 的号牌与名册里的性别不符，选票暂不计入；请先换号牌或更正名册",
        "the badge \(en) does not match the sex in the register, so the slip does not count; "
          + "change the badge or correct the register")
    case .leftOut:
      Phrase(
        "\(zh) 前面的轮次已经牵手，这一轮不参加",
        "\(en) was paired in an earlier round and is left out of this one")
    case .noMutualPick: Phrase("\(zh) 没有互选", "\(en) has no mutual pick")
    case .othersPaired(let ground):
      Phrase(
        "凡与 \(zh) 互选的，\(ground.phrase.chinese)",
        "whoever has a mutual pick with \(en) \(ground.phrase.english)")
    }
  }
}

extension OwnOutcome.Ground {
  /// What is true of each of the others.
  fileprivate var phrase: Phrase {
    switch self {
    case .preferred: Phrase("都已和自己排得更靠前的人牵手", "is paired with somebody they ranked higher")
    case .notBehind:
      Phrase("都已和自己排得不靠后的人牵手", "is paired with somebody they ranked no lower")
    case .earlier:
      Phrase("轮到时都已和别人牵手", "was already paired with somebody else when the turn came")
    case .outweighed:
      Phrase(
        "都和别人牵手；这样牵手的最多，名次之和最小",
        "is paired with somebody else, which makes the most pairs with the smallest sum of ranks")
    }
  }
}
