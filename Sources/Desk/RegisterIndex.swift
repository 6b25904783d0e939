public import Matchmaking
public import Pinyin
public import Store

/// The whole register as the search sees it, built when it is first needed.
public struct RegisterIndex: Sendable {
  public let index: SearchIndex
  private let ids: [MemberID]

  public init(_ store: Store) throws {
    var index = SearchIndex()
    var ids: [MemberID] = []
    try store.eachMemberKey { key in
      index.append(name: key.name, number: key.number, lastFour: key.lastFour)
      ids.append(key.id)
    }
    self.index = index
    self.ids = ids
  }

  /// - Returns: how many fit, and the best of them, best first.
  public func search(_ query: String, limit: Int) -> (total: Int, best: [MemberID]) {
    let matches = index.search(query, limit: limit)
    return (matches.total, matches.best.map { ids[$0.ordinal] })
  }

  /// Everyone found beyond doubt by what was typed, of the best kind that finds anybody.
  public func exactly(_ who: String) -> [MemberID] {
    let best = index.search(who, limit: 20).best
    guard let kind = best.first?.kind, kind.isExact else { return [] }
    return best.filter { $0.kind == kind }.map { ids[$0.ordinal] }
  }
}
