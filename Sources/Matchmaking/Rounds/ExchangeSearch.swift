/// Exchanges of partners in rounds of one pool, for a higher total of fit and even sit-outs.
struct ExchangeSearch {
  private let table: MeetingTable
  private let people: Int
  private let rounds: Int
  private let meetingsAtOnce: Int
  /// Whom each meets in each round, round by round; -1 for nobody.
  private var partner: [Int32]
  private var sizes: [Int]
  /// How often two meet, past rounds counted in.
  private var met: [UInt16]
  private var sitOuts: [Int]
  /// The rounds in which two who met before may meet: none can be filled otherwise.
  private var isRepeat: [Bool]
  private let range: Int
  private var dice: RoundsDice

  init(_ table: MeetingTable, _ task: RoundsPeople, _ start: [[Meeting]]) {
    self.table = table
    people = table.rows.count
    rounds = start.count
    meetingsAtOnce = task.meetingsAtOnce
    partner = [Int32](repeating: -1, count: people * rounds)
    sizes = [Int](repeating: 0, count: rounds)
    met = table.met
    isRepeat = [Bool](repeating: false, count: rounds)
    dice = RoundsDice(seed: task.task.seed)
    range = 1 + Int(table.fit.max() ?? 0) - Int(table.fit.min() ?? 0)
    let counted = task.sitOuts
    sitOuts = table.rows.map { (counted[$0] ?? 0) + start.count }
    let numberOf = Dictionary(uniqueKeysWithValues: table.rows.enumerated().map { ($1, $0) })
    for (round, meetings) in start.enumerated() {
      for meeting in meetings {
        guard let one = numberOf[meeting.a], let other = numberOf[meeting.b] else { continue }
        if met[one * people + other] > 0 { isRepeat[round] = true }
        join(one, other, round)
      }
    }
  }

  var meetings: [[Meeting]] {
    (0..<rounds).map { round in
      (0..<people).compactMap { person in
        let other = Int(partner[round * people + person])
        return other > person ? Meeting(table.rows[person], table.rows[other]) : nil
      }
    }
  }

  private mutating func join(_ one: Int, _ other: Int, _ round: Int) {
    partner[round * people + one] = Int32(other)
    partner[round * people + other] = Int32(one)
    met[one * people + other] += 1
    met[other * people + one] += 1
    sizes[round] += 1
    sitOuts[one] -= 1
    sitOuts[other] -= 1
  }

  private mutating func part(_ one: Int, _ other: Int, _ round: Int) {
    partner[round * people + one] = -1
    partner[round * people + other] = -1
    met[one * people + other] -= 1
    met[other * people + one] -= 1
    sizes[round] -= 1
    sitOuts[one] += 1
    sitOuts[other] += 1
  }

  private func mayMeet(_ one: Int, _ other: Int) -> Bool {
    one != other && met[one * people + other] == 0 && !table.isForbidden[one * people + other]
  }

  private func fit(_ one: Int, _ other: Int) -> Int { Int(table.fit[one * people + other]) }

  /// - Parameter isWarm: whether fit is to be looked for; else only meetings and even sit-outs.
  mutating func run(steps: Int, isWarm: Bool) {
    guard people > 1, meetingsAtOnce > 0 else { return }
    let open = (0..<rounds).filter { !isRepeat[$0] }
    guard !open.isEmpty else { return }
    fill(open)
    let before = (worth: worth, search: self)
    for step in 0..<steps {
      // Cold at the end, when only what is better is taken.
      let warmth = isWarm ? range * (steps - step) / steps / 6 * (steps - step) / steps : 0
      attempt(open[dice.below(open.count)], warmth, isWarm)
      if step % 4096 == 0 { fill(open) }
    }
    fill(open)
    if worth < before.worth { self = before.search }
  }

  /// Meetings first, then even sit-outs, then fit.
  private var worth: Int {
    let squares = sitOuts.reduce(0) { $0 + $1 * $1 }
    var fits = 0
    for round in 0..<rounds {
      for person in 0..<people {
        let other = Int(partner[round * people + person])
        if other > person { fits += fit(person, other) }
      }
    }
    return fits - squares * range * 4 + sizes.reduce(0, +) * range * 64 * max(1, rounds)
  }

  /// Seats those who sit out and may meet each other.
  private mutating func fill(_ open: [Int]) {
    for round in open where sizes[round] < meetingsAtOnce {
      let out = (0..<people).filter { partner[round * people + $0] < 0 }
        .sorted { (sitOuts[$1], $0) < (sitOuts[$0], $1) }
      for (place, one) in out.enumerated() where partner[round * people + one] < 0 {
        guard sizes[round] < meetingsAtOnce else { break }
        for other in out[(place + 1)...]
        where partner[round * people + other] < 0 && mayMeet(one, other) {
          join(one, other, round)
          break
        }
      }
    }
  }

  /// One exchange, if it is good enough.
  private mutating func attempt(_ round: Int, _ warmth: Int, _ isWarm: Bool) {
    let (one, other) = (dice.below(people), dice.below(people))
    let first = Int(partner[round * people + one])
    let second = Int(partner[round * people + other])
    guard one != other, first != other, first >= 0 || second >= 0, mayMeet(one, other) else {
      return
    }
    if first >= 0, second >= 0 {
      guard isWarm, mayMeet(first, second) else { return }
      let gain = fit(one, other) + fit(first, second) - fit(one, first) - fit(other, second)
      guard accepts(gain, warmth) else { return }
      part(one, first, round)
      part(other, second, round)
      join(one, other, round)
      join(first, second, round)
    } else {
      // Somebody who sits out takes the place of somebody's partner.
      let (seated, mate, waiting) = first >= 0 ? (one, first, other) : (other, second, one)
      let even = sitOuts[waiting] - sitOuts[mate] - 1
      guard isWarm || even > 0 else { return }
      let gain =
        2 * even * range * 4 + running(round, waiting, mate) * range
        + fit(seated, waiting) - fit(seated, mate)
      guard accepts(gain, warmth) else { return }
      part(seated, mate, round)
      join(seated, waiting, round)
    }
  }

  /// How many sit-outs right after one another there are fewer of, if one takes the other's place.
  private func running(_ round: Int, _ waiting: Int, _ mate: Int) -> Int {
    var fewer = 0
    for near in [round - 1, round + 1] where (0..<rounds).contains(near) {
      if partner[near * people + waiting] < 0 { fewer += 1 }
      if partner[near * people + mate] < 0 { fewer -= 1 }
    }
    return fewer
  }

  private mutating func accepts(_ gain: Int, _ warmth: Int) -> Bool {
    if gain >= 0 { return true }
    guard warmth > 0, -gain < warmth * 8 else { return false }
    return RoundsDice.falls(gain, warmth, dice.below(1 << 16))
  }
}

extension RoundsDice {
  /// Whether a loss is taken at this warmth: one in e for a loss as large as the warmth.
  ///
  /// By halvings, so that it is the same on every machine.
  static func falls(_ gain: Int, _ warmth: Int, _ throwOf65536: Int) -> Bool {
    let sixteenths = -gain * 23 / warmth
    let halved = (1 << 16) >> (sixteenths / 16)
    return throwOf65536 < halved - halved * (sixteenths % 16) / 32
  }
}
