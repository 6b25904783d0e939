import Matchmaking
import Testing

@Suite struct `A slip typed twice` {
  private static let picker = Badge(.women, 12)

  /// Who is picked, by number; the time is the desk's letter, so that no two records are equal by chance.
  private static func slip(
    _ choices: [UInt64], at station: String = "A", by clerk: String? = nil, unranked: Bool = false
  ) -> SlipRecord {
    SlipRecord(
      picks: .inOrder(choices.map { RegistrationID(high: 2, low: $0) }), isUnranked: unranked,
      at: Timestamp(milliseconds: 1), station: station, clerk: clerk)
  }

  private func step(
    _ typing: SlipTyping, _ slip: SlipRecord, beside known: SlipReadings
  ) throws(SlipRefusal) -> SlipStep {
    try typing.step(slip, beside: known, of: Self.picker)
  }

  private static let once = SlipReadings(first: slip([3, 7]))
  private static let secondAlone = SlipReadings(second: slip([3, 7]))
  private static let same = SlipReadings(first: slip([3, 7]), second: slip([3, 7], at: "B"))
  private static let differing = SlipReadings(first: slip([3, 7]), second: slip([3, 1], at: "B"))
  private static let settled = SlipReadings(
    first: slip([3, 7]), second: slip([3, 1], at: "B"), settled: slip([3, 1]))

  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var typing = SlipTyping()
    let slip: SlipRecord
    let known: SlipReadings
    let step: SlipStep?
    var refusal: SlipRefusal?
  }

  static let cases: [Case] = [
    Case(
      testDescription: "the first", slip: slip([3]), known: SlipReadings(),
      step: .write(.first, .saved)),
    Case(
      testDescription: "a blank one", slip: slip([]), known: SlipReadings(),
      step: .write(.first, .saved)),
    Case(
      testDescription: "the second before the first", typing: SlipTyping(reading: .second),
      slip: slip([3]), known: SlipReadings(), step: .write(.second, .saved)),
    Case(
      testDescription: "the second, the same", typing: SlipTyping(reading: .second),
      slip: slip([3, 7]), known: once, step: .write(.second, .same)),
    Case(
      testDescription: "the second, in another order", typing: SlipTyping(reading: .second),
      slip: slip([7, 3]), known: once, step: .write(.second, .differs)),
    Case(
      testDescription: "the second, blank", typing: SlipTyping(reading: .second), slip: slip([]),
      known: once, step: .write(.second, .differs)),
    Case(
      testDescription: "the second, with and without ranks",
      typing: SlipTyping(reading: .second), slip: slip([3, 7], unranked: true), known: once,
      step: .write(.second, .differs)),
    Case(
      testDescription: "both without ranks, in another order",
      typing: SlipTyping(reading: .second), slip: slip([7, 3], unranked: true),
      known: SlipReadings(first: slip([3, 7], unranked: true)), step: .write(.second, .same)),
    Case(
      testDescription: "the first after the second", slip: slip([3, 7]), known: secondAlone,
      step: .write(.first, .same)),
    Case(
      testDescription: "the first after the second, another", slip: slip([3]), known: secondAlone,
      step: .write(.first, .differs)),
    Case(
      testDescription: "the same again", slip: slip([3, 7], at: "B"), known: once, step: .unchanged),
    Case(
      testDescription: "another, without being asked", slip: slip([3], at: "B"), known: once,
      step: nil, refusal: .alreadyIn(picker)),
    Case(
      testDescription: "the same moment at another desk, the same",
      typing: SlipTyping(isShared: true), slip: slip([3, 7], at: "B"), known: once,
      step: .write(.second, .same)),
    Case(
      testDescription: "the same moment at another desk, another",
      typing: SlipTyping(isShared: true), slip: slip([3], at: "B"), known: once,
      step: .write(.second, .differs)),
    Case(
      testDescription: "again at the same desk", typing: SlipTyping(isShared: true),
      slip: slip([3, 7]), known: once, step: .unchanged),
    Case(
      testDescription: "another at the same desk", typing: SlipTyping(isShared: true),
      slip: slip([3]), known: once, step: nil, refusal: .alreadyIn(picker)),
    Case(
      testDescription: "a third at a third desk", typing: SlipTyping(isShared: true),
      slip: slip([9], at: "C"), known: same, step: nil, refusal: .alreadyIn(picker)),
    Case(
      testDescription: "the second time twice, the same", typing: SlipTyping(reading: .second),
      slip: slip([3, 7]), known: same, step: .unchanged),
    Case(
      testDescription: "the second time twice, another", typing: SlipTyping(reading: .second),
      slip: slip([9]), known: same, step: nil, refusal: .alreadyIn(picker)),
    Case(
      testDescription: "what counts, typed again beside a difference",
      slip: slip([3, 7], at: "C"), known: differing, step: .unchanged),
    Case(
      testDescription: "correcting the only one", typing: .correction, slip: slip([9]), known: once,
      step: .write(.first, .saved)),
    Case(
      testDescription: "correcting nothing", typing: .correction, slip: slip([9]),
      known: SlipReadings(), step: .write(.first, .saved)),
    Case(
      testDescription: "correcting the second alone",
      typing: SlipTyping(reading: .second, replacing: .whatever), slip: slip([9]),
      known: secondAlone, step: .write(.second, .saved)),
    Case(
      testDescription: "correcting after both are in", typing: .correction, slip: slip([9]),
      known: same, step: .write(.settled, .settled)),
    Case(
      testDescription: "correcting a difference", typing: .correction, slip: slip([3, 7]),
      known: differing, step: .write(.settled, .settled)),
    Case(
      testDescription: "correcting what was seen", typing: .correcting(slip([3, 7])),
      slip: slip([9]), known: once, step: .write(.first, .saved)),
    Case(
      testDescription: "correcting what another desk changed", typing: .correcting(slip([1])),
      slip: slip([9]), known: once, step: nil, refusal: .changedMeanwhile(picker)),
    Case(
      testDescription: "settling", typing: SlipTyping(reading: .settled), slip: slip([3, 1]),
      known: differing, step: .write(.settled, .settled)),
    Case(
      testDescription: "settling by neither", typing: SlipTyping(reading: .settled),
      slip: slip([5]), known: differing, step: .write(.settled, .settled)),
    Case(
      testDescription: "settling anew", typing: SlipTyping(reading: .settled), slip: slip([3, 7]),
      known: settled, step: .write(.settled, .settled)),
    Case(
      testDescription: "settling as it was settled", typing: SlipTyping(reading: .settled),
      slip: slip([3, 1]), known: settled, step: .unchanged),
    Case(
      testDescription: "settling what agrees", typing: SlipTyping(reading: .settled),
      slip: slip([3, 7]), known: same, step: .unchanged),
    Case(
      testDescription: "settling what was typed once", typing: SlipTyping(reading: .settled),
      slip: slip([3, 7]), known: once, step: nil, refusal: .typedOnce(picker)),
    Case(
      testDescription: "settling what was not typed", typing: SlipTyping(reading: .settled),
      slip: slip([3, 7]), known: SlipReadings(), step: nil, refusal: .typedOnce(picker)),
    Case(
      testDescription: "one clerk both times",
      typing: SlipTyping(reading: .second, clerk: "李梅"), slip: slip([3], by: "李梅"),
      known: SlipReadings(first: slip([3], by: "李梅")), step: nil,
      refusal: .sameClerk(picker, "李梅")),
    Case(
      testDescription: "two clerks", typing: SlipTyping(reading: .second, clerk: "王芳"),
      slip: slip([3], by: "王芳"), known: SlipReadings(first: slip([3], by: "李梅")),
      step: .write(.second, .same)),
  ]

  @Test(arguments: cases)
  func `goes where the rule says`(one: Case) throws {
    do throws(SlipRefusal) {
      #expect(try step(one.typing, one.slip, beside: one.known) == one.step)
    } catch {
      #expect(error == one.refusal)
    }
  }

  @Test func `what was settled counts, else what was typed first, and a second alone nothing`() {
    #expect(Self.differing.counting == Self.differing.first)
    #expect(Self.settled.counting == Self.settled.settled)
    #expect(Self.secondAlone.counting == nil)
    #expect(Self.differing.isUnsettled && !Self.settled.isUnsettled && !Self.same.isUnsettled)
  }

  @Test func `settling makes no error undone`() {
    let accuracy = SlipAccuracy([
      Self.once, Self.same, Self.differing, Self.settled, Self.secondAlone,
    ])
    #expect(accuracy.slips == 4 && accuracy.typedTwice == 3 && accuracy.differing == 2)
    #expect(accuracy.rate == 2.0 / 3)
    #expect(SlipAccuracy([Self.once]).rate == nil)
  }
}

@Suite struct `Picking rounds` {
  private let at = Timestamp(milliseconds: 1)
  /// M01 to M03 are the places 1 to 3, F01 to F03 4 to 6.
  private let guests =
    (1...3).map { EveningPeople.guest($0, .checkedIn, sex: .man, badge: $0) }
    + (1...3).map { EveningPeople.guest($0 + 3, .checkedIn, sex: .woman, badge: $0) }

  private func slips(_ picks: [Int: [Int]], round: Int = 1) -> [SlipKey: SlipReadings] {
    var slips: [SlipKey: SlipReadings] = [:]
    for (picker, chosen) in picks {
      slips[SlipKey(id(picker), in: round)] = SlipReadings(
        first: SlipRecord(choices: chosen.map(id), at: at))
    }
    return slips
  }

  private func id(_ place: Int) -> RegistrationID { guests[place - 1].id }

  private func second(leavingOut: Bool, state: PickingRound.State = .open) -> PickingRound {
    PickingRound(
      number: 2, rule: .all, maxPicks: 1, leavesOutPaired: leavingOut, state: state)
  }

  private let closedFirst = PickingRound(number: 1, rule: .all, maxPicks: nil, state: .closed)

  @Test func `the first is there without anybody opening it, by the event's rule`() {
    let evening = Evening(event: EveningPeople.event(maxPicks: 3), guests: guests)
    #expect(evening.rounds == [PickingRound(number: 1, rule: .stable, maxPicks: 3)])
    #expect(evening.currentRound.isOpen && evening.round(2) == nil && evening.round(0) == nil)
  }

  @Test func `a closed event has no open round`() {
    let evening = Evening(
      event: EveningPeople.event(state: .closed), guests: guests,
      rounds: [closedFirst, second(leavingOut: false)])
    #expect(evening.rounds.allSatisfy { !$0.isOpen })
    #expect(evening.currentRound.number == 2)
  }

  @Test func `of the first only the state is its own`() {
    let evening = Evening(
      event: EveningPeople.event(maxPicks: 4), guests: guests, rounds: [closedFirst])
    #expect(
      evening.rounds == [PickingRound(number: 1, rule: .stable, maxPicks: 4, state: .closed)])
  }

  @Test func `only the last may be open, whatever laptops apart did`() {
    let evening = Evening(
      event: EveningPeople.event(), guests: guests, rounds: [second(leavingOut: false)])
    #expect(evening.rounds.map(\.isOpen) == [false, true])
  }

  @Test func `slips of a round that nothing else is known of are not lost`() {
    let evening = Evening(
      event: EveningPeople.event(), guests: guests, slips: slips([1: [4]], round: 3))
    #expect(evening.rounds.map(\.number) == [1, 3])
    #expect(evening.ballots(round: 3).count == 1)
  }

  @Test func `each has slips and pairs of its own`() throws {
    let evening = Evening(
      event: EveningPeople.event(), guests: guests,
      slips: slips([1: [4], 4: [1]]).merging(slips([2: [5], 5: [2]], round: 2)) { one, _ in one },
      rounds: [closedFirst, second(leavingOut: false)])
    #expect(try evening.pairing(round: 1).pairs.map(\.pick.a) == [Badge(.men, 1)])
    #expect(try evening.pairing(round: 2).pairs.map(\.pick.a) == [Badge(.men, 2)])
    #expect(evening.missingSlips(round: 1).count == 4 && evening.missingSlips(round: 2).count == 4)
  }

  @Test func `whoever is paired is left out where the round says so`() throws {
    var evening = Evening(
      event: EveningPeople.event(), guests: guests, slips: slips([1: [4], 4: [1], 2: [4]]),
      rounds: [closedFirst, second(leavingOut: true)])
    #expect(evening.leftOut(of: 2) == [id(1), id(4)])
    #expect(evening.missingSlips(round: 2).map(\.id) == [2, 3, 5, 6].map(id))
    let rules = SlipRules(evening, evening.currentRound)
    for (line, badge) in [
      ("M01", Badge(.men, 1)), ("M01 2", Badge(.men, 1)), ("M02 1", Badge(.women, 1)),
      ("F02 1", Badge(.men, 1)),
    ] {
      #expect(throws: SlipRefusal.paired(badge)) { try Ballot.check(line, rules: rules) }
    }
    #expect(try Ballot.check("M02 2", rules: rules).choices == [Badge(.women, 2)])
    // A slip that came from another laptop all the same makes no second pair.
    for (key, slip) in slips([1: [5], 5: [1], 2: [4, 5]], round: 2) { evening.take(slip, of: key) }
    #expect(try evening.pairing(round: 2).mutual.isEmpty)
    #expect(evening.ballots(round: 2).map(\.picker) == [Badge(.men, 2), Badge(.women, 2)])
  }

  @Test func `who is left out follows what is settled later`() {
    var evening = Evening(
      event: EveningPeople.event(), guests: guests, slips: slips([1: [4]]),
      rounds: [closedFirst, second(leavingOut: true)])
    #expect(evening.leftOut(of: 2).isEmpty)
    evening.take(evening.event, guests: [], slips: slips([4: [1]]))
    #expect(evening.leftOut(of: 2) == [id(1), id(4)])
    evening.take(evening.event, guests: [], slips: [SlipKey(id(4)): SlipReadings()])
    #expect(evening.leftOut(of: 2).isEmpty)
  }

  @Test func `an open round leaves out nobody's partner of it`() {
    let evening = Evening(
      event: EveningPeople.event(), guests: guests,
      slips: slips([1: [4], 4: [1]], round: 2), rounds: [closedFirst, second(leavingOut: true)])
    #expect(evening.leftOut(of: 2).isEmpty)
  }

  @Test func `a second typing alone is no slip`() {
    let only = SlipReadings(second: SlipRecord(choices: [id(4)], at: at))
    let evening = Evening(
      event: EveningPeople.event(), guests: guests, slips: [SlipKey(id(1)): only])
    #expect(evening.ballots.isEmpty && evening.slips.isEmpty && evening.missingSlips.count == 6)
  }
}

@Suite struct `Words of a slip` {
  @Test(arguments: [
    "F12 3 7 21", "f12 3 7 21", "女12 3 7 21", "Ｆ１２　３　７　２１", "F12，3、7；21", "F12,3,7,21",
    "女１２：３、７、２１", "F12/3/7/21", "F12；3；7；21", "  F12\t3  7,21 ", "F12|3|7|21",
    "F12 ３ m7 男２１", "F12┋3┋7┋21", "F012 03 007 M21",
  ])
  func `may be parted in any way a keyboard or a form has`(line: String) throws {
    let rules = SlipRules(pools: .two, maxPicks: 5) { _ in .present }
    let ballot = try Ballot.check(line, rules: rules)
    #expect(ballot.picker == Badge(.women, 12))
    #expect(ballot.choices == [3, 7, 21].map { Badge(.men, $0) })
  }

  @Test(arguments: ["F12 3.0 7", "F12 3-7", "F12 3>7", "F12 三 7", "F12 ③"])
  func `are not guessed`(line: String) {
    let rules = SlipRules(pools: .two, maxPicks: 5) { _ in .present }
    #expect(throws: SlipRefusal.self) { try Ballot.check(line, rules: rules) }
  }
}
