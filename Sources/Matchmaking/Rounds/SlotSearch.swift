/// Puts people into the slots of a rotation so that those who must not meet do not come together.
///
/// A pair of slots comes together in one round of a turn; where fewer rounds are played than a turn
/// has, there is room. Exchanges of two people in one ring, the best for somebody in conflict each time
/// (min-conflicts, Minton and others 1992), until none is left or nothing helps.
struct SlotSearch {
  private let rotation: Rotation
  private let rounds: Int
  /// Whom each slot meets in each round of the first turn; -1 for nobody.
  private var met: [Int32]
  /// Whether two people, by their numbers, must not meet.
  private let isBlocked: (Int, Int) -> Bool
  /// How far from their share of meetings somebody would be in a slot with so many.
  private let unevenness: (Int, Int) -> Int
  private let meetings: [Int]
  /// Who is in each slot.
  private(set) var person: [Int]

  private static let conflict = 16

  init(
    _ rotation: Rotation, person: [Int], isBlocked: @escaping (Int, Int) -> Bool,
    unevenness: @escaping (_ person: Int, _ meetings: Int) -> Int
  ) {
    self.rotation = rotation
    self.person = person
    self.isBlocked = isBlocked
    self.unevenness = unevenness
    rounds = min(rotation.turn, rotation.pairs.count)
    met = [Int32](repeating: -1, count: rotation.slots * max(rounds, 1))
    var meetings = [Int](repeating: 0, count: rotation.slots)
    for (round, pairs) in rotation.pairs.enumerated() {
      for (one, other) in pairs {
        meetings[one] += 1
        meetings[other] += 1
        guard round < rounds else { continue }
        met[one * rounds + round] = Int32(other)
        met[other * rounds + round] = Int32(one)
      }
    }
    self.meetings = meetings
  }

  private func conflicts(_ slot: Int) -> Int {
    var count = 0
    for round in 0..<rounds {
      let other = met[slot * rounds + round]
      if other >= 0, isBlocked(person[slot], person[Int(other)]) { count += 1 }
    }
    return count
  }

  private func cost(_ slot: Int) -> Int {
    Self.conflict * conflicts(slot) + unevenness(person[slot], meetings[slot])
  }

  /// - Parameter dice: settles which of equally good exchanges is made.
  mutating func run(_ dice: inout RoundsDice) {
    var left = 400 + 4 * rotation.slots
    var dull = 0
    while left > 0 {
      let troubled = person.indices.filter { cost($0) > 0 }
      guard !troubled.isEmpty, dull < 20 + troubled.count else { return }
      // The same trouble is not looked for again and again: several are seen to at a time.
      for _ in 0..<max(1, troubled.count / 2) where left > 0 {
        left -= 1
        let slot = troubled[dice.below(troubled.count)]
        guard cost(slot) > 0 else { continue }
        dull = improve(slot, &dice) ? 0 : dull + 1
      }
    }
  }

  private mutating func improve(_ slot: Int, _ dice: inout RoundsDice) -> Bool {
    guard let group = rotation.groups.first(where: { $0.contains(slot) }) else { return false }
    var best: (other: Int, gain: Int)?
    let start = dice.below(group.count)
    for offset in 0..<group.count {
      let other = group.lowerBound + (start + offset) % group.count
      guard other != slot else { continue }
      let before = cost(slot) + cost(other)
      person.swapAt(slot, other)
      let gain = before - cost(slot) - cost(other)
      person.swapAt(slot, other)
      if gain > best?.gain ?? -1 { best = (other, gain) }
      if gain >= before { break }
    }
    guard let best else { return false }
    person.swapAt(slot, best.other)
    return best.gain > 0
  }
}

/// Numbers from a seed, the same on every machine (SplitMix64, Steele, Lea and Flood 2014).
struct RoundsDice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }
}
