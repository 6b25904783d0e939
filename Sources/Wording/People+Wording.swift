public import Matchmaking

extension Badge {
  /// `男07`, `M07`.
  public var phrase: Phrase { Phrase(pool.letter.chinese + digits, description) }

  /// Where an old number is typed: which to type instead.
  public func changedPhrase(to now: Badge) -> Phrase {
    Phrase("\(phrase.chinese) 已换成 \(now.phrase.chinese)", "\(self) was changed to \(now)")
  }
}

extension Phrase {
  /// What was typed for a badge, as badges are called; anything else as it was typed.
  static func badge(_ typed: String) -> Phrase {
    (Badge(typed: typed, in: .two) ?? Badge(typed: typed, in: .one))?.phrase ?? .verbatim(typed)
  }
}

extension Pool {
  /// What stands before a number on a badge.
  public var letter: Phrase {
    switch self {
    case .men: Phrase("男", "M")
    case .women: Phrase("女", "F")
    case .everyone: .verbatim("G")
    }
  }

  public var phrase: Phrase {
    switch self {
    case .men: Phrase("男", "Men")
    case .women: Phrase("女", "Women")
    case .everyone: Phrase("全场", "All")
    }
  }

  /// The same amid a sentence.
  public var inSentence: Phrase { Phrase(phrase.chinese, phrase.english.lowercased()) }
}

extension Sex {
  public var phrase: Phrase {
    switch self {
    case .man: Phrase("男", "M")
    case .woman: Phrase("女", "F")
    }
  }

  /// Where a form asks.
  public var word: Phrase {
    switch self {
    case .man: Phrase("男", "man")
    case .woman: Phrase("女", "woman")
    }
  }
}

extension Verification {
  public var phrase: Phrase {
    switch self {
    case .pending: Phrase("待核验", "not verified")
    case .verified: Phrase("已核验", "verified")
    case .rejected: Phrase("核验未通过", "rejected")
    case .expired: Phrase("核验已过期", "expired")
    }
  }
}

extension Registration.Status {
  public var phrase: Phrase {
    switch self {
    case .registered: Phrase("已报名", "registered")
    case .waitlisted: Phrase("候补", "waitlisted")
    case .declined: Phrase("未通过", "declined")
    case .checkedIn: Phrase("已签到", "checked in")
    case .left: Phrase("已离场", "left")
    case .noShow: Phrase("未到", "no-show")
    }
  }
}

extension Arrival {
  /// `19:31 B台`, `19:31 desk B`.
  public func phrase(_ clock: Clock) -> Phrase {
    .verbatim(clock.time(at) + " ") + .station(station)
  }
}

extension MemberText {
  public var phrase: Phrase { Phrase(canonicalHead, englishHead) }

  private var englishHead: String {
    switch self {
    case .education: "Education"
    case .employer: "Employer"
    case .union: "Union"
    case .sector: "Sector"
    case .job: "Job"
    case .income: "Monthly income"
    case .marital: "Marital status"
    case .residence: "Lives in"
    case .wechat: "WeChat"
    case .ethnicity: "Ethnicity"
    case .politics: "Political status"
    case .hometown: "Home town"
    case .household: "Household in"
    case .weight: "Weight"
    case .children: "Children"
    case .housing: "Housing"
    case .car: "Car"
    case .onlyChild: "Only child"
    case .interests: "Interests"
    case .introduction: "Introduction"
    case .criteria: "Hopes for"
    case .matchmaker: "Matchmaker"
    case .note: "Note"
    case .residentDigits: "ID, last four"
    }
  }
}
