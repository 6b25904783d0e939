/// Two people at one table, or two who must not be at one.
///
/// The order of the badges does not matter: the lower is always `a`, so in two pools the man.
public struct Meeting: Hashable, Sendable, Comparable {
  public let a: Badge
  public let b: Badge

  public init(_ one: Badge, _ other: Badge) {
    a = min(one, other)
    b = max(one, other)
  }

  /// Whom this one meets; nil for somebody else.
  public func partner(of badge: Badge) -> Badge? {
    badge == a ? b : badge == b ? a : nil
  }

  public static func < (one: Self, other: Self) -> Bool { (one.a, one.b) < (other.a, other.b) }
}
