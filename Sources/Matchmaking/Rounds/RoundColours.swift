/// Chosen meetings put into rounds, so that nobody is at two tables at once.
///
/// An edge colouring of a bipartite graph with as many colours as the greatest degree (König 1916),
/// one meeting after the other, alternating paths of two rounds being swapped where the two have no
/// free round in common. Rounds of equal size are always to be had the same way (de Werra 1971,
/// McDiarmid 1972). Two rounds may be swapped along any path, so sit-outs can be moved apart as well.
///
/// People are numbered rows first, then columns.
struct RoundColours {
  let rounds: Int
  /// Whom each person meets in each round; -1 for nobody.
  private(set) var at: [Int32]
  private(set) var sizes: [Int]
  var people: Int { at.count / max(rounds, 1) }

  init(people: Int, rounds: Int) {
    self.rounds = rounds
    at = [Int32](repeating: -1, count: people * rounds)
    sizes = [Int](repeating: 0, count: rounds)
  }

  func partner(of person: Int, in round: Int) -> Int? {
    let partner = Int(at[person * rounds + round])
    return partner < 0 ? nil : partner
  }

  func sitsOut(_ person: Int, _ round: Int) -> Bool { at[person * rounds + round] < 0 }

  /// Puts a meeting into this round if both are free in it.
  mutating func keep(_ one: Int, _ other: Int, in round: Int) -> Bool {
    guard sitsOut(one, round), sitsOut(other, round) else { return false }
    set(one, other, round)
    return true
  }

  mutating func set(_ one: Int, _ other: Int, _ round: Int) {
    at[one * rounds + round] = Int32(other)
    at[other * rounds + round] = Int32(one)
    sizes[round] += 1
  }

  /// Takes a meeting out of its round.
  ///
  /// - Returns: the other one of it; nil where there was none.
  mutating func remove(_ one: Int, in round: Int) -> Int? {
    guard let other = partner(of: one, in: round) else { return nil }
    at[one * rounds + round] = -1
    at[other * rounds + round] = -1
    sizes[round] -= 1
    return other
  }

  /// Puts a meeting into some round, moving others to another round where there is no other way.
  mutating func insert(_ one: Int, _ other: Int) {
    var common: Int?
    for round in 0..<rounds where sitsOut(one, round) && sitsOut(other, round) {
      if common.map({ sizes[round] < sizes[$0] }) ?? true { common = round }
    }
    if let common { return set(one, other, common) }
    var shortest: (path: [Int], free: Int, taken: Int)?
    for free in 0..<rounds where sitsOut(one, free) {
      for taken in 0..<rounds where sitsOut(other, taken) {
        let path = path(from: other, free, taken)
        if path.count < shortest?.path.count ?? .max { shortest = (path, free, taken) }
        // Where much is still to be put, a short one is as good as the shortest.
        if path.count <= 3 { break }
      }
    }
    guard let shortest else { return }
    swap(shortest.path, shortest.free, shortest.taken)
    set(one, other, shortest.free)
  }

  /// The people joined to this one by meetings of two rounds; they sit out one of them.
  func path(from end: Int, _ one: Int, _ other: Int) -> [Int] {
    var path = [end]
    var (round, next) = sitsOut(end, one) ? (other, one) : (one, other)
    while let partner = partner(of: path[path.count - 1], in: round) {
      path.append(partner)
      (round, next) = (next, round)
    }
    return path
  }

  mutating func swap(_ path: [Int], _ one: Int, _ other: Int) {
    // Each meeting is seen from both sides.
    var more = 0
    for person in path { more += (sitsOut(person, one) ? 0 : 1) - (sitsOut(person, other) ? 0 : 1) }
    sizes[one] -= more / 2
    sizes[other] += more / 2
    for person in path { at.swapAt(person * rounds + one, person * rounds + other) }
  }

  /// Makes the sizes of all rounds equal, but for one.
  mutating func evenSizes() {
    while let large = sizes.indices.max(by: { sizes[$0] < sizes[$1] }),
      let small = sizes.indices.min(by: { sizes[$0] < sizes[$1] }), sizes[large] > sizes[small] + 1
    {
      // Among the paths of the two rounds, more begin and end with the larger than with the smaller.
      var shortest: [Int]?
      for person in 0..<people where !sitsOut(person, large) && sitsOut(person, small) {
        let path = path(from: person, large, small)
        if path.count % 2 == 0, path.count < shortest?.count ?? .max { shortest = path }
        if path.count == 2 { break }
      }
      guard let shortest else { return }
      swap(shortest, large, small)
    }
  }

  /// Moves sit-outs so that nobody has two running, where that can be had.
  ///
  /// - Parameters:
  ///   - satOut: who sat out the round before the first of these.
  ///   - announced: from which not many are moved for it.
  mutating func spreadSitOuts(_ satOut: [Bool], near announced: RoundColours? = nil) {
    var isBetter = true
    while isBetter {
      isBetter = false
      for person in 0..<people {
        while let move = bestMove(of: person, satOut, announced) {
          swap(move.path, move.from, move.to)
          isBetter = true
        }
      }
    }
  }

  /// How often somebody sits out right after sitting out, with two rounds of theirs exchanged or not.
  func running(_ person: Int, _ satOut: [Bool], exchanging one: Int, _ other: Int) -> Int {
    var (count, last) = (0, satOut[person])
    for round in 0..<rounds {
      let now = sitsOut(person, round == one ? other : round == other ? one : round)
      if now, last { count += 1 }
      last = now
    }
    return count
  }

  private func bestMove(
    of person: Int, _ satOut: [Bool], _ announced: RoundColours?
  ) -> (path: [Int], from: Int, to: Int)? {
    let before = running(person, satOut, exchanging: 0, 0)
    guard before > 0 else { return nil }
    var best: (path: [Int], from: Int, to: Int, gain: Int)?
    for from in 0..<rounds where sitsOut(person, from) {
      for to in 0..<rounds where !sitsOut(person, to) {
        let own = before - running(person, satOut, exchanging: from, to)
        guard own > 0 else { continue }
        let path = path(from: person, from, to)
        // Otherwise the rounds would not be of the sizes they are.
        guard path.count % 2 == 1 else { continue }
        let end = path[path.count - 1]
        let gain =
          own + running(end, satOut, exchanging: 0, 0) - running(end, satOut, exchanging: from, to)
        guard gain > 0 else { continue }
        // Two meetings moved for each who need not sit out twice running are enough.
        if let announced, strays(path, from, to, announced) > 4 * gain { continue }
        if best.map({ (-gain, path.count) < (-$0.gain, $0.path.count) }) ?? true {
          best = (path, from, to, gain)
        }
      }
    }
    return best.map { ($0.path, $0.from, $0.to) }
  }
}
