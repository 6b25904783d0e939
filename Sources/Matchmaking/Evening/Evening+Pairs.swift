extension Evening {
  /// The slips that are in and count, by badge, in badge order.
  ///
  /// While the event is open, that of somebody misplaced does not: two women could become a pair.
  /// An event is not closed before that is settled, and what the register says afterwards changes no
  /// pair.
  public var ballots: [Ballot] {
    slips.keys.filter { picker in
      event.state != .open || guest(picker)?.isMisplaced(at: event) == false
    }.compactMap(ballot).sorted { $0.picker < $1.picker }
  }

  /// One slip as it was written, by the badges worn now; nil where it is not in.
  public func ballot(of picker: RegistrationID) -> Ballot? {
    guard let slip = slips[picker], let badge = guest(picker)?.badge else { return nil }
    return Ballot(
      picker: badge,
      picks: slip.picks.compactMap { pick in
        guest(pick.person)?.badge.map { Pick($0, at: pick.place) }
      },
      ranks: slip.isUnranked ? .unranked : .strict)
  }

  /// What the rule makes of the slips that are in.
  ///
  /// - Parameter rule: nil is the one chosen for the event.
  public func pairing(by rule: PairingRule? = nil) throws(PairingRefusal) -> Pairing {
    try Pairing.make(ballots: ballots, pools: event.pools, rule: rule ?? event.rule)
  }
}
