/// What the rule came to for one person, as far as the organizer may be told.
///
/// It follows from whether a slip is in, from the mutual picks and from the pairs. Whoever picked nobody and
/// whoever picked in vain are told the same, and so are those whom many picked and those whom nobody did;
/// nothing is counted, and nobody is named but a partner.
public enum OwnOutcome: Hashable, Sendable {
  /// With whom, in badge order: several only under `all`.
  case paired([Badge])
  /// No slip of this person is in.
  case noSlip
  /// The slip does not count until the badge is of the right pool.
  case notCounted
  /// Paired in an earlier round, and so left out of this one.
  case leftOut
  case noMutualPick
  /// There are mutual picks, and each of them is in a pair with somebody else.
  case othersPaired(Ground)

  /// Why each of them is with the other.
  public enum Ground: Hashable, Sendable, CaseIterable {
    /// Under `stable`: whom they put before this person, by rank.
    case preferred
    /// Under `stable`: whom at least one of them put as high as this person, and no lower.
    case notBehind
    /// Under `best`: they were when this person's turn with them came.
    case earlier
    /// Under `most`: no other choice gives more pairs, nor as many with a smaller sum of ranks.
    case outweighed

    /// Stable, for scripts.
    public var code: String {
      switch self {
      case .preferred: "others-preferred"
      case .notBehind: "others-not-behind"
      case .earlier: "others-earlier"
      case .outweighed: "outweighed"
      }
    }
  }

  /// Stable, for scripts.
  public var code: String {
    switch self {
    case .paired: "paired"
    case .noSlip: "no-slip"
    case .notCounted: "not-counted"
    case .leftOut: "left-out"
    case .noMutualPick: "no-mutual-pick"
    case .othersPaired(let ground): ground.code
    }
  }

  public var partners: [Badge] {
    if case .paired(let partners) = self { partners } else { [] }
  }
}

extension Pairing {
  /// - Parameter hasSlip: whether this person's slip is in and counts.
  public func outcome(of badge: Badge, hasSlip: Bool) -> OwnOutcome {
    let partners = pairs.compactMap { $0.pick.other(than: badge) }
    guard partners.isEmpty else { return .paired(partners.sorted()) }
    guard hasSlip else { return .noSlip }
    let grounds = unpaired.compactMap { $0.ground(for: badge) }
    guard let first = grounds.first else { return .noMutualPick }
    return .othersPaired(grounds.contains(.notBehind) ? .notBehind : first)
  }
}

extension MutualPick {
  /// Nil for somebody who is neither.
  fileprivate func other(than badge: Badge) -> Badge? {
    badge == a ? b : badge == b ? a : nil
  }
}

extension UnpairedPick {
  /// Why the other one is with somebody else; nil for who has no part in it, or has a partner.
  fileprivate func ground(for badge: Badge) -> OwnOutcome.Ground? {
    guard let other = pick.other(than: badge) else { return nil }
    switch reason {
    case .preferred(let sides):
      return (other == pick.a ? sides.a : sides.b).map {
        $0.ground == .rank ? .preferred : .notBehind
      }
    case .earlier: return .earlier
    case .outweighed: return .outweighed
    }
  }
}
