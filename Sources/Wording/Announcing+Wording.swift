public import Matchmaking

extension ShownAs {
  public var phrase: Phrase {
    switch self {
    case .number: Phrase("号牌", "numbers")
    case .name: Phrase("姓名", "names")
    }
  }
}

extension Gate.State {
  /// In a word or two; the note of a pair that is held back besides.
  public var phrase: Phrase {
    switch self {
    case .waiting: Phrase("待公布", "waiting")
    case .held: Phrase("暂不公布", "held back")
    case .announced(let order, .number, _): Phrase("已公布 \(order)", "announced \(order)")
    case .announced(let order, .name, _): Phrase("已公布 \(order) 姓名", "announced \(order) by name")
    }
  }
}

extension PairedBadges {
  /// `男07 女12`.
  public var phrase: Phrase {
    Phrase("\(a.phrase.chinese) \(b.phrase.chinese)", "\(a) \(b)")
  }
}

extension CoupleStage {
  public var phrase: Phrase {
    switch self {
    case .paired: Phrase("牵手", "paired")
    case .inLove: Phrase("恋爱", "in love")
    case .engaged: Phrase("订婚", "engaged")
    case .married: Phrase("领证", "married")
    case .wedding: Phrase("办婚礼", "wedding held")
    case .ended: Phrase("已分手", "ended")
    }
  }
}

extension ActSummary {
  /// What was done with pairs and couples.
  var pairingPhrase: Phrase {
    switch verb {
    case .announcePair: Phrase("已公布 ", "announced ") + two
    case .holdPair: two + Phrase("暂不公布", " held back")
    case .releasePair: two + Phrase("可以公布了", " may be announced")
    case .refuseAnnouncement:
      two + Phrase("未准公布，已记录", " not announced, on record")
        + Phrase("（\(refusedWhy.chinese)）", " (\(refusedWhy.english))")
    case .listContacts:
      Phrase(
        "\(event) 导出牵手名单 \(count ?? 0) 对，已记录",
        "listed contacts of \((count ?? 0).counted("pair")) of \(event), on record")
    case .advanceCouple:
      Phrase("\(name) 与对象：", "\(name) and partner: ")
        + (CoupleStage(rawValue: detail ?? "")?.phrase ?? .verbatim(detail ?? ""))
    default: .empty
    }
  }

  private var refusedWhy: Phrase {
    switch refusal {
    case "consent-missing": Phrase("没有上大屏的授权", "no consent to the big screen")
    case "consent-not-yet": Phrase("上大屏的授权还没生效", "consent not in force yet")
    case "consent-expired": Phrase("上大屏的授权已到期", "consent expired")
    case "consent-revoked": Phrase("上大屏的授权已撤回", "consent revoked")
    case let other: .verbatim(other ?? "")
    }
  }
}

extension AnnouncingRefusal {
  private static func held(_ two: PairedBadges, _ note: String) -> Phrase {
    Phrase(
      "\(two.phrase.chinese) 暂不公布（\(note)）；要公布先放行（queqiao pairs release）",
      "\(two.a) and \(two.b) are held back (\(note)); release them first (queqiao pairs release)")
  }

  /// One sentence with the evidence and the next step.
  public var phrase: Phrase {
    switch self {
    case .stillOpen(let code):
      Phrase(
        "\(code) 的互选还没有结束，不能公布；先结束互选（queqiao event close）",
        "picking for \(code) is still open; close it first (queqiao event close)")
    case .archived(let code):
      Phrase("\(code) 已归档，不能再公布", "\(code) is archived; nothing more is announced")
    case .noBadge(let text):
      Phrase(
        "没有人戴 \(Phrase.badge(text).chinese)；请核对号牌", "nobody wears \(text); check the number")
    case .sameTwice(let badge):
      Phrase("两处都是 \(badge.phrase.chinese)，请写两个人", "both are \(badge); give two people")
    case .noPair(let two):
      Phrase(
        "\(two.phrase.chinese) 不是牵手，不能公布；牵手见 queqiao pairs",
        "\(two.a) and \(two.b) are no pair; queqiao pairs lists them")
    case .held(let two, let note): Self.held(two, Masking.numbers(in: note))
    case .notHeld(let two):
      Phrase(
        "\(two.phrase.chinese) 没有暂不公布，不用放行",
        "\(two.a) and \(two.b) are not held back; nothing is to be released")
    case .alreadyAnnounced(let two):
      Phrase(
        "\(two.phrase.chinese) 已经公布；说错了请先撤销（F9 或 queqiao undo）",
        "\(two.a) and \(two.b) are announced already; undo that first (F9, queqiao undo)")
    case .namesOff(let code):
      Phrase(
        "\(code) 的大屏不显示姓名；请公布号牌，或先在活动里打开（queqiao event edit --show-names）",
        "\(code) shows no names on the big screen; announce numbers, or allow names in the event first"
      )
    case .noConsent(let badge, let refusal):
      Phrase(
        "\(badge.phrase.chinese) 的姓名不能上大屏：\(refusal.briefly.chinese)；可以只公布号牌",
        "the name of \(badge) may not be shown: \(refusal.briefly.english); numbers may")
    case .noNote:
      Phrase("请写明为什么暂不公布（--note）", "say why it is held back (--note)")
    case .longNote(let most):
      Phrase("说明太长，最多 \(most) 字", "the note is too long; \(most) characters at most")
    }
  }
}

extension ConsentRefusal {
  /// What is the matter, without what to do.
  public var briefly: Phrase {
    switch self {
    case .missing: Phrase("没有授权", "no consent")
    case .notYet(_, let day): Phrase("授权从 \(day) 起有效", "the consent holds from \(day)")
    case .expired(_, let day): Phrase("授权已于 \(day) 到期", "the consent ended on \(day)")
    case .revoked(_, let day): Phrase("授权已于 \(day) 撤回", "the consent was revoked on \(day)")
    }
  }
}

extension CoupleRefusal {
  public var phrase: Phrase {
    switch self {
    case .none(let one, let other):
      Phrase(
        "\(one) 和 \(other) 没有牵手记录；公布牵手以后才能跟进",
        "\(one) and \(other) are no couple on file; announce the pair first")
    case .sameTwice(let one): Phrase("两处都是 \(one)，请写两个人", "both are \(one); name two people")
    case .ended:
      Phrase(
        "已记为分手，不能再往前；记错了请撤销那一步，再次牵手要重新公布",
        "it has ended; undo that step if it was a mistake, or announce them anew")
    case .alreadyThere(let stage):
      Phrase("已经是“\(stage.phrase.chinese)”", "they are \(stage.phrase.english) already")
    case .goesBack(let from, let to):
      Phrase(
        "已经到“\(from.phrase.chinese)”，不能退回“\(to.phrase.chinese)”；记错了请撤销那一步",
        "they are \(from.phrase.english), which does not go back to \(to.phrase.english); undo a mistaken step"
      )
    case .inTheFuture(let day):
      Phrase("\(day) 还没到，请写发生的日期", "\(day) is still to come; give the day it happened")
    case .beforeTheLast(let day, let last):
      Phrase(
        "\(day) 早于上一步（\(last)），请核对日期", "\(day) is before the step before (\(last)); check the day")
    case .noEvidence:
      Phrase(
        "请写依据（--evidence），例如见过结婚证", "say what shows it (--evidence): the certificate was seen, say")
    case .longEvidence(let most):
      Phrase("依据太长，最多 \(most) 字", "the evidence is too long; \(most) characters at most")
    }
  }
}
