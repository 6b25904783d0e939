/// A detail that is a number.
public enum Measure: Int, Hashable, Sendable, CaseIterable {
  case age
  case birthYear
  /// Years by which the other is older than oneself; negative for younger. By years of birth.
  case older
  /// Centimetres.
  case height
  /// Kilograms.
  case weight
  /// Yuan a month.
  case income
}

/// Which place of a member is meant.
public enum PlaceKind: Int, Hashable, Sendable, CaseIterable {
  case residence, household, hometown
}

/// How near to oneself.
public enum Nearby: Int, Hashable, Sendable, CaseIterable {
  case sameCounty, sameCity, sameProvince
}

/// One thing that is asked of a member: by a filter of the register, or by another's criteria.
public enum Condition: Hashable, Sendable {
  case trait(Trait, Choices)
  case measure(Measure, Bounds<Int>)
  case education(Bounds<Education>)
  case work(Work)
  /// One of the words stands in a text, or is the text.
  case text(TextMatch)
  /// One of the regions; never empty.
  case region(PlaceKind, [Region])
  /// The other's place lies in one's own county, city or province of residence.
  case nearby(PlaceKind, Nearby)
}

/// A condition or its contrary.
public struct Demand: Hashable, Sendable {
  public var condition: Condition
  public var isNegated: Bool

  public init(_ condition: Condition, isNegated: Bool = false) {
    self.condition = condition
    self.isNegated = isNegated
  }
}

/// Whether a demand is met by what is known.
public enum Verdict: Hashable, Sendable {
  case met, missed
  /// The fact is unsaid or was not understood, or leaves it open.
  case unknown

  var negated: Verdict {
    switch self {
    case .met: .missed
    case .missed: .met
    case .unknown: .unknown
    }
  }
}
