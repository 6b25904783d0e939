extension Evening {
  /// The slips that are in, by badge, in badge order.
  public var ballots: [Ballot] {
    slips.compactMap { picker, slip -> Ballot? in
      guard let badge = guest(picker)?.badge else { return nil }
      return Ballot(
        picker: badge, choices: slip.choices.compactMap { guest($0)?.badge },
        ranks: slip.isUnranked ? .unranked : .strict)
    }.sorted { $0.picker < $1.picker }
  }

  /// What the rule makes of the slips that are in.
  ///
  /// - Parameter rule: nil is the one chosen for the event.
  public func pairing(by rule: PairingRule? = nil) throws(PairingRefusal) -> Pairing {
    try Pairing.make(ballots: ballots, pools: event.pools, rule: rule ?? event.rule)
  }
}
