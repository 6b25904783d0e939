/// One person's picks in one picking round, from the line that is typed to the file.
public struct Ballot: Hashable, Sendable {
  public enum Ranks: String, Sendable, CaseIterable, Codable {
    /// The place on the slip is the rank, blank lines counted.
    case strict
    /// Every choice counts as rank 1; where an order is needed, badge order.
    case unranked
  }

  public let picker: Badge
  /// In the order of their places.
  public let picks: [Pick<Badge>]
  public let ranks: Ranks

  /// - Parameter picks: by ascending place. Without ranks places say nothing, and are given anew.
  public init(picker: Badge, picks: [Pick<Badge>], ranks: Ranks = .strict) {
    self.picker = picker
    self.picks = ranks == .strict ? picks : .inOrder(picks.map(\.person))
    self.ranks = ranks
  }

  /// A slip without a blank line.
  public init(picker: Badge, choices: [Badge], ranks: Ranks = .strict) {
    self.init(picker: picker, picks: .inOrder(choices), ranks: ranks)
  }

  public var choices: [Badge] { picks.map(\.person) }

  /// The lines of the slip up to the last that names somebody; nil for a blank one.
  public var lines: [Badge?] {
    var lines: [Badge?] = []
    for pick in picks {
      while lines.count < pick.place - 1 { lines.append(nil) }
      lines.append(pick.person)
    }
    return lines
  }

  /// The slip as it would be typed, so that it can be typed over: a dash for a blank line.
  public func line(_ word: (Badge) -> String) -> String {
    ([picker.description] + lines.map { $0.map(word) ?? "-" }).joined(separator: " ")
  }

  /// The place on the slip; nil for somebody not chosen.
  public func rank(of badge: Badge) -> Int? {
    guard let pick = picks.first(where: { $0.person == badge }) else { return nil }
    return ranks == .strict ? pick.place : 1
  }
}
