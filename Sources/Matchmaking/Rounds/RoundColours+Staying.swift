/// Back to what was announced, where that can be.
extension RoundColours {
  /// How many places are not those of `announced`, which has its meetings in the same rounds.
  func strayed(from announced: RoundColours) -> Int {
    at.indices.count { at[$0] != announced.at[$0] }
  }

  /// How a meeting can be put in: along which path two rounds are swapped first, if any, and how many more are
  /// not where they were announced to be then.
  private struct Way {
    var path: [Int] = []
    var free = 0
    var taken = 0
    let round: Int
    let strays: Int
  }

  /// Puts meetings in, each so that few others are moved away from where they were announced to be.
  ///
  /// Nobody has more meetings than there are rounds.
  ///
  /// - Parameters:
  ///   - announced: nil where nothing was.
  ///   - count: of so many that are still to be put in the one that moves fewest others comes next.
  mutating func insert(
    _ meetings: [(one: Int, other: Int)], near announced: RoundColours?, lookingAt count: Int
  ) {
    guard let announced else {
      for meeting in meetings { insert(meeting.one, meeting.other) }
      return
    }
    var left = meetings
    while !left.isEmpty {
      var best: (place: Int, way: Way)?
      for place in left.indices.prefix(count) {
        guard let way = leastMoving(left[place].one, left[place].other, announced) else { continue }
        if way.strays < best?.way.strays ?? .max { best = (place, way) }
        if way.strays <= 0 { break }
      }
      guard let best else { return }
      let meeting = left.remove(at: best.place)
      if !best.way.path.isEmpty { swap(best.way.path, best.way.free, best.way.taken) }
      set(meeting.one, meeting.other, best.way.round)
    }
  }

  /// Takes some meetings out that are not where they were announced to be, and puts them in anew.
  ///
  /// - Parameter rows: how many people there are on one side, who come first.
  mutating func putAnew(
    _ some: Int, rows: Int, near announced: RoundColours, _ dice: inout RoundsDice
  ) {
    let strayed = at.indices.filter {
      $0 / rounds < rows && at[$0] >= 0 && at[$0] != announced.at[$0]
    }
    guard !strayed.isEmpty else { return }
    var out: [(one: Int, other: Int)] = []
    for place in strayed.shuffled(using: &dice).prefix(some) {
      if let other = remove(place / rounds, in: place % rounds) {
        out.append((place / rounds, other))
      }
    }
    out.removeAll { meeting in
      guard
        let round = (0..<rounds).first(where: {
          announced.partner(of: meeting.one, in: $0) == meeting.other
        })
      else { return false }
      return keep(meeting.one, meeting.other, in: round)
    }
    insert(out, near: announced, lookingAt: out.count)
  }

  private func leastMoving(_ one: Int, _ other: Int, _ announced: RoundColours) -> Way? {
    var common: Int?
    for round in 0..<rounds where sitsOut(one, round) && sitsOut(other, round) {
      if common.map({ sizes[round] < sizes[$0] }) ?? true { common = round }
    }
    if let common { return Way(round: common, strays: 0) }
    var best: Way?
    for free in 0..<rounds where sitsOut(one, free) {
      for taken in 0..<rounds where sitsOut(other, taken) {
        // Either of the two can be made free where the other is.
        for (end, round) in [(other, free), (one, taken)] {
          let path = path(from: end, free, taken)
          let strays = strays(path, free, taken, announced)
          if strays < best?.strays ?? .max {
            best = Way(path: path, free: free, taken: taken, round: round, strays: strays)
          }
        }
      }
    }
    return best
  }

  /// How many more places of a path are not those that were announced, once two rounds are swapped along it.
  func strays(
    _ path: [Int], _ one: Int, _ other: Int, _ announced: RoundColours
  ) -> Int {
    var more = 0
    for person in path {
      let (first, second) = (person * rounds + one, person * rounds + other)
      if at[first] == announced.at[first] { more += 1 }
      if at[second] == announced.at[second] { more += 1 }
      if at[second] == announced.at[first] { more -= 1 }
      if at[first] == announced.at[second] { more -= 1 }
    }
    return more
  }

  /// Swaps two rounds along paths and rings while more people are where they were announced to be, rounds
  /// stay of equal size, and no more sit out twice running.
  mutating func goBack(to announced: RoundColours, _ satOut: [Bool]) {
    var isBetter = true
    while isBetter {
      isBetter = false
      for one in 0..<rounds {
        for other in one + 1..<max(rounds, one + 1)
        where goBack(to: announced, satOut, one, other) {
          isBetter = true
        }
      }
    }
  }

  private mutating func goBack(
    to announced: RoundColours, _ satOut: [Bool], _ one: Int, _ other: Int
  ) -> Bool {
    var isBetter = false
    var isSeen = [Bool](repeating: false, count: people)
    for person in 0..<people where !isSeen[person] {
      let part = component(of: person, one, other)
      var gain = 0
      for member in part {
        isSeen[member] = true
        let (first, second) = (member * rounds + one, member * rounds + other)
        if at[first] == announced.at[first] { gain -= 1 }
        if at[second] == announced.at[second] { gain -= 1 }
        if at[second] == announced.at[first] { gain += 1 }
        if at[first] == announced.at[second] { gain += 1 }
      }
      guard gain > 0, keepsSizes(part, one, other) else { continue }
      let before = part.reduce(0) { $0 + running($1, satOut, exchanging: one, one) }
      let after = part.reduce(0) { $0 + running($1, satOut, exchanging: one, other) }
      guard after <= before else { continue }
      swap(part, one, other)
      isBetter = true
    }
    return isBetter
  }

  /// Everybody joined to this one by meetings of two rounds.
  private func component(of person: Int, _ one: Int, _ other: Int) -> [Int] {
    var part = [person]
    for first in [one, other] {
      var round = first
      while let next = partner(of: part[part.count - 1], in: round), next != person {
        part.append(next)
        round = one + other - round
      }
      // A ring has come back to where it began.
      if part.count > 1, partner(of: part[part.count - 1], in: round) == person { break }
      part.reverse()
    }
    return part
  }

  private func keepsSizes(_ part: [Int], _ one: Int, _ other: Int) -> Bool {
    let change = part.reduce(0) { sum, person in
      sum + (partner(of: person, in: one) == nil ? 0 : 1)
        - (partner(of: person, in: other) == nil ? 0 : 1)
    }
    // Half of it, for each meeting is seen from both sides.
    return change == 0 || (sizes[one] - sizes[other]) * 2 == change
  }
}
