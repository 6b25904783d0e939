/// What a new plan changes for one person in one round.
public struct RoundsChange: Hashable, Sendable {
  public let badge: Badge
  /// Counted from 1 over the whole evening.
  public let round: Int
  /// nil for somebody who was not planned for.
  public let before: RoundPlace?
  /// nil for somebody who is not planned for any more.
  public let after: RoundPlace?

  /// What differs between two plans of the same rounds, by round and badge.
  ///
  /// - Parameter first: the number of the first of these rounds.
  public static func between(
    _ announced: [Round], and planned: [Round], first: Int
  ) -> [RoundsChange] {
    var changes: [RoundsChange] = []
    for place in 0..<max(announced.count, planned.count) {
      let before = place < announced.count ? announced[place].places : [:]
      let after = place < planned.count ? planned[place].places : [:]
      for badge in Set(before.keys).union(after.keys).sorted()
      where before[badge] != after[badge] {
        changes.append(
          RoundsChange(
            badge: badge, round: first + place, before: before[badge], after: after[badge]))
      }
    }
    return changes
  }
}
