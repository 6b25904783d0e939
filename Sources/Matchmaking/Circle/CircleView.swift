/// The packed arrays where they lie, for loops over all pairs.
///
/// Valid only inside of ``CircleIndex/withView(_:)``.
struct CircleView {
  let facts: UnsafeBufferPointer<CircleFacts>
  let gates: UnsafeBufferPointer<CircleGate>
  let demands: UnsafeBufferPointer<CircleDemand>
  let pool: CirclePool.View

  /// Whether neither misses a limit of the other.
  @inline(__always)
  func fit(_ one: Int, _ other: Int) -> Bool {
    gates[one].admits(facts[other]) && gates[other].admits(facts[one])
      && admitsTheRest(one, other) && admitsTheRest(other, one)
  }

  /// Whether a member misses none of another's limits.
  func admits(_ one: Int, _ other: Int) -> Bool {
    gates[one].admits(facts[other]) && admitsTheRest(one, other)
  }

  /// Limits that the gate does not hold.
  @inline(__always)
  func admitsTheRest(_ one: Int, _ other: Int) -> Bool {
    var place = gates[one].rest.lowerBound
    while place < gates[one].rest.upperBound {
      if demands[Int(place)].verdict(facts[other], pool) == .missed { return false }
      place += 1
    }
    return true
  }

  /// How well another, who fits, is what a member hopes for.
  @inline(__always)
  func score(_ one: Int, of other: Int) -> Int {
    var score = CircleScore()
    var place = gates[one].limits.lowerBound
    while place < gates[one].limits.upperBound {
      if demands[Int(place)].verdict(facts[other], pool) == .unknown { score.addUnknownLimit() }
      place += 1
    }
    place = gates[one].preferences.lowerBound
    while place < gates[one].preferences.upperBound {
      score.add(preference: demands[Int(place)].verdict(facts[other], pool))
      place += 1
    }
    if !gates[one].saysAge {
      score.add(nearness: Nearness.ages(facts[one].birthYear, facts[other].birthYear))
    }
    if !gates[one].saysPlace {
      score.add(nearness: Nearness.places(facts[one].residence, facts[other].residence))
    }
    if !gates[one].saysEducation {
      score.add(nearness: Nearness.education(facts[one].education, facts[other].education))
    }
    return score.value
  }
}
