/// All limits of one member together, as far as intervals and bits can hold them.
///
/// It lets everybody through who may fit: what it stops misses a limit for certain. `rest` are the
/// limits it does not hold.
struct CircleGate {
  private var low = CircleFacts.Lanes(repeating: CircleFacts.lowest)
  private var high = CircleFacts.Lanes(repeating: CircleFacts.highest)
  private var missed: UInt64 = 0
  /// Places in the index's demands.
  var limits: Range<Int32>
  var preferences: Range<Int32>
  private(set) var rest: Range<Int32>
  private(set) var saysAge = false
  private(set) var saysPlace = false
  private(set) var saysEducation = false

  init(
    _ member: CircleMember, day: Day, demands: inout [CircleDemand], pool: inout CirclePool
  ) {
    let limits = member.criteria.limits.map {
      CircleDemand($0, of: member.facts, day: day, pool: &pool)
    }
    let (held, rest) = (limits.filter(\.isHeld), limits.filter { !$0.isHeld })
    let start = Int32(demands.count)
    demands += held + rest
    let end = Int32(demands.count)
    self.limits = start..<end
    self.rest = (start + Int32(held.count))..<end
    demands += member.criteria.preferences.map {
      CircleDemand($0, of: member.facts, day: day, pool: &pool)
    }
    preferences = end..<Int32(demands.count)
    for demand in held { hold(demand) }
    for criterion in member.criteria.all { note(criterion.demand.condition.field) }
  }

  private mutating func hold(_ demand: CircleDemand) {
    missed |= demand.missed
    guard demand.isInterval else { return }
    let lane = Int(demand.lane)
    low[lane] = max(low[lane], demand.low)
    high[lane] = min(high[lane], demand.high)
  }

  private mutating func note(_ field: ConditionField) {
    switch field {
    case .measure(.age), .measure(.birthYear), .measure(.older): saysAge = true
    case .place(.residence): saysPlace = true
    case .education: saysEducation = true
    default: break
    }
  }

  @inline(__always)
  func admits(_ facts: CircleFacts) -> Bool {
    facts.bits & missed == 0 && !any(facts.high .< low) && !any(facts.low .> high)
  }
}
