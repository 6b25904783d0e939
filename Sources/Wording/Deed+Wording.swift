public import Matchmaking

extension Deed {
  /// What was done, as the toast, the activity list and `log` tell it.
  public var phrase: Phrase {
    switch verb {
    case .createEvent: Phrase("新建活动 \(subject)", "created event \(subject)")
    case .closeEvent: Phrase("\(event) 互选已结束", "closed the picking of \(event)")
    case .createSample: Phrase("样例已建好", "set up the sample evening")
    case .importMembers: Phrase("导入名册 \(count ?? 0) 人", "imported \(people)") + overruledPhrase
    case .importSlips:
      Phrase("\(event) 导入选票 \(count ?? 0) 张", "imported \(number("slip")) for \(event)")
    case .saveSlip, .correctSlip: slipPhrase
    case .register where name.isEmpty:
      Phrase("\(event) 登记报名 \(count ?? 0) 人", "registered \(people) for \(event)")
    case .checkIn where name.isEmpty:
      Phrase("\(event) 已签到 \(count ?? 0) 人", "checked in \(people) for \(event)")
    case .addMember, .editMember, .setStatus, .verify, .reject, .reopenVerification, .giveConsent,
      .revokeConsent, .keepApart, .mergeMembers, .saveFilter, .deleteFilter, .rememberColumns,
      .exportMember, .eraseMembers:
      registerPhrase
    case .register, .checkIn, .takeBackCheckIn, .leave, .changeBadge, .walkIn, .refuse:
      Phrase.words(whom, personPhrase) + refusalPhrase
    }
  }

  /// Why somebody was turned away, or what the organizer let pass.
  private var refusalPhrase: Phrase {
    guard let refusal else { return .empty }
    let brief = DoorRefusal.brief(refusal)
    return verb == .refuse
      ? Phrase("（\(brief.chinese)）", " (\(brief.english))")
      : Phrase("（组织者放行：\(brief.chinese)）", " (let in by the organizer: \(brief.english))")
  }

  /// How many corrections made by hand gave way to a roster.
  private var overruledPhrase: Phrase {
    guard let detail else { return .empty }
    return Phrase("，\(detail) 处手工更正按名册改了", ", overruling \(detail) by hand")
  }

  private var personPhrase: Phrase {
    switch verb {
    case .register: Phrase("已报名", "registered")
    case .checkIn: Phrase("已签到", "checked in")
    case .takeBackCheckIn: Phrase("签到已撤回", "check-in taken back")
    case .leave: Phrase("已离场", "left")
    case .changeBadge: Phrase("已换号牌", "changed badge")
    case .walkIn: Phrase("现场报名并签到", "joined at the door")
    case .refuse: Phrase("未予入场，已记录", "turned away, on record")
    default: .empty
    }
  }

  /// Counts only: whom a slip picks stands nowhere but in its store.
  private var slipPhrase: Phrase {
    let verb =
      verb == .correctSlip
      ? Phrase("选票已更正：", "slip corrected:") : Phrase("选票已录：", "slip in:")
    return Phrase.words(whom, .joined(verb, .picks(count ?? 0)))
  }

  private var whom: Phrase { Phrase.words(badge?.phrase ?? .empty, .verbatim(name)) }
  private var subject: String { name.isEmpty ? event : "\(event) \(name)" }
  var people: String { count == 1 ? "1 person" : "\(count ?? 0) people" }
  private func number(_ thing: String) -> String {
    "\(count ?? 0) \(thing)\(count == 1 ? "" : "s")"
  }
}

extension Phrase {
  /// How many a slip picks: `三人`, `空白`.
  public static func picks(_ count: Int) -> Phrase {
    let digits = Array("零一二三四五六七八九十")
    switch count {
    case 0: return Phrase("空白", "blank")
    case 1: return Phrase("一人", "1 pick")
    case 2: return Phrase("两人", "2 picks")
    case 3...10: return Phrase("\(digits[count])人", "\(count) picks")
    default: return Phrase("\(count) 人", "\(count) picks")
    }
  }
}
