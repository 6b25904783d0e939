extension Criteria {
  /// Fields on which limits cannot be met together.
  public var contradictions: [ConditionField] { Criteria.contradictions(limits) }

  /// Fields of which nobody can meet all, limits and preferences.
  public var unmeetable: [ConditionField] { Criteria.contradictions(all.map(\.demand)) }

  private static func contradictions(_ demands: [Demand]) -> [ConditionField] {
    let byField = Dictionary(grouping: demands, by: \.condition.field)
    return ConditionField.allCases.filter { field in
      guard let demands = byField[field], demands.count > 1 else { return false }
      return !canBeMet(demands)
    }
  }

  /// Whether one person may meet demands on one field.
  private static func canBeMet(_ demands: [Demand]) -> Bool {
    switch demands.first?.condition {
    case .measure:
      isLeft(ranges(demands) { if case .measure(_, let range) = $0 { range } else { nil } })
    case .education: levels(demands)
    case .trait(let trait, _): choices(demands, of: trait)
    case .region, .nearby: places(demands)
    // Somebody may be a teacher and in the system; and words stand side by side.
    case .work, .text, nil: works(demands)
    }
  }

  // MARK: What is left

  private struct Ranges {
    var whole = Bounds<Int>()
    var holes: [Bounds<Int>] = []
  }

  private static func ranges(
    _ demands: [Demand], _ range: (Condition) -> Bounds<Int>?
  ) -> Ranges {
    var ranges = Ranges()
    for demand in demands {
      guard let bounds = range(demand.condition) else { continue }
      if demand.isNegated {
        ranges.holes.append(bounds)
      } else {
        ranges.whole = ranges.whole.intersected(bounds)
      }
    }
    return ranges
  }

  /// Whether the holes leave something of the whole, an end that is open included.
  private static func isLeft(_ ranges: Ranges) -> Bool {
    guard !ranges.whole.isEmpty else { return false }
    guard var low = ranges.whole.low, let high = ranges.whole.high else { return true }
    for hole in ranges.holes.sorted(by: { ($0.low ?? .min) < ($1.low ?? .min) })
    where hole.contains(low) {
      guard let end = hole.high, end < high else { return false }
      low = end + 1
    }
    return true
  }

  private static func levels(_ demands: [Demand]) -> Bool {
    Education.allCases.contains { level in
      demands.allSatisfy { demand in
        guard case .education(let bounds) = demand.condition else { return true }
        return bounds.contains(level) != demand.isNegated
      }
    }
  }

  private static func choices(_ demands: [Demand], of trait: Trait) -> Bool {
    let left = demands.reduce(trait.all) { left, demand in
      guard case .trait(_, let choices) = demand.condition else { return left }
      return demand.isNegated ? left.subtracting(choices) : left.intersection(choices)
    }
    return !left.isEmpty
  }

  private static func works(_ demands: [Demand]) -> Bool {
    let (denied, asked) = (demands.filter(\.isNegated), demands.filter { !$0.isNegated })
    return !asked.contains { demand in
      guard case .work(let work) = demand.condition else { return false }
      return denied.contains {
        if case .work(let no) = $0.condition { no.isSuperset(of: work) } else { false }
      }
    }
  }

  /// Places lie within each other or apart; how a place stands to one's own nobody knows here.
  private static func places(_ demands: [Demand]) -> Bool {
    var left: [Region]?
    var (nearest, farthest) = (Nearby?.none, Nearby?.none)
    for demand in demands {
      switch (demand.condition, demand.isNegated) {
      case (.region(_, let regions), false):
        left = left.map { common($0, regions) } ?? regions
      case (.nearby(_, let near), false):
        nearest = [nearest, near].compactMap(\.self).min { $0.rawValue < $1.rawValue }
      case (.nearby(_, let near), true):
        farthest = [farthest, near].compactMap(\.self).max { $0.rawValue < $1.rawValue }
      default: break
      }
    }
    if let nearest, let farthest, nearest.rawValue <= farthest.rawValue { return false }
    for demand in demands where demand.isNegated {
      guard case .region(_, let denied) = demand.condition else { continue }
      left = left?.filter { place in !denied.contains { $0.contains(place) } }
    }
    return left.map { !$0.isEmpty } ?? true
  }

  private static func common(_ some: [Region], _ others: [Region]) -> [Region] {
    some.flatMap { one in
      others.compactMap { $0.contains(one) ? one : one.contains($0) ? $0 : nil }
    }
  }
}
