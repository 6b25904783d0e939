public import Matchmaking

extension Pair {
  /// Why these two are a pair, in one sentence that speaks of mutual picks alone.
  public var phrase: Phrase {
    switch reason {
    case .everyMutualPick: Phrase("互选即牵手", "every mutual pick is a pair")
    case .onlyMutualPick: Phrase("彼此唯一的互选", "each other's only mutual pick")
    case .firstOfBoth: Phrase("互选之中彼此最靠前", "each other's highest mutual pick")
    case .stable(let aBefore, let bBefore):
      Phrase.clauses([
        .taken(pick.a, before: aBefore.map(\.badge)), .taken(pick.b, before: bBefore.map(\.badge)),
      ])
    case .best: Phrase("轮到时两人都还没有牵手", "both were free when their turn came")
    case .most: Phrase("这样牵手的最多，名次之和最小", "gives the most pairs, at the smallest sum of ranks")
    }
  }
}

extension UnpairedPick {
  /// Why these two are no pair, though they picked each other.
  public var phrase: Phrase {
    switch reason {
    case .preferred(let sides):
      Phrase.clauses([
        .preferred(pick.a, sides.a), .preferred(pick.b, sides.b),
      ])
    case .earlier(let sides):
      Phrase.clauses([.with(pick.a, sides.a), .with(pick.b, sides.b)])
        + Phrase("，轮到在先", ", whose turn came first")
    case .outweighed(let sides):
      Phrase.clauses([.with(pick.a, sides.a), .with(pick.b, sides.b)])
        + Phrase("，这样牵手的最多", ", which makes the most pairs")
    }
  }
}

extension PairingRefusal {
  public var phrase: Phrase {
    switch self {
    case .notYet(let rule, _):
      Phrase(
        "不分组的活动还不能用“\(rule.phrase.chinese)”，请换规则",
        "the rule \(rule.rawValue) is not there yet for one pool; choose another")
    case .twoBallots(let badge):
      Phrase("\(badge.phrase.chinese) 有两张选票，请先核对", "\(badge) has two slips; settle that first")
    case .foreignBallot(let badge):
      Phrase(
        "\(badge.phrase.chinese) 不属于本场分组，请先核对",
        "\(badge) is of no pool of this event; settle that first")
    }
  }
}

extension Phrase {
  fileprivate static func clauses(_ parts: [Phrase]) -> Phrase {
    let parts = parts.filter { !$0.isEmpty }
    return Phrase(
      parts.map(\.chinese).joined(separator: "；"), parts.map(\.english).joined(separator: "; "))
  }

  private static func list(_ badges: [Badge]) -> Phrase {
    Phrase(
      badges.map(\.phrase.chinese).joined(separator: "、"),
      badges.map(\.description).joined(separator: ", "))
  }

  fileprivate static func taken(_ badge: Badge, before rivals: [Badge]) -> Phrase {
    guard !rivals.isEmpty else { return .empty }
    let names = list(rivals)
    return Phrase(
      "\(badge.phrase.chinese) 排在前的 \(names.chinese) 另有更靠前的牵手",
      "\(badge)'s higher \(names.english) \(rivals.count == 1 ? "is" : "are") with somebody put higher"
    )
  }

  fileprivate static func preferred(_ badge: Badge, _ partner: Rival?) -> Phrase {
    guard let partner else { return .empty }
    let ground =
      partner.ground == .rank
      ? Phrase("更靠前的 ", "put higher") : Phrase("名次相同、号小的 ", "equal, of lower number")
    return Phrase(
      "\(badge.phrase.chinese) 已与\(ground.chinese)\(partner.badge.phrase.chinese) 牵手",
      "\(badge) is with \(partner.badge), \(ground.english)")
  }

  fileprivate static func with(_ badge: Badge, _ partner: Badge?) -> Phrase {
    guard let partner else { return .empty }
    return Phrase(
      "\(badge.phrase.chinese) 与 \(partner.phrase.chinese) 牵手", "\(badge) is with \(partner)")
  }
}
