import Matchmaking
import Testing

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
}
