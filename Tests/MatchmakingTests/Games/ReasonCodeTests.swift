import Matchmaking
import Testing

@Suite("Reasons as they are kept")
struct ReasonCodeTests {
  private static let rivals = [
    Rival(Badge(.women, 3), by: .rank), Rival(Badge(.women, 112), by: .badgeOrder),
    Rival(Badge(.everyone, 7), by: .alike),
  ]

  @Test(
    "are read as they were written",
    arguments: [
      .everyMutualPick, .onlyMutualPick, .firstOfBoth, .best, .most,
      .stable(aBefore: [], bBefore: []),
      .stable(aBefore: rivals, bBefore: []), .stable(aBefore: [], bBefore: [rivals[0]]),
      .stableWithTies(aBefore: rivals, bBefore: rivals),
    ] as [PairReason])
  func pair(reason: PairReason) {
    #expect(PairReason(code: reason.code) == reason)
    #expect(PickOutcome.Verdict(isPair: true, code: reason.code) == .pair(reason))
    #expect(PickOutcome.Verdict(isPair: false, code: reason.code) == nil)
  }

  @Test(
    "so are those of mutual picks that became no pair",
    arguments: [
      .preferred(.a(rivals[0])), .preferred(.b(rivals[1])),
      .preferred(.both(a: rivals[2], b: rivals[0])),
      .earlier(.a(Badge(.men, 1))), .earlier(.both(a: Badge(.women, 4), b: Badge(.men, 40))),
      .outweighed(.b(Badge(.everyone, 99_999))),
    ] as [UnpairedReason])
  func unpaired(reason: UnpairedReason) {
    #expect(UnpairedReason(code: reason.code) == reason)
    #expect(PickOutcome.Verdict(isPair: false, code: reason.code) == .unpaired(reason))
  }

  @Test(
    "and nothing else is one",
    arguments: [
      "", " ", "love", "stable a:", "stable a:F0=rank", "stable c:F1=rank", "stable a:F1=whim",
      "preferred", "earlier", "outweighed a:X1", "stable  a:F1=rank", "stable a:F1000000=rank",
    ])
  func nonsense(code: String) {
    #expect(PairReason(code: code) == nil && UnpairedReason(code: code) == nil)
  }
}
