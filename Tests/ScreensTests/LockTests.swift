import Canvas
import Matchmaking
import Screens
import Testing
import Wording

@Suite struct `A desk locked to the door` {
  var hall = Hall(isLocked: true)

  /// Anybody's name, told before something was typed.
  private func tellsNames(_ hall: Hall, _ size: Size) -> Bool {
    let text = hall.rows(size).joined(separator: "\n")
    return hall.evening.guests.contains { text.contains($0.name) }
  }

  static let sizes = [
    Size(columns: 80, rows: 24), Size(columns: 40, rows: 12), Size(columns: 200, rows: 60),
  ]

  @Test(arguments: sizes)
  mutating func `shows nobody before something is typed`(size: Size) {
    hall.send(.resized(size))
    #expect(!tellsNames(hall, size))
    hall.type("1100")
    #expect(tellsNames(hall, size))
    hall.press(.escape)
    #expect(!tellsNames(hall, size))
    hall.press(.down, .up, .pageDown, .end, .home)
    #expect(!tellsNames(hall, size))
  }

  /// Every key there is, but the one that asks for the PIN.
  private static let keys: [Key] =
    Key.Named.allCases.filter { $0 != .f11 }.map(Key.named)
    + "abcdefghijklmnopqrstuvwxyz".map(Key.control) + "0123456789abcxyz".map(Key.alt)

  @Test(arguments: sizes)
  mutating func `no key and no click leads to another tab, a list or out of the program`(size: Size)
  {
    hall.send(.resized(size))
    for key in Self.keys {
      hall.press(key)
      hall.press(.f8)
      hall.type("dao chu")
      hall.press(.enter, .escape, .escape, .escape)
    }
    for row in 0..<size.rows {
      for column in stride(from: 0, to: size.columns, by: 3) {
        hall.press(.mouse(.press, Point(column: column, row: row)))
      }
      hall.press(.escape, .escape)
    }
    hall.press(.escape, .escape)
    #expect(hall.desk.isLocked)
    #expect(hall.shows("LOCKED") || hall.shows("已锁定"))
    #expect(!tellsNames(hall, size))
    for effect in hall.log {
      switch effect {
      case .program(.quit, _), .program(.suspend, _), .program(.openSample, _),
        .ask(.loadHistory, _), .ask(.loadRefusals, _), .change(.closeEvent, _),
        .change(.unregister, _), .change(.createEvent, _):
        Issue.record("\(effect)")
      default: break
      }
    }
  }

  @Test mutating func `checks in, notes who left and takes back as any door does`() {
    hall.type("1100")
    hall.press(.enter)
    guard case .checkIn(let id, false)? = hall.changes().last else {
      Issue.record("nobody was checked in")
      return
    }
    #expect(hall.evening.guest(id)?.registration.status == .checkedIn)
    hall.type("1100")
    hall.press(.f4, .enter)
    #expect(hall.evening.guest(id)?.registration.status == .left)
    hall.press(.f9)
    #expect(hall.evening.guest(id)?.registration.status == .checkedIn)
  }

  @Test mutating func `leaves overriding to the organizer`() {
    var hall = Hall(
      SampleEvening.evening(of: SampleEvening.event(verifiedOnly: true)), isLocked: true)
    let guest = hall.evening.guests.first {
      !$0.isVerified && $0.registration.status == .registered
    }
    hall.type(guest?.number ?? "")
    hall.press(.enter)
    #expect(hall.shows("尚未核验"))
    #expect(!hall.shows("放行？"))
    hall.press(.f8, .enter)
    #expect(hall.evening.guest(guest?.id ?? hall.evening.guests[0].id)?.isVerified == false)
    #expect(!hall.changes().contains { if case .checkIn(_, true) = $0 { true } else { false } })
  }

  @Test mutating func `opens with the organizer's PIN, which nobody sees, and is locked again`() {
    hall.press(.f11)
    hall.type("2580")
    #expect(!hall.shows("2580") && hall.shows("****"))
    hall.press(.enter)
    #expect(!hall.desk.isLocked && hall.shows("已解锁"))
    hall.press(.f6)
    #expect(hall.shows("未到 "))
    hall.press(.escape, .f11)
    #expect(hall.desk.isLocked)
    hall.press(.f6)
    #expect(hall.shows("本台已锁定"))
  }

  @Test mutating func `a wrong PIN is told, and what is typed meanwhile is at the door`() {
    hall.press(.f11)
    hall.type("1111")
    hall.isSlow = true
    hall.press(.enter)
    hall.type("wzc")
    hall.isSlow = false
    guard case .ask(.unlock("1111"), let id)? = hall.log.last else {
      Issue.record("the PIN was not asked about")
      return
    }
    hall.send(.answered(id, .locked(true, .pin(.wrong(tries: 2, seconds: 2)))))
    #expect(hall.desk.isLocked)
    #expect(hall.shows("密码第 2 次不对，2 秒后才能再试；签到照常") && hall.shows("wzc"))
  }

  @Test mutating func `who unlocks it is told how often somebody tried before`() {
    hall.press(.f11)
    hall.type("2580")
    hall.isSlow = true
    hall.press(.enter)
    guard case .ask(.unlock("2580"), let id)? = hall.log.last else {
      Issue.record("the PIN was not asked about")
      return
    }
    hall.send(.answered(id, .locked(false, nil, wrongTries: 3)))
    #expect(hall.shows("已解锁；此前密码输错过 3 次"))
  }

  @Test mutating func `before the event is there keys wait and nothing is shown`() {
    var desk = Workspace(
      Setting(
        language: .chinese, station: "A", today: SampleEvening.today, event: "qixi", tab: .door,
        isLocked: true))
    let evening = SampleEvening.evening()
    let size = Size(columns: 80, rows: 24)
    _ = desk.update(.resized(size))
    _ = desk.update(.events(SampleEvening.summaries(evening)))
    for key in [Key.character("w"), .named(.tab), .named(.enter), .alt("1"), .control("c")] {
      _ = desk.update(.key(key))
    }
    let before = desk.view(size).transcript
    #expect(!before.contains(evening.event.title) || before.contains("已锁定"))
    #expect(desk.isLocked)
  }

  @Test mutating func `a desk that was not started so cannot be locked`() {
    var hall = Hall()
    hall.press(.f11)
    #expect(!hall.desk.isLocked && hall.shows("--lock"))
  }
}

@Suite struct `A scanner at the door` {
  var hall = Hall()

  private func badge(_ guest: Guest) -> String { guest.badge?.description ?? guest.number }

  private var awaited: [Guest] {
    hall.evening.guests.filter { $0.registration.status == .registered }
  }

  @Test mutating func `two fast scans take in two people, each typed while the other is saved`() {
    let two = Array(awaited.prefix(2))
    hall.isSlow = true
    for guest in two {
      hall.type(guest.number)
      hall.press(.enter)
    }
    #expect(hall.changes() == [.checkIn(two[0].id, overriding: false)])
    hall.isSlow = false
    guard case .change(let change, let id)? = hall.log.last else {
      Issue.record("nobody was checked in")
      return
    }
    for message in hall.answers(to: .change(change, id)) { hall.send(message) }
    #expect(hall.evening.guest(two[0].id)?.isHere == true)
    #expect(hall.evening.guest(two[1].id)?.isHere == true)
  }

  @Test(arguments: ["Z9999", "M99999", "男9999", "1 3 8 0", "不是任何人", "]C1Q:X"])
  mutating func `a scan that finds nobody takes nobody, and the next begins anew`(code: String) {
    let guest = awaited[0]
    let here = hall.evening.headcount.present
    hall.type(code)
    hall.press(.enter)
    #expect(hall.evening.headcount.present == here)
    hall.type(guest.number)
    hall.press(.enter)
    #expect(hall.evening.guest(guest.id)?.isHere == true, "\(code)")
    #expect(hall.evening.headcount.present == here + 1)
  }

  @Test mutating func `a scan in one piece takes the place of what stood there`() {
    let two = Array(awaited.prefix(2))
    hall.type("half a na")
    hall.press(.paste(two[0].number + "\n"))
    #expect(hall.evening.guest(two[0].id)?.isHere == true)
    hall.press(.paste("nobody\r\n"))
    hall.press(.paste(two[1].number + "\r\n"))
    #expect(hall.evening.guest(two[1].id)?.isHere == true)
  }

  @Test mutating func `two codes in one piece are nobody's`() {
    let two = Array(awaited.prefix(2))
    let here = hall.evening.headcount.present
    hall.press(.paste("\(two[0].number)\n\(two[1].number)\n"))
    #expect(hall.evening.headcount.present == here)
  }

  @Test mutating func `a badge nobody wears is not the one that begins like it`() {
    var evening = SampleEvening.evening()
    guard
      var guest = evening.guests.first(where: {
        $0.registration.status == .registered && $0.sex == .man
      })
    else { return }
    guest.registration.badge = 7_700
    guest.registration.pool = .men
    evening.take(guest)
    var hall = Hall(evening)
    let here = hall.evening.headcount.present
    hall.type("M770")
    hall.press(.enter)
    #expect(hall.evening.headcount.present == here && hall.shows("没有人戴"))
    hall.type("M7700")
    hall.press(.enter)
    #expect(hall.evening.headcount.present == here + 1)
  }

  @Test mutating func `who is here already is told, and the next scan replaces that`() {
    let guest = awaited[0]
    for _ in 0..<2 {
      hall.type(guest.number)
      hall.press(.enter)
    }
    #expect(hall.shows("已于"))
    hall.type(awaited[0].number)
    hall.press(.enter)
    #expect(!hall.rows()[4].contains("已于"))
  }
}

extension Guest {
  fileprivate var isHere: Bool { registration.status == .checkedIn }
}
