/// Judges the words of one slip from the left, remembering those before.
struct SlipJudge {
  let rules: SlipRules
  private var picker: Badge?
  private var taken: Set<Badge> = []
  /// How many lines of the slip are used up.
  private var lines = 0

  init(rules: SlipRules) { self.rules = rules }

  mutating func take(_ badge: Badge?, at position: Int, _ state: SlipToken.State) {
    guard position > 0 else { return picker = badge }
    switch state {
    case .good:
      if let badge { taken.insert(badge) }
      lines += 1
    case .blank: lines += 1
    case .unfinished, .waiting, .wrong: break
    }
  }

  func verdict(on text: Substring, at position: Int) -> (Badge?, SlipToken.State) {
    if position > 0, text.isBlankLine { return (nil, .blank) }
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

  func refusal(of badge: Badge, at position: Int) -> SlipRefusal? {
    position == 0 ? refusal(ofPicker: badge) : refusal(ofPick: badge)
  }

  private func refusal(ofPicker badge: Badge) -> SlipRefusal? {
    switch rules.standing(of: badge) {
    case .unknown: rules.unknown(badge)
    case .absent: .absent(badge)
    case .misplaced: .misplaced(badge)
    case .present, .left:
      rules.isLeftOut(badge) ? .paired(badge) : rules.hasBallot(badge) ? .alreadyIn(badge) : nil
    }
  }

  /// The plainest fault first; of the words before only picks that are right in themselves and blank
  /// lines count towards the limit.
  private func refusal(ofPick badge: Badge) -> SlipRefusal? {
    if badge == picker { return .oneself(badge) }
    if rules.pools == .two, badge.pool == picker?.pool { return .ownPool(badge) }
    switch rules.standing(of: badge) {
    case .unknown: return rules.unknown(badge)
    case .absent: return .absent(badge)
    case .misplaced: return .misplaced(badge)
    case .present, .left: if rules.isLeftOut(badge) { return .paired(badge) }
    }
    if taken.contains(badge) { return .repeated(badge) }
    let limit = rules.maxPicks ?? Badge.numbers.upperBound
    return lines >= limit ? .tooMany(badge, limit: limit) : nil
  }
}
