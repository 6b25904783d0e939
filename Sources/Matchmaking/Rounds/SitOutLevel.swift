/// How many meetings each person of a pool should have, so that sit-outs come out as even as can be.
///
/// As water fills a vessel with an uneven floor: the floor of each person is the sit-outs so far and
/// those nobody can spare them (for want of partners), their ceiling sits out every round. Where the
/// floor allows it, all levels end within one of each other, past sit-outs counted in.
enum SitOutLevel {
  struct Person {
    var past: Int
    /// Partners they may meet.
    var partners: Int
  }

  /// - Parameter meetings: of the whole pool, in all rounds.
  /// - Returns: the fewest and the most meetings of each person.
  static func bounds(of people: [Person], rounds: Int, meetings: Int) -> [ClosedRange<Int>] {
    let sitOuts = max(0, people.count * rounds - meetings)
    func count(_ person: Person, at level: Int) -> Int {
      let forced = max(0, rounds - person.partners)
      return min(rounds, max(forced, level - person.past))
    }
    var (low, high) = (0, rounds + (people.map(\.past).max() ?? 0))
    // The highest level that takes no more sit-outs than there are.
    while low < high {
      let middle = (low + high + 1) / 2
      let taken = people.reduce(0) { $0 + count($1, at: middle) }
      if taken <= sitOuts { low = middle } else { high = middle - 1 }
    }
    // Where that level takes them all, everybody's share is settled.
    let isExact = people.reduce(0) { $0 + count($1, at: low) } == sitOuts
    return people.map { person in
      let most = rounds - count(person, at: low)
      return isExact ? most...most : rounds - count(person, at: low + 1)...most
    }
  }
}
