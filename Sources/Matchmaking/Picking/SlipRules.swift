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
  /// An event's rules, where the caller knows who is there.
  public init(_ event: Event, presence: @escaping @Sendable (Badge) -> Presence) {
    self.init(
      pools: event.pools, maxPicks: event.maxPicks, isOpen: event.state == .open,
      presence: presence)
  }

  /// The rules of an evening's slips, which are typed once each.
  ///
  /// - Parameter correcting: whose slip may be typed though it is in.
  public init(_ evening: Evening, correcting: Badge?) {
    self.init(evening.event, presence: evening.presence(of:))
    successor = evening.successor(of:)
    hasBallot = { badge in
      guard badge != correcting, let guest = evening.guest(wearing: badge) else { return false }
      return evening.slips[guest.id] != nil
    }
  }
}

extension Evening {
  public func presence(of badge: Badge) -> Presence {
    guest(wearing: badge)?.presence(at: event) ?? .unknown
  }
}
