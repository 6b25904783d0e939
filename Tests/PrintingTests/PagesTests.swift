import Matchmaking
import Testing
import Wording

@testable import Printing

@Suite struct `What stands on the pages` {
  private func texts(_ pages: [Page]) -> [String] {
    pages.flatMap(\.marks).compactMap { mark in
      if case .text(let text) = mark { text.text } else { nil }
    }
  }

  private func pages(_ job: PrintJob, maxPicks: Int? = 5) throws -> [Page] {
    try job.pages(of: .sample(maxPicks: maxPicks), .on(job.kind.sheets[0]))
  }

  @Test func `the door list goes by pinyin, surnames by their own reading`() throws {
    let names = ["张伟", "单雄信", "仇丽", "查英杰", "尉迟敏", "曾倩", "阿迪力江·赛买提", "müller", "𠮷田", "王芳"]
    let guests = names.map { PrintedGuest(badge: nil, name: $0) }
    let told = try texts(pages(.doorList(guests))).filter(names.contains)
    #expect(
      told == [
        "阿迪力江·赛买提", "müller", "仇丽", "单雄信", "王芳", "尉迟敏", "曾倩", "查英杰", "张伟", "𠮷田",
      ])
  }

  @Test func `whom to call stands where a guest would look, once, and only where it is said`()
    throws
  {
    let guest = PrintedGuest(badge: Badge(.men, 7), name: "王强")
    let jobs: [PrintJob] = [
      .ballots([guest]), .doorList([guest]), .cards([PrintedCard(guest: guest, meetings: [])]),
      .results([PrintedResult(guest: guest, partners: [])]),
    ]
    var told = try PrintedEvening.sample()
    (told.host, told.hotline, told.starts) = ("青岛市总工会", "12351", "19:30")
    var called = told
    called.host = ""
    for job in jobs {
      for sheet in job.kind.sheets {
        for language in Language.allCases {
          let settings = PrintSettings.on(sheet, language)
          let quiet = try texts(job.pages(of: .sample(), settings))
          #expect(!quiet.contains { $0.contains("拨") || $0.contains("Call") || $0.contains("主办") })
          let both = texts(job.pages(of: told, settings)).filter { $0.contains("12351") }
          #expect(both.count == 1 && both[0].contains("青岛市总工会"), "\(job.kind) \(sheet)")
          let one = texts(job.pages(of: called, settings)).filter { $0.contains("12351") }
          #expect(one == [language == .chinese ? "有事请拨：12351" : "Questions? Call 12351"])
        }
      }
    }
    let list = texts(PrintJob.doorList([guest]).pages(of: told, .on(.a4)))
    #expect(list.contains { $0.contains("19:30") && $0.contains("工人文化宫") })
  }

  @Test func `letters with marks stand among the plain ones`() throws {
    let names = ["Łukasz", "李梅", "Zoë", "Ольга", "Émile", "鄂强", "Ørsted", "欧阳娜娜"]
    let guests = names.map { PrintedGuest(badge: nil, name: $0) }
    let told = try texts(pages(.doorList(guests)))
    #expect(told.filter { $0.count == 1 } == ["E", "L", "O", "Z", "#"])
    #expect(Set(told.filter(names.contains)).count == names.count)
  }

  @Test func `split among tables, each has pages of its own under its letters`() throws {
    let names = ["张伟", "单雄信", "仇丽", "尉迟敏", "𠮷田", "王芳", "陈静", "Ольга", "阿迪力江·赛买提"]
    let guests = names.map { PrintedGuest(badge: nil, name: $0) }
    var evening = try PrintedEvening.sample()
    evening.doorTables = DoorTables("FS")
    let made = PrintJob.doorList(guests).pages(of: evening, .on(.a4))
    #expect(made.count == 3)
    let heads = made.map { page in texts([page]).filter { $0.hasPrefix("签到桌") } }
    #expect(heads == [["签到桌 1　A-F"], ["签到桌 2　G-S"], ["签到桌 3　T-Z 及其他"]])
    let told = made.map { page in texts([page]).filter(names.contains) }
    #expect(told[0] == ["阿迪力江·赛买提", "陈静"] && told[1] == ["仇丽", "单雄信"])
    #expect(told[2].prefix(3) == ["王芳", "尉迟敏", "张伟"] && Set(told[2].suffix(2)) == ["𠮷田", "Ольга"])
    #expect(made.allSatisfy { texts([$0]).contains("第 1 页，共 1 页") })
  }

  @Test func `a table whose letters nobody has says so, and a long one goes on`() throws {
    let guests = (0..<40).map { PrintedGuest(badge: nil, name: "王氏\($0)") }
    var evening = try PrintedEvening.sample()
    evening.doorTables = DoorTables("M")
    let made = PrintJob.doorList(guests).pages(of: evening, .on(.a4, .english))
    #expect(made.count == 3)
    #expect(texts([made[0]]).contains("Nobody is registered yet"))
    #expect(made[1...].allSatisfy { texts([$0]).contains("Door table 2 · N-Z and others") })
    #expect(texts([made[2]]).contains("Page 2 of 2"))
  }

  @Test func `namesakes stand one after the other, by their numbers`() throws {
    let guests = [12, 3, 7].map { PrintedGuest(badge: Badge(.men, $0), name: "张伟") }
    let told = try texts(pages(.doorList(guests))).filter { $0.hasPrefix("男") }
    #expect(told == ["男03", "男07", "男12"])
  }

  @Test func `who waits is marked, and no whole phone is there`() throws {
    let guest = PrintedGuest(badge: nil, name: "王芳", lastFour: "0007", isWaiting: true)
    let told = try texts(pages(.doorList([guest])))
    #expect(told.contains("候补"))
    #expect(told.contains("0007"))
  }

  @Test(arguments: [(0, 1), (1, 1), (34, 1), (35, 2), (2_000, 59)])
  func `a door list is as long as it has to be`(count: Int, pages: Int) throws {
    let guests = (0..<count).map { PrintedGuest(badge: nil, name: "王氏\($0)") }
    let made = try self.pages(.doorList(guests))
    #expect(made.count == pages)
    #expect(texts(made).count { $0.hasPrefix("王氏") } == count)
    #expect(texts(made).contains("还没有人报名") == (count == 0))
  }

  @Test(arguments: [(1, 1), (10, 1), (11, 2), (2_000, 200)])
  func `badges fill sheet after sheet`(count: Int, pages: Int) throws {
    let guests = (1...count).map { PrintedGuest(badge: Badge(.men, $0), name: "王氏\($0)") }
    let made = try self.pages(.badges(guests))
    #expect(made.count == pages)
    #expect(Set(texts(made).filter { $0.hasPrefix("男") }).count == count)
  }

  @Test func `two thousand badges are one whole document`() throws {
    let guests = (1...2_000).map {
      PrintedGuest(badge: Badge(.men, $0), name: "王氏\($0)", employer: "样例单位\($0 % 9)")
    }
    let document = try PrintJob.badges(guests).pdf(of: .sample(), .on(.label90x54), by: Press())
    #expect(document.pages == 200)
    #expect(document.bytes.starts(with: Array("%PDF-".utf8)))
    #expect(document.bytes.suffix(6).elementsEqual("%%EOF\n".utf8))
  }

  @Test(arguments: PairingRule.allCases)
  func `a ballot says the rule in words and nobody's name`(rule: PairingRule) throws {
    let job = PrintJob.ballots([PrintedGuest(badge: Badge(.women, 7), name: "王芳")])
    let told = texts(job.pages(of: try .sample(rule: rule), .on(.a6)))
    #expect(told.contains { $0.contains(rule.explanation.chinese) && $0.contains("最多 5 位") })
    #expect(told.contains("女07"))
    #expect(!told.contains("王芳"))
  }

  @Test func `a ballot without a number has a line for it`() throws {
    let blank = PrintJob.ballots([PrintedGuest(badge: nil, name: "")])
    #expect(try texts(pages(blank)).contains("我的号牌"))
    #expect(try pages(blank, maxPicks: nil).count == 1)
  }

  @Test func `a card tells table and partner of each round, and when to sit out`() throws {
    let card = PrintedCard(
      guest: PrintedGuest(badge: Badge(.men, 7), name: "张伟"),
      meetings: [
        .init(round: 1, table: 4, partner: Badge(.women, 12)),
        .init(round: 2, table: nil, partner: nil),
      ])
    let told = try texts(pages(.cards([card])))
    for text in ["男07", "张伟", "第 1 轮", "4 号桌", "女12", "第 2 轮", "休息"] {
      #expect(told.contains(text))
    }
  }

  @Test func `an offset moves everything and changes nothing else`() throws {
    let job = PrintJob.badges([PrintedGuest(badge: Badge(.men, 1), name: "王芳")])
    let moved = PrintSettings(
      sheet: .a7, offset: try #require(Offset("3,-2")), language: .chinese)
    #expect(try job.paper(moved).code(on: Sheet.a7.places[0]) == "M01")
    #expect(job.pages(of: try .sample(), moved) == job.pages(of: try .sample(), .on(.a7)))
  }
}
