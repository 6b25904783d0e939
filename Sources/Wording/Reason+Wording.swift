public import Matchmaking

extension Pair {
  /// Why these two are a pair, in one sentence that speaks of mutual picks alone.
  public var phrase: Phrase {
    switch reason {
    case .everyMutualPick: Phrase("互选即牵手", "every mutual pick is a pair")
    case .onlyMutualPick: Phrase("双方都只有这一个互选", "each other's only mutual pick")
    case .firstOfBoth:
      Phrase(
        "互选之中双方都把对方排得最靠前", "each ranked the other highest among mutual picks")
    case .stable([], []), .stableWithTies([], []):
      Phrase("双方都没有把别的互选排得更靠前", "neither ranked another mutual pick higher")
    case .stable(let aBefore, let bBefore):
      Phrase.clauses([
        .taken(pick.a, before: aBefore.map(\.badge)), .taken(pick.b, before: bBefore.map(\.badge)),
      ])
    case .stableWithTies(let aBefore, let bBefore):
      Phrase.clauses([
        .takenAlike(pick.a, before: aBefore.map(\.badge)),
        .takenAlike(pick.b, before: bBefore.map(\.badge)),
      ])
    case .best: Phrase("轮到时两人都还没有牵手", "both were still free when their turn came")
    case .most: Phrase("这样牵手的最多，名次之和最小", "makes the most pairs, with the smallest sum of ranks")
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
        + (sides.a != nil && sides.b != nil
          // Which of the two only ranks would tell, and those may tell of picks in vain.
          ? Phrase("，其中至少一对轮到在先", "; at least one of these had its turn first")
          : Phrase("，轮到在先", ", whose turn came first"))
    case .outweighed(let sides):
      Phrase.clauses([.with(pick.a, sides.a), .with(pick.b, sides.b)])
        + Phrase(
          "，这样牵手的最多，名次之和最小", ", which makes the most pairs, with the smallest sum of ranks")
    }
  }
}

extension Pairing.Fallback {
  /// Which of the two it is, and what was done; "there is none" only where it is proved.
  public var phrase: Phrase {
    switch self {
    case .noneExists:
      Phrase("没有稳定的结果，改用名次优先（best）", "there is no stable answer; best was used")
    case .noneFound:
      Phrase(
        "没有找到稳定的结果（不等于没有），改用名次优先（best）",
        "no stable answer was found, though there may be one; best was used")
    }
  }

  /// The same in the line above the pairs.
  public var briefly: Phrase {
    switch self {
    case .noneExists: Phrase("没有稳定的结果，改用名次优先", "no stable answer: best used instead")
    case .noneFound: Phrase("没找到稳定的结果，改用名次优先", "no stable answer found: best used instead")
    }
  }
}

extension PairingRefusal {
  public var phrase: Phrase {
    switch self {
    case .twoBallots(let badge):
      Phrase("\(badge.phrase.chinese) 有两张选票，请先核对", "\(badge) has two slips; settle that first")
    case .foreignBallot(let badge):
      Phrase(
        "\(badge.phrase.chinese) 不属于本场分组，请先核对",
        "\(badge) belongs to no pool of this event; settle that first")
    case .archived:
      Phrase(
        "活动已归档，选票已清除，只能看当时规则的结果：queqiao pairs 加活动代号",
        "the event is archived and its slips are deleted; its own rule's pairs: queqiao pairs CODE"
      )
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
      "\(badge.phrase.chinese) 排得更靠前的 \(names.chinese) 已与各自排得更靠前的人牵手",
      "\(names.english), ranked higher by \(badge), "
        + "\(rivals.count == 1 ? "has a partner" : "have partners") they ranked higher"
    )
  }

  /// The same where "higher" would be too much: somebody put two as high as each other.
  fileprivate static func takenAlike(_ badge: Badge, before rivals: [Badge]) -> Phrase {
    guard !rivals.isEmpty else { return .empty }
    let names = list(rivals)
    return Phrase(
      "\(badge.phrase.chinese) 排得不靠后的 \(names.chinese) 已与各自排得不靠后的人牵手",
      "\(names.english), ranked no lower by \(badge), "
        + "\(rivals.count == 1 ? "has a partner" : "have partners") they ranked no lower")
  }

  fileprivate static func preferred(_ badge: Badge, _ partner: Rival?) -> Phrase {
    guard let partner else { return .empty }
    let ground =
      switch partner.ground {
      case .rank: Phrase("排得更靠前的 ", "ranked higher")
      case .badgeOrder: Phrase("名次相同、号小的 ", "ranked the same, with the lower number")
      case .alike: Phrase("排得同样靠前的 ", "ranked as high")
      }
    return Phrase(
      "\(badge.phrase.chinese) 已与\(ground.chinese)\(partner.badge.phrase.chinese) 牵手",
      "\(badge) is paired with \(partner.badge), \(ground.english)")
  }

  fileprivate static func with(_ badge: Badge, _ partner: Badge?) -> Phrase {
    guard let partner else { return .empty }
    return Phrase(
      "\(badge.phrase.chinese) 与 \(partner.phrase.chinese) 牵手", "\(badge) is paired with \(partner)"
    )
  }
}
