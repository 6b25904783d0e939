import Matchmaking

/// Tells in the plainest way whether one person could meet all of what a text asks for.
enum HopeOracle {
  static func canBeMet(_ criteria: Criteria) -> Bool {
    Dictionary(grouping: criteria.all.map(\.demand), by: \.condition.field).values.allSatisfy {
      demands in
      switch demands[0].condition {
      case .measure: isAnyMet(demands, ends(demands).map(Fact.number))
      case .education: isAnyMet(demands, Education.allCases.map(Fact.level))
      case .trait(let trait, _): isAnyMet(demands, trait.values.map { Fact.choice($0.choices) })
      case .work, .text, .region, .nearby: demands.allSatisfy { !demands.contains($0.contrary) }
      }
    }
  }

  private enum Fact {
    case number(Int)
    case level(Education)
    case choice(Choices)
  }

  /// Whoever meets several ranges may stand at an end of one, or right beside it.
  private static func ends(_ demands: [Demand]) -> [Int] {
    demands.flatMap { demand -> [Int] in
      guard case .measure(_, let bounds) = demand.condition else { return [] }
      return [bounds.low, bounds.high].compactMap(\.self).flatMap { [$0 - 1, $0, $0 + 1] }
    }
  }

  private static func isAnyMet(_ demands: [Demand], _ facts: [Fact]) -> Bool {
    facts.contains { fact in demands.allSatisfy { meets(fact, $0) } }
  }

  private static func meets(_ fact: Fact, _ demand: Demand) -> Bool {
    let isIn =
      switch (fact, demand.condition) {
      case (.number(let number), .measure(_, let bounds)): bounds.contains(number)
      case (.level(let level), .education(let bounds)): bounds.contains(level)
      case (.choice(let choice), .trait(_, let choices)): choices.isSuperset(of: choice)
      default: true
      }
    return isIn != demand.isNegated
  }
}

extension Demand {
  fileprivate var contrary: Demand { Demand(condition, isNegated: !isNegated) }
}
