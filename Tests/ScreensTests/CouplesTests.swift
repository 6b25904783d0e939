import Canvas
import Matchmaking
import Screens
import Testing
import Wording

@Suite struct `Couples at the desk` {
  private let size = Size(columns: 120, rows: 40)
  private var hall: Hall

  init() {
    hall = Hall(language: .chinese, size: Size(columns: 120, rows: 40))
    hall.press(.alt("1"), .control("p"))
  }

  private var noted: [(CoupleStage, Day, String)] {
    hall.sent.compactMap { change in
      guard case .keep(.advanceCouple(_, _, let stage, let day, let evidence)) = change else {
        return nil
      }
      return (stage, day, evidence)
    }
  }

  @Test mutating func `the next step has a day and what shows it`() {
    #expect(hall.shows("牵手") && hall.shows("已分手"))
    hall.press(.enter, .right, .right, .down, .down)
    hall.type("见过结婚证")
    hall.press(.enter)
    #expect(noted.count == 1)
    #expect(noted.first?.0 == .married && noted.first?.1 == SampleEvening.today)
    #expect(noted.first?.2 == "见过结婚证")
    #expect(hall.shows("领证"))
  }

  /// What is typed as the day and as the evidence, where nothing may be saved.
  @Test(arguments: [
    ("2199-01-01", "证"), ("2020-01-01", "证"), ("明天", "证"), ("", "证"), ("2026-02-30", "证"),
    ("2026-08-01", ""), ("2026-08-01", "   "), ("2026-08-01", String(repeating: "证", count: 201)),
  ]) mutating func `what cannot be is not saved`(day: String, evidence: String) {
    hall.press(.enter, .down)
    for _ in 0..<12 { hall.press(.backspace) }
    hall.type(day)
    hall.press(.down)
    hall.type(evidence)
    hall.press(.f2)
    #expect(noted.isEmpty)
  }

  @Test mutating func `a couple that ended goes no further`() {
    hall.press(.end, .enter)
    hall.press(.f2)
    #expect(noted.isEmpty && hall.shows("分手"))
  }
}
