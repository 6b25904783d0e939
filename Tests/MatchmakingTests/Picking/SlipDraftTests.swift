import Matchmaking
import Testing

@Suite struct `A slip while it is typed` {
  private func draft(_ line: String, _ pools: Pools = .two, maxPicks: Int? = 5) -> SlipDraft {
    SlipDraft(
      line, rules: SampleEvening.rules(pools, maxPicks: maxPicks),
      roll: (pools == .two ? SampleEvening.roll : SampleEvening.onePoolRoll).reversed())
  }

  @Test func `tells whose it is and whom it names, word by word`() {
    let line = "女12  3，７ 2"
    let tokens = draft(line).tokens
    #expect(tokens.map { String(line[$0.range]) } == ["女12", "3", "７", "2"])
    #expect(tokens.map(\.position) == [0, 1, 2, 3])
    #expect(tokens.map(\.badge) == [woman(12), man(3), man(7), man(2)])
    #expect(tokens.allSatisfy { $0.state == .good })
  }

  @Test func `completes an unfinished number`() {
    #expect(draft("F12 3 7 2").completions == [2, 20, 21, 22, 24].map(man))
    #expect(draft("F12 0").completions == (1...9).map(man))
    #expect(draft("F12 M2").completions == [2, 20, 21, 22, 24].map(man))
    #expect(draft("M3 1").completions == [1, 10, 11, 12].map(woman))
    #expect(draft("1", .one).completions == [1, 10, 11, 12, 13].map(guest))
  }

  @Test func `offers nobody whom it could not take`() {
    #expect(draft("F12 21 2").completions == [2, 20, 22, 24].map(man))
    #expect(draft("F12 6").completions == [man(6)])
    #expect(draft("F12 1 2 3 4 5 6").completions.isEmpty)
    #expect(draft("F1").completions == [1, 10, 11, 12].map(woman))
    #expect(draft("F0").completions == (1...8).map(woman))
    #expect(draft("F12 F").completions.isEmpty)
    #expect(draft("3 1", .one).completions == [1, 10, 11, 12, 13].map(guest))
    #expect(draft("1 1", .one).completions == [10, 11, 12, 13].map(guest))
  }

  @Test func `completes nothing once a separator follows`() {
    #expect(draft("F12 3 7 2 ").completions.isEmpty)
    #expect(draft("").completions.isEmpty)
  }

  @Test(arguments: ["F", "女", "Ｆ", "F12 0", "F12 M", "F12 21 M02 2", "F0"])
  func `does not call a word wrong that more digits can mend`(line: String) {
    #expect(draft(line).refusals.isEmpty)
    #expect(draft(line + " ").refusals.count == 1)
  }

  @Test(arguments: [
    ("F12 61", SlipRefusal.absent(man(61))), ("F12 7 7", .repeated(man(7))),
    ("F12 99", .unknownBadge(man(99))), ("1", .noPicker), ("F9", .alreadyIn(woman(9))),
    ("F12 F1", .ownPool(woman(1))), ("F12 1 2 3 4 5 2", .repeated(man(2))),
    ("F12 1 2 3 4 5 7", .tooMany(man(7), limit: 5)), ("F12 2x", .notABadge("2x")),
  ])
  func `calls a word wrong as soon as nothing can mend it`(line: String, refusal: SlipRefusal) {
    #expect(draft(line).refusals == [refusal])
    #expect(draft(line).tokens.last?.state == .wrong(refusal))
  }

  @Test func `judges the picks although the picker is wrong`() {
    #expect(
      draft("F99 3 61 ").refusals == [.unknownBadge(woman(99)), .absent(man(61))])
    #expect(
      draft("12 3 M61 ").tokens.map(\.state) == [
        .wrong(.noPicker), .waiting, .wrong(.absent(man(61))),
      ])
  }

  @Test func `says so when picking is closed or nothing stands there`() {
    #expect(draft(" ").lineRefusal == .noPicker)
    #expect(draft("F").lineRefusal == nil)
    let closed = SlipDraft("F12 3", rules: SampleEvening.rules(isOpen: false), roll: [])
    #expect(closed.lineRefusal == .pickingClosed)
    #expect(closed.tokens.allSatisfy { $0.state == .good })
  }

  @Test func `shows a blank line as one, at its place`() {
    let tokens = draft("F12 3 - 21").tokens
    #expect(tokens.map(\.state) == [.good, .good, .blank, .good])
    #expect(tokens.map(\.position) == [0, 1, 2, 3])
    #expect(tokens[2].badge == nil)
    #expect(draft("F12 3 -").refusals.isEmpty)
    #expect(draft("F12 3 -").completions.isEmpty)
    #expect(draft("F12 - 2").completions == [2, 20, 21, 22, 24].map(man))
  }

  @Test func `counts only good picks towards the limit`() {
    #expect(draft("F12 1 1 2 3 4 5 ").refusals == [.repeated(man(1))])
  }
}
