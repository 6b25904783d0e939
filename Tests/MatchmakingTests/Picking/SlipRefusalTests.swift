import Matchmaking
import TestSupport
import Testing

struct RefusedLine: Sendable, CustomTestStringConvertible {
  let line: String
  let refusal: SlipRefusal
  var rules = SampleEvening.rules()

  init(_ line: String, _ refusal: SlipRefusal, rules: SlipRules = SampleEvening.rules()) {
    self.line = line
    self.refusal = refusal
    self.rules = rules
  }

  var testDescription: String { "\(line.debugDescription) \(refusal.code)" }

  static let onePool = SampleEvening.rules(.one)
  /// M14 wears 88 now, as F14 does, who never came; nobody had G14.
  static var renumbered: SlipRules {
    var rules = SampleEvening.rules()
    rules.successor = { $0.number == 14 ? Badge($0.pool, 88) : nil }
    return rules
  }

  static let all: [RefusedLine] = [
    RefusedLine("", .noPicker),
    RefusedLine(" \t　,，、\r\n", .noPicker),
    RefusedLine("12 3 7", .noPicker),
    RefusedLine("１２", .noPicker),
    RefusedLine("F", .notABadge("F")),
    RefusedLine("女 12", .notABadge("女")),
    RefusedLine("F0", .notABadge("F0")),
    RefusedLine("F12 0", .notABadge("0")),
    RefusedLine("F12 M00", .notABadge("M00")),
    RefusedLine("F12 100000", .notABadge("100000")),
    RefusedLine("F12 3 x", .notABadge("x")),
    RefusedLine("F12 3x", .notABadge("3x")),
    RefusedLine("F12 -3", .notABadge("-3")),
    RefusedLine("F12 +3", .notABadge("+3")),
    RefusedLine("F12 3.7", .notABadge("3.7")),
    RefusedLine("F12 3;7", .notABadge("3;7")),
    RefusedLine("F12 三", .notABadge("三")),
    RefusedLine("F12 ٣", .notABadge("٣")),
    RefusedLine("F12 MM3", .notABadge("MM3")),
    RefusedLine("F12 3M", .notABadge("3M")),
    RefusedLine("刘娜汝 3", .notABadge("刘娜汝")),
    RefusedLine("K12 3", .notABadge("K12")),
    RefusedLine("F12 \u{1B}[2J", .notABadge("\u{FFFD}[2J")),
    RefusedLine("F12 3\u{0}", .notABadge("3\u{FFFD}")),
    RefusedLine("F12 \u{202E}3", .notABadge("\u{FFFD}3")),
    RefusedLine("F12 3\u{200B}", .notABadge("3\u{FFFD}")),
    RefusedLine("F12 3\u{301}", .notABadge("3\u{FFFD}")),
    RefusedLine("\u{FEFF}F12 3", .notABadge("\u{FFFD}F12")),
    RefusedLine("F12 '; drop", .notABadge("';")),
    RefusedLine("F12 👩‍❤️‍👨", .notABadge("👩\u{FFFD}❤\u{FFFD}\u{FFFD}👨")),
    RefusedLine("F99 3", .unknownBadge(woman(99))),
    RefusedLine("F12 10", .unknownBadge(man(10))),
    RefusedLine("F12 99999", .unknownBadge(man(99_999))),
    RefusedLine("F12 G3", .unknownBadge(guest(3))),
    RefusedLine("G7 3", .unknownBadge(guest(7))),
    RefusedLine("M03 5", .unknownBadge(man(3)), rules: onePool),
    RefusedLine("7 M3", .unknownBadge(man(3)), rules: onePool),
    RefusedLine("F61 3", .absent(woman(61))),
    RefusedLine("F12 3 61", .absent(man(61))),
    RefusedLine("F12 3 M03", .repeated(man(3))),
    RefusedLine("F12 3 7 3 7", .repeated(man(3))),
    RefusedLine("F12 3 F5", .ownPool(woman(5))),
    RefusedLine("F12 F99", .ownPool(woman(99))),
    RefusedLine("F12 F12", .oneself(woman(12))),
    RefusedLine("7 3 07", .oneself(guest(7)), rules: onePool),
    RefusedLine("F12 1 2 3 4 5 6", .tooMany(man(6), limit: 5)),
    RefusedLine("F12 1", .tooMany(man(1), limit: 0), rules: SampleEvening.rules(maxPicks: 0)),
    RefusedLine("F12 1 - 2 - 3 4", .tooMany(man(4), limit: 5)),
    RefusedLine("F12 - - - - - 3", .tooMany(man(3), limit: 5)),
    RefusedLine("F12 3 - 3", .repeated(man(3))),
    RefusedLine("F12 3 -- 7", .notABadge("--")),
    RefusedLine("F12 3 --- 7", .notABadge("---")),
    RefusedLine("- 3", .notABadge("-")),
    RefusedLine("F9 3", .alreadyIn(woman(9))),
    RefusedLine("F12 3 14", .badgeChanged(man(14), now: man(88)), rules: renumbered),
    RefusedLine("M14 3", .badgeChanged(man(14), now: man(88)), rules: renumbered),
    RefusedLine("男14", .badgeChanged(man(14), now: man(88)), rules: renumbered),
    RefusedLine("F12 15", .unknownBadge(man(15)), rules: renumbered),
    RefusedLine("F12 F14", .ownPool(woman(14)), rules: renumbered),
    RefusedLine("F12 3", .pickingClosed, rules: SampleEvening.rules(isOpen: false)),
    RefusedLine("", .pickingClosed, rules: SampleEvening.rules(isOpen: false)),
  ]
}

@Suite struct `A refused slip` {
  @Test(arguments: RefusedLine.all)
  func `names the first thing wrong`(refused: RefusedLine) {
    #expect(throws: refused.refusal) { try Ballot.check(refused.line, rules: refused.rules) }
  }

  @Test func `is refused for the first wrong word in typing order, and all are told`() {
    let line = "F9 99 3 61 M03 F1 x 1 2 4 5 6"
    let draft = SlipDraft(line + " ", rules: SampleEvening.rules(), roll: [])
    #expect(
      draft.refusals == [
        .alreadyIn(woman(9)), .unknownBadge(man(99)), .absent(man(61)), .repeated(man(3)),
        .ownPool(woman(1)), .notABadge("x"), .tooMany(man(6), limit: 5),
      ])
    #expect(throws: SlipRefusal.alreadyIn(woman(9))) {
      try Ballot.check(line, rules: SampleEvening.rules())
    }
  }

  @Test func `shows no more than twelve characters of what was typed`() {
    let zalgo = "3" + String(repeating: "\u{301}", count: 50_000)
    for text in [String(repeating: "7", count: 100_000), zalgo] {
      #expect {
        try Ballot.check("F12 " + text, rules: SampleEvening.rules())
      } throws: { error in
        guard case .notABadge(let shown)? = error as? SlipRefusal else { return false }
        return shown.unicodeScalars.count == 13 && shown.hasSuffix("…")
      }
    }
  }

  @Test func `with a hundred thousand words is still judged word by word`() {
    let line = "F12" + String(repeating: " 3", count: 100_000)
    let draft = SlipDraft(line, rules: SampleEvening.rules(), roll: [])
    #expect(draft.refusals.count == 99_999)
    #expect(Set(draft.refusals) == [.repeated(man(3))])
  }

  @Test func `never crashes, whatever is typed`() {
    var dice = Dice(seed: 7)
    let scraps = [
      "F", "M", "G", "女", "男", "1", "0", "9", "１", " ", "，", "、", "\t", "\u{301}", "\u{1F468}",
      "\u{200D}", "-", "x", "\u{0}", "\u{1B}", "\r", "\n", "\u{3000}",
    ]
    for _ in 0..<5_000 {
      let line = (0..<dice.roll(12)).map { _ in scraps[dice.roll(scraps.count)] }.joined()
      for pools in Pools.allCases {
        let rules = SampleEvening.rules(pools)
        let draft = SlipDraft(line, rules: rules, roll: SampleEvening.roll)
        #expect(draft.tokens.allSatisfy { !line[$0.range].unicodeScalars.isEmpty })
        let slip = try? Ballot.check(line, rules: rules)
        #expect((slip == nil) == !SlipDraft(line + " ", rules: rules, roll: []).refusals.isEmpty)
      }
    }
  }
}
