internal import Matchmaking

/// Who likes whom: what all like in one person, what two have in common, and chance.
///
/// The common part is the same in both directions, so liking is often returned, as in life; the
/// general part lets some be picked by many and most by few.
struct Attraction {
  /// How many of the others one talks to in an evening.
  private static let meetings = 60

  private let men: [Person]
  private let women: [Person]
  private let menAppeal: [Double]
  private let womenAppeal: [Double]
  /// Draws what two people feel in each other's company, in any order.
  private let seed: UInt64

  init(men: [SampleWorker], women: [SampleWorker], _ dice: inout Dice) {
    self.men = men.map(Person.init)
    self.women = women.map(Person.init)
    menAppeal = men.map { _ in dice.normal() }
    womenAppeal = women.map { _ in dice.normal() }
    seed = dice.next()
  }

  /// Most slips are full; one in forty is missing, one in a hundred blank, and at least one each
  /// where there are enough people.
  func slips(_ dice: inout Dice) -> [SampleEvening.Slip] {
    let total = men.count + women.count
    var order = Array(0..<total)
    dice.shuffle(&order)
    let missing = Set(order.prefix(total < 8 ? 0 : max(3, total / 40)))
    let blank = Set(order.suffix(total < 8 ? 0 : max(1, total / 100)))
    return (0..<total).compactMap { person in
      if missing.contains(person) { return nil }
      let (pool, index) = person < men.count ? (Pool.men, person) : (.women, person - men.count)
      let count = dice.chance(0.6) ? SampleEvening.picks : dice.number(in: 1...SampleEvening.picks)
      let liked = blank.contains(person) ? [] : favourites(of: index, in: pool, count, &dice)
      return SampleEvening.Slip(
        picker: Badge(pool, index + 1), choices: liked.map { Badge(pool.opposite, $0 + 1) })
    }
  }

  /// The best liked of those one met, best first.
  private func favourites(
    of person: Int, in pool: Pool, _ count: Int, _ dice: inout Dice
  ) -> [Int] {
    let others = pool == .men ? women.count : men.count
    var best: [(other: Int, liking: Double)] = []
    for meeting in 0..<min(Self.meetings, others) {
      // He moves one table on, she meets who comes: in equal pools the two agree on who met.
      let other = (pool == .men ? person + meeting : person - meeting + others) % others
      let (man, woman) = pool == .men ? (person, other) : (other, person)
      let appeal = pool == .men ? womenAppeal[woman] : menAppeal[man]
      // Weights that give an evening of sixty and sixty some twenty-five mutual picks.
      let liking = 0.5 * appeal + 0.3 * rapport(man, woman) + 0.8 * dice.normal()
      guard best.count < count || liking > best[best.count - 1].liking else { continue }
      let place = best.firstIndex { $0.liking < liking } ?? best.count
      best.insert((other, liking), at: place)
      if best.count > count { best.removeLast() }
    }
    return best.map(\.other)
  }

  private func rapport(_ man: Int, _ woman: Int) -> Double {
    var dice = Dice(seed: seed, stream: UInt64(man) << 32 | UInt64(woman))
    let (him, her) = (men[man], women[woman])
    var rapport = dice.normal()
    if him.city == her.city { rapport += 0.4 }
    if him.education == her.education { rapport += 0.2 }
    // She a year or two younger is the custom.
    rapport -= 0.08 * Double(abs(her.birthYear - him.birthYear - 2))
    rapport += 0.25 * Double((him.interests & her.interests).nonzeroBitCount)
    return rapport
  }
}

/// What of a person counts here, as numbers: thousands of guests make a quarter of a million
/// meetings.
private struct Person {
  private static let cities = Workplaces.cities.map(\.city)

  let city: Int?
  let education: Int?
  let birthYear: Int
  /// One bit for each.
  let interests: UInt64

  init(_ worker: SampleWorker) {
    city = Self.cities.firstIndex { worker.residence.hasPrefix($0) }
    education = Traits.educations.firstIndex(of: worker.education)
    birthYear = worker.birthYear
    interests = worker.interests.reduce(0) { bits, interest in
      Traits.pastimes.firstIndex(of: interest).map { bits | 1 << UInt64($0) } ?? bits
    }
  }
}
