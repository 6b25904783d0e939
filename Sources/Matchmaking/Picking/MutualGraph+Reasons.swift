/// The reasons, each told of an a-side entry. They compare ranks, but only of mutual picks.
extension MutualGraph {
  func reason(for edge: Int, by rule: PairingRule) -> PairReason {
    if rule == .all { return .everyMutualPick }
    if list(of: owner[edge]).count == 1, list(of: partner[edge]).count == 1 {
      return .onlyMutualPick
    }
    switch rule {
    case .all: return .everyMutualPick
    case .stable:
      if isFirst(edge), isFirst(twin[edge]) { return .firstOfBoth }
      return .stable(aBefore: rivals(before: edge), bBefore: rivals(before: twin[edge]))
    case .best: return .best
    case .most: return .most
    }
  }

  /// Nil only where the matching is not one that the rule can give.
  func reasonAgainst(_ edge: Int, in match: Matching, by rule: PairingRule) -> UnpairedReason? {
    let aHeld = held(by: owner[edge], in: match)
    let bHeld = held(by: partner[edge], in: match)
    let partners = Sides(a: aHeld.map { people[partner[$0]] }, b: bHeld.map { people[partner[$0]] })
    switch rule {
    case .all: return nil
    case .stable:
      return Sides(
        a: aHeld.flatMap { rival($0, before: edge) },
        b: bHeld.flatMap { rival($0, before: twin[edge]) }
      ).map { .preferred($0) }
    case .best: return partners.map { .earlier($0) }
    case .most: return partners.map { .outweighed($0) }
    }
  }

  private func held(by person: Int, in match: Matching) -> Int? {
    match.has(person) ? match.entry[person] : nil
  }

  private func isFirst(_ entry: Int) -> Bool {
    let list = list(of: owner[entry])
    guard entry == list.lowerBound else { return false }
    return entry + 1 == list.upperBound || rank[entry] < rank[entry + 1]
  }

  private func rivals(before entry: Int) -> [Rival] {
    (start[owner[entry]]..<entry).compactMap { rival($0, before: entry) }
  }

  /// Both entries are of one list, so their numbers tell the order.
  private func rival(_ other: Int, before entry: Int) -> Rival? {
    guard other < entry else { return nil }
    return Rival(people[partner[other]], by: rank[other] < rank[entry] ? .rank : .badgeOrder)
  }
}
