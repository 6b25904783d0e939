import Canvas
import Matchmaking
import Screens
import Testing
import Wording

@Suite struct `Namesakes at the door` {
  var hall = Hall()

  private func marked(_ hall: Hall) -> String? {
    hall.rows().first { $0.hasPrefix("▸") || $0.hasPrefix(" ▸") }
  }

  @Test(arguments: ["王志超", "wangzhichao", "wzc", "wang zhichao", "WZC"])
  mutating func `none of them is marked by itself, and Enter takes none`(typed: String) {
    hall.type(typed)
    #expect(marked(hall) == nil)
    #expect(hall.shows("位 王志超：按 ↓ 选准再回车"))
    let before = hall.evening.headcount
    _ = hall.asked()
    hall.press(.enter)
    #expect(hall.asked().isEmpty)
    #expect(hall.evening.headcount == before)
    #expect(hall.shows("· 有 "))
  }

  @Test mutating func `an arrow marks one, and the confirmation says whose employer it is`() {
    hall.type("王志超")
    hall.press(.down)
    #expect(marked(hall) != nil)
    hall.press(.enter)
    let guest = SampleEvening.registration(90)
    #expect(hall.changes().contains(.checkIn(guest, overriding: false)))
    #expect(hall.shows("✓ 男46 王志超 已签到"))
    #expect(hall.rows()[22].contains("能源动力厂"))
    hall.press(.f9)
    #expect(hall.shows("↶ 已撤销：男46 王志超 已签到"))
    #expect(hall.rows()[22].contains("能源动力厂"))
  }

  @Test mutating func `the next arrow marks the next`() {
    hall.type("王志超")
    hall.press(.down, .down, .enter)
    #expect(hall.changes().contains(.checkIn(SampleEvening.registration(92), overriding: false)))
    #expect(hall.rows()[22].contains("实验中学"))
  }

  @Test(arguments: ["m46", "男46", "1091", "4330"])
  mutating func `what is one's alone marks that one`(typed: String) {
    hall.type(typed)
    #expect(marked(hall)?.contains("王志超") == true)
    #expect(!hall.shows("选准再回车"))
  }

  @Test mutating func `what only one bears is marked as before, with the employer behind it`() {
    hall.type("欧阳文博")
    #expect(marked(hall) != nil)
    hall.press(.enter)
    #expect(hall.rows()[22].contains("欧阳文博 已签到，已保存 · 能源动力厂"))
  }

  @Test(arguments: ["王志超\n", "王志超\r\n"])
  mutating func `a scanner's line end takes none of them`(pasted: String) {
    _ = hall.asked()
    hall.press(.paste(pasted))
    #expect(hall.asked().isEmpty)
  }

  @Test(arguments: [
    ("Zoë", "zoe", "zoe"), ("O'Neil", "o’neil", "oneil"), ("王  伟", "王伟", "王伟"),
    ("Łukasz", "LUKASZ", "lukasz"),
  ])
  func `names that are the same but for their letters are namesakes`(
    one: String, other: String, typed: String
  ) {
    var hall = Hall(Self.evening([(100, one), (102, other)]))
    hall.type(typed)
    #expect(marked(hall) == nil, "\(hall.rows()[5...8])")
    hall.press(.enter)
    #expect(!hall.changes().contains { if case .checkIn = $0 { true } else { false } })
  }

  @Test func `two who share the last digits of a phone are not told apart by them`() {
    var evening = SampleEvening.evening()
    for id in [100, 102] {
      guard var guest = evening.guest(SampleEvening.registration(id)) else { continue }
      guest.maskedPhone = "138****9999"
      evening.take(guest)
    }
    var hall = Hall(evening)
    hall.type("9999")
    #expect(marked(hall) == nil)
    #expect(hall.shows("符合的有 2 人：按 ↓ 选准再回车"))
  }

  @Test func `a longer name that begins so is no namesake`() {
    var hall = Hall(Self.evening([(100, "尉迟敏"), (102, "尉迟敏慧")]))
    hall.type("尉迟敏")
    #expect(marked(hall)?.contains("尉迟敏 ") == true)
  }

  @Test mutating func `a number that was changed tells whose it was, with the employer`() {
    hall.type("m46")
    hall.press(.f3)
    hall.type("88")
    hall.press(.enter)
    #expect(hall.shows("男88 王志超 已换号牌"))
    hall.press(.escape)
    hall.type("m46")
    #expect(hall.shows("男88：王志超 能源动力厂") || hall.shows("男88"))
    #expect(marked(hall)?.contains("男88") == true)
  }

  @Test(arguments: [40, 44, 50, 60, 80])
  func `in a narrow window a namesake's confirmation keeps a part of the employer`(columns: Int) {
    let size = Size(columns: columns, rows: 12)
    var hall = Hall(size: size)
    hall.type("王志超")
    hall.press(.down, .enter)
    #expect(hall.rows(size)[10].contains("王志超 已签到"))
    #expect(hall.rows(size)[10].contains("能源"), "\(hall.rows(size)[10])")
  }

  static func evening(_ names: [(Int, String)]) -> Evening {
    var evening = SampleEvening.evening()
    for (place, name) in names {
      guard var guest = evening.guest(SampleEvening.registration(place)) else { continue }
      guest.name = name
      evening.take(guest)
    }
    return evening
  }
}

@Suite struct `What was said` {
  var hall = Hall(SampleEvening.evening(slips: 40))

  private mutating func checkIn() {
    hall.type("1100")
    hall.press(.enter)
    #expect(hall.shows("已签到，已保存"))
  }

  @Test(arguments: ["m5 77", "61", "m5 m6", "m5 3 3", "m999"])
  mutating func `goes with a slip that is refused`(slip: String) {
    checkIn()
    hall.press(.alt("5"))
    #expect(hall.shows("已签到，已保存"))
    hall.type(slip)
    hall.press(.enter)
    #expect(hall.shows("没有保存"), "\(hall.rows()[3...6])")
    #expect(!hall.shows("已签到，已保存"))
  }

  @Test mutating func `goes with a badge that is none`() {
    checkIn()
    hall.type("m7")
    hall.press(.f3, .enter)
    #expect(!hall.shows("已签到，已保存"))
  }

  @Test mutating func `goes with a form that is not complete`() {
    checkIn()
    hall.press(.alt("2"))
    hall.press(.f2, .f2)
    #expect(!hall.shows("已签到，已保存"))
  }

  @Test mutating func `does not outlive a change of the event`() {
    checkIn()
    let other = Event(
      id: EventID(high: 1, low: 10), code: "520", title: "五月二十日专场", date: SampleEvening.today)
    let evening = Evening(event: other, guests: [])
    hall.send(.evening(evening, SampleEvening.index(of: evening)))
    #expect(!hall.shows("已签到"))
  }

  @Test mutating func `stays while the same evening is read anew`() {
    checkIn()
    hall.send(.evening(hall.evening, SampleEvening.index(of: hall.evening)))
    #expect(hall.shows("已签到，已保存"))
  }
}
