import Matchmaking
import Testing

@Suite struct `How a couple goes on` {
  private static let today = day(11, 27)

  private static func couple(_ steps: (CoupleStage, Day)...) -> Couple {
    Couple(
      id: Identifier(high: 1, low: 1), one: Identifier(high: 2, low: 1),
      other: Identifier(high: 2, low: 2), event: nil,
      steps: steps.map { CoupleStep(stage: $0.0, day: $0.1) })
  }

  private static func day(_ month: Int, _ day: Int) -> Day {
    Day(year: 2026, month: month, day: day) ?? .fallback
  }

  @Test(arguments: CoupleStage.allCases, CoupleStage.allCases)
  func `forwards, over steps nobody heard of, and never back`(from: CoupleStage, to: CoupleStage) {
    let couple = Self.couple((from, Self.day(8, 19)))
    let stages = CoupleStage.allCases
    let isForwards =
      from != .ended
      && (stages.firstIndex(of: to) ?? 0) > (stages.firstIndex(of: from) ?? 0)
    let step = try? couple.step(to: to, on: Self.day(9, 1), evidence: "证件", today: Self.today)
    #expect((step != nil) == isForwards)
  }

  static let refusals: [(CoupleStage, Day, String?, CoupleRefusal)] = [
    (.paired, day(9, 1), "证", .goesBack(from: .inLove, to: .paired)),
    (.inLove, day(9, 1), "证", .alreadyThere(.inLove)),
    (.married, day(11, 28), "证", .inTheFuture(day(11, 28))),
    (.married, day(8, 18), "证", .beforeTheLast(day(8, 18), last: day(8, 19))),
    (.married, day(9, 1), nil, .noEvidence), (.engaged, day(9, 1), "", .noEvidence),
    (
      .married, day(9, 1), String(repeating: "证", count: 201),
      .longEvidence(most: CoupleStep.longestEvidence)
    ),
  ]

  @Test(arguments: refusals) func `what cannot be is refused`(
    stage: CoupleStage, day: Day, evidence: String?, refusal: CoupleRefusal
  ) {
    let couple = Self.couple((.paired, Self.day(8, 1)), (.inLove, Self.day(8, 19)))
    #expect(throws: refusal) {
      try couple.step(to: stage, on: day, evidence: evidence, today: Self.today)
    }
  }

  @Test func `the same day and today are days as others, and a parting needs no papers`() throws {
    let couple = Self.couple((.paired, Self.day(8, 19)))
    for day in [Self.day(8, 19), Self.today] {
      #expect(try couple.step(to: .inLove, on: day, evidence: "见过", today: Self.today).day == day)
    }
    #expect(
      try couple.step(to: .ended, on: Self.today, evidence: nil, today: Self.today).evidence == nil)
    let over = Self.couple((.ended, Self.day(9, 1)))
    #expect(throws: CoupleRefusal.ended) {
      try over.step(to: .married, on: Self.today, evidence: "证", today: Self.today)
    }
  }

  @Test(arguments: CoupleStage.allCases) func `from love to the wedding they look for nobody else`(
    stage: CoupleStage
  ) {
    #expect(stage.isTaken == [.inLove, .engaged, .married, .wedding].contains(stage))
  }
}

@Suite struct `Two badges that belong together` {
  @Test(arguments: [
    (Badge(.men, 7), Badge(.women, 12)), (Badge(.men, 2), Badge(.women, 1)),
    (Badge(.everyone, 2), Badge(.everyone, 10)), (Badge(.men, 99_999), Badge(.women, 1)),
  ]) func `are the same in either order`(one: Badge, other: Badge) {
    #expect(PairedBadges(one, other) == PairedBadges(other, one))
    #expect(PairedBadges(other, one).a == one)
  }
}
