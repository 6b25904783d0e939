/// The best of everybody's circle, and how many are in it.
public struct Circles: Hashable, Sendable {
  /// How many are kept of each circle.
  public let kept: Int
  /// How many fit each member, by the place in the index.
  public fileprivate(set) var counts: [Int32]
  /// `kept` keys for each member, best first; 0 where there are no more.
  fileprivate var keys: [UInt64]

  fileprivate init(members: Int, kept: Int) {
    self.kept = kept
    counts = [Int32](repeating: 0, count: members)
    keys = [UInt64](repeating: 0, count: members * kept)
  }

  @inline(__always)
  fileprivate mutating func add(_ key: UInt64, to member: Int) {
    let start = member * kept
    var place = start + kept - 1
    guard kept > 0, key > keys[place] else { return }
    while place > start, keys[place - 1] < key {
      keys[place] = keys[place - 1]
      place -= 1
    }
    keys[place] = key
  }

  @inline(__always)
  fileprivate mutating func count(_ one: Int, _ other: Int) {
    counts[one] += 1
    counts[other] += 1
  }

  /// Whether a score is surely not among the best of a member.
  @inline(__always)
  fileprivate func isBeyond(_ score: Int, _ member: Int) -> Bool {
    kept == 0 || UInt64(score) < keys[(member + 1) * kept - 1] >> 32
  }

  /// Adds what another part of the work found.
  public mutating func merge(_ other: Circles) {
    for member in counts.indices {
      for place in 0..<kept where other.keys[member * kept + place] > 0 {
        add(other.keys[member * kept + place], to: member)
      }
      counts[member] += other.counts[member]
    }
  }
}

extension CircleIndex {
  /// Everybody's circle; each pair is judged once.
  ///
  /// The work can be cut into parts for several threads, whose results are merged; what comes out is
  /// the same however it is cut.
  /// - Parameters:
  ///   - keep: how many of each circle are kept.
  ///   - part: which part of how many this call does.
  ///   - progress: is told the share that is done, some hundred times; false ends the work.
  /// - Returns: nil where it was ended.
  public func everyone(
    keep: Int = 20, part: (Int, of: Int) = (0, 1), progress: (Double) -> Bool = { _ in true }
  ) -> Circles? {
    var circles = Circles(members: members.count, kept: max(keep, 0))
    let isOnePool = rules.pools == .one
    let first = pools.first
    // Every n-th, so that parts take equally long also in one pool, where rows grow shorter.
    let rows = stride(from: part.0, to: first.count, by: max(part.of, 1))
    let step = max(1, first.count / 200)
    for row in rows {
      if row % step < part.of, !progress(Double(row) / Double(max(first.count, 1))) { return nil }
      let others = isOnePool ? first[(row + 1)...] : pools.second[...]
      judge(Int(first[row]), others, &circles)
    }
    return progress(1) ? circles : nil
  }

  private func judge(_ one: Int, _ others: ArraySlice<Int32>, _ circles: inout Circles) {
    withView { view in
      let (gate, facts) = (view.gates[one], view.facts[one])
      for other in others {
        let other = Int(other)
        guard gate.admits(view.facts[other]), view.gates[other].admits(facts),
          view.admitsTheRest(one, other), view.admitsTheRest(other, one)
        else { continue }
        let own = view.score(one, of: other)
        // With all of the other's hopes met it would not do for either: who counts, counts.
        let most = CircleScore.mutual(own, CircleScore.most)
        if circles.isBeyond(most, one), circles.isBeyond(most, other) {
          circles.count(one, other)
          continue
        }
        let mutual = CircleScore.mutual(own, view.score(other, of: one))
        circles.count(one, other)
        circles.add(key(mutual, other), to: one)
        circles.add(key(mutual, one), to: other)
      }
    }
  }

  /// The best of one member's circle, as far as it was kept: places in the index and scores.
  public func best(of member: Int, in circles: Circles) -> [(member: Int, score: Int)] {
    (0..<circles.kept).compactMap { place in
      let key = circles.keys[member * circles.kept + place]
      guard key > 0 else { return nil }
      return (self.member(of: key), Int(key >> 32))
    }
  }
}
