/// One draw of the red thread, as it is kept: it could be drawn again from what stands in it.
public struct ThreadDraw: Hashable, Sendable {
  /// Counted from 1 at each event.
  public let number: Int
  public let seed: UInt64
  public let at: Timestamp
  /// In badge order.
  public let willing: [RegistrationID]
  /// The man first, or the lower badge.
  public let pairs: [[RegistrationID]]

  public init(
    number: Int, seed: UInt64, at: Timestamp, willing: [RegistrationID], pairs: [[RegistrationID]]
  ) {
    self.number = number
    self.seed = seed
    self.at = at
    self.willing = willing
    self.pairs = pairs
  }

  /// Seeds that are drawn are this short, to be read out.
  public static let seeds: UInt64 = 100_000_000

  /// By what is worn now.
  public func thread(_ badge: (RegistrationID) -> Badge?) -> RedThread {
    let meetings = pairs.compactMap { pair -> Meeting? in
      let badges = pair.compactMap(badge)
      return badges.count == 2 && badges[0] != badges[1] ? Meeting(badges[0], badges[1]) : nil
    }
    let paired = Set(pairs.joined())
    return RedThread(
      pairs: meetings, leftOver: willing.filter { !paired.contains($0) }.compactMap(badge))
  }
}
