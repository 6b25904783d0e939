public import Matchmaking

extension CircleReason {
  /// One reason in a few words; whose hope it is stands in it.
  public var phrase: Phrase {
    switch self {
    case .met(let side, let criterion): side.phrase + criterion.demand.phrase + Phrase(" ✓", " ✓")
    case .missed(let side, let criterion):
      side.phrase + criterion.demand.phrase + Phrase("，不符合", ", not met")
    case .unknown(let side, let criterion):
      side.phrase + criterion.demand.phrase + Phrase("，资料里没有，请核实", ", not on record; ask")
    case .common(let common): common.phrase
    }
  }
}

extension CircleReason.Side {
  public var phrase: Phrase {
    switch self {
    case .own: Phrase("本人要求", "asks for: ")
    case .theirs: Phrase("对方要求", "the other asks for: ")
    }
  }
}

extension CircleReason.Common {
  public var phrase: Phrase {
    switch self {
    case .years(0): Phrase("同年出生", "born in the same year")
    case .years(let years) where years > 0:
      Phrase("对方小\(years)岁", "the other is \(years.years) younger")
    case .years(let years):
      Phrase("对方大\(-years)岁", "the other is \((-years).years) older")
    case .county(let region): Phrase("都在\(region.name)", "both in \(region.name)")
    case .city(let region): Phrase("同在\(region.name)", "both in \(region.name)")
    case .education(let level):
      Phrase("学历都是\(level.phrase.chinese)", "same education: \(level.phrase.english)")
    }
  }
}

extension CircleExclusion {
  public var phrase: Phrase {
    switch self {
    case .notLooking(let status):
      Phrase("\(status.phrase.chinese)，不参加推荐", "\(status.phrase.english): not suggested to anybody")
    case .notVerified(let verification):
      Phrase(
        "\(verification.phrase.chinese)，请先核验", "\(verification.phrase.english): verify first")
    case .sexUnknown: Phrase("没有填性别，请补填", "sex not given: fill it in")
    }
  }
}

extension MemberStatus {
  public var phrase: Phrase {
    switch self {
    case .single: Phrase("单身", "single")
    case .seeing: Phrase("恋爱中", "seeing somebody")
    case .married: Phrase("已结婚", "married")
    case .withdrawn: Phrase("已退出", "withdrawn")
    }
  }
}

extension CircleObstacles.Own {
  /// `身高不低于170厘米：排除 120 人；放宽到 168，多 14 人`.
  public var phrase: Phrase {
    let excluded = Phrase(
      "\(demand.phrase.chinese)：排除 \(excluded.grouped) 人",
      "\(demand.phrase.english): rules out \(excluded.grouped)")
    if alone == 0 { return excluded }
    guard let relaxed else {
      return excluded
        + Phrase("；不设这一条，多 \(alone.grouped) 人", "; without it, \(alone.grouped) more")
    }
    return excluded
      + Phrase(
        "；改为“\(relaxed.demand.phrase.chinese)”，多 \(relaxed.more.grouped) 人",
        "; with “\(relaxed.demand.phrase.english)”, \(relaxed.more.grouped) more")
  }
}

extension CircleObstacles.Theirs {
  public var phrase: Phrase {
    Phrase(
      "\(excluded.grouped) 人要求的\(field.phrase.chinese)，本人不符合",
      "\(field.phrase.english): \(excluded.counted("asks", "ask")) for something else")
  }
}
