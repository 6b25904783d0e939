import Canvas
import Matchmaking
import Pinyin
import Screens
import Testing
import Wording

@Suite struct `The door` {
  var hall = Hall()

  @Test mutating func `a few letters and Enter check somebody in`() {
    hall.type("1100")
    _ = hall.asked()
    hall.press(.enter)
    let guest = SampleEvening.registration(99)
    #expect(hall.changes() == [.checkIn(guest, overriding: false)])
    #expect(hall.evening.guest(guest)?.registration.status == .checkedIn)
    #expect(hall.shows("✓ 女50 孙月 已签到，已保存"))
    #expect(hall.shows("F9 撤销"))
    // The field is empty again for the next in the queue.
    #expect(hall.shows("姓名 拼音 首字母"))
  }

  @Test mutating func `a second check-in changes nothing and says when and where`() {
    let before = hall.evening.headcount
    hall.type("m7")
    hall.press(.enter)
    #expect(hall.shows("周文博 已于 18:38 在 B台 签到，号牌 男07"))
    #expect(hall.evening.headcount == before)
  }

  @Test(arguments: [80, 100, 120, 200], Language.allCases)
  func `that somebody was checked in by a command is told whole`(
    columns: Int, language: Language
  ) throws {
    let size = Size(columns: columns, rows: 30)
    var evening = SampleEvening.evening()
    var guest = try #require(evening.guest(SampleEvening.registration(12)))
    let arrival = try #require(guest.registration.arrival)
    guest.registration.arrival = Arrival(at: arrival.at, station: Phrase.commandLine)
    _ = evening.take(guest)
    var hall = Hall(evening, language: language, size: size)
    hall.type("m7")
    let told = language == .chinese ? "已签到 18:38 命令行" : "here 18:38 command line"
    #expect(hall.rows(size).contains { $0.contains(told) }, "\(hall.rows(size))")
  }

  @Test mutating func `what was typed finds by name, pinyin, initials, phone and badge`() {
    for typed in ["王志超", "wangzhichao", "wzc", "4478", "m48", "男48", "1095"] {
      hall.press(.escape)
      hall.type(typed)
      #expect(hall.shows("134****4478"), "\(typed)")
    }
  }

  @Test mutating func `a scanner's line end is Enter`() {
    hall.press(.paste("1100\n"))
    #expect(hall.evening.guest(SampleEvening.registration(99))?.registration.status == .checkedIn)
  }

  @Test mutating func `nothing shows as done before it is on disk`() {
    hall.isSlow = true
    hall.type("1100")
    hall.press(.enter)
    #expect(!hall.shows("已签到，已保存"))
    #expect(hall.shows("孙月"))
  }

  @Test mutating func `keys typed while the disk is slow wait, and none is lost`() {
    hall.isSlow = true
    hall.type("1100")
    hall.press(.enter)
    hall.type("m46")
    #expect(hall.changes().last == .checkIn(SampleEvening.registration(99), overriding: false))
    #expect(!hall.shows("m46"))
    hall.isSlow = false
    hall.carryOut()
    #expect(hall.shows("m46"))
    #expect(hall.shows("130****4330"))
  }

  @Test mutating func `F9 takes it back and F10 does it again, also with text in the field`() {
    hall.type("1100")
    hall.press(.enter)
    hall.type("m4")
    hall.press(.f9)
    #expect(hall.shows("↶ 已撤销：女50 孙月 已签到"))
    #expect(hall.shows("m4"))
    #expect(hall.evening.guest(SampleEvening.registration(99))?.isHere == false)
    hall.press(.f10)
    #expect(hall.evening.guest(SampleEvening.registration(99))?.isHere == true)
  }

  @Test mutating func `bare letters are text, never commands`() {
    hall.type("qu?:/")
    #expect(hall.shows("qu?:/"))
    #expect(!hall.programmed.contains(.quit))
    #expect(!hall.sent.contains(.undo))
  }

  @Test mutating func `the organizer may let in who is refused, but not by a hasty Enter`() {
    hall = Hall(SampleEvening.evening(of: SampleEvening.event(verifiedOnly: true)))
    hall.type("1091")
    hall.press(.enter)
    #expect(hall.shows("尚未核验，本场只限已核验职工"))
    hall.press(.enter, .enter)
    #expect(hall.evening.guest(SampleEvening.registration(90))?.isHere == false)
    hall.press(.f8)
    #expect(hall.changes().last == .checkIn(SampleEvening.registration(90), overriding: true))
    #expect(hall.evening.guest(SampleEvening.registration(90))?.isHere == true)
  }

  @Test mutating func `the organizer sees all that F8 lets pass`() throws {
    var evening = SampleEvening.evening(of: SampleEvening.event(verifiedOnly: true))
    evening.event.capacity = Capacity(10)
    var guest = evening.guests[90]
    guest.registration.status = .waitlisted
    evening.take(guest)
    hall = Hall(evening)
    hall.type("1091")
    hall.press(.enter)
    #expect(hall.shows("尚未核验，本场只限已核验职工"))
    #expect(hall.shows("另外：候补。"))
    hall.press(.escape, .escape)
    evening.event.capacity = .unlimited
    hall = Hall(evening)
    hall.type("1091")
    hall.press(.enter)
    #expect(hall.shows("由组织者放行？") && !hall.shows("另外"))
  }

  @Test mutating func `places are told pool by pool where they have their own`() {
    var evening = SampleEvening.evening()
    let counts = evening.headcounts.mapValues(\.taken)
    evening.event.capacity = Capacity(men: (counts[.men] ?? 0) + 3, women: counts[.women])
    hall = Hall(evening)
    #expect(hall.shows("余位 男3 女0"))
    evening.event.capacity = Capacity((counts[.men] ?? 0) + (counts[.women] ?? 0) + 5)
    hall = Hall(evening)
    #expect(hall.shows("余位 5"))
  }

  @Test mutating func `somebody leaves, and comes back by Enter`() {
    hall.type("m7")
    hall.press(.f4, .enter)
    #expect(hall.evening.guest(SampleEvening.registration(12))?.registration.status == .left)
    #expect(hall.shows("男07 周文博 已离场"))
    hall.press(.escape)
    hall.type("m7")
    hall.press(.enter)
    #expect(hall.evening.guest(SampleEvening.registration(12))?.isHere == true)
  }

  @Test mutating func `a check-in of the wrong person is taken back`() {
    hall.type("m7")
    hall.press(.f4, .down, .enter)
    #expect(hall.changes().contains(.takeBackCheckIn(SampleEvening.registration(12))))
  }

  @Test mutating func `another badge, and why not one that is worn`() {
    hall.type("m7")
    hall.press(.f3)
    hall.type("12")
    #expect(hall.shows("男12 是 孙子晨 的"))
    hall.press(.enter)
    #expect(hall.shows("男12 已有人用"))
    hall.press(.backspace, .backspace)
    hall.type("88")
    hall.press(.enter)
    #expect(hall.shows("男88 周文博 已换号牌"))
  }

  @Test mutating func `an old number finds whose it was, before those whose numbers it begins`() {
    var guest = SampleEvening.guest(12, arrived: 0)
    guest.registration.badge = 407
    hall.send(.eveningChanged(EveningChange(event: hall.evening.event, guests: [guest])))
    for typed in ["m7", "男07", "M07"] {
      hall.press(.escape)
      hall.type(typed)
      #expect(hall.shows("✗ 男07 已换成 男407"), "\(typed)")
      #expect(hall.shows("1 人"), "\(typed)")
      hall.press(.enter)
      #expect(hall.shows("周文博 已于"), "\(typed)")
    }
    hall.press(.escape)
    hall.type("m407")
    #expect(!hall.shows("已换成"))
  }

  @Test mutating func `another desk's check-in shows without a key`() {
    var guest = SampleEvening.guest(97, arrived: 0)
    guest.registration.status = .checkedIn
    guest.registration.arrival = Arrival(
      at: Timestamp(milliseconds: SampleEvening.doors.milliseconds + 4_400_000), station: "C")
    hall.send(.eveningChanged(EveningChange(event: hall.evening.event, guests: [guest])))
    #expect(hall.shows("19:43 C台"))
    #expect(hall.shows("44/59"))
  }

  @Test func `namesakes are told apart by employer, then by phone`() {
    let hall = Scene.doorNamesakes.hall(.chinese, Size(columns: 80, rows: 24))
    let frame = hall.desk.view(Size(columns: 80, rows: 24))
    let row = 6
    let bold = (0..<80).filter { frame[$0, row].style.attributes.contains(.bold) }
    #expect(!bold.isEmpty)
  }

  @Test mutating func `a whole phone number finds who has its first three and last four digits`() {
    for typed in ["13400004478", "134 0000 4478", "+86 134-0000-4478"] {
      hall.press(.escape)
      hall.type(typed)
      #expect(hall.shows("134****4478"), "\(typed)")
      #expect(hall.shows("1 人"), "\(typed)")
    }
  }

  @Test mutating func `a phone number that fits two people says so`() {
    var evening = SampleEvening.evening()
    var guest = evening.guests[91]
    guest.maskedPhone = evening.guests[94].maskedPhone
    evening.take(guest)
    hall = Hall(evening)
    let masked = guest.maskedPhone
    hall.type(masked.replacing("****", with: "1234"))
    #expect(hall.shows("前三位和后四位相同的有 2 人，请核对姓名"))
    #expect(hall.shows("2 人"))
  }

  @Test mutating func `a phone number that is not typed to its end is waited for`() {
    hall.type("1990000")
    #expect(hall.shows("手机号请输入完整的 11 位，或只输后四位"))
  }

  @Test mutating func `a table pasted by mistake is not repeated whole`() {
    hall.press(.paste("姓名,性别,手机\n尉迟恭,男,13800001111\n万俟卨,男,13800002222"))
    #expect(hall.shows("没有找到“姓名,性别,手机"))
    #expect(hall.rows().count { $0.contains("13800002222") } <= 1)
    #expect(hall.shows("…”。F2 现场报名"))
  }

  @Test mutating func `who was turned away is listed with the reason and what came of it`() {
    hall.press(.control("t"))
    #expect(hall.questions().contains(.loadRefusals(hall.evening.event.id)))
    #expect(hall.shows("未准入场 2 次"))
    #expect(hall.rows().contains { $0.contains("尉迟恭") && $0.contains("名额已满") })
    #expect(hall.rows().contains { $0.contains("周文博") && $0.contains("后已入场 男07") })
    hall.press(.escape)
    #expect(hall.shows("找人"))
  }

  @Test mutating func `without matches Enter says what to do`() {
    hall.type("尉迟恭")
    hall.press(.enter)
    #expect(hall.shows("没有这个人；按 F2 现场报名"))
  }
}

extension Guest {
  fileprivate var isHere: Bool { registration.status == .checkedIn }
}
