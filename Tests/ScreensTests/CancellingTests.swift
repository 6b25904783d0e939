import Canvas
import Matchmaking
import Screens
import Testing
import Wording

@Suite struct `Somebody who is registered and does not come` {
  var hall = Hall()
  /// 孙月, 女50, not here yet.
  let guest = SampleEvening.registration(99)

  @Test mutating func `is cancelled at the door with Ctrl-X and Enter, and brought back with F9`() {
    let count = hall.evening.guests.count
    hall.type("1100")
    hall.press(.control("x"))
    #expect(hall.shows("取消报名：不来了，从名单里去掉"))
    hall.press(.enter)
    #expect(hall.changes().last == .unregister(hall.evening.event.id, guest))
    #expect(hall.evening.guest(guest) == nil)
    #expect(hall.shows("孙月 已取消报名，已保存"))
    hall.press(.f9)
    #expect(hall.evening.guests.count == count)
  }

  @Test mutating func `or declined, which keeps them listed and can be taken back there`() {
    hall.type("1100")
    hall.press(.control("x"))
    hall.press(.down, .enter)
    #expect(hall.changes().last == .decline(hall.evening.event.id, guest))
    #expect(hall.evening.guest(guest)?.registration.status == .declined)
    hall.press(.control("x"))
    #expect(hall.shows("重新接受报名"))
    hall.press(.enter)
    #expect(
      hall.changes().last
        == .register(hall.evening.event.id, SampleEvening.member(99), overriding: false))
  }

  @Test mutating func `who has come is not cancelled, and it is said what is done instead`() {
    hall.type("m7")
    hall.press(.control("x"))
    #expect(hall.shows("周文博 已签到，报名不能取消；按 F4 记离场或撤回签到"))
    hall.press(.escape)
    hall.type("1100")
    hall.press(.f4)
    #expect(hall.shows("孙月 还没有签到；不来了请按 Ctrl-X 取消报名"))
    #expect(hall.changes().isEmpty)
  }

  @Test mutating func `is found by the palette`() {
    hall.type("1100")
    hall.press(.f8)
    hall.type("取消报名")
    hall.press(.enter)
    #expect(hall.shows("取消报名：不来了"))
  }

  @Test mutating func `is cancelled where people are registered, too`() {
    hall.register["孙月"] = [SampleEvening.member(at: 99)]
    hall.press(.f5)
    hall.type("孙月")
    hall.press(.control("x"))
    hall.press(.enter)
    #expect(hall.changes().last == .unregister(hall.evening.event.id, guest))
    #expect(hall.shows("登记报名"), "the form stays for the next")
  }

  @Test mutating func `who is not registered or has come is not cancelled there`() {
    hall.register["陌生人"] = [SampleEvening.member(at: 130)]
    hall.register["周文博"] = [SampleEvening.member(at: 12)]
    hall.press(.f5)
    hall.press(.control("x"))
    #expect(hall.shows("光标所在的人没有报名"))
    hall.type("陌生人")
    hall.press(.control("x"))
    #expect(hall.shows("光标所在的人没有报名"))
    hall.press(.control("u"))
    hall.type("周文博")
    hall.press(.control("x"))
    #expect(hall.shows("周文博 已经签到，报名不能取消"))
    #expect(hall.changes().isEmpty)
  }
}

@Suite struct `Whom the register speaks against` {
  var hall = Hall()

  @Test mutating func `is registered by the organizer's F8 alone`() {
    hall.statuses[SampleEvening.member(131)] = .married
    hall.press(.f5)
    hall.type("wang")
    hall.press(.down, .enter)
    #expect(hall.shows("由组织者同意报名？"))
    #expect(hall.shows("在名册里是已婚；登记有误请先更正，或由组织者放行"))
    hall.press(.enter, .enter)
    #expect(hall.evening.guests.count == 120)
    #expect(hall.rows().count { $0.contains("在名册里是已婚") } == 2, "not at the door's field as well")
    hall.press(.f8)
    #expect(
      hall.changes().last
        == .register(hall.evening.event.id, SampleEvening.member(131), overriding: true))
    #expect(hall.evening.guests.count == 121)
    #expect(hall.shows("刚才登记的 1 人"))
  }

  @Test(arguments: [
    (Objection.married, "已婚"), (.seeing, "恋爱中"), (.withdrawn, "已退出"), (.underAge, "未到婚龄"),
    (.verificationExpired, "核验已过期"), (.verificationRejected, "核验未通过"), (.notVerified, "未核验"),
    (.notEligible, "不符合专场条件"),
  ])
  func `shows in the list and on the card before Enter`(objection: Objection, word: String) {
    var event = SampleEvening.event(verifiedOnly: true)
    event.eligible = "sex=F"
    var evening = SampleEvening.evening(of: event)
    var guest = evening.guests[99]
    guest.credentials = credentials(objection)
    evening.take(guest)
    var hall = Hall(evening, size: Size(columns: 140, rows: 40))
    hall.type("1100")
    let rows = hall.rows(Size(columns: 140, rows: 40))
    #expect(rows.contains { $0.contains("孙月") && $0.contains("✗ \(word)") }, "\(word)")
    #expect(rows.contains { $0.contains("注意") && $0.contains(word) }, "\(word)")
    // What was let pass is shown no more.
    guest.registration.waived = [objection]
    hall.send(.eveningChanged(EveningChange(event: event, guests: [guest])))
    #expect(!hall.rows(Size(columns: 140, rows: 40)).contains { $0.contains("注意") })
  }

  private func credentials(_ objection: Objection) -> Credentials {
    switch objection {
    case .married: Credentials(saysMarried: true, verification: .verified)
    case .seeing: Credentials(status: .seeing, verification: .verified)
    case .withdrawn: Credentials(status: .withdrawn, verification: .verified)
    case .underAge: Credentials(isUnderAge: true, verification: .verified)
    case .notVerified: Credentials(verification: .pending)
    case .verificationRejected: Credentials(verification: .rejected)
    case .verificationExpired: Credentials(verification: .expired)
    case .notEligible: Credentials(verification: .verified, isOutside: true)
    case .alreadyACouple: Credentials(verification: .verified, isTaken: true)
    }
  }

  @Test mutating func `who was refused when registering is told so in the list of refusals`() {
    let record = RefusalRecord(
      at: SampleEvening.doors, station: "A", name: "尉迟恭", member: nil, code: "married",
      way: .registration)
    hall.press(.control("t"))
    hall.answer(.refusals([record]))
    #expect(hall.rows().contains { $0.contains("尉迟恭") && $0.contains("报名时：已婚") })
  }
}

@Suite struct `A badge of the other pool` {
  var hall: Hall
  let guest: Guest

  /// 周文博, 男07, whom the register now has as a woman.
  init() {
    var evening = SampleEvening.evening()
    var guest = evening.guests[12]
    guest.sex = .woman
    evening.take(guest)
    self.guest = guest
    hall = Hall(evening)
  }

  @Test mutating func `is told where nobody looks for it`() {
    #expect(hall.shows("✗ 周文博 号牌 男07，名册里是女：F3 换号牌，或更正名册"))
    hall.type("wzw")
    #expect(!hall.shows("号牌 男07，名册里是女"))
    hall.press(.escape)
    hall.type("m7")
    #expect(hall.rows().contains { $0.contains("周文博") && $0.contains("✗ 号牌与性别不符") })
  }

  @Test mutating func `is exchanged for one of the pool of the sex`() {
    hall.type("m7")
    hall.press(.f3)
    #expect(hall.shows("新号 女"))
    hall.type("88")
    hall.press(.enter)
    #expect(hall.evening.guest(guest.id)?.badge == Badge(.women, 88))
    #expect(!hall.shows("号牌与性别不符"))
    hall.press(.escape)
    #expect(!hall.shows("名册里是女"))
  }

  @Test mutating func `takes and gives no picks meanwhile`() {
    hall.press(.alt("5"))
    hall.type("m7 3")
    #expect(hall.shows("男07 与名册里的性别不符，先换号牌"))
    hall.press(.enter)
    hall.press(.escape)
    hall.type("f1 7")
    #expect(hall.shows("男07 与名册里的性别不符，先换号牌"))
    hall.press(.enter)
    #expect(!hall.changes().contains { if case .saveSlip = $0 { true } else { false } })
  }
}
