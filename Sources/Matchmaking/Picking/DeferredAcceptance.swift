extension MutualGraph {
  /// The stable matching of a two-pool evening with the smaller sum of ranks; if both are equal,
  /// the one in which the women propose.
  func stableOfTwoPools() -> Matching {
    let men = deferredAcceptance(proposers: 0..<menCount)
    let women = deferredAcceptance(proposers: menCount..<people.count)
    return total(of: men) < total(of: women) ? men : women
  }

  /// The stable matching that is best for every proposer (Gale and Shapley 1962), with lists that
  /// do not name everybody. The order of proposals makes no difference to it.
  func deferredAcceptance(proposers: Range<Int>) -> Matching {
    var match = Matching(people: people.count)
    var next = start
    for proposer in proposers {
      var asking = proposer
      while next[asking] < start[asking + 1] {
        let offer = next[asking]
        next[asking] += 1
        let asked = partner[offer]
        let held = match.entry[asked]
        guard held < 0 || twin[offer] < held else { continue }
        match.entry[asked] = twin[offer]
        match.entry[asking] = offer
        guard held >= 0 else { break }
        asking = partner[held]
        match.entry[asking] = -1
      }
    }
    return match
  }
}
