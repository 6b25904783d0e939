public import Matchmaking

extension Demand {
  /// What is asked for, in words: `身高不低于170厘米`, `at least 170 cm`.
  public var phrase: Phrase {
    isNegated
      ? Phrase("不要：\(condition.phrase.chinese)", "not: \(condition.phrase.english)")
      : condition.phrase
  }
}

extension Criterion {
  public var phrase: Phrase {
    switch strength {
    case .limit: demand.phrase
    case .preference:
      Phrase("\(demand.phrase.chinese)优先", "preferably \(demand.phrase.english)")
    }
  }
}

extension Condition {
  public var phrase: Phrase {
    switch self {
    case .trait(let trait, let choices): trait.phrase(choices)
    case .measure(let measure, let bounds): measure.phrase(bounds)
    case .education(let bounds):
      Education.phrase(bounds)
    case .work(let work): Phrase("工作：", "work: ") + work.phrase
    case .text(let match): match.phrase
    case .region(let kind, let regions):
      Phrase(
        kind.phrase.chinese + regions.map(\.shortName).joined(separator: "或"),
        kind.phrase.english + " " + regions.map(\.shortName).joined(separator: " or "))
    case .nearby(let kind, let nearby):
      Phrase(
        kind.phrase.chinese + nearby.phrase.chinese,
        kind.phrase.english + " " + nearby.phrase.english)
    }
  }
}

extension TextMatch {
  fileprivate var phrase: Phrase {
    let field = ConditionField.text(kind)
    let verb = isWhole ? Phrase("是", "is") : Phrase("含", "contains")
    return Phrase(
      "\(field.chinese)\(verb.chinese)" + words.map { "“\($0)”" }.joined(separator: "或"),
      "\(field.english) \(verb.english) "
        + words.map { "\u{201c}\($0)\u{201d}" }.joined(separator: " or "))
  }
}

extension PlaceKind {
  public var phrase: Phrase {
    switch self {
    case .residence: Phrase("住在", "lives in")
    case .household: Phrase("户籍在", "household in")
    case .hometown: Phrase("籍贯", "from")
    }
  }
}

extension Nearby {
  public var phrase: Phrase {
    switch self {
    case .sameCounty: Phrase("本县区", "the same county")
    case .sameCity: Phrase("本市", "the same city")
    case .sameProvince: Phrase("本省", "the same province")
    }
  }
}

extension ConditionField {
  public var phrase: Phrase {
    self == .measure(.older) ? Phrase("年龄差", "age gap") : Phrase(chinese, english)
  }
}

extension Trait {
  fileprivate func phrase(_ choices: Choices) -> Phrase {
    let words = words(choices)
    return Phrase(
      words.map(\.chinese).joined(separator: "或"),
      words.map { inEnglish($0) }.joined(separator: " or "))
  }
}

extension Measure {
  fileprivate func phrase(_ bounds: Bounds<Int>) -> Phrase {
    switch self {
    case .age: figures(bounds, "年龄", "岁", "years old")
    case .birthYear: born(bounds)
    case .older: older(bounds)
    case .height: figures(bounds, "身高", "厘米", "cm")
    case .weight: figures(bounds, "体重", "公斤", "kg")
    case .income: figures(bounds, "月收入", "元", "yuan a month")
    }
  }

  private func figures(
    _ bounds: Bounds<Int>, _ name: String, _ unit: String, _ english: String
  ) -> Phrase {
    switch (bounds.low, bounds.high) {
    case (let low?, let high?) where low == high:
      Phrase("\(name)\(low)\(unit)", "\(low.grouped) \(english)")
    case (let low?, let high?):
      Phrase("\(name)\(low)–\(high)\(unit)", "\(low.grouped)–\(high.grouped) \(english)")
    case (let low?, nil):
      Phrase("\(name)不低于\(low)\(unit)", "at least \(low.grouped) \(english)")
    case (nil, let high?):
      Phrase("\(name)不超过\(high)\(unit)", "at most \(high.grouped) \(english)")
    case (nil, nil): Phrase(name, english)
    }
  }

  private func born(_ bounds: Bounds<Int>) -> Phrase {
    switch (bounds.low, bounds.high) {
    case (let low?, let high?) where low == high: Phrase("\(low)年出生", "born in \(low)")
    case (let low?, let high?): Phrase("\(low)–\(high)年出生", "born in \(low)–\(high)")
    case (let low?, nil): Phrase("\(low)年及以后出生", "born in \(low) or later")
    case (nil, let high?): Phrase("\(high)年及以前出生", "born in \(high) or earlier")
    case (nil, nil): Phrase("出生年份", "year of birth")
    }
  }

  /// By how much the other is older than oneself; below zero, younger.
  private func older(_ bounds: Bounds<Int>) -> Phrase {
    switch (bounds.low, bounds.high) {
    case (let low?, let high?) where low == high: older(low)
    case (let low?, let high?) where low == -high:
      Phrase("年龄相差不超过\(high)岁", "at most \(high.years) apart")
    case (let low?, let high?):
      Phrase(
        "\(older(low).chinese)到\(older(high).chinese)",
        "\(older(low).english) to \(older(high).english)")
    case (0?, nil): Phrase("年龄不小于本人", "not younger")
    case (nil, 0?): Phrase("年龄不大于本人", "not older")
    case (let low?, nil) where low > 0:
      Phrase("至少大\(low)岁", "at least \(low.years) older")
    case (let low?, nil): Phrase("最多小\(-low)岁", "at most \((-low).years) younger")
    case (nil, let high?) where high > 0:
      Phrase("最多大\(high)岁", "at most \(high.years) older")
    case (nil, let high?): Phrase("至少小\(-high)岁", "at least \((-high).years) younger")
    case (nil, nil): Phrase("年龄差", "age gap")
    }
  }

  private func older(_ years: Int) -> Phrase {
    switch years {
    case 0: Phrase("同岁", "the same age")
    case 1...: Phrase("大\(years)岁", "\(years.years) older")
    default: Phrase("小\(-years)岁", "\((-years).years) younger")
    }
  }
}

extension Int {
  /// `1 year`, `2 years`.
  var years: String { self == 1 ? "1 year" : "\(self) years" }
}
