/// A moment: milliseconds since 1970 in UTC.
public struct Timestamp: Hashable, Sendable, Comparable {
  public var milliseconds: Int64

  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  public static func < (one: Self, other: Self) -> Bool { one.milliseconds < other.milliseconds }
}
