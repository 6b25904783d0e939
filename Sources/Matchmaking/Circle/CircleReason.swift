/// Something for or against two people, as a screen says it.
public enum CircleReason: Hashable, Sendable {
  public enum Side: Hashable, Sendable {
    /// What the member hopes for, about the other.
    case own
    /// What the other hopes for, about the member.
    case theirs
  }

  public enum Common: Hashable, Sendable {
    /// Years of birth, the other's less the member's.
    case years(Int)
    case county(Region)
    case city(Region)
    case education(Education)
  }

  case met(Side, Criterion)
  case missed(Side, Criterion)
  /// Nobody knows whether it is met; the fact is to be asked for.
  case unknown(Side, Criterion)
  case common(Common)

  public var isFor: Bool {
    switch self {
    case .met, .common: true
    case .missed, .unknown: false
    }
  }
}

extension CircleIndex {
  /// Why the other stands where they stand: what is met, what is missed, what nobody knows, and what
  /// the two have in common. For two who fit; of others the limits they miss are among them.
  public func reasons(_ one: Int, _ other: Int) -> [CircleReason] {
    reasons(.own, of: one, about: other) + reasons(.theirs, of: other, about: one)
      + common(one, other)
  }

  private func reasons(
    _ side: CircleReason.Side, of seeker: Int, about other: Int
  ) -> [CircleReason] {
    let own = members[seeker]
    return own.criteria.all.map { criterion in
      switch criterion.demand.verdict(
        on: members[other].facts, seeker: own.facts, day: rules.day)
      {
      case .met: .met(side, criterion)
      case .missed: .missed(side, criterion)
      case .unknown: .unknown(side, criterion)
      }
    }
  }

  private func common(_ one: Int, _ other: Int) -> [CircleReason] {
    let (own, theirs) = (members[one].facts, members[other].facts)
    var common: [CircleReason.Common] = []
    if let year = own.birth?.year, let other = theirs.birth?.year, abs(other - year) <= 3 {
      common.append(.years(other - year))
    }
    if let place = own.residence.value, let other = theirs.residence.value {
      if place == other, place.level == .county {
        common.append(.county(place))
      } else if let city = place.city, city == other.city {
        common.append(.city(city))
      }
    }
    if let level = own.education.value, level == theirs.education.value {
      common.append(.education(level))
    }
    return common.map(CircleReason.common)
  }
}
