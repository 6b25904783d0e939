/// Who meets whom when people move by one place each round, whoever they are.
///
/// Two pools are two rings of the same size, one inside the other: one stands still, the other turns by
/// a place each round, so that two meet once in a full turn. Where a pool is smaller, its gaps are spread
/// evenly around its ring; then in any stretch of places the gaps differ by one at most (as in the words
/// of Christoffel), and so do the sit-outs of those who pass them. One pool is the circle method of
/// round-robin tournaments: one stays, all others turn.
struct Rotation {
  /// How many rounds until everybody has met everybody.
  let turn: Int
  /// Which slots may change places with one another; the slots of keepers first.
  let groups: [Range<Int>]
  /// Pairs of slots in each round, in the order of the tables.
  let pairs: [[(one: Int, other: Int)]]

  /// - Parameters:
  ///   - keepers: the place of each who keeps a seat.
  ///   - movers: the place of each who moves, in the first round.
  init(keepers: [Int], movers: [Int], ring: Int, rounds: Int) {
    turn = ring
    groups = [0..<keepers.count, keepers.count..<keepers.count + movers.count]
    var moverAt = [Int?](repeating: nil, count: ring)
    for (mover, place) in movers.enumerated() { moverAt[place] = keepers.count + mover }
    pairs = (0..<rounds).map { round in
      keepers.enumerated().compactMap { keeper, place in
        moverAt[(place - round % ring + ring) % ring].map { (keeper, $0) }
      }
    }
  }

  /// The places of so many people spread evenly over a ring.
  static func spread(_ people: Int, over ring: Int) -> [Int] {
    (0..<people).map { $0 * ring / people }
  }

  /// One pool.
  init(people: Int, rounds: Int) {
    let turning = max(1, people % 2 == 0 ? people - 1 : people)
    turn = turning
    groups = [0..<people]
    // Slot 0 stays; where their number is odd, nobody is there.
    let isEven = people % 2 == 0
    pairs = (0..<rounds).map { round in
      guard people > 1 else { return [] }
      let shift = isEven ? 1 : 0
      var pairs = isEven ? [(one: 0, other: 1 + round % turning)] : []
      for step in 1...max(1, turning / 2) where turning > 1 {
        let ahead = shift + (round + step) % turning
        pairs.append((ahead, shift + (round + turning - step) % turning))
      }
      return pairs
    }
  }

  var slots: Int { groups.last?.upperBound ?? 0 }
}
