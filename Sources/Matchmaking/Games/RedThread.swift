/// Random pairs among the willing (红线): each way to pair them as likely as any other, who is left over too.
///
/// The draw follows from the seed and from who is willing, in whatever order they were named. The willing stand in
/// badge order. Of two pools the larger is shuffled (`FairDice`) and goes beside the smaller, place by place; of
/// two as large it is the women. One pool is shuffled whole and taken two by two. Where that puts two together who
/// never meet, it is drawn again, with the dice as they lie: so every way that keeps them apart stays as likely as
/// any other. Who may be paired with nobody is left over beforehand. Where that leaves next to no choice, or not
/// everybody of the smaller pool can be paired, it is one of the largest sets of pairs: up to sixteen people
/// evenly, beyond that by chance but not evenly (`ThreadsApart`).
public struct RedThread: Hashable, Sendable {
  /// In the order in which they are shown: by the badge of `a`, who is the man, or the lower badge.
  public let pairs: [Meeting]
  /// In badge order.
  public let leftOver: [Badge]

  /// Beyond so many tries the pairs that have to be kept apart leave next to no choice.
  static let tries = 20_000

  public init(pairs: [Meeting], leftOver: [Badge]) {
    self.pairs = pairs.sorted()
    self.leftOver = leftOver.sorted()
  }

  /// - Parameter apart: who never meets.
  public static func draw(
    _ willing: some Sequence<Badge>, in pools: Pools, apart: Set<Meeting> = [], seed: UInt64
  ) -> RedThread {
    let people = Set(willing).sorted()
    var dice = FairDice(seed: seed)
    let named = Set(people)
    let apart = apart.filter { named.contains($0.a) && named.contains($0.b) }
    guard !apart.isEmpty else { return drawn(people, pools, &dice) }
    let pairable = ThreadsApart(people, pools, apart).pairable
    let alone = named.subtracting(pairable)
    let most = ThreadsApart(pairable, pools, apart).most(&dice)
    let wanted = pools == .one ? pairable.count / 2 : smaller(pairable)
    if most.pairs.count == wanted {
      for _ in 0..<tries {
        let thread = drawn(pairable, pools, &dice)
        if apart.isDisjoint(with: thread.pairs) { return thread.leaving(alone) }
      }
    }
    return most.leaving(alone)
  }

  private func leaving(_ others: Set<Badge>) -> RedThread {
    RedThread(pairs: pairs, leftOver: leftOver + others)
  }

  private static func smaller(_ people: [Badge]) -> Int {
    let men = people.count { $0.pool == .men }
    return min(men, people.count - men)
  }

  private static func drawn(_ people: [Badge], _ pools: Pools, _ dice: inout FairDice) -> RedThread
  {
    switch pools {
    case .two:
      let (men, women) = (
        people.filter { $0.pool == .men }, people.filter { $0.pool == .women }
      )
      let few = men.count <= women.count ? men : women
      var many = men.count <= women.count ? women : men
      dice.shuffle(&many)
      return RedThread(
        pairs: zip(few, many).map { Meeting($0, $1) }, leftOver: Array(many.dropFirst(few.count)))
    case .one:
      var people = people
      dice.shuffle(&people)
      let pairs = stride(from: 0, to: people.count - 1, by: 2).map {
        Meeting(people[$0], people[$0 + 1])
      }
      return RedThread(pairs: pairs, leftOver: people.count % 2 == 1 ? people.suffix(1) : [])
    }
  }
}
