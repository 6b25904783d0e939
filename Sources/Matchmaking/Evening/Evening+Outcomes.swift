extension Evening {
  /// What each rule would make of the slips that are in, in numbers that name nobody.
  public func previews() throws(PairingRefusal) -> [RulePreview] {
    guard event.state != .archived else { throw .archived }
    return try RulePreview.all(ballots: ballots, pools: event.pools)
  }

  /// What the picking came to for one guest.
  public func outcome(of guest: Guest, in pairing: Pairing) -> OwnOutcome {
    guard let badge = guest.badge else { return .noSlip }
    // Once the slips are gone nobody knows who handed one in.
    let counts = event.state == .archived || ballots.contains { $0.picker == badge }
    if !counts, ballot(of: guest.id) != nil { return .notCounted }
    return pairing.outcome(of: badge, hasSlip: counts)
  }
}
