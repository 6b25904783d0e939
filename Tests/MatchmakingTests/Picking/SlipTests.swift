import Matchmaking
import Testing

@Suite struct `A typed slip` {
  @Test(arguments: [
    "F12 3 7 21", "f12 3 7 21", "女12 3 7 21", "Ｆ１２ ３ ７ ２１", "ｆ１２　３　７　２１",
    "F12,3,7,21", "F12，3，7，21", "F12、3、7、21", "F12\t3\t7\t21", "  F12 , 3 ， 7 、 21  ",
    "F12 M03 m7 男21", "F12 男3 Ｍ０７ 021", "F00012 00003 07 21", "F12 3 7 21\r\n",
    "F12\u{A0}3\u{A0}7\u{A0}21",
  ])
  func `is read as people type it`(line: String) throws {
    let slip = try Slip.check(line, rules: SampleEvening.rules())
    #expect(slip.picker == woman(12))
    #expect(slip.choices == [man(3), man(7), man(21)])
  }

  @Test(arguments: ["7 3 5", "G7 3 5", "g07 G3 g5", "０７、３、５", "Ｇ７ ｇ３ 05"])
  func `of a one-pool evening needs no letters`(line: String) throws {
    let slip = try Slip.check(line, rules: SampleEvening.rules(.one))
    #expect(slip == (try Slip.check("G07 G03 G05", rules: SampleEvening.rules(.one))))
    #expect(slip.picker == guest(7))
    #expect(slip.choices == [guest(3), guest(5)])
  }

  @Test(arguments: ["F12", " F12 ", "女12，"])
  func `may name nobody`(line: String) throws {
    #expect(try Slip.check(line, rules: SampleEvening.rules()).choices.isEmpty)
  }

  @Test func `may name somebody who has left, and be theirs`() throws {
    #expect(try Slip.check("F12 19", rules: SampleEvening.rules()).choices == [man(19)])
    #expect(try Slip.check("M19 12", rules: SampleEvening.rules()).choices == [woman(12)])
  }

  @Test func `may be as long as one likes without a limit`() throws {
    let line = "F12 " + SampleEvening.men.map(String.init).joined(separator: " ")
    let slip = try Slip.check(line, rules: SampleEvening.rules(maxPicks: nil))
    #expect(slip.choices.count == SampleEvening.men.count)
  }

  @Test(arguments: [
    "F12 3 - 21", "F12 3 — 21", "F12 3 — 21 -", "F12 3 —— 21", "F12 3 – 21", "Ｆ１２　３　－　２１",
    "F12,3,-,21", "女12、3、─、21", "F12 3 − 21 - - - -", "F12 3 ﹣ 21", "F12 3 ― 21",
  ])
  func `keeps the place of a line that was left blank`(line: String) throws {
    let slip = try Slip.check(line, rules: SampleEvening.rules())
    #expect(slip.picks == [Pick(man(3), at: 1), Pick(man(21), at: 3)])
    #expect(Ballot(slip).rank(of: man(21)) == 3)
    #expect(Ballot(slip).line(\.description) == "F12 M03 - M21")
  }

  @Test func `may begin with blank lines, or have nothing else`() throws {
    let slip = try Slip.check("F12 - - 7", rules: SampleEvening.rules())
    #expect(slip.picks == [Pick(man(7), at: 3)])
    #expect(try Slip.check("F12 - -", rules: SampleEvening.rules()).picks.isEmpty)
    #expect(
      try Slip.check("7 - 3", rules: SampleEvening.rules(.one)).picks == [Pick(guest(3), at: 2)])
  }

  @Test func `without an order has no blank lines`() throws {
    let slip = try Slip.check("F12 3 - 21", rules: SampleEvening.rules())
    let ballot = Ballot(slip, ranks: .unranked)
    #expect(ballot == Ballot(picker: woman(12), choices: [man(3), man(21)], ranks: .unranked))
    #expect(ballot.rank(of: man(21)) == 1)
  }

  @Test func `becomes a ballot in its order`() throws {
    let ballot = Ballot(try Slip.check("F12 21 3", rules: SampleEvening.rules()))
    #expect(ballot.rank(of: man(21)) == 1)
    #expect(ballot.rank(of: man(3)) == 2)
    #expect(ballot.rank(of: man(7)) == nil)
  }
}
