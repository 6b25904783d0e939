extension Evening {
  /// What each rule would make of the slips of a round that are in, in numbers that name nobody.
  public func previews(round: Int = 1) throws(PairingRefusal) -> [RulePreview] {
    guard event.state != .archived else { throw .archived }
    return try RulePreview.all(ballots: ballots(round: round), pools: event.pools)
  }

  /// What a picking round came to for one guest.
  public func outcome(of guest: Guest, in pairing: Pairing, round: Int = 1) -> OwnOutcome {
    guard let badge = guest.badge else { return .noSlip }
    if leftOut(of: round).contains(guest.id) { return .leftOut }
    // Once the slips are gone nobody knows who handed one in.
    let counts = event.state == .archived || ballots(round: round).contains { $0.picker == badge }
    if !counts, ballot(of: guest.id, round: round) != nil { return .notCounted }
    return pairing.outcome(of: badge, hasSlip: counts)
  }
}
