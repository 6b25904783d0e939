public import Matchmaking

/// What a store takes from outside: the time, chance, and who is at the keyboard.
///
/// Injected, so that tests and the sample evening are the same each time.
public struct StoreContext: Sendable {
  public var now: @Sendable () -> Timestamp
  public var random: @Sendable () -> UInt64
  /// The machine's steady clock; nil where it has none.
  public var steady: @Sendable () -> SteadyTime? = { nil }
  /// Which desk: `A`, `B`, …, or `cli`.
  public var station: String
  /// Who answers for what is done, as the operating system names them.
  public var operatorName: String

  public init(
    station: String, operatorName: String, now: @escaping @Sendable () -> Timestamp,
    random: @escaping @Sendable () -> UInt64,
    steady: @escaping @Sendable () -> SteadyTime? = { nil }
  ) {
    self.station = station
    self.operatorName = operatorName
    self.now = now
    self.random = random
    self.steady = steady
  }
}
