extension Demand {
  /// - Parameters:
  ///   - seeker: whose demand it is; nil for a filter, for which demands relative to oneself are open.
  ///   - day: the day ages are counted on.
  public func verdict(on facts: MemberFacts, seeker: MemberFacts? = nil, day: Day) -> Verdict {
    let verdict = condition.verdict(on: facts, seeker: seeker, day: day)
    return isNegated ? verdict.negated : verdict
  }
}

extension Condition {
  func verdict(on facts: MemberFacts, seeker: MemberFacts?, day: Day) -> Verdict {
    switch self {
    case .trait(let trait, let wanted): facts.verdict(trait, wanted)
    case .measure(let measure, let bounds):
      measure.verdict(facts, bounds, seeker: seeker, day: day)
    case .education(let bounds):
      facts.education.value.map { bounds.contains($0) ? .met : .missed } ?? .unknown
    case .work(let wanted):
      facts.work.value.flatMap { $0.meets(wanted) }.map { $0 ? .met : .missed } ?? .unknown
    case .text(let match): match.verdict(on: facts.texts)
    case .region(let kind, let regions): facts.verdict(kind, regions)
    case .nearby(let kind, let nearby):
      seeker?.residence.value.flatMap { nearby.around($0) }.map { facts.verdict(kind, [$0]) }
        ?? .unknown
    }
  }
}

extension Nearby {
  /// The region around a place; nil where the place is known less exactly than that.
  func around(_ region: Region) -> Region? {
    switch self {
    case .sameProvince: region.province
    case .sameCity: region.city
    case .sameCounty: region.level == .county ? region : nil
    }
  }
}

extension Measure {
  fileprivate func verdict(
    _ facts: MemberFacts, _ bounds: Bounds<Int>, seeker: MemberFacts?, day: Day
  ) -> Verdict {
    switch self {
    case .age: verdict(facts.birth?.ages(on: day), bounds)
    case .birthYear: verdict(facts.birth.map { $0.year...$0.year }, bounds)
    case .older:
      verdict(
        facts.birth.flatMap { birth in seeker?.birth.map { $0.year - birth.year } }.map { $0...$0 },
        bounds)
    case .height: verdict(facts.height.map { $0...$0 }, bounds)
    case .weight: verdict(facts.weight.value.map { $0...$0 }, bounds)
    case .income: facts.income.value.map { $0.verdict(bounds) } ?? .unknown
    }
  }

  /// An age that is not known to the day is in favour: one of the possible ages is enough.
  private func verdict(_ range: ClosedRange<Int>?, _ bounds: Bounds<Int>) -> Verdict {
    guard let range else { return .unknown }
    if let low = bounds.low, range.upperBound < low { return .missed }
    if let high = bounds.high, range.lowerBound > high { return .missed }
    return .met
  }
}

extension MonthlyIncome {
  /// A range that lies partly within leaves it open.
  fileprivate func verdict(_ bounds: Bounds<Int>) -> Verdict {
    if bounds.contains(low), let high, bounds.contains(high) { return .met }
    if high == nil, bounds.high == nil, bounds.contains(low) { return .met }
    if let least = bounds.low, let high, high < least { return .missed }
    if let most = bounds.high, low > most { return .missed }
    return .unknown
  }
}

extension BirthDate {
  /// The ages somebody can have on a day: one, or two where only the month or year is known.
  public func ages(on day: Day) -> ClosedRange<Int> {
    let years = day.year - year
    guard let month else { return (years - 1)...years }
    if month != day.month { return month < day.month ? years...years : (years - 1)...(years - 1) }
    guard let birthday = self.day else { return (years - 1)...years }
    return birthday <= day.day ? years...years : (years - 1)...(years - 1)
  }
}

extension MemberFacts {
  /// The choice of a trait, and everything it may turn out to be.
  ///
  /// 单身 may be unmarried, divorced or widowed; "children" may live here or elsewhere; who lives with
  /// the parents may own a home or not. Nil where nothing is known.
  func choices(_ trait: Trait) -> (own: Choices, possible: Choices)? {
    switch trait {
    case .sex: exactly(sex.map(Choices.init))
    case .marital:
      marital.value.map {
        ($0 == .single ? .notMarried : Choices($0), $0 == .single ? .notMarried : Choices($0))
      }
    case .children:
      children.value.map {
        (
          Choices($0),
          $0 == .some ? [Choices(Children.here), Choices(Children.elsewhere)] : Choices($0)
        )
      }
    case .housing:
      housing.value.map { (Choices($0), $0 == .withParents ? trait.all : Choices($0)) }
    case .car: exactly(car.value.map(Choices.init))
    case .onlyChild: exactly(onlyChild.value.map(Choices.init))
    case .smoking: exactly(smoking.value.map(Choices.init))
    case .drinking: exactly(drinking.value.map(Choices.init))
    case .verification: exactly(Choices(verification))
    case .status: exactly(Choices(status))
    }
  }

  private func exactly(_ choices: Choices?) -> (own: Choices, possible: Choices)? {
    choices.map { ($0, $0) }
  }

  func verdict(_ trait: Trait, _ wanted: Choices) -> Verdict {
    guard let (own, possible) = choices(trait) else { return .unknown }
    if wanted.isSuperset(of: own) || wanted.isSuperset(of: possible) { return .met }
    return possible.isDisjoint(with: wanted) ? .missed : .unknown
  }

  func place(_ kind: PlaceKind) -> Region? {
    switch kind {
    case .residence: residence.value
    case .household: household.value
    case .hometown: hometown.value
    }
  }

  /// A place known only as a larger region around the wanted one leaves it open.
  func verdict(_ kind: PlaceKind, _ wanted: [Region]) -> Verdict {
    guard let place = place(kind) else { return .unknown }
    if wanted.contains(where: { $0.contains(place) }) { return .met }
    return wanted.contains { place.contains($0) } ? .unknown : .missed
  }
}
