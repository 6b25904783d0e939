/// One thing found in a clause, before it is said how strongly it is meant.
struct CriteriaItem: Hashable {
  enum Mode: Hashable {
    case plain, preferred, refused, accepted
    /// 不限: said, and no limit.
    case any
    /// Cannot be put as conditions, so that it is left over.
    case open
  }

  enum Joint: Hashable { case none, pause, or }

  var conditions: [Condition]
  /// Of the tokens.
  var range: Range<Int>
  var mode = Mode.plain
  /// 以上 and 以下: the contrary keeps the boundary, as who writes `170以下勿扰` takes 170.
  var sharesBoundary = false
  /// A level or figure stands alone, with no word for more or less.
  var isBare = false
  /// 外地: the contrary of the condition.
  var isContrary = false
  /// What parts it from the item before in the clause.
  var joint = Joint.none

  /// Items of one class that `、` parts are meant alike by one 优先 or 勿扰.
  private enum Kind { case past, belongings, place, figure }

  private var kind: Kind {
    switch conditions.first {
    case .trait(.marital, _), .trait(.children, _): .past
    case .trait, .work, .text: .belongings
    case .region, .nearby: .place
    case .measure, .education, nil: .figure
    }
  }

  func isAlike(_ other: CriteriaItem) -> Bool { kind == other.kind && kind != .figure }

  /// Takes another of the same detail in: 未婚、离异; 教师、医护; 泰安或济南.
  ///
  /// 离异带孩 is one thing as well.
  func joined(_ other: CriteriaItem) -> CriteriaItem? {
    if mode == other.mode, kind == .past, other.kind == .past, other.joint == .none,
      range.upperBound == other.range.lowerBound, conditions.count == 1,
      other.conditions.count == 1,
      conditions[0].field != other.conditions[0].field
    {
      var item = self
      item.conditions += other.conditions
      item.range = range.lowerBound..<other.range.upperBound
      return item
    }
    guard mode == other.mode, isContrary == other.isContrary,
      let own = conditions.first,
      let more = other.conditions.first, let both = own.united(more)
    else { return nil }
    var item = self
    item.conditions = [both] + conditions.dropFirst() + other.conditions.dropFirst()
    item.range = range.lowerBound..<other.range.upperBound
    return item
  }

  /// What it asks for.
  var demands: [Demand] {
    switch mode {
    case .plain, .preferred: conditions.map { Demand($0, isNegated: isContrary) }
    case .refused: refused
    case .accepted: conditions.filter { $0.isNoChildren }.map { Demand($0) }
    case .any, .open: []
    }
  }

  /// Of 离异带孩 refused the children are what is refused.
  private var refused: [Demand] {
    let hasChildren = conditions.contains {
      if case .trait(.children, _) = $0 { true } else { false }
    }
    return conditions.compactMap { condition in
      if hasChildren, case .trait(.marital, _) = condition { return nil }
      return contrary(condition)
    }
  }

  private func contrary(_ condition: Condition) -> Demand {
    let step = sharesBoundary ? 0 : 1
    switch condition {
    case .measure(let measure, let bounds):
      if let low = bounds.low, bounds.high == nil {
        return Demand(.measure(measure, Bounds(high: low - step)))
      }
      if let high = bounds.high, bounds.low == nil {
        return Demand(.measure(measure, Bounds(low: high + step)))
      }
    case .education(let bounds):
      if isBare, let level = bounds.low {
        return Demand(.education(Bounds(level)), isNegated: true)
      }
      if let low = bounds.low, bounds.high == nil {
        return Demand(.education(Bounds(high: Education(rawValue: low.rawValue - step) ?? low)))
      }
      if let high = bounds.high, bounds.low == nil {
        return Demand(.education(Bounds(low: Education(rawValue: high.rawValue + step) ?? high)))
      }
    case .trait, .work, .text, .region, .nearby: break
    }
    return Demand(condition, isNegated: !isContrary)
  }
}

extension Condition {
  var isNoChildren: Bool { self == .trait(.children, Choices(Children.none)) }

  /// One condition that either satisfies; nil for two that are not of one detail.
  func united(_ other: Condition) -> Condition? {
    switch (self, other) {
    case (.trait(let one, let some), .trait(let two, let more)) where one == two:
      .trait(one, some.union(more))
    case (.work(let one), .work(let two)): .work(one.union(two))
    case (.region(let one, let some), .region(let two, let more)) where one == two:
      .region(one, Region.outermost(some + more))
    default: nil
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
