public import Matchmaking

extension SlipRefusal {
  /// Short enough to stand beside the line that is being typed.
  public var phrase: Phrase {
    switch self {
    case .noPicker: Phrase("先写谁的选票，如 F12", "begin with whose slip it is, as in F12")
    case .notABadge(let text):
      Phrase("“\(text)”不是号牌", "\u{201c}\(text)\u{201d} is not a badge")
    case .unknownBadge(let badge):
      Phrase("没有 \(badge.phrase.chinese) 这个号", "nobody wears \(badge)")
    case .badgeChanged(let old, let now): old.changedPhrase(to: now)
    case .absent(let badge):
      Phrase("\(badge.phrase.chinese) 未签到", "\(badge) has not checked in")
    case .misplaced(let badge):
      Phrase(
        "\(badge.phrase.chinese) 与名册里的性别不符，先换号牌",
        "\(badge) is not of the wearer's sex; change the badge first")
    case .repeated(let badge): Phrase("\(badge.phrase.chinese) 写了两遍", "\(badge) is written twice")
    case .ownPool(let badge):
      Phrase("\(badge.phrase.chinese) 与本人同组", "\(badge) is in the picker's own pool")
    case .oneself(let badge): Phrase("\(badge.phrase.chinese) 是本人", "\(badge) is the picker")
    case .tooMany(let badge, let limit):
      Phrase(
        "最多选 \(limit) 人，\(badge.phrase.chinese) 多了",
        "at most \(limit.counted("pick")); \(badge) is too many")
    case .alreadyIn(let badge):
      Phrase("\(badge.phrase.chinese) 的选票已录", "\(badge)'s slip is in already")
    case .changedMeanwhile(let badge):
      Phrase(
        "\(badge.phrase.chinese) 的选票刚在别的台改过，按 F3 看新的",
        "\(badge)'s slip was changed meanwhile; F3 shows it")
    case .pickingClosed: Phrase("互选已结束；", "picking is closed; ") + .undoClosing
    }
  }
}
