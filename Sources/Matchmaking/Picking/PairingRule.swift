/// Which mutual picks become pairs; chosen before picking starts and printed on the slip.
public enum PairingRule: String, Sendable, CaseIterable, Codable {
  /// Every mutual pick is a pair; a person may be in several.
  case all
  /// One partner each, and no two who picked each other would both rather be together.
  case stable
  /// One partner each, mutual picks taken by the smaller sum of ranks.
  case best
  /// One partner each, as many pairs as can be made, and among those the smallest sum of ranks.
  case most
}

/// Why no pairs can be made of these ballots.
public enum PairingRefusal: Error, Hashable, Sendable {
  /// Two ballots of one person, which must be settled before the round closes.
  case twoBallots(Badge)
  /// A ballot of somebody who has no badge in these pools.
  case foreignBallot(Badge)
  /// The slips are gone, so no other rule can be tried.
  case archived

  /// Stable: other programs know it by this word.
  public var code: String {
    switch self {
    case .twoBallots: "two-ballots"
    case .foreignBallot: "foreign-ballot"
    case .archived: "archived"
    }
  }
}
