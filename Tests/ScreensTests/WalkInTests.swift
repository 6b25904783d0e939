import Canvas
import Matchmaking
import Screens
import Testing
import Wording

@Suite struct `A walk-in` {
  var hall = Hall()

  @Test mutating func `a walk-in is four fields and F2`() {
    hall.register["尉迟恭"] = []
    hall.type("尉迟恭")
    hall.press(.f2)
    hall.press(.enter)
    hall.type("女")
    hall.press(.enter)
    hall.type("138 0000 1111")
    hall.press(.f2)
    guard case .walkIn(_, .stranger(let name, let sex, let phone, _), false)? = hall.changes().last
    else {
      Issue.record("no walk-in was asked for")
      return
    }
    #expect(name == "尉迟恭")
    #expect(sex == .woman)
    #expect(phone == PhoneNumber("13800001111"))
    #expect(hall.shows("现场报名并签到，已保存"))
  }

  @Test mutating func `a walk-in who is in the register is taken from there`() {
    hall.type("尉迟恭")
    hall.press(.f2, .down, .down, .enter)
    #expect(
      hall.changes().contains(
        .walkIn(hall.evening.event.id, .member(SampleEvening.member(131)), overriding: false)))
  }

  /// Somebody of the register of whom it has no sex.
  private func nameless() -> Member {
    var member = SampleEvening.member(at: 130)
    member.sex = nil
    return member
  }

  @Test mutating func `somebody of the register without a sex is given one in the form`() {
    let known = nameless()
    hall.register["尉迟恭"] = [known]
    hall.type("尉迟恭")
    hall.press(.f2, .down, .enter)
    #expect(hall.shows("名册里没有，请选男或女"))
    #expect(walkIns().isEmpty)
    hall.type("女")
    hall.press(.enter)
    #expect(
      walkIns()
        == [
          .walkIn(
            hall.evening.event.id, .member(known.id, sex: .woman), overriding: false)
        ])
  }

  @Test mutating func `the sex that was chosen before is taken for them`() {
    let known = nameless()
    hall.register["尉迟恭"] = [known]
    hall.press(.f2)
    hall.type("尉迟恭")
    hall.press(.enter)
    hall.type("男")
    hall.press(.down, .enter)
    #expect(
      walkIns()
        == [.walkIn(hall.evening.event.id, .member(known.id, sex: .man), overriding: false)])
  }

  @Test mutating func `whoever is marked next is asked anew, and one pool asks nobody`() {
    hall.register["尉迟恭"] = [nameless(), SampleEvening.member(at: 131)]
    hall.type("尉迟恭")
    hall.press(.f2, .down, .enter, .down, .enter)
    #expect(
      walkIns()
        == [
          .walkIn(hall.evening.event.id, .member(SampleEvening.member(131)), overriding: false)
        ])
    hall = Hall(SampleEvening.evening(of: SampleEvening.event(pools: .one)))
    hall.register["尉迟恭"] = [nameless()]
    hall.type("尉迟恭")
    hall.press(.f2, .down, .enter)
    #expect(
      walkIns()
        == [
          .walkIn(hall.evening.event.id, .member(SampleEvening.member(130)), overriding: false)
        ])
  }

  @Test mutating func `a walk-in without a name is not sent`() {
    hall.press(.f2, .f2)
    #expect(hall.shows("请填写姓名"))
    #expect(!hall.changes().contains { if case .walkIn = $0 { true } else { false } })
  }

  /// Everything typed that a new person needs.
  private mutating func enter(_ name: String, phone: String = "") {
    hall.press(.f2)
    hall.type(name)
    hall.press(.enter)
    hall.type("男")
    hall.press(.enter)
    hall.type(phone)
  }

  private mutating func walkIns() -> [Change] {
    hall.changes().filter { if case .walkIn = $0 { true } else { false } }
  }

  @Test mutating func `a namesake of the register is asked about before anybody new is made`() {
    hall.register["刘丽娜"] = [SampleEvening.member(at: 130)]
    let known = SampleEvening.member(at: 130)
    hall.register[known.name] = [known]
    enter(known.name)
    #expect(hall.shows("名册里已有 1 位同名的人"))
    hall.press(.f2)
    #expect(hall.shows("是同一个人吗？"))
    #expect(known.phone?.digits == "13800001130" && hall.shows("138****1130"))
    hall.press(.enter, .f2, .f2)
    #expect(walkIns().isEmpty)
    // The one who is known is marked: Escape and Enter take that person.
    hall.press(.escape, .enter)
    #expect(
      walkIns() == [.walkIn(hall.evening.event.id, .member(known.id), overriding: false)])
  }

  @Test(arguments: [
    "Jürgen Groß", "JÜRGEN GROSS", "jurgen gross", "Juergen Groß", "Ju\u{308}rgen Groß",
  ])
  func `a namesake in other letters is asked about as well`(typed: String) {
    var copy = self
    var known = SampleEvening.member(at: 130)
    known.name = "Jürgen Groß"
    known.sex = .man
    copy.hall.register[typed] = [known]
    copy.enter(typed)
    copy.hall.press(.f2)
    #expect(copy.hall.shows("是同一个人吗？"))
    #expect(copy.walkIns().isEmpty)
  }

  @Test mutating func `a name that is nobody's pinyin goes on into the form`() {
    hall.type("Ольга")
    hall.press(.f2)
    hall.press(.f2)
    #expect(!hall.shows("请填写姓名"))
    #expect(hall.shows("请选男或女"))
  }

  @Test mutating func `a real namesake comes in by F8`() {
    let known = SampleEvening.member(at: 130)
    hall.register[known.name] = [known]
    enter(known.name, phone: "13811112222")
    hall.register["13811112222"] = []
    hall.press(.f2, .f8)
    guard case .walkIn(_, .stranger(let name, _, let phone, _), false)? = walkIns().last else {
      Issue.record("nobody was entered")
      return
    }
    #expect(name == known.name)
    #expect(phone == PhoneNumber("13811112222"))
  }

  @Test mutating func `a phone number of the register is that person's, whatever the name`() {
    let known = SampleEvening.member(at: 130)
    let phone = known.phone?.digits ?? ""
    hall.register["尉迟恭"] = []
    hall.register[phone] = [known]
    enter("尉迟恭", phone: phone)
    #expect(hall.shows("这个手机号是 \(known.name) 的"))
    hall.press(.f2)
    #expect(walkIns().isEmpty)
    hall.press(.enter)
    #expect(
      walkIns() == [.walkIn(hall.evening.event.id, .member(known.id), overriding: false)])
  }

  @Test mutating func `a guest is said to be one and checked in, not entered again`() {
    let guest = hall.evening.guests[98]
    hall.register["买买提"] = [SampleEvening.member(at: 98)]
    hall.press(.f2)
    hall.type("买买提")
    #expect(hall.shows("已报名 男50"))
    hall.press(.down, .enter)
    #expect(hall.changes().contains(.checkIn(guest.id, overriding: false)))
    #expect(hall.evening.guest(guest.id)?.registration.status == .checkedIn)
  }

  @Test mutating func `F2 pressed before the register has answered waits for it`() {
    let known = SampleEvening.member(at: 130)
    hall.register[known.name] = [known]
    hall.press(.f2)
    hall.isSlow = true
    hall.type(known.name)
    hall.press(.enter)
    hall.type("男")
    hall.press(.f2)
    #expect(hall.shows("正在查名册"))
    #expect(walkIns().isEmpty)
    let questions = hall.questioned.filter { if case .loadMembers = $0 { true } else { false } }
    hall.isSlow = false
    hall.answer(.failed(.store(.busy(path: "store.sqlite"))))
    #expect(!hall.shows("正在查名册"))
    hall.press(.f2)
    _ = questions
    #expect(walkIns().count == 1)
  }

  @Test mutating func `a phone number typed at the door goes on being one`() {
    hall.type("13911110000")
    hall.press(.f2)
    #expect(hall.shows("13911110000"))
  }
}
