/// What the evening knows when a slip is typed.
public struct SlipRules: Sendable {
  public var pools: Pools
  /// How many one slip may name; nil for as many as one likes.
  public var maxPicks: Int?
  public var isOpen: Bool
  public var presence: @Sendable (Badge) -> Presence
  /// What somebody wears now who wore a badge that is nobody's any more.
  public var successor: @Sendable (Badge) -> Badge? = { _ in nil }
  /// Whether this person's slip is in already. Say no to everybody when a slip is typed for the
  /// second time or corrected.
  public var hasBallot: @Sendable (Badge) -> Bool
  /// Whether this person was paired in a round before and is left out of this one.
  public var isLeftOut: @Sendable (Badge) -> Bool = { _ in false }

  public init(
    pools: Pools, maxPicks: Int?, isOpen: Bool = true,
    presence: @escaping @Sendable (Badge) -> Presence,
    hasBallot: @escaping @Sendable (Badge) -> Bool = { _ in false }
  ) {
    self.pools = pools
    self.maxPicks = maxPicks
    self.isOpen = isOpen
    self.presence = presence
    self.hasBallot = hasBallot
  }

  /// Nobody wears the badge; whoever did before may be meant.
  func unknown(_ badge: Badge) -> SlipRefusal {
    successor(badge).map { .badgeChanged(badge, now: $0) } ?? .unknownBadge(badge)
  }

  /// A badge of the other kind of evening is nobody's, whatever the look-up says.
  func standing(of badge: Badge) -> Presence {
    switch (pools, badge.pool) {
    case (.two, .everyone), (.one, .men), (.one, .women): .unknown
    case (.two, _), (.one, .everyone): presence(badge)
    }
  }
}

extension SlipRules {
  /// The rules of a round of an event, where the caller knows who is there.
  public init(
    _ event: Event, _ round: PickingRound, presence: @escaping @Sendable (Badge) -> Presence
  ) {
    self.init(
      pools: event.pools, maxPicks: round.maxPicks, isOpen: round.isOpen && event.state == .open,
      presence: presence)
  }

  /// The rules of an evening's slips, whether they are in or not.
  public init(_ evening: Evening, _ round: PickingRound) {
    self.init(evening.event, round, presence: evening.presence(of:))
    successor = evening.successor(of:)
    isLeftOut = evening.leftOut(of: round.number).wearing(in: evening)
  }

  /// The rules of slips that are typed once each.
  ///
  /// - Parameters:
  ///   - reading: which time they are typed.
  ///   - correcting: whose slip may be typed though it is in.
  public init(
    _ evening: Evening, round: PickingRound? = nil, reading: SlipReading = .first,
    correcting: Badge?
  ) {
    let round = round ?? evening.currentRound
    self.init(evening, round)
    hasBallot = { badge in
      guard badge != correcting, let guest = evening.guest(wearing: badge) else { return false }
      let readings = evening.readings(of: guest.id, round: round.number)
      return reading == .second ? readings.second != nil : readings.counting != nil
    }
  }
}

extension Set<RegistrationID> {
  /// Whether whoever wears a badge is one of these.
  fileprivate func wearing(in evening: Evening) -> @Sendable (Badge) -> Bool {
    if isEmpty { return { _ in false } }
    return { badge in evening.guest(wearing: badge).map { contains($0.id) } ?? false }
  }
}

extension Evening {
  public func presence(of badge: Badge) -> Presence {
    guest(wearing: badge)?.presence(at: event) ?? .unknown
  }
}
