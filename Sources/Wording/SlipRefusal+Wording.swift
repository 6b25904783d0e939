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
    case .paired(let badge):
      Phrase(
        "\(badge.phrase.chinese) 前面已牵手，本轮不参加", "\(badge) is paired already and sits this round out")
    case .sameClerk(let badge, let clerk):
      Phrase(
        "\(badge.phrase.chinese) 第一次也是\(clerk)录的，第二次请换人录",
        "\(clerk) typed \(badge)'s slip the first time too; another clerk types it the second time")
    case .typedOnce(let badge):
      Phrase(
        "\(badge.phrase.chinese) 的选票没有录过两次，无从核对；更正请用 ballot add --replace",
        "\(badge)'s slip was not typed twice; correct it by ballot add --replace")
    case .pickingClosed: Phrase("互选已结束；", "picking is closed; ") + .undoClosing
    }
  }
}

extension SlipRefusal {
  /// The kind of a refusal by its code, without the number of anybody picked: who reads the record is not
  /// to learn whom a slip names.
  static func brief(_ code: String) -> Phrase {
    switch code {
    case "not-a-badge": Phrase("有不是号牌的字", "a word that is no badge")
    case "unknown-badge": Phrase("有没人戴的号", "a number nobody wears")
    case "badge-changed": Phrase("有已换掉的号", "a number that was changed")
    case "absent": Phrase("有未签到的号", "somebody has not checked in")
    case "wrong-pool": Phrase("有与名册性别不符的号", "a badge is not of the wearer's sex")
    case "repeated": Phrase("有号写了两遍", "a number is written twice")
    case "own-pool": Phrase("选了同组的人", "a pick is in the picker's own pool")
    case "self": Phrase("选了本人", "the picker picked themselves")
    case "too-many": Phrase("选得太多", "too many picks")
    case "already-paired": Phrase("前面已牵手", "somebody is paired already")
    case "picking-closed": Phrase("互选已结束", "picking is closed")
    default: .verbatim(code)
    }
  }
}
