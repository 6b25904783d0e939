extension CriteriaItem {
  /// Items of one class are meant alike by one 优先 or 勿扰.
  enum Kind { case past, belongings, place, figure }

  var kind: Kind {
    switch conditions.first {
    case .trait(.marital, _), .trait(.children, _): .past
    case .trait, .work, .text: .belongings
    case .region, .nearby: .place
    case .measure, .education, nil: .figure
    }
  }

  func isAlike(_ other: CriteriaItem) -> Bool { kind == other.kind && kind != .figure }

  var field: ConditionField? { conditions.first?.field }

  /// Whether its figure is one of a detail; years of birth and differences are of the age.
  func isAbout(_ measure: Measure) -> Bool {
    switch (measure, field) {
    case (.age, .measure(.birthYear)), (.age, .measure(.older)): true
    default: field == .measure(measure)
    }
  }

  /// What people mostly wish for, or mostly wish to avoid.
  enum Leaning { case wanted, unwanted, neutral }

  /// An unwanted thing said plainly is most often the rest of a refusal that was not understood, so
  /// that it takes more to be sure of it.
  var leaning: Leaning {
    let leanings = conditions.map(\.leaning)
    let leaning = leanings.first { $0 != .neutral } ?? .neutral
    switch leaning {
    case .wanted: return isDenied ? .unwanted : .wanted
    case .unwanted: return isDenied ? .wanted : .unwanted
    case .neutral: return .neutral
    }
  }

  /// Several places, works or figures, of which one is asked for.
  var isChoice: Bool {
    isSeveral && !isDenied && (kind == .place || kind == .figure || field == .work)
  }

  var isHabit: Bool {
    switch field {
    case .trait(.smoking), .trait(.drinking): true
    default: false
    }
  }

  /// 抽烟, which 不 makes 不抽烟.
  var isIndulged: Bool {
    switch conditions.first {
    case .trait(.smoking, Choices(Habit.often)), .trait(.drinking, Choices(Habit.often)): true
    default: false
    }
  }

  /// 抽烟, 无房, said with no word of how it is meant: a rest of something else, and no demand.
  ///
  /// 离异 and 带孩 may be looked for by those who are so themselves.
  var isNobodysWish: Bool { !isDenied && kind == .belongings && leaning == .unwanted }

  /// Denied without a word of its own: 不抽烟 is one word.
  var isNever: Bool {
    switch conditions.first {
    case .trait(.smoking, Choices(Habit.never)), .trait(.drinking, Choices(Habit.never)): true
    default: false
    }
  }

  /// The habit that 不 denies: never, and not only seldom.
  mutating func swearOff() {
    conditions = conditions.map { condition in
      guard case .trait(let trait, Choices(Habit.often)) = condition else { return condition }
      return .trait(trait, Choices(Habit.never))
    }
  }
}

extension Condition {
  var isNoChildren: Bool { self == .trait(.children, Choices(Children.none)) }

  fileprivate var leaning: CriteriaItem.Leaning {
    switch self {
    case .trait(let trait, let choices): trait.leaning(choices)
    case .measure(let measure, let bounds): measure.leaning(bounds)
    case .education(let bounds): bounds.low != nil ? .wanted : .unwanted
    case .work, .text, .region: .neutral
    case .nearby: .wanted
    }
  }

  /// One condition that either satisfies; nil for two that are not of one detail.
  func united(_ other: Condition) -> Condition? {
    switch (self, other) {
    case (.trait(let one, let some), .trait(let two, let more)) where one == two:
      .trait(one, some.union(more))
    case (.work(let one), .work(let two)): .work(one.union(two))
    case (.region(let one, let some), .region(let two, let more)) where one == two:
      .region(one, Region.outermost(some + more))
    case (.nearby(let one, let near), .nearby(let two, let far)) where one == two:
      .nearby(one, near.rawValue > far.rawValue ? near : far)
    default: nil
    }
  }
}

extension Trait {
  fileprivate func leaning(_ choices: Choices) -> CriteriaItem.Leaning {
    switch self {
    case .marital: choices.contains(Choices(MaritalStatus.neverMarried)) ? .wanted : .unwanted
    case .children: choices.contains(Choices(Children.none)) ? .wanted : .unwanted
    case .housing: choices.isDisjoint(with: .homeOwner) ? .unwanted : .wanted
    case .car: choices.contains(Choices(true)) ? .wanted : .unwanted
    case .smoking, .drinking: choices.contains(Choices(Habit.never)) ? .wanted : .unwanted
    case .sex, .onlyChild, .verification, .status: .neutral
    }
  }
}

extension Measure {
  fileprivate func leaning(_ bounds: Bounds<Int>) -> CriteriaItem.Leaning {
    guard (bounds.low == nil) != (bounds.high == nil) else { return .neutral }
    switch self {
    case .height, .income: return bounds.low == nil ? .unwanted : .wanted
    case .weight: return bounds.low == nil ? .wanted : .unwanted
    case .age, .birthYear, .older: return .neutral
    }
  }
}

extension Region {
  /// Without those that lie within another, in order.
  static func outermost(_ regions: [Region]) -> [Region] {
    Set(regions).filter { region in
      !regions.contains { $0 != region && $0.contains(region) }
    }.sorted()
  }
}
