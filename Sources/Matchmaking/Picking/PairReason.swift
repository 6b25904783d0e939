/// Why a mutual pick became a pair.
///
/// A reason follows from the mutual picks, each person's order among theirs, and the pairs; never
/// from the ranks on a slip. So "each other's first choice" is not among them, because where it is
/// missing it would tell of a pick that was not returned; nor is the sum of ranks that decided
/// under `best`. Whoever may see the ranks finds both there.
public enum PairReason: Hashable, Sendable {
  /// Under `all` every mutual pick is a pair.
  case everyMutualPick
  /// Neither has another mutual pick.
  case onlyMutualPick
  /// Under `stable`: both put the other before all their other mutual picks, by rank.
  case firstOfBoth
  /// Under `stable`: those whom a, and those whom b, put before the other, best first. Each of them
  /// is with somebody whom they put before a, or b. All of it by rank.
  case stable(aBefore: [Rival], bBefore: [Rival])
  /// The same where somebody puts two as high as each other: those whom a, and b, put no lower
  /// than the other and before them; each of them is with somebody put no lower than a, or b.
  case stableWithTies(aBefore: [Rival], bBefore: [Rival])
  /// Under `best`: when its turn came, by the sum of ranks, both were free.
  case best
  /// Under `most`: no other choice of pairs gives more, nor as many with a smaller sum of ranks.
  case most
}

/// Why a mutual pick did not become a pair; made of the same things. Under `all` there is none.
public enum UnpairedReason: Hashable, Sendable {
  /// Under `stable`: each side named is with a partner whom they put before the other, or as high.
  /// Whom `a` names is a's partner.
  case preferred(Sides<Rival>)
  /// Under `best`: when its turn came, one of them at least was in a pair already. Each side that
  /// is in a pair in the end is named with the partner.
  case earlier(Sides<Badge>)
  /// Under `most`: no other choice of pairs gives more, nor as many with a smaller sum of ranks,
  /// and in this one each side named has this partner.
  case outweighed(Sides<Badge>)
}

/// Evidence on one side of a mutual pick or on both.
public enum Sides<Evidence: Hashable & Sendable>: Hashable, Sendable {
  case a(Evidence)
  case b(Evidence)
  case both(a: Evidence, b: Evidence)

  public var a: Evidence? {
    switch self {
    case .a(let evidence), .both(let evidence, _): evidence
    case .b: nil
    }
  }

  public var b: Evidence? {
    switch self {
    case .b(let evidence), .both(_, let evidence): evidence
    case .a: nil
    }
  }

  init?(a: Evidence?, b: Evidence?) {
    switch (a, b) {
    case (let a?, let b?): self = .both(a: a, b: b)
    case (let a?, nil): self = .a(a)
    case (nil, let b?): self = .b(b)
    case (nil, nil): return nil
    }
  }
}

/// Another mutual pick of somebody, whom they put before the one in question.
public struct Rival: Hashable, Sendable {
  public enum Ground: Hashable, Sendable {
    case rank
    /// Both have the same rank, as on an unranked ballot; the lower badge goes first.
    case badgeOrder
    /// Both have the same rank, and neither goes first: in one pool under `stable`.
    case alike
  }

  public let badge: Badge
  public let ground: Ground

  public init(_ badge: Badge, by ground: Ground) {
    self.badge = badge
    self.ground = ground
  }
}
