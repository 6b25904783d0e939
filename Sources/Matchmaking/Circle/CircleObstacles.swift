/// Why a member's circle is empty or small: which limit keeps how many away.
public struct CircleObstacles: Hashable, Sendable {
  /// One of the member's own limits.
  public struct Own: Hashable, Sendable {
    public let demand: Demand
    /// How many candidates miss it.
    public let excluded: Int
    /// How many would fit if this limit alone were not there.
    public let alone: Int
    /// The limit a little wider, and how many more would fit; nil where no figure can be moved.
    public let relaxed: Relaxation?
  }

  public struct Relaxation: Hashable, Sendable {
    public let demand: Demand
    public let more: Int
  }

  /// What the others' limits are about.
  public struct Theirs: Hashable, Sendable {
    public let field: ConditionField
    /// How many of those who meet all of the member's limits keep the member away by it.
    public let excluded: Int
  }

  /// Nil for a member who takes part.
  public let exclusion: CircleExclusion?
  /// Whom the member might have been suggested.
  public let candidates: Int
  /// How many of them meet all of the member's own limits.
  public let meetingOwn: Int
  public let fitting: Int
  /// Those that would let most in first.
  public let own: [Own]
  public let theirs: [Theirs]
}

extension CircleIndex {
  public func obstacles(of place: Int) -> CircleObstacles {
    let candidates = candidates(of: place).map { Int($0) }.filter { $0 != place }
    let limits = Array(gates[place].limits)
    let order = limitOrder(place)
    var excluded = [Int](repeating: 0, count: limits.count)
    var only = [[Int]](repeating: [], count: limits.count)
    var byField: [ConditionField: Int] = [:]
    var (meetingOwn, fitting) = (0, 0)
    for other in candidates {
      let missed = withView { view in
        limits.indices.filter {
          view.demands[Int(limits[$0])].verdict(view.facts[other], view.pool) == .missed
        }
      }
      for index in missed { excluded[index] += 1 }
      if missed.count > 1 { continue }
      let fields = fieldsMissed(by: place, of: other)
      if let index = missed.first {
        if fields.isEmpty { only[index].append(other) }
        continue
      }
      meetingOwn += 1
      if fields.isEmpty { fitting += 1 }
      for field in fields { byField[field, default: 0] += 1 }
    }
    let own = limits.indices.map { index in
      CircleObstacles.Own(
        demand: order[index], excluded: excluded[index], alone: only[index].count,
        relaxed: relaxation(order[index], only[index], of: place))
    }
    return CircleObstacles(
      exclusion: rules.exclusion(of: members[place].facts), candidates: candidates.count,
      meetingOwn: meetingOwn, fitting: fitting,
      own: own.enumerated().sorted {
        ($1.element.alone, $1.element.excluded, $0.offset)
          < ($0.element.alone, $0.element.excluded, $1.offset)
      }.map(\.element),
      theirs: ConditionField.allCases.compactMap { field in
        byField[field].map { CircleObstacles.Theirs(field: field, excluded: $0) }
      }.enumerated().sorted {
        ($1.element.excluded, $0.offset) < ($0.element.excluded, $1.offset)
      }.map(\.element))
  }

  /// The limits in the order of the packed demands: those of the gate first.
  private func limitOrder(_ place: Int) -> [Demand] {
    let limits = members[place].criteria.limits
    var scratch = CirclePool()
    let isHeld = limits.map {
      CircleDemand($0, of: members[place].facts, day: rules.day, pool: &scratch).isHeld
    }
    return zip(limits, isHeld).filter(\.1).map(\.0) + zip(limits, isHeld).filter { !$0.1 }.map(\.0)
  }

  /// What the other's limits are about that the member misses, each once.
  private func fieldsMissed(by place: Int, of other: Int) -> Set<ConditionField> {
    if withView({ $0.admits(other, place) }) { return [] }
    return Set(
      members[other].criteria.limits.filter {
        $0.verdict(on: members[place].facts, seeker: members[other].facts, day: rules.day)
          == .missed
      }.map(\.condition.field))
  }

  /// The least change that lets five in, or all there are where they are fewer.
  private func relaxation(
    _ demand: Demand, _ others: [Int], of place: Int
  ) -> CircleObstacles.Relaxation? {
    guard !others.isEmpty, !demand.isNegated else { return nil }
    let wanted = min(5, others.count)
    for wider in demand.condition.wider(by: 40) {
      let demand = Demand(wider)
      let more = others.count {
        demand.verdict(on: members[$0].facts, seeker: members[place].facts, day: rules.day)
          != .missed
      }
      if more >= wanted { return CircleObstacles.Relaxation(demand: demand, more: more) }
    }
    return nil
  }
}

extension CircleDemand {
  /// Whether the gate decides it.
  var isHeld: Bool { isInterval || kind == .choice || kind == .open }
}

extension Condition {
  /// The condition wider and wider, a step at a time at each end that it has.
  fileprivate func wider(by steps: Int) -> [Condition] {
    switch self {
    case .measure(let measure, let bounds):
      let size = measure == .income ? 500 : 1
      return (1...steps).flatMap { step -> [Condition] in
        let (down, up) = (bounds.low.map { $0 - step * size }, bounds.high.map { $0 + step * size })
        let low = Bounds(low: down, high: bounds.high)
        let high = Bounds(low: bounds.low, high: up)
        return (down == nil ? [] : [.measure(measure, low)])
          + (up == nil ? [] : [.measure(measure, high)])
          + (down == nil || up == nil ? [] : [.measure(measure, Bounds(low: down, high: up))])
      }
    case .education(let bounds):
      return (1...3).compactMap { step in
        bounds.low.flatMap { Education(rawValue: $0.rawValue - step) }
          .map { .education(Bounds(low: $0, high: bounds.high)) }
      }
    case .region(let kind, let regions):
      let cities = regions.compactMap { $0.level == .county ? $0.city : nil }
      let provinces = regions.map(\.province)
      return (cities.isEmpty ? [] : [.region(kind, Region.outermost(regions + cities))])
        + [.region(kind, Region.outermost(provinces))]
    case .trait, .work, .text, .nearby: return []
    }
  }
}
