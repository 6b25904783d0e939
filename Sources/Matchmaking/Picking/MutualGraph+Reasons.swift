/// The reasons, each told of an a-side entry. They compare ranks, but only of mutual picks.
extension MutualGraph {
  /// - Parameter match: nil under `all` alone.
  func reason(for edge: Int, in match: Matching?, by rule: PairingRule) -> PairReason {
    guard let match else { return .everyMutualPick }
    if list(of: owner[edge]).count == 1, list(of: partner[edge]).count == 1 {
      return .onlyMutualPick
    }
    switch rule {
    case .all: return .everyMutualPick
    case .stable: return stableReason(for: edge, in: match)
    case .best: return .best
    case .most: return .most
    }
  }

  private func stableReason(for edge: Int, in match: Matching) -> PairReason {
    if isFirst(edge), isFirst(twin[edge]) { return .firstOfBoth }
    let (a, b) = (entries(before: edge), entries(before: twin[edge]))
    let isByRank =
      a.allSatisfy { isTaken($0, before: edge, in: match) }
      && b.allSatisfy { isTaken($0, before: twin[edge], in: match) }
    let (aBefore, bBefore) = (
      a.compactMap { rival($0, before: edge) }, b.compactMap { rival($0, before: twin[edge]) }
    )
    return isByRank
      ? .stable(aBefore: aBefore, bBefore: bBefore)
      : .stableWithTies(aBefore: aBefore, bBefore: bBefore)
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
        a: aHeld.flatMap { keeper($0, of: edge) }, b: bHeld.flatMap { keeper($0, of: twin[edge]) }
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

  /// The entries of the same list that go before this one.
  private func entries(before entry: Int) -> [Int] {
    (start[owner[entry]]..<entry).filter { rival($0, before: entry) != nil }
  }

  /// Whether the owner puts `other` before `entry` by rank, and that person theirs before the owner.
  private func isTaken(_ other: Int, before entry: Int, in match: Matching) -> Bool {
    guard let theirs = held(by: partner[other], in: match) else { return false }
    return rank[other] < rank[entry] && rank[theirs] < rank[twin[other]]
  }

  /// Both entries are of one list, so their numbers tell the order; among equals only where badges
  /// decide.
  private func rival(_ other: Int, before entry: Int) -> Rival? {
    let badge = people[partner[other]]
    if rank[other] < rank[entry] { return Rival(badge, by: .rank) }
    return tiesGoByBadge && other < entry ? Rival(badge, by: .badgeOrder) : nil
  }

  /// The partner, where that is whom the owner of both entries need not leave for the other.
  private func keeper(_ held: Int, of entry: Int) -> Rival? {
    if let rival = rival(held, before: entry) { return rival }
    let isAlike = !tiesGoByBadge && rank[held] == rank[entry]
    return isAlike ? Rival(people[partner[held]], by: .alike) : nil
  }
}
