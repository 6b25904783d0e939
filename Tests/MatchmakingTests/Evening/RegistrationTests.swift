import Testing

@testable import Matchmaking

@Suite struct `What the organizer overrode` {
  @Test func `is kept objection by objection`() {
    for kept in Objection.allCases {
      #expect(EveningPeople.guest(waived: [kept]).registration.waived == [kept])
    }
  }
}

@Suite struct `A badge as it is typed` {
  private static let typed: [(String, Pools, Badge?)] = [
    ("F7", .two, Badge(.women, 7)), ("女07", .two, Badge(.women, 7)), ("G7", .two, nil),
    ("F7", .one, nil), ("G7", .one, Badge(.everyone, 7)), ("F000007", .two, nil), ("F", .two, nil),
  ]

  @Test(arguments: typed)
  func `is of a pool of its event, in at most five digits`(
    text: String, pools: Pools, badge: Badge?
  ) {
    #expect(Badge(typed: text, in: pools) == badge)
  }

  private static let begun: [(String, Badge, Bool)] = [
    ("F1", Badge(.women, 1), true), ("F1", Badge(.women, 12), true),
    ("女1", Badge(.women, 100), true),
    ("F", Badge(.women, 7), true), ("F0", Badge(.women, 7), true), ("F07", Badge(.women, 7), true),
    ("Ｆ１", Badge(.women, 1), true), ("1", Badge(.women, 1), true), ("1", Badge(.men, 12), true),
    ("G1", Badge(.everyone, 1), true),
    // Of another pool, with whatever number.
    ("F1", Badge(.men, 1), false), ("M1", Badge(.women, 1), false),
    ("男12", Badge(.women, 12), false),
    ("F", Badge(.men, 7), false), ("M", Badge(.everyone, 7), false), ("G1", Badge(.men, 1), false),
    ("f07", Badge(.men, 7), false), ("Ｍ0", Badge(.women, 7), false),
    // Of the pool, with another number.
    ("F2", Badge(.women, 12), false), ("F0", Badge(.women, 12), false),
    ("12", Badge(.men, 1), false),
  ]

  @Test(arguments: begun)
  func `begins badges of its own pool, and a bare number those of any`(
    text: String, badge: Badge, begins: Bool
  ) throws {
    #expect(try #require(TypedBadge(text[...])).begins(badge) == begins)
  }
}
