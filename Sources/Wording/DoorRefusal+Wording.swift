public import Matchmaking

extension DoorRefusal {
  /// Why, and what to do next.
  ///
  /// - Parameter name: who stands at the door; may be empty.
  public func phrase(name: String, clock: Clock) -> Phrase {
    Phrase.words(.verbatim(name), reason(clock))
  }

  private func reason(_ clock: Clock) -> Phrase {
    switch self {
    case .alreadyIn(let arrival, let badge):
      let time = clock.time(arrival.at)
      let worn = badge.map { Phrase("，号牌 \($0.phrase.chinese)", ", badge \($0)") } ?? .empty
      return Phrase(
        "已于 \(time) 在 \(arrival.station)台 签到", "checked in at \(time), desk \(arrival.station)")
        + worn
    case .waitlisted(let capacity):
      return Phrase(
        "是候补，\(capacity) 个名额已满；组织者可放行",
        "is waitlisted, all \(capacity) places are taken; the organizer may override")
    case .full(let capacity):
      return Phrase(
        "进不了场：\(capacity) 个名额已满；组织者可放行",
        "cannot join: all \(capacity) places are taken; the organizer may override")
    case .notVerified:
      return Phrase(
        "尚未核验，本场只限已核验职工；组织者可放行",
        "is not verified, as this event asks; the organizer may override")
    case .declined:
      return Phrase("报名未通过；组织者可放行", "was declined; the organizer may override")
    case .notRegistered:
      return Phrase("没有报名本场，请走现场报名", "is not registered; enter a walk-in")
    case .closed:
      return Phrase("进不了场：活动已结束，不再签到", "cannot come in: the event is closed")
    case .noSex:
      return Phrase(
        "在名册里没有性别，分不了组；请先补上", "has no sex in the register, so no pool; add it first")
    case .badgeTaken(let badge):
      return Phrase(
        "换不了号：\(badge.phrase.chinese) 已有人用，请换一个",
        "cannot take \(badge): it is in use; choose another")
    case .notCheckedIn: return Phrase("还没有签到", "has not checked in yet")
    case .hasSlips:
      return Phrase(
        "的签到撤不回：选票里有这个人；先撤销那些选票，或按离场记",
        "is on a slip, so the check-in stays; undo the slips first, or note that they left")
    case .wrongPool(let badge):
      return Phrase(
        "换不了号：\(badge.phrase.chinese) 是另一组的号牌", "cannot wear \(badge): it is of the other pool")
    }
  }
}

extension DoorRefusal {
  /// A refusal of the change log by its code, in a word or two; the code itself where it is not known.
  public static func brief(_ code: String) -> Phrase {
    switch code {
    case "waitlisted": Phrase("候补", "waitlisted")
    case "full": Phrase("名额已满", "full")
    case "not-verified": Phrase("未核验", "not verified")
    case "declined": Phrase("报名未通过", "declined")
    default: .verbatim(code)
    }
  }
}
