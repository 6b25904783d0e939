/// The groups whose members meet one another.
public enum Pools: String, Sendable, CaseIterable, Codable {
  /// Men and women, the normal case.
  case two
  /// Everyone in one group.
  case one
}

/// One group of an evening.
public enum Pool: String, Sendable, CaseIterable, Codable, Comparable {
  case men = "M"
  case women = "F"
  /// The only pool of a one-pool evening.
  case everyone = "G"

  /// Whom somebody of this pool may pick.
  public var opposite: Pool {
    switch self {
    case .men: .women
    case .women: .men
    case .everyone: .everyone
    }
  }

  public static func < (one: Self, other: Self) -> Bool { one.rank < other.rank }

  private var rank: Int {
    switch self {
    case .men: 0
    case .women: 1
    case .everyone: 2
    }
  }
}

/// The number worn on the chest: `M07`, `F12`, `G07`; on Chinese screens 男07, 女12.
///
/// Badges order by pool, then by number: M2 before M10, men before women.
public struct Badge: Hashable, Sendable, Comparable, CustomStringConvertible {
  public static let numbers = 1...99_999

  public let pool: Pool
  public let number: Int

  public init(_ pool: Pool, _ number: Int) {
    self.pool = pool
    self.number = number
  }

  /// At least two digits: `M07`, `F112`.
  public var description: String { pool.rawValue + digits }

  /// The number alone, at least two digits.
  public var digits: String { number < 10 ? "0\(number)" : "\(number)" }

  public static func < (one: Self, other: Self) -> Bool {
    (one.pool, one.number) < (other.pool, other.number)
  }
}
