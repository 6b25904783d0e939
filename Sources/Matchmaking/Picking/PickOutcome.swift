/// What is kept of a mutual pick once the slips are gone: no rank, for a rank left alone tells of picks before
/// it.
public struct PickOutcome: Hashable, Sendable {
  public enum Verdict: Hashable, Sendable {
    case pair(PairReason)
    case unpaired(UnpairedReason)
  }

  public let round: Int
  /// The man, or the lower badge.
  public let one: RegistrationID
  public let other: RegistrationID
  public let verdict: Verdict

  public init(round: Int, one: RegistrationID, other: RegistrationID, _ verdict: Verdict) {
    self.round = round
    self.one = one
    self.other = other
    self.verdict = verdict
  }
}

extension PickOutcome.Verdict {
  public var isPair: Bool {
    switch self {
    case .pair: true
    case .unpaired: false
    }
  }

  /// Stable, for it stands in files.
  public var code: String {
    switch self {
    case .pair(let reason): reason.code
    case .unpaired(let reason): reason.code
    }
  }

  /// Nil for what no version of the program has written.
  public init?(isPair: Bool, code: String) {
    let verdict: Self? =
      isPair
      ? PairReason(code: code).map { .pair($0) } : UnpairedReason(code: code).map { .unpaired($0) }
    guard let verdict else { return nil }
    self = verdict
  }
}

/// That the slips of an archived event are gone: when, and how many there were.
public struct PicksPurge: Hashable, Sendable {
  public let at: Timestamp
  public let slips: Int
  public let picks: Int

  public init(at: Timestamp, slips: Int, picks: Int) {
    self.at = at
    self.slips = slips
    self.picks = picks
  }
}
