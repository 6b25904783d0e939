import Foundation
import Matchmaking
import Sample

/// From ballots to pairs with their reasons: 4,000 people with ten picks each.
enum Pairings {
  private static let runs = 25

  static func run(_ ground: Ground) throws {
    for rule in PairingRule.allCases {
      try measure("2,000 + 2,000 people, \(rule.rawValue)", ballots(.two), .two, rule)
    }
    for rule in PairingRule.allCases where rule != .most {
      try measure("one pool of 4,000, \(rule.rawValue)", ballots(.one), .one, rule)
    }
    for share in [5, 20, 60] {
      try measure(
        "one pool of 4,000, \(share) % of slips without order, stable",
        ballots(.one, unranked: share), .one, .stable)
    }
  }

  private static func measure(
    _ name: String, _ ballots: [Ballot], _ pools: Pools, _ rule: PairingRule
  ) throws {
    var samples = Samples()
    var pairs = 0
    for _ in 0..<runs {
      let (time, pairing) = try spent {
        try Pairing.make(ballots: ballots, pools: pools, rule: rule)
      }
      samples.add(time)
      pairs = pairing.pairs.count
    }
    Report.figure(name, samples.median, under: 50, "ms", samples.text + ", \(pairs) pairs")
  }

  /// Some are picked far more often than others, as it is.
  private static func ballots(_ pools: Pools, unranked share: Int = 0) -> [Ballot] {
    var dice = Dice(seed: 7)
    let badges: [Badge] =
      pools == .two
      ? (1...2_000).map { Badge(.men, $0) } + (1...2_000).map { Badge(.women, $0) }
      : (1...4_000).map { Badge(.everyone, $0) }
    return badges.map { picker in
      var choices: [Badge] = []
      while choices.count < 10 {
        let number =
          pools == .two ? 1 + dice.below(1 + dice.below(2_000)) : 1 + dice.below(4_000)
        let badge = Badge(picker.pool.opposite, near(number, picker, dice.below(12)))
        if badge != picker, !choices.contains(badge) { choices.append(badge) }
      }
      let isUnranked = share > 0 && dice.below(100) < share
      return Ballot(picker: picker, choices: choices, ranks: isUnranked ? .unranked : .strict)
    }
  }

  /// Half of the picks fall on people near one's own number, so that many are mutual.
  private static func near(_ number: Int, _ picker: Badge, _ step: Int) -> Int {
    let last = picker.pool == .everyone ? 4_000 : 2_000
    return number % 2 == 0 ? number : (picker.number + step - 6 + last) % last + 1
  }
}
