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
    case .best:
      return .best(aEarlier: precedents(of: edge), bEarlier: precedents(of: twin[edge]))
    case .most: return .most
    }
  }

  /// Nil only where the matching is not one that the rule can give.
  func reasonAgainst(_ edge: Int, in match: Matching, by rule: PairingRule) -> UnpairedReason? {
    let aHeld = held(by: owner[edge], in: match)
    let bHeld = held(by: partner[edge], in: match)
    switch rule {
    case .all: return nil
    case .stable:
      return Sides(
        a: aHeld.flatMap { rival($0, before: edge) },
        b: bHeld.flatMap { rival($0, before: twin[edge]) }
      ).map { .preferred($0) }
    case .best:
      return Sides(
        a: aHeld.flatMap { precedent($0, of: edge) },
        b: bHeld.flatMap { precedent($0, of: twin[edge]) }
      ).map { .earlier($0) }
    case .most:
      return Sides(
        a: aHeld.map { people[partner[$0]] }, b: bHeld.map { people[partner[$0]] }
      ).map { .outweighed($0) }
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

  private func precedents(of entry: Int) -> [Precedent] {
    list(of: owner[entry]).filter { comes($0, before: entry) }
      .sorted { comes($0, before: $1) }
      .compactMap { precedent($0, of: entry) }
  }

  private func precedent(_ other: Int, of entry: Int) -> Precedent? {
    guard comes(other, before: entry) else { return nil }
    let ground: Precedent.Ground =
      sum(other) < sum(entry)
      ? .smallerSum : worse(other) < worse(entry) ? .smallerWorseRank : .badgeOrder
    return Precedent(people[partner[other]], by: ground)
  }

  /// The order of `best`, told of two entries of one list: badge order is then the partners'.
  private func comes(_ one: Int, before other: Int) -> Bool {
    (sum(one), worse(one), partner[one]) < (sum(other), worse(other), partner[other])
  }
}
