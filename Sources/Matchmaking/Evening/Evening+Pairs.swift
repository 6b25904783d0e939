extension Evening {
  /// The slips that are in and count, by badge, in badge order.
  ///
  /// While the event is open, that of somebody misplaced does not: two women could become a pair.
  /// An event is not closed before that is settled, and what the register says afterwards changes no
  /// pair.
  public var ballots: [Ballot] {
    slips.compactMap { picker, slip -> Ballot? in
      guard let guest = self.guest(picker), let badge = guest.badge else { return nil }
      if event.state == .open, guest.isMisplaced(at: event) { return nil }
      return Ballot(
        picker: badge, choices: slip.choices.compactMap { self.guest($0)?.badge },
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
