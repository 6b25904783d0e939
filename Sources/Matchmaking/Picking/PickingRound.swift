/// One round of picking (互选): its own rule, number of picks and state.
public struct PickingRound: Hashable, Sendable {
  public enum State: String, Sendable, CaseIterable {
    case open, closed
  }

  /// Counted from 1.
  public let number: Int
  public var rule: PairingRule
  /// Picks a slip may carry; nil is unlimited.
  public var maxPicks: Int?
  /// Whoever is paired by then is asked nothing and picked by nobody.
  public var leavesOutPaired: Bool
  public var state: State

  public init(
    number: Int, rule: PairingRule, maxPicks: Int?, leavesOutPaired: Bool = false,
    state: State = .open
  ) {
    self.number = number
    self.rule = rule
    self.maxPicks = maxPicks
    self.leavesOutPaired = leavesOutPaired
    self.state = state
  }

  /// By the event's rule and number of picks, as the one every event begins with.
  public init(_ number: Int, of event: Event) {
    self.init(number: number, rule: event.rule, maxPicks: event.maxPicks)
  }

  public var isOpen: Bool { state == .open }
}

/// What an organizer says about the next round.
public struct PickingRoundWish: Hashable, Sendable {
  /// Nil is the event's.
  public var rule: PairingRule?
  /// Nil is as many as the event allows.
  public var maxPicks: MostPicks?
  public var leavesOutPaired: Bool

  public enum MostPicks: Hashable, Sendable {
    case unlimited
    case atMost(Int)
  }

  public init(
    rule: PairingRule? = nil, maxPicks: MostPicks? = nil, leavesOutPaired: Bool = false
  ) {
    self.rule = rule
    self.maxPicks = maxPicks
    self.leavesOutPaired = leavesOutPaired
  }

  public func round(_ number: Int, of event: Event) -> PickingRound {
    var round = PickingRound(number, of: event)
    if let rule { round.rule = rule }
    switch maxPicks {
    case .unlimited: round.maxPicks = nil
    case .atMost(let count): round.maxPicks = count
    case nil: break
    }
    round.leavesOutPaired = leavesOutPaired
    return round
  }
}

/// Whose slip of which round.
public struct SlipKey: Hashable, Sendable {
  public let picker: RegistrationID
  public let round: Int

  public init(_ picker: RegistrationID, in round: Int = 1) {
    self.picker = picker
    self.round = round
  }
}

/// Which time a paper slip was read.
public enum SlipReading: Int, Sendable, CaseIterable {
  /// As it was typed first.
  case first = 1
  /// As another clerk typed it without seeing that.
  case second = 2
  /// What looking at the paper settled.
  case settled = 3
}
