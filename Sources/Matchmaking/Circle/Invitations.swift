/// Whom to ask to an event next, so that the pools balance and few of those who come fit nobody.
///
/// One after the other, as if each came: of the pool that is short whoever fits most of those who have nobody
/// yet, then whoever fits most of those who come, then by number. It takes time with those who are asked, times the
/// candidates.
public struct Invitations {
  public struct Entry: Hashable, Sendable {
    public let member: MemberID
    public let pool: Pool
    /// How many the pool is short of the other when this one is asked; 0 in one pool.
    public let short: Int
    /// How many of those who come fit this one and nobody else yet.
    public let helped: Int
    /// How many of those who come this one fits.
    public let fits: Int
  }

  /// Somebody who comes, or may.
  public struct Person: Sendable {
    public let member: CircleMember
    public let pool: Pool

    public init(_ member: CircleMember, _ pool: Pool) {
      self.member = member
      self.pool = pool
    }
  }

  /// At most so many are asked in one go.
  public static let most = 1_000
  /// Of those who come so many are looked at; a great evening has 600.
  public static let mostGuests = 2_000

  private let index: CircleIndex
  private let pools: [Pool]
  private let isOnePool: Bool
  private var counts: [Pool: Int]
  /// How many more of each pool get a place; none stands for no limit.
  private var room: [Pool: Int]
  /// Places in the index: who comes, by pool, and who has nobody among them.
  private var present: [Pool: [Int]] = [:]
  private var lonely: Set<Int> = []
  private var candidates: [Pool: [Int]] = [:]
  private var fits: [Int32]
  private var helped: [Int32]
  private var ranks: [Int32]

  /// - Parameters:
  ///   - headcounts: how many come, by pool; the guests are those of them who are looked at.
  ///   - room: how many more of a pool get a place, where that is limited.
  public init(
    guests: [Person], candidates others: [Person], headcounts: [Pool: Int], pools kind: Pools,
    room: [Pool: Int] = [:], on day: Day
  ) {
    let guests = guests.prefix(Self.mostGuests)
    let people = guests + others
    index = CircleIndex(
      people.map(\.member), rules: CircleRules(pools: kind, day: day))
    pools = people.map(\.pool)
    isOnePool = kind == .one
    counts = headcounts
    self.room = room
    for place in guests.count..<people.count { candidates[pools[place], default: []].append(place) }
    fits = Array(repeating: 0, count: people.count)
    helped = Array(repeating: 0, count: people.count)
    ranks = index.ranks
    for place in guests.indices { welcome(place) }
  }

  /// The next so many, in order; fewer where the pool that is short has nobody left.
  public mutating func next(_ limit: Int) -> [Entry] {
    var entries: [Entry] = []
    while entries.count < min(limit, Self.most), let place = best() {
      let pool = pools[place]
      let other: Pool = pool == .men ? .women : .men
      entries.append(
        Entry(
          member: index.members[place].id, pool: pool,
          short: isOnePool ? 0 : max(0, counts[other, default: 0] - counts[pool, default: 0]),
          helped: Int(helped[place]), fits: Int(fits[place])))
      candidates[pool]?.removeAll { $0 == place }
      counts[pool, default: 0] += 1
      if let left = room[pool] { room[pool] = left - 1 }
      welcome(place)
    }
    return entries
  }

  /// Of the pool that is short; where neither is, of both. A pool without a place is left out while the
  /// other has some.
  private func best() -> Int? {
    let (men, women) = (counts[.men, default: 0], counts[.women, default: 0])
    let open = [Pool.men, .women].filter { room[$0] ?? 1 > 0 }
    let asked: [Pool] =
      if isOnePool {
        Array(candidates.keys)
      } else if open.count == 1 {
        open
      } else {
        men == women ? [.men, .women] : [men < women ? .men : .women]
      }
    return asked.compactMap { candidates[$0]?.max { precedes($1, $0) } }.max { precedes($1, $0) }
  }

  private func precedes(_ one: Int, _ other: Int) -> Bool {
    let (mine, theirs) = ((helped[one], fits[one]), (helped[other], fits[other]))
    return mine == theirs ? ranks[one] < ranks[other] : mine > theirs
  }

  /// Whom somebody of a pool may meet.
  private func meeting(_ pool: Pool) -> Pool {
    switch pool {
    case .men: .women
    case .women: .men
    case .everyone: .everyone
    }
  }

  /// Somebody comes: whoever had nobody and fits them has somebody now.
  private mutating func welcome(_ place: Int) {
    let (own, other) = (pools[place], meeting(pools[place]))
    let helps = lonely.filter { pools[$0] == other && index.fit($0, place) }
    for helped in helps {
      lonely.remove(helped)
      index.count(candidates[own] ?? [], fitting: helped, in: &self.helped, by: -1)
    }
    let isAlone = helps.isEmpty && !(present[other] ?? []).contains { index.fit($0, place) }
    present[own, default: []].append(place)
    if isAlone { lonely.insert(place) }
    let asked = candidates[other] ?? []
    index.count(asked, fitting: place, in: &fits, by: 1)
    if isAlone { index.count(asked, fitting: place, in: &helped, by: 1) }
  }
}

extension CircleIndex {
  /// Counts those who fit somebody.
  ///
  /// Asked for a hundred thousand with each guest: nothing in it is counted by reference.
  fileprivate func count(
    _ places: [Int], fitting one: Int, in counts: inout [Int32], by step: Int32
  ) {
    withView { view in
      places.withUnsafeBufferPointer { places in
        counts.withUnsafeMutableBufferPointer { counts in
          for place in places where view.fit(place, one) { counts[place] += step }
        }
      }
    }
  }
}
