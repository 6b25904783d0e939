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

  /// What the rule makes of the slips that are in; once they are gone, what it made of them.
  ///
  /// - Parameter rule: nil is the one chosen for the event.
  public func pairing(by rule: PairingRule? = nil) throws(PairingRefusal) -> Pairing {
    if event.state == .archived {
      guard rule == nil || rule == event.rule else { throw .archived }
      return Pairing(
        of: outcomes, rule: event.rule, badge: { self.guest($0)?.badge })
    }
    return try Pairing.make(ballots: ballots, pools: event.pools, rule: rule ?? event.rule)
  }

  /// What is to be kept of the mutual picks of a round when the slips go.
  public func outcomes(of round: Int) throws(PairingRefusal) -> [PickOutcome] {
    let pairing = try pairing()
    let keep = { (pick: MutualPick, verdict: PickOutcome.Verdict) -> PickOutcome? in
      guard let one = self.guest(wearing: pick.a), let other = self.guest(wearing: pick.b) else {
        return nil
      }
      return PickOutcome(round: round, one: one.id, other: other.id, verdict)
    }
    return pairing.pairs.compactMap { keep($0.pick, .pair($0.reason)) }
      + pairing.unpaired.compactMap { keep($0.pick, .unpaired($0.reason)) }
  }
}
