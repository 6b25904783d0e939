public import Matchmaking

extension CircleReason {
  /// One reason in a few words; whose hope it is stands in it.
  public var phrase: Phrase {
    switch self {
    case .met(let side, let criterion): side.phrase + criterion.demand.phrase + Phrase(" ✓", " ✓")
    case .missed(let side, let criterion):
      side.phrase + criterion.demand.phrase + Phrase("，不符合", ", missed")
    case .unknown(let side, let criterion):
      side.phrase + criterion.demand.phrase + Phrase("，资料不详，请核实", ", not known; ask")
    case .common(let common): common.phrase
    }
  }
}

extension CircleReason.Side {
  public var phrase: Phrase {
    switch self {
    case .own: Phrase("自己希望", "hopes for ")
    case .theirs: Phrase("对方希望", "the other hopes for ")
    }
  }
}

extension CircleReason.Common {
  public var phrase: Phrase {
    switch self {
    case .years(0): Phrase("同年出生", "born in the same year")
    case .years(let years) where years > 0:
      Phrase("对方小\(years)岁", "the other is younger by \(years)")
    case .years(let years): Phrase("对方大\(-years)岁", "the other is older by \(-years)")
    case .county(let region): Phrase("都在\(region.name)", "both in \(region.name)")
    case .city(let region): Phrase("同在\(region.name)", "both in \(region.name)")
    case .education(let level):
      Phrase("学历都是\(level.word(.chinese))", "education of both: \(level.word(.english))")
    }
  }
}

extension CircleExclusion {
  public var phrase: Phrase {
    switch self {
    case .notLooking(let status):
      Phrase("\(status.phrase.chinese)，不参加推荐", "\(status.phrase.english): suggested to nobody")
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
      "\(demand.phrase.english): keeps \(excluded.grouped) away")
    if alone == 0 { return excluded }
    guard let relaxed else {
      return excluded
        + Phrase("；不设这一条，多 \(alone.grouped) 人", "; without it \(alone.grouped) more")
    }
    return excluded
      + Phrase(
        "；改为“\(relaxed.demand.phrase.chinese)”，多 \(relaxed.more.grouped) 人",
        "; as “\(relaxed.demand.phrase.english)” \(relaxed.more.grouped) more")
  }
}

extension CircleObstacles.Theirs {
  public var phrase: Phrase {
    Phrase(
      "\(excluded.grouped) 人对\(field.phrase.chinese)的要求不符",
      "\(excluded.grouped) ask for another \(field.phrase.english)")
  }
}
