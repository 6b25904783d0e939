import Matchmaking
import Testing

@Suite("Answers of hearts in step")
struct HeartsTests {
  private let questions = [
    HeartsQuestion("周末", ["在家", "爬山", "看电影"]), HeartsQuestion("口味", ["甜", "咸"]),
    HeartsQuestion("宠物", ["猫", "狗", "鱼", "不养"]),
  ]
  /// M01, M02, F12 and F13 are here; F14 has left; F15 never came.
  private let rules = SlipRules(pools: .two, maxPicks: 3) { badge in
    switch badge.description {
    case "M01", "M02", "F12", "F13": .present
    case "F14": .left
    case "F15": .absent
    default: .unknown
    }
  }

  @Test(
    "are read however they are typed",
    arguments: [
      ("F12 A B D", "ABD"), ("f12 a b d", "ABD"), ("女12 A B D", "ABD"), ("Ｆ１２　Ａ　Ｂ　Ｄ", "ABD"),
      ("F12 ABD", "ABD"), ("F12 abd", "ABD"), ("F12，A、B，D", "ABD"), ("F12 AB D", "ABD"),
      ("F12 - B D", "-BD"), ("F12 A — D", "A-D"), ("F12 A —— D", "A-D"), ("F12 -－–", "---"),
      ("F12\tA,B\tD ", "ABD"), ("F14 A A A", "AAA"), ("M1 C-a", "C-A"),
    ])
  func read(line: String, letters: String) throws {
    #expect(try HeartsLine.read(line, questions, rules).letters == letters)
  }

  @Test(
    "are refused with the number and the place",
    arguments: [
      ("F12 A B", Refusal.game(.answerCount(Badge(.women, 12), given: 2, questions: 3))),
      ("F12 A B D A", .game(.answerCount(Badge(.women, 12), given: 4, questions: 3))),
      ("F12", .game(.answerCount(Badge(.women, 12), given: 0, questions: 3))),
      ("F12 A C D", .game(.badAnswer(Badge(.women, 12), question: 2, text: "C", last: "B"))),
      ("F12 D B D", .game(.badAnswer(Badge(.women, 12), question: 1, text: "D", last: "C"))),
      ("F12 A B 4", .game(.badAnswer(Badge(.women, 12), question: 3, text: "4", last: "D"))),
      ("F12 甲 B D", .game(.badAnswer(Badge(.women, 12), question: 1, text: "甲", last: "C"))),
      ("F12 A B Ｅ", .game(.badAnswer(Badge(.women, 12), question: 3, text: "Ｅ", last: "D"))),
      ("F99 A B D", .slip(.unknownBadge(Badge(.women, 99)))),
      ("F15 A B D", .slip(.absent(Badge(.women, 15)))),
      ("G07 A B D", .slip(.notABadge("G07"))), ("12 A B D", .slip(.notABadge("12"))),
      ("A B D", .slip(.notABadge("A"))), ("", .game(.noBadge)), ("  ，", .game(.noBadge)),
    ])
  func refused(line: String, refusal: Refusal) {
    #expect(throws: refusal) { try HeartsLine.read(line, questions, rules) }
  }

  @Test("are not taken before there are questions")
  func none() {
    #expect(throws: Refusal.game(.noQuestions)) { try HeartsLine.read("F12 A", [], rules) }
  }

  @Test(
    "count where both gave the same letter, and nowhere else",
    arguments: [
      ("ABD", "ABD", 3), ("ABD", "BBA", 1), ("A-D", "A-D", 2), ("---", "---", 0), ("AB-", "ABD", 2),
      (nil, "ABD", 0), ("ABD", nil, 0), (nil, nil, 0), ("ABDA", "ABDA", 3), ("A", "ABD", 1),
    ] as [(String?, String?, Int)])
  func score(a: String?, b: String?, score: Int) {
    let meeting = Meeting(Badge(.men, 1), Badge(.women, 12))
    #expect(HeartsScore(meeting, a, b, of: 3).score == score)
  }

  @Test("are listed by score, then by badge")
  func sorted() {
    let scores = [(2, 1, "A"), (10, 3, "AB"), (1, 2, "AB"), (3, 9, "-")].map {
      HeartsScore(Meeting(Badge(.men, $0.0), Badge(.women, $0.1)), $0.2, $0.2, of: 2)
    }
    #expect(HeartsScore.sorted(scores).map(\.meeting.a.number) == [1, 10, 2, 3])
  }
}
