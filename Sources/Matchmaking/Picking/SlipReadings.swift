/// One paper slip as it was typed.
public struct SlipRecord: Hashable, Sendable {
  /// In the order of their places.
  public var picks: [Pick<RegistrationID>]
  /// Every choice counts as the first.
  public var isUnranked: Bool
  public var at: Timestamp
  /// The desk where it was typed.
  public var station: String
  /// Who typed it; nil where that was not said.
  public var clerk: String?

  public init(
    picks: [Pick<RegistrationID>], isUnranked: Bool = false, at: Timestamp, station: String = "",
    clerk: String? = nil
  ) {
    self.picks = picks
    self.isUnranked = isUnranked
    self.at = at
    self.station = station
    self.clerk = clerk
  }

  /// A slip without a blank line.
  public init(choices: [RegistrationID], isUnranked: Bool = false, at: Timestamp) {
    self.init(picks: .inOrder(choices), isUnranked: isUnranked, at: at)
  }

  public var choices: [RegistrationID] { picks.map(\.person) }

  /// Whether both name the same people at the same places; without ranks places say nothing.
  public func says(theSameAs other: SlipRecord) -> Bool {
    guard isUnranked == other.isUnranked else { return false }
    return isUnranked ? Set(choices) == Set(other.choices) : picks == other.picks
  }
}

/// What was typed of one paper slip: once, a second time by somebody else, and once more by the paper
/// where the two differ.
public struct SlipReadings: Hashable, Sendable {
  public var first: SlipRecord?
  public var second: SlipRecord?
  public var settled: SlipRecord?

  public init(
    first: SlipRecord? = nil, second: SlipRecord? = nil, settled: SlipRecord? = nil
  ) {
    self.first = first
    self.second = second
    self.settled = settled
  }

  public subscript(reading: SlipReading) -> SlipRecord? {
    get {
      switch reading {
      case .first: first
      case .second: second
      case .settled: settled
      }
    }
    set {
      switch reading {
      case .first: first = newValue
      case .second: second = newValue
      case .settled: settled = newValue
      }
    }
  }

  public var isEmpty: Bool { first == nil && second == nil && settled == nil }

  /// What the slip says: what was settled, else what was typed first. A second typing alone counts for
  /// nothing.
  public var counting: SlipRecord? { settled ?? first }

  public var isTypedTwice: Bool { first != nil && second != nil }

  /// Whether the two typings say different things, settled or not: what the error rate counts.
  public var differs: Bool {
    guard let first, let second else { return false }
    return !first.says(theSameAs: second)
  }

  /// Whether somebody has to look at the paper.
  public var isUnsettled: Bool { differs && settled == nil }
}
