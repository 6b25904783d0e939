/// A range that may be open at either end; both ends belong to it.
public struct Bounds<Value: Comparable & Hashable & Sendable>: Hashable, Sendable {
  public var low: Value?
  public var high: Value?

  public init(low: Value? = nil, high: Value? = nil) {
    self.low = low
    self.high = high
  }

  public init(_ value: Value) { self.init(low: value, high: value) }

  public func contains(_ value: Value) -> Bool {
    if let low, value < low { return false }
    if let high, high < value { return false }
    return true
  }

  /// No value is in it: the low end lies above the high one.
  public var isEmpty: Bool {
    guard let low, let high else { return false }
    return high < low
  }

  public var isOpen: Bool { low == nil && high == nil }

  /// What lies in both.
  public func intersected(_ other: Bounds) -> Bounds {
    Bounds(
      low: [low, other.low].compactMap(\.self).max(),
      high: [high, other.high].compactMap(\.self).min())
  }
}
