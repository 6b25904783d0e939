import Matchmaking

/// An evening with every kind of presence, on which slips are tried.
///
/// Two pools: M01–M09, M20–M22, M24 and F01–F12 are there; M19 has left; M61 and F61 never came.
/// One pool: G01–G12 are there, G13 has left, G61 never came. Whose slip is in: F09, G09.
enum SampleEvening {
  static let men: [Int] = Array(1...9) + [20, 21, 22, 24]
  static let roll: [Badge] =
    men.map { Badge(.men, $0) } + [Badge(.men, 19)] + (1...12).map { Badge(.women, $0) }
  static let onePoolRoll: [Badge] = (1...13).map { Badge(.everyone, $0) }

  static func rules(_ pools: Pools = .two, maxPicks: Int? = 5, isOpen: Bool = true) -> SlipRules {
    SlipRules(
      pools: pools, maxPicks: maxPicks, isOpen: isOpen, presence: presence,
      hasBallot: { $0.number == 9 && $0.pool != .men })
  }

  @Sendable private static func presence(of badge: Badge) -> Presence {
    switch (badge.pool, badge.number) {
    case (_, 61): .absent
    case (.men, 19), (.everyone, 13): .left
    case (.men, let number): men.contains(number) ? .present : .unknown
    case (.women, 1...12), (.everyone, 1...12): .present
    default: .unknown
    }
  }
}

func man(_ number: Int) -> Badge { Badge(.men, number) }
func woman(_ number: Int) -> Badge { Badge(.women, number) }
func guest(_ number: Int) -> Badge { Badge(.everyone, number) }
