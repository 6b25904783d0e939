/// How strongly something is hoped for.
public enum Strength: String, Hashable, Sendable, CaseIterable {
  /// Who does not meet it is not suggested.
  case limit
  /// Who meets it stands further up.
  case preference
}

/// One thing that is hoped for in a partner.
public struct Criterion: Hashable, Sendable {
  public var demand: Demand
  public var strength: Strength

  public init(_ demand: Demand, _ strength: Strength = .limit) {
    self.demand = demand
    self.strength = strength
  }

  /// As it is typed: `身高>=170`, `优先 住房=有房`.
  public func text(_ words: ConditionWords) -> String {
    let prefix = strength == .limit ? "" : words == .english ? "prefer " : "优先 "
    return prefix + demand.text(words)
  }
}

/// What a member hopes for in a partner (择偶要求), as conditions that can be judged.
public struct Criteria: Hashable, Sendable {
  public var all: [Criterion]

  public init(_ all: [Criterion] = []) { self.all = all }

  public var limits: [Demand] { demands(.limit) }
  public var preferences: [Demand] { demands(.preference) }

  private func demands(_ strength: Strength) -> [Demand] {
    all.filter { $0.strength == strength }.map(\.demand)
  }

  /// One term a criterion, reading back as the same.
  public func text(_ words: ConditionWords) -> String {
    all.map { $0.text(words) }.joined(separator: " ")
  }

  /// Reads typed criteria, as a matchmaker corrects them.
  ///
  /// - Throws: the first thing wrong; ``CriteriaDraft`` tells all of them.
  public static func check(_ text: String) throws(ConditionFault) -> Criteria {
    let draft = CriteriaDraft(text)
    if let fault = draft.faults.first { throw fault }
    return draft.criteria
  }
}

/// Typed criteria while they are typed.
public struct CriteriaDraft: Hashable, Sendable {
  public let text: String
  public let criteria: Criteria
  public let faults: [ConditionFault]

  public init(_ text: String) {
    self.text = text
    let parser = ConditionParser(text, .criteria)
    criteria = Criteria(
      parser.terms.compactMap { term in
        guard case .demand(let condition) = term.body else { return nil }
        return Criterion(
          Demand(condition, isNegated: term.isNegated), term.isPreferred ? .preference : .limit)
      })
    faults = parser.faults
  }
}
