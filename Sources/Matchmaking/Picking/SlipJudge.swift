/// Judges the words of one slip from the left, remembering those before.
struct SlipJudge {
  let rules: SlipRules
  private var picker: Badge?
  private var taken: Set<Badge> = []

  init(rules: SlipRules) { self.rules = rules }

  mutating func take(_ badge: Badge?, at position: Int, isGood: Bool) {
    if position == 0 { picker = badge } else if isGood, let badge { taken.insert(badge) }
  }

  func verdict(on text: Substring, at position: Int) -> (Badge?, SlipToken.State) {
    guard let typed = TypedBadge(text) else { return (nil, .wrong(.unreadable(text))) }
    guard let number = typed.number else { return (nil, .wrong(.unreadable(text))) }
    guard let pool = typed.pool ?? bareNumberPool(at: position) else {
      return (nil, position == 0 ? .wrong(.noPicker) : .waiting)
    }
    let badge = Badge(pool, number)
    return (badge, refusal(of: badge, at: position).map { .wrong($0) } ?? .good)
  }

  /// Those of the roll whom the word begins and whom the slip could take here.
  func completions(of text: Substring, at position: Int, roll: [Badge]) -> [Badge] {
    guard let typed = TypedBadge(text) else { return [] }
    guard let pool = typed.pool ?? bareNumberPool(at: position) else { return [] }
    return roll.filter {
      $0.pool == pool && typed.begins($0) && refusal(of: $0, at: position) == nil
    }.sorted()
  }

  /// A bare number means the opposite pool; who picks must say so in a two-pool evening.
  private func bareNumberPool(at position: Int) -> Pool? {
    switch rules.pools {
    case .one: .everyone
    case .two: position == 0 ? nil : picker?.pool.opposite
    }
  }

  private func refusal(of badge: Badge, at position: Int) -> SlipRefusal? {
    position == 0 ? refusal(ofPicker: badge) : refusal(ofPick: badge)
  }

  private func refusal(ofPicker badge: Badge) -> SlipRefusal? {
    switch rules.standing(of: badge) {
    case .unknown: .unknownBadge(badge)
    case .absent: .absent(badge)
    case .misplaced: .misplaced(badge)
    case .present, .left: rules.hasBallot(badge) ? .alreadyIn(badge) : nil
    }
  }

  /// The plainest fault first; only picks that are right in themselves count towards the limit.
  private func refusal(ofPick badge: Badge) -> SlipRefusal? {
    if badge == picker { return .oneself(badge) }
    if rules.pools == .two, badge.pool == picker?.pool { return .ownPool(badge) }
    switch rules.standing(of: badge) {
    case .unknown: return .unknownBadge(badge)
    case .absent: return .absent(badge)
    case .misplaced: return .misplaced(badge)
    case .present, .left: break
    }
    if taken.contains(badge) { return .repeated(badge) }
    if let limit = rules.maxPicks, taken.count >= limit { return .tooMany(badge, limit: limit) }
    return nil
  }
}
