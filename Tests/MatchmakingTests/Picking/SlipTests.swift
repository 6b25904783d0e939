import Matchmaking
import TestSupport
import Testing

@Suite struct `A typed slip` {
  @Test(arguments: [
    "F12 3 7 21", "f12 3 7 21", "女12 3 7 21", "Ｆ１２ ３ ７ ２１", "ｆ１２　３　７　２１",
    "F12,3,7,21", "F12，3，7，21", "F12、3、7、21", "F12\t3\t7\t21", "  F12 , 3 ， 7 、 21  ",
    "F12 M03 m7 男21", "F12 男3 Ｍ０７ 021", "F00012 00003 07 21", "F12 3 7 21\r\n",
    "F12\u{A0}3\u{A0}7\u{A0}21",
  ])
  func `is read as people type it`(line: String) throws {
    let slip = try Ballot.check(line, rules: SampleEvening.rules())
    #expect(slip.picker == woman(12))
    #expect(slip.choices == [man(3), man(7), man(21)])
  }

  @Test(arguments: ["7 3 5", "G7 3 5", "g07 G3 g5", "０７、３、５", "Ｇ７ ｇ３ 05"])
  func `of a one-pool evening needs no letters`(line: String) throws {
    let slip = try Ballot.check(line, rules: SampleEvening.rules(.one))
    #expect(slip == (try Ballot.check("G07 G03 G05", rules: SampleEvening.rules(.one))))
    #expect(slip.picker == guest(7))
    #expect(slip.choices == [guest(3), guest(5)])
  }

  @Test(arguments: ["F12", " F12 ", "女12，"])
  func `may name nobody`(line: String) throws {
    #expect(try Ballot.check(line, rules: SampleEvening.rules()).choices.isEmpty)
  }

  @Test func `may name somebody who has left, and be theirs`() throws {
    #expect(try Ballot.check("F12 19", rules: SampleEvening.rules()).choices == [man(19)])
    #expect(try Ballot.check("M19 12", rules: SampleEvening.rules()).choices == [woman(12)])
  }

  @Test func `may be as long as one likes without a limit`() throws {
    let line = "F12 " + SampleEvening.men.map(String.init).joined(separator: " ")
    let slip = try Ballot.check(line, rules: SampleEvening.rules(maxPicks: nil))
    #expect(slip.choices.count == SampleEvening.men.count)
  }

  @Test(arguments: [
    "F12 3 - 21", "F12 3 — 21", "F12 3 — 21 -", "F12 3 —— 21", "F12 3 – 21", "Ｆ１２　３　－　２１",
    "F12,3,-,21", "女12、3、─、21", "F12 3 − 21 - - - -", "F12 3 ﹣ 21", "F12 3 ― 21",
  ])
  func `keeps the place of a line that was left blank`(line: String) throws {
    let slip = try Ballot.check(line, rules: SampleEvening.rules())
    #expect(slip.picks == [Pick(man(3), at: 1), Pick(man(21), at: 3)])
    #expect(slip.rank(of: man(21)) == 3)
    #expect(slip.line(\.description) == "F12 M03 - M21")
  }

  @Test func `may begin with blank lines, or have nothing else`() throws {
    let slip = try Ballot.check("F12 - - 7", rules: SampleEvening.rules())
    #expect(slip.picks == [Pick(man(7), at: 3)])
    #expect(try Ballot.check("F12 - -", rules: SampleEvening.rules()).picks.isEmpty)
    #expect(
      try Ballot.check("7 - 3", rules: SampleEvening.rules(.one)).picks == [Pick(guest(3), at: 2)])
  }

  @Test func `without an order has no blank lines`() throws {
    let ballot = try Ballot.check(
      "F12 3 - 21", rules: SampleEvening.rules(), ranks: .unranked)
    #expect(ballot == Ballot(picker: woman(12), choices: [man(3), man(21)], ranks: .unranked))
    #expect(ballot.rank(of: man(21)) == 1)
  }

  @Test func `is a ballot in its order`() throws {
    let ballot = try Ballot.check("F12 21 3", rules: SampleEvening.rules())
    #expect(ballot.rank(of: man(21)) == 1)
    #expect(ballot.rank(of: man(3)) == 2)
    #expect(ballot.rank(of: man(7)) == nil)
  }
}

@Suite struct `A slip in the cells of a file` {
  private func check(
    _ picker: String, _ choices: String..., pools: Pools = .two, ranks: Ballot.Ranks = .strict
  ) throws -> Ballot {
    try Ballot.check(
      picker: picker, choices: choices, rules: SampleEvening.rules(pools), ranks: ranks)
  }

  @Test func `says what the same words say in a line`() throws {
    let typed = try Ballot.check("F12 3 - 21", rules: SampleEvening.rules())
    #expect(try check("F12", "3", "", "21") == typed)
    #expect(try check(" 女12 ", "Ｍ３", "—", "m021、") == typed)
    #expect(
      try check("7", "3", "", "5", pools: .one).picks == [
        Pick(guest(3), at: 1), Pick(guest(5), at: 3),
      ])
  }

  @Test func `has no blank lines without an order`() throws {
    let ballot = try check("F12", "", "3", "", "21", ranks: .unranked)
    #expect(ballot == Ballot(picker: woman(12), choices: [man(3), man(21)], ranks: .unranked))
  }

  @Test(arguments: [
    (["F12 3", "7"], SlipRefusal.notABadge("F12 3")), (["F12", "3 7"], .notABadge("3 7")),
    (["F12", "、", "3"], .notABadge("、")), (["", "3"], .noPicker), (["12", "3"], .noPicker),
    (["-", "3"], .notABadge("-")), (["F12", "x", "99"], .notABadge("x")),
    (["F12", "99"], .unknownBadge(man(99))), (["F12", "3", "", "3"], .repeated(man(3))),
    (["F12", "", "", "", "", "", "3"], .tooMany(man(3), limit: 5)),
    (["F9", "3"], .alreadyIn(woman(9))),
  ])
  func `is refused cell by cell`(cells: [String], refusal: SlipRefusal) {
    #expect(throws: refusal) {
      try Ballot.check(
        picker: cells[0], choices: Array(cells.dropFirst()), rules: SampleEvening.rules())
    }
  }

  @Test func `is refused where picking is closed`() {
    #expect(throws: SlipRefusal.pickingClosed) {
      try Ballot.check(picker: "x", choices: [], rules: SampleEvening.rules(isOpen: false))
    }
  }
}

@Suite struct `A slip that was read` {
  /// The store judges the badges and no text: both have to be one rule.
  @Test func `is judged again as its line would be`() {
    var dice = Dice(seed: 11)
    var (right, wrong) = (0, 0)
    for _ in 0..<3_000 {
      let pools: Pools = dice.roll(4) == 0 ? .one : .two
      let rules = SampleEvening.rules(pools, maxPicks: dice.roll(3) == 0 ? nil : 3)
      let anybody = { (dice: inout Dice) -> Badge in
        let pool: Pool = pools == .one ? .everyone : dice.roll(5) == 0 ? .women : .men
        return Badge(pool, dice.roll(30) + 1)
      }
      var picks: [Pick<Badge>] = []
      for place in 1...5 where dice.roll(3) == 0 { picks.append(Pick(anybody(&dice), at: place)) }
      let picker = pools == .one ? anybody(&dice) : Badge(.women, dice.roll(30) + 1)
      let ballot = Ballot(picker: picker, picks: picks)
      let judged = Result { () throws(SlipRefusal) in try ballot.check(rules) }
      let typed = Result { () throws(SlipRefusal) in
        _ = try Ballot.check(ballot.line(\.description), rules: rules)
      }
      switch (judged, typed) {
      case (.success, .success): right += 1
      case (.failure(let one), .failure(let other)):
        wrong += 1
        #expect(one == other)
      default: Issue.record("\(ballot.line(\.description))")
      }
    }
    #expect(right > 100 && wrong > 100)
  }
}
