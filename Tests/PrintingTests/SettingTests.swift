import Matchmaking
import Testing
import Wording

@testable import Printing

@Suite struct `Texts in their boxes` {
  private let document: PDF

  init() throws { document = try PDF(Press(), title: "", .chinese, offset: .none) }

  /// Every mark of every page stays within its box and is no larger than asked for.
  private func look(at job: PrintJob, on sheet: Sheet, maxPicks: Int? = 5) throws {
    for page in try job.pages(of: .sample(maxPicks: maxPicks), .on(sheet)) {
      for case .text(let mark) in page.marks {
        let (setting, extent) = document.setting(of: mark)
        #expect(setting.size <= mark.size + 0.001)
        #expect(extent.width <= mark.box.width + 0.02, "\(mark.text)")
        #expect(setting.size > 0.8, "\(mark.text) is set too small")
        guard extent.lines > 1 else { continue }
        #expect(extent.height <= mark.box.height + 0.02, "\(mark.text)")
      }
    }
  }

  @Test(arguments: PrintKind.badges.sheets, [1, 2, 4, 8, 15, 40])
  func `badges hold names and employers of any length`(sheet: Sheet, length: Int) throws {
    let guest = PrintedGuest(
      badge: Badge(.women, 99_999), name: String(repeating: "龘", count: length),
      employer: String(repeating: "国", count: 2 * length))
    try look(at: .badges([guest]), on: sheet)
  }

  @Test(arguments: PrintKind.ballots.sheets, [nil, 1, 2, 5, 6, 10, 20, 30])
  func `ballots hold as many lines as there may be picks`(sheet: Sheet, picks: Int?) throws {
    let job = PrintJob.ballots([PrintedGuest(badge: Badge(.men, 112), name: "")])
    try look(at: job, on: sheet, maxPicks: picks)
    let numbers = try job.pages(of: .sample(maxPicks: picks), .on(sheet)).flatMap(\.marks)
      .compactMap { mark -> Int? in
        if case .text(let text) = mark { Int(text.text) } else { nil }
      }
    #expect(numbers == Array(1...(picks ?? 10)))
  }

  @Test(arguments: PrintKind.cards.sheets, [1, 6, 12, 20])
  func `cards hold the tables of an evening`(sheet: Sheet, rounds: Int) throws {
    let meetings = (1...rounds).map {
      PrintedCard.Meeting(
        round: $0, table: $0.isMultiple(of: 5) ? nil : $0, partner: Badge(.women, 100 + $0))
    }
    let guest = PrintedGuest(badge: Badge(.men, 7), name: "阿迪力江·赛买提")
    try look(at: .cards([PrintedCard(guest: guest, meetings: meetings)]), on: sheet)
  }

  @Test(arguments: PrintKind.tables.sheets, [1, 30, 999])
  func `signs hold a table's number and its topic`(sheet: Sheet, number: Int) throws {
    let topic = "周末怎么过：爬山、看书、做饭，还是什么也不做？"
    try look(at: .tables([TableSign(number: number, topic: topic)]), on: sheet)
  }

  @Test func `a long name of parts is broken behind a dot`() {
    #expect(Breaking.broken("阿卜杜拉·买买提", into: 2) == "阿卜杜拉·\n买买提")
    #expect(Breaking.broken("Anna Maria Schmidt", into: 2) == "Anna Maria\nSchmidt")
    #expect(Breaking.broken("欧阳娜娜", into: 2) == "欧阳\n娜娜")
    #expect(Breaking.broken("王", into: 2) == "王")
  }
}
