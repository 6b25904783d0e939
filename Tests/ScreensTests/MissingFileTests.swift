import Canvas
import Matchmaking
import Screens
import Testing
import Wording

@Suite struct `A file that is missing where one was` {
  private func question(
    _ language: Language = .english, isEmptied: Bool = false, hasBackup: Bool = true
  ) throws -> MissingFile {
    MissingFile(
      Setting(language: language, station: "–", today: try #require(Day("2026-08-19"))),
      path: "/home/qiao/store.sqlite", isEmptied: isEmptied,
      backup: hasBackup
        ? .init(
          path: "/home/qiao/backups/store-20260818-193105.sqlite", members: 812, events: 9,
          last: "2026-08-18 21:40") : nil)
  }

  static let ways: [(keys: [Key], way: MissingFile.Way)] = [
    ([.named(.enter)], .restore), ([.character("1")], .restore), ([.character("2")], .begin),
    ([.character("3")], .leave), ([.named(.down), .named(.enter)], .begin),
    ([.named(.down), .named(.down), .named(.down), .named(.enter)], .leave),
    ([.named(.up), .named(.enter)], .restore), ([.named(.escape)], .leave),
    ([.control("c")], .leave), ([.control("q")], .leave), ([.named(.f10)], .leave),
    ([.character("9"), .character("x"), .paste("2"), .named(.tab), .named(.enter)], .begin),
  ]

  @Test(arguments: ways) func `is answered with a key`(keys: [Key], way: MissingFile.Way) throws {
    var question = try question()
    for key in keys.dropLast() { #expect(question.press(key) == nil) }
    #expect(try question.press(#require(keys.last)) == way)
  }

  @Test func `offers no backup where there is none`() throws {
    var question = try question(hasBackup: false)
    #expect(question.press(.character("1")) == .begin)
    #expect(question.press(.character("3")) == nil)
  }

  @Test(arguments: Language.allCases, [false, true])
  func `tells which backup it would be, in any window`(language: Language, isEmptied: Bool) throws {
    let question = try question(language, isEmptied: isEmptied)
    for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)] {
      let text = question.view(size).transcript
      #expect(text.contains("812") && text.contains("store-20260818-193105.sqlite"), "\(text)")
      #expect(text.contains("3  "), "\(text)")
    }
    _ = question.view(Size(columns: 10, rows: 3))
  }
}
