extension Evening {
  /// The slips of a round that are in and count, by badge, in badge order.
  ///
  /// While the round is open, that of somebody misplaced does not: two women could become a pair.
  /// A round is not closed before that is settled, and what the register says afterwards changes no
  /// pair. Whoever is left out neither picks nor is picked, wherever the slip was typed.
  public func ballots(round: Int) -> [Ballot] {
    let isOpen = self.round(round)?.isOpen ?? false
    let leftOut = leftOut(of: round)
    return readings(round: round).keys.filter { picker in
      !leftOut.contains(picker) && (!isOpen || guest(picker)?.isMisplaced(at: event) == false)
    }.compactMap { ballot(of: $0, round: round, without: leftOut) }.sorted { $0.picker < $1.picker }
  }

  /// Those of the first round.
  public var ballots: [Ballot] { ballots(round: 1) }

  /// One slip as it was written, by the badges worn now; nil where it is not in.
  public func ballot(of picker: RegistrationID, round: Int = 1) -> Ballot? {
    ballot(of: picker, round: round, without: [])
  }

  private func ballot(
    of picker: RegistrationID, round: Int, without leftOut: Set<RegistrationID>
  ) -> Ballot? {
    slip(of: picker, round: round).flatMap { ballot($0, of: picker, without: leftOut) }
  }

  /// What was typed of somebody's slip, by the badges worn now.
  public func ballot(
    _ slip: SlipRecord, of picker: RegistrationID, without leftOut: Set<RegistrationID> = []
  ) -> Ballot? {
    guard let badge = guest(picker)?.badge else { return nil }
    return Ballot(
      picker: badge,
      picks: slip.picks.compactMap { pick in
        leftOut.contains(pick.person)
          ? nil : guest(pick.person)?.badge.map { Pick($0, at: pick.place) }
      },
      ranks: slip.isUnranked ? .unranked : .strict)
  }

  /// What the rule makes of the slips of a round that are in; once they are gone, what it made of them.
  ///
  /// - Parameter rule: nil is the one chosen for the round.
  public func pairing(
    round: Int = 1, by rule: PairingRule? = nil
  ) throws(PairingRefusal) -> Pairing {
    let chosen = self.round(round)?.rule ?? event.rule
    if event.state == .archived {
      guard rule == nil || rule == chosen else { throw .archived }
      return Pairing(
        of: outcomes.filter { $0.round == round }, rule: chosen, badge: { self.guest($0)?.badge })
    }
    return try Pairing.make(
      ballots: ballots(round: round), pools: event.pools, rule: rule ?? chosen)
  }

  /// What is to be kept of the mutual picks of a round when the slips go.
  public func outcomes(of round: Int) throws(PairingRefusal) -> [PickOutcome] {
    let pairing = try pairing(round: round)
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
