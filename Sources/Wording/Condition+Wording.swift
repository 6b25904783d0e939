public import Matchmaking

extension Demand {
  /// What is asked for, in words: `身高 170 厘米以上`, `at least 170 cm tall`.
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
      Phrase.range(
        bounds, chinese: { $0.word(.chinese) }, english: { $0.word(.english) }, least: "及以上",
        most: "及以下", before: Phrase("学历", "education"))
    case .work(let work):
      Phrase(
        "工作：" + work.words(.chinese).joined(separator: "、"),
        "work: " + work.words(.english).joined(separator: ", "))
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
    self == .measure(.older) ? Phrase("年龄差", "difference of age") : Phrase(chinese, english)
  }
}

extension Trait {
  fileprivate func phrase(_ choices: Choices) -> Phrase {
    let words = words(choices)
    let name = ConditionField.trait(self)
    return Phrase(
      words.map(\.chinese).joined(separator: "或"),
      "\(name.english): " + words.map(\.english).joined(separator: " or "))
  }
}

extension Measure {
  fileprivate func phrase(_ bounds: Bounds<Int>) -> Phrase {
    switch self {
    case .age: figures(bounds, "年龄", "岁", "", " years old")
    case .birthYear: figures(bounds, "", "年出生", "born in ", "")
    case .older: older(bounds)
    case .height: figures(bounds, "身高", "厘米", "", " cm tall")
    case .weight: figures(bounds, "体重", "公斤", "", " kg")
    case .income: figures(bounds, "月收入", "元", "", " yuan a month")
    }
  }

  private func figures(
    _ bounds: Bounds<Int>, _ name: String, _ unit: String, _ before: String, _ behind: String
  ) -> Phrase {
    switch (bounds.low, bounds.high) {
    case (let low?, let high?) where low == high:
      Phrase("\(name)\(low)\(unit)", "\(before)\(low)\(behind)")
    case (let low?, let high?):
      Phrase("\(name)\(low)–\(high)\(unit)", "\(before)\(low)–\(high)\(behind)")
    case (let low?, nil):
      Phrase("\(name)不低于\(low)\(unit)", "\(before)\(low) or more\(behind)")
    case (nil, let high?):
      Phrase("\(name)不超过\(high)\(unit)", "\(before)\(high) or less\(behind)")
    case (nil, nil): Phrase(name, before)
    }
  }

  private func older(_ bounds: Bounds<Int>) -> Phrase {
    switch (bounds.low, bounds.high) {
    case (0?, 0?): Phrase("同岁", "of the same year")
    case (let low?, let high?) where low == -high:
      Phrase("年龄相差不超过\(high)岁", "at most \(high) years apart")
    case (let low?, let high?):
      Phrase(
        "年龄差在\(signed(low))到\(signed(high))岁", "older by \(signed(low)) to \(signed(high)) years")
    case (0?, nil): Phrase("年龄不小于自己", "not younger")
    case (nil, 0?): Phrase("年龄不大于自己", "not older")
    case (let low?, nil): Phrase("至少大\(low)岁", "older by \(low) years or more")
    case (nil, let high?): Phrase("最多大\(high)岁", "older by \(high) years or less")
    case (nil, nil): Phrase("年龄差", "difference of age")
    }
  }

  private func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : "\(number)" }
}

extension Phrase {
  fileprivate static func range<Value>(
    _ bounds: Bounds<Value>, chinese: (Value) -> String, english: (Value) -> String,
    least: String, most: String, before: Phrase
  ) -> Phrase {
    switch (bounds.low, bounds.high) {
    case (let low?, let high?) where low == high:
      Phrase("\(before.chinese)\(chinese(low))", "\(before.english) \(english(low))")
    case (let low?, let high?):
      Phrase(
        "\(before.chinese)\(chinese(low))到\(chinese(high))",
        "\(before.english) \(english(low)) to \(english(high))")
    case (let low?, nil):
      Phrase(
        "\(before.chinese)\(chinese(low))\(least)", "\(before.english) \(english(low)) or more")
    case (nil, let high?):
      Phrase(
        "\(before.chinese)\(chinese(high))\(most)", "\(before.english) \(english(high)) or less")
    case (nil, nil): before
    }
  }
}
