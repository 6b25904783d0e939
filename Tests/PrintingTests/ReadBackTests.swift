import Matchmaking
import Testing
import Wording

@testable import Printing

@Suite struct `Paper read back by other programs` {
  private static let names = [
    "王", "李明", "欧阳若曦", "阿迪力江·赛买提", "古丽努尔•艾合买提", "买买提.阿不都拉", "张𬭎", "李𫖯", "𠮷田花子",
    "㛃小雨", "Müller Åse", "Nguyễn Thị Hồng", "Ольга", "O'Brien-Smith", "朴正浩", "〇一", "张 三",
    "阿卜杜热西提·艾尼瓦尔江·买买提依明·阿布都克里木·吐尔逊娜依",
  ]

  @Test(arguments: names)
  func `a name can be copied from its badge`(name: String) throws {
    let guest = PrintedGuest(badge: Badge(.women, 7), name: name, employer: "样例单位")
    let paper = try PrintJob.badges([guest]).paper()
    #expect(try paper.letters().contains(name.filter { !$0.isWhitespace }))
  }

  @Test(arguments: 1...40)
  func `a name of any length is copied whole`(length: Int) throws {
    let letters = Array("欧阳明月尉迟敏单雄信仇丽解文博曾倩吕伟区静怡查英杰朴正浩翟宁万俟强令狐雪长孙哲")
    let name = String((0..<length).map { letters[$0 % letters.count] })
    let guest = PrintedGuest(badge: Badge(.men, 12), name: name)
    #expect(try PrintJob.badges([guest]).paper().letters().contains(name))
    #expect(try PrintJob.doorList([guest]).paper().letters().contains(name))
  }

  @Test(arguments: Sheet.allCases.filter { PrintKind.badges.sheets.contains($0) })
  func `a scanner reads the badges of any sheet`(sheet: Sheet) throws {
    let badges = [
      Badge(.men, 1), Badge(.women, 12), Badge(.women, 112), Badge(.men, 99_999),
      Badge(.everyone, 7),
    ]
    let guests = badges.map { PrintedGuest(badge: $0, name: "王氏\($0)") }
    let paper = try PrintJob.badges(guests).paper(.on(sheet))
    for (guest, piece) in zip(PinyinOrder(guests).guests, sheet.places) {
      #expect(try paper.code(on: piece) == guest.badge?.description)
    }
  }

  /// Millimetres from the left and the top, and how wide it is.
  private func place(of word: String, _ paper: Paper) throws -> (
    x: Double, y: Double, width: Double
  ) {
    let line = try #require(
      try paper.boxes().split(separator: "\n").first { $0.contains(">\(word)<") })
    let numbers = line.split { !"0123456789.".contains($0) }.compactMap { Double($0) }.prefix(4)
      .map { $0 * 25.4 / 72 }
    return (numbers[0], numbers[1], numbers[2] - numbers[0])
  }

  @Test(arguments: ["90", "97.5", "100", "102", "110"], ["0,0", "2,-1.5"])
  func `a scale makes everything so much larger about the middle of the paper, an offset moves it`(
    percent: String, moved: String
  ) throws {
    let guest = PrintedGuest(badge: Badge(.men, 7), name: "Wang")
    let (scale, offset) = (try #require(Scale(percent)), try #require(Offset(moved)))
    var settings = PrintSettings.on(.label90x54)
    let plain = try place(of: "Wang", PrintJob.badges([guest]).paper(settings))
    (settings.scale, settings.offset) = (scale, offset)
    let drawn = try place(of: "Wang", PrintJob.badges([guest]).paper(settings))
    let factor = scale.percent / 100
    #expect(abs(drawn.width - plain.width * factor) < 0.05)
    #expect(abs(drawn.x - (105 + (plain.x - 105) * factor + offset.x)) < 0.05)
    #expect(abs(drawn.y - (148.5 + (plain.y - 148.5) * factor + offset.y)) < 0.05)
  }

  @Test(arguments: ["90", "110"])
  func `a scanner reads badges of any scale`(percent: String) throws {
    let scale = try #require(Scale(percent))
    var settings = PrintSettings.on(.label90x60)
    settings.scale = scale
    let guest = PrintedGuest(badge: Badge(.men, 99_999), name: "王芳")
    let paper = try PrintJob.badges([guest]).paper(settings)
    #expect(try paper.code(on: Sheet.label90x60.places[0]) == "M99999")
  }

  @Test(arguments: PrintKind.allCases, Language.allCases)
  func `all fonts are embedded, and of each only what is used`(
    kind: PrintKind, language: Language
  ) throws {
    let guest = PrintedGuest(badge: Badge(.men, 1), name: "王𬭎", employer: "样例单位")
    let job: PrintJob =
      switch kind {
      case .badges: .badges([guest])
      case .doorList: .doorList([guest])
      case .ballots: .ballots([guest])
      case .cards:
        .cards([
          PrintedCard(
            guest: guest, meetings: [.init(round: 1, table: 3, partner: Badge(.women, 2))])
        ])
      case .tables: .tables([TableSign(number: 1, topic: "读书")])
      case .results: .results([PrintedResult(guest: guest, partners: [])])
      }
    let fonts = try job.paper(.on(kind.sheets[0], language)).fonts()
    #expect(!fonts.isEmpty)
    #expect(fonts.allSatisfy { $0.isEmbedded && $0.isSubset })
  }

  @Test(arguments: Language.allCases)
  func `a result slip tells of the partner, and contacts only where they may be passed on`(
    language: Language
  ) throws {
    let guest = PrintedGuest(badge: Badge(.men, 1), name: "王𬭎", employer: "样例单位")
    let contact = PrintedResult.Contact(name: "李芳", phone: "13900000001", wechat: "lif_96")
    func text(_ partners: [PrintedResult.Partner]) throws -> String {
      try PrintJob.results([PrintedResult(guest: guest, partners: partners)])
        .paper(.on(.a6, language)).letters()
    }
    let whole = try text([.init(badge: Badge(.women, 12), contact: contact)])
    for told in ["李芳", "13900000001", "lif_96"] { #expect(whole.contains(told), "\(told)") }
    let bare = try text([.init(badge: Badge(.women, 12))])
    #expect(bare.contains(language == .chinese ? "女12" : "F12"))
    for told in ["李芳", "139", "lif"] { #expect(!bare.contains(told), "\(told)") }
    let none = try text([])
    #expect(none.contains(language == .chinese ? "今晚没有牵手" : "Nopairtonight"))
    #expect(!none.contains("女") && !none.contains("F12"))
  }

  @Test(arguments: Sheet.allCases.filter { PrintKind.results.sheets.contains($0) })
  func `result slips look alike above the fold`(sheet: Sheet) {
    let evening = PrintedEvening(
      title: "七夕", date: .fallback, rule: .stable, maxPicks: 5)
    func above(_ partners: [PrintedResult.Partner]) -> [Mark] {
      let guest = PrintedGuest(badge: Badge(.men, 1), name: "王芳")
      let job = PrintJob.results([PrintedResult(guest: guest, partners: partners)])
      return Array(
        job.pages(of: evening, PrintSettings(sheet: sheet, language: .chinese))[0].marks
          .prefix { mark in
            if case .text(let text) = mark { text.text != "今晚的结果" } else { true }
          })
    }
    let contact = PrintedResult.Contact(name: "李芳", phone: "13900000001", wechat: "")
    #expect(above([]) == above([.init(badge: Badge(.women, 12), contact: contact)]))
    #expect(above([]).count > 3)
  }

  @Test func `the number stands on paper as on screens, in either language`() throws {
    let job = PrintJob.badges([PrintedGuest(badge: Badge(.women, 7), name: "王芳")])
    #expect(try job.paper(.on(.label90x54, .chinese)).text().contains("女07"))
    #expect(try job.paper(.on(.label90x54, .english)).text().contains("F07"))
  }

  @Test func `the first page says how to print, the others do not`() throws {
    let guests = (1...25).map { PrintedGuest(badge: Badge(.men, $0), name: "王氏\($0)") }
    let paper = try PrintJob.badges(guests).paper()
    #expect(try paper.text(page: 1).contains("100 毫米"))
    #expect(try !paper.text(page: 2).contains("100 毫米"))
  }

  @Test func `what could turn a line round is not printed`() throws {
    let guest = PrintedGuest(badge: Badge(.men, 1), name: "王\u{202e}芳\u{200b}")
    let text = try PrintJob.badges([guest]).paper().letters()
    #expect(text.contains("王芳"))
  }
}
