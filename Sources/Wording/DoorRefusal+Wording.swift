public import Matchmaking

extension DoorRefusal {
  /// Why, and what to do next.
  ///
  /// - Parameter name: who stands at the door; may be empty.
  public func phrase(name: String, clock: Clock) -> Phrase {
    guard self != .closed else { return DoorRefusal.closed(name) }
    return Phrase.words(.verbatim(name), reason(clock))
  }

  /// Of whoever it is: checking in, a badge, a registration and its cancelling end with the event alike.
  private static func closed(_ name: String) -> Phrase {
    let whom = name.isEmpty ? Phrase.empty : Phrase("\(name)：", "\(name): ")
    return whom + Phrase("活动已结束；", "the event is closed; ") + .undoClosing
  }

  /// That so many places are taken.
  private static func places(_ count: Int, of pool: Pool?) -> Phrase {
    let whose =
      pool.map { Phrase("\($0.phrase.chinese)组 ", " for \($0.inSentence.english)") } ?? .empty
    return Phrase(
      "\(whose.chinese)\(count) 个名额已满",
      count == 1
        ? "the only place\(whose.english) is taken"
        : "all \(count) places\(whose.english) are taken")
  }

  private func reason(_ clock: Clock) -> Phrase {
    switch self {
    case .alreadyIn(let arrival, let badge):
      let (time, station) = (clock.time(arrival.at), Phrase.station(arrival.station))
      let worn = badge.map { Phrase("，号牌 \($0.phrase.chinese)", ", badge \($0)") } ?? .empty
      return Phrase(
        "已于 \(time) 在 \(station.chinese) 签到", "checked in at \(time), \(station.english)")
        + worn
    case .waitlisted(let capacity, let pool):
      let places = Self.places(capacity, of: pool)
      return Phrase(
        "是候补，\(places.chinese)；组织者可放行", "is waiting, \(places.english); the organizer may override")
    case .full(let capacity, let pool):
      let places = Self.places(capacity, of: pool)
      return Phrase(
        "未准入场：\(places.chinese)；组织者可放行",
        "turned away: \(places.english); the organizer may override")
    case .ineligible(let objection): return objection.phrase
    case .declined:
      return Phrase("报名未通过；组织者可放行", "was declined; the organizer may override")
    case .notRegistered:
      return Phrase("没有报名本场，请办理现场报名", "is not registered; enter a walk-in")
    case .closed: return DoorRefusal.closed("")
    case .noSex:
      return Phrase(
        "在名册里没有填性别，不能分组；请先补填", "has no sex in the register, so no pool; add it first")
    case .badgeTaken(let badge):
      return Phrase(
        "不能换号：\(badge.phrase.chinese) 已有人用，请另选一个",
        "cannot take \(badge): it is in use; choose another")
    case .notCheckedIn:
      return Phrase("不在场：没有签到，或已离场", "is not here: never checked in, or left")
    case .notLeft:
      return Phrase("没有离场，不用办回场；还没到的请签到", "has not left; check in who has not come yet")
    case .hasSlips:
      return Phrase(
        "的签到不能撤回：选票里已有此人；人已离开的请记离场",
        "is on a slip, so the check-in stays; note that they left instead")
    case .wrongPool(let badge):
      return Phrase(
        "与号牌 \(badge.phrase.chinese) 不同组；请换号牌（F3），或更正名册里的性别",
        "is not of \(badge)'s pool; F3 gives another, or correct the register")
    case .hasCome:
      return Phrase(
        "已经签到，报名不能取消；签错了请先撤回签到",
        "has checked in, so it stays; take a mistaken check-in back first")
    }
  }
}

extension Objection {
  /// What is the matter, and what to do next; behind a name.
  public var phrase: Phrase {
    switch self {
    case .married:
      Phrase(
        "在名册里是已婚；登记有误请先更正，或由组织者放行",
        "is married by the register; correct it, or the organizer overrides")
    case .seeing:
      Phrase(
        "在名册里是恋爱中；已分手请先改状态，或由组织者放行",
        "is seeing somebody; change the status, or the organizer overrides")
    case .withdrawn:
      Phrase(
        "已退出；想再参加请先改状态，或由组织者放行",
        "has withdrawn; change the status, or the organizer overrides")
    case .underAge:
      Phrase(
        "未到法定婚龄（男 \(MarriageAge.man) 岁、女 \(MarriageAge.woman) 岁）；生日有误请更正，或由组织者放行",
        "is too young to marry; correct the age, or the organizer overrides")
    case .notVerified:
      Phrase(
        "尚未核验，本场只限已核验职工；组织者可放行",
        "is not verified, as this event asks; the organizer may override")
    case .verificationRejected:
      Phrase(
        "核验未通过，本场只限已核验职工；请重新核验，或由组织者放行",
        "failed verification; verify again, or the organizer overrides")
    case .verificationExpired:
      Phrase(
        "核验已过期，本场只限已核验职工；请重新核验，或由组织者放行",
        "is no longer verified; verify again, or the organizer overrides")
    case .notEligible:
      Phrase(
        "不符合本专场的条件；名册有误请先更正，或由组织者放行",
        "does not meet this session's conditions; the organizer may override")
    case .alreadyACouple:
      Phrase(
        "已与人恋爱；若已分手请先记上，或由组织者放行",
        "is one of a couple; note that it ended, or the organizer overrides")
    }
  }

  /// In a word or two.
  public var brief: Phrase {
    switch self {
    case .married: Phrase("已婚", "married")
    case .seeing: Phrase("恋爱中", "seeing somebody")
    case .withdrawn: Phrase("已退出", "withdrawn")
    case .underAge: Phrase("未到婚龄", "too young to marry")
    case .notVerified: Phrase("未核验", "not verified")
    case .verificationRejected: Phrase("核验未通过", "verification rejected")
    case .verificationExpired: Phrase("核验已过期", "verification expired")
    case .notEligible: Phrase("不符合专场条件", "not eligible")
    case .alreadyACouple: Phrase("已牵手恋爱", "one of a couple")
    }
  }
}

extension DoorRefusal {
  /// Refusals of the change log by their codes, in a word or two each; a code itself where it is not
  /// known.
  public static func brief(_ codes: String) -> Phrase {
    Phrase.list(codes.split(separator: ",").map { brief(of: String($0)) })
  }

  private static func brief(of code: String) -> Phrase {
    if let objection = Objection(rawValue: code) { return objection.brief }
    return switch code {
    case "waitlisted": Phrase("候补", "waitlisted")
    case "full": Phrase("名额已满", "full")
    case "declined": Phrase("报名未通过", "declined")
    default: .verbatim(code)
    }
  }
}
