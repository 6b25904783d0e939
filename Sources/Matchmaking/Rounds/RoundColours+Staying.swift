/// Back to what was announced, where that can be.
extension RoundColours {
  /// How many places are not those of `announced`, which has its meetings in the same rounds.
  func strayed(from announced: RoundColours) -> Int {
    at.indices.count { at[$0] != announced.at[$0] }
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
