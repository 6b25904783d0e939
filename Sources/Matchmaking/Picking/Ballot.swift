/// One person's picks in one picking round.
public struct Ballot: Hashable, Sendable {
  public enum Ranks: String, Sendable, CaseIterable, Codable {
    /// The order of the choices is their rank: 1, 2, 3…
    case strict
    /// Every choice counts as rank 1; where an order is needed, badge order.
    case unranked
  }

  public let picker: Badge
  public let choices: [Badge]
  public let ranks: Ranks

  public init(picker: Badge, choices: [Badge], ranks: Ranks = .strict) {
    self.picker = picker
    self.choices = choices
    self.ranks = ranks
  }

  public init(_ slip: Slip, ranks: Ranks = .strict) {
    self.init(picker: slip.picker, choices: slip.choices, ranks: ranks)
  }

  /// Counted from 1 over all choices of the slip; nil for somebody not chosen.
  public func rank(of badge: Badge) -> Int? {
    guard let index = choices.firstIndex(of: badge) else { return nil }
    return ranks == .strict ? index + 1 : 1
  }
}
