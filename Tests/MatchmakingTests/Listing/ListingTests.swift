import Matchmaking
import TestSupport
import Testing

private func listed(_ introduction: String) -> Member {
  Member(
    id: MemberID(high: 4, low: 1), number: "100001", name: "欧阳样例", sex: .woman,
    birth: BirthDate("1995-03-08"), phone: PhoneNumber("15400000001"), height: 165,
    verification: .verified,
    texts: [
      .introduction: introduction, .employer: "泰山青禾机械制造有限公司（样例）", .wechat: "yangli_95",
      .residence: "泰安市泰山区某某路1号", .job: "语文教师", .education: "本科", .interests: "跑步、阅读",
      .criteria: "身高170以上，年龄27-33",
    ])
}

private func scrubbed(_ text: String) -> String {
  let member = listed("")
  return Scrubbed(text, of: member).text
}

@Suite struct `A listing card` {
  @Test(arguments: [
    "我叫欧阳样例", "欧 阳 样 例", "欧阳·样例", "电话15400000001", "１５４００００００００１", "154 0000 0001", "154-0000-0001",
    "1 5 4 0 0 0 0 0 0 0 1", "一五四零零零零零零零一", "幺五四零零零零零零零幺", "壹伍肆零零零零零零零壹", "1五4零0零0零0零1",
    "①⑤④⓪⓪⓪⓪⓪⓪⓪①", "1.5.4.0.0.0.0.0.0.0.1", "154零零零零零零零1", "15400000001微信同号", "微信同号",
    "微信：abcd_1234", "加v：zhangsan", "vx abc123", "WX:ABC123", "ｗｘ：ａｂｃ１２３", "微信号是yangli_95",
    "yangli_95",
    "QQ12345678", "QQ：12345", "扣扣 123 456 789", "邮箱sample@example.com", "sample @ example.com",
    "www.example.com", "370902199503080021", "37090219950308002X", "3709 0219 9503 0800 21",
    "泰山青禾机械制造有限公司", "泰山青禾机械制造", "在泰山青禾机械制造有限公司（样例）上班", "生于1995年3月8日", "1995-03-08", "1995.3.8",
    "3月8日生",
    "一九九五年三月八日", "wxid_abc123456", "0538-8000000", "小红书：sample_home", "1️⃣5️⃣4️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣1️⃣",
    "154\u{200b}0000\u{200b}0001", "¹⁵⁴⁰⁰⁰⁰⁰⁰⁰¹", "𝟏𝟓𝟒𝟎𝟎𝟎𝟎𝟎𝟎𝟎𝟏",
  ])
  func `hides whatever leads to somebody`(text: String) {
    let shown = scrubbed("你好，" + text + "，爱笑")
    #expect(shown.contains("***"), "\(shown)")
    #expect(shown.hasPrefix("你好，") && shown.hasSuffix("，爱笑"))
    // Nothing but the words around may be left: no name, no letters, no digits to speak of.
    let rest = shown.replacing("***", with: "").dropFirst(3).dropLast(3)
    for secret in ["欧", "样例", "青禾", "abc", "154", "1995", "5678", "example"] {
      #expect(!rest.lowercased().contains(secret), "\(shown)")
    }
    #expect(rest.count { $0.isNumber } <= 2, "\(shown)")
  }

  @Test(arguments: [
    "身高170以上，年龄27-33，本科", "27-33 170-180 本科", "月收入8000-10000元", "平时喜欢跑步，一周三次", "2019年来泰安",
    "一心一意，三观相合", "会英语，过了CET-6", "喜欢微信读书", "五湖四海，七上八下", "手机控勿扰", "90后，体重50kg", "愿得一人心，白首不分离",
    "我是一名语文教师，乐观，爱笑。平时喜欢养花。",
  ])
  func `leaves everything else as it is`(text: String) {
    #expect(scrubbed(text) == text)
  }

  @Test func `shows a county and a year, never an address or a birthday`() {
    let face = CardFace(listed("爱笑"))
    #expect(face.place?.fullName == "泰安市泰山区")
    #expect(face.birthYear == 1995 && face.height == 165 && face.education == .bachelor)
    #expect(face.work == .teacher && face.job == "语文教师")
    #expect(face.criteria == "身高170以上，年龄27-33" && face.hidden == 0)
    let shown = "\(face)"
    for secret in ["欧阳", "某某路", "03-08", "154", "青禾", "yangli"] {
      #expect(!shown.contains(secret))
    }
  }

  @Test func `is made only with a consent of that member, for one verified and looking`() throws {
    let day = Day("2026-11-22") ?? .fallback
    var member = listed("爱笑")
    var consents = Consents(of: member.id)
    consents.grant(.listing, on: day)
    let proof = try consents.proof(of: ListingUse.self, on: day)
    #expect(try ListingCard(member, code: "A012", proof: proof).face == CardFace(member))

    var others = Consents(of: MemberID(high: 4, low: 2))
    others.grant(.listing, on: day)
    let foreign = try others.proof(of: ListingUse.self, on: day)
    #expect(throws: ListingRefusal.anotherMember) {
      try ListingCard(member, code: "A012", proof: foreign)
    }
    member.status = .seeing
    #expect(throws: ListingRefusal.notLooking(.seeing)) {
      try ListingCard(member, code: "A012", proof: proof)
    }
    member.status = .single
    member.texts[.marital] = "已婚"
    #expect(throws: ListingRefusal.notLooking(.married)) {
      try ListingCard(member, code: "A012", proof: proof)
    }
    member.texts[.marital] = "离异"
    member.verification = .expired
    #expect(throws: ListingRefusal.notVerified(.expired)) {
      try ListingCard(member, code: "A012", proof: proof)
    }
  }

  @Test(arguments: [
    "jurgen", "JÜRGEN", "Ju\u{308}rgen", "J ü r g e n", "Jürgen", "Ｊｕｒｇｅｎ", "j.u.r.g.e.n",
  ])
  func `hides a name in other letters than its own`(written: String) {
    let member = Member(
      id: MemberID(high: 4, low: 9), number: "1", name: "Jürgen", sex: .man,
      texts: [.introduction: "我叫\(written)，爱笑"])
    #expect(Scrubbed(member.texts[.introduction] ?? "", of: member).text == "我叫***，爱笑")
  }

  @Test(arguments: ["Zoe\u{308}", "Zoë", "ZOE", "Z o e\u{308}"])
  func `hides the mark behind a name's last letter with it`(written: String) {
    let member = Member(id: MemberID(high: 4, low: 9), number: "1", name: "Zoë", sex: .woman)
    #expect(Scrubbed("\(written)爱笑", of: member).text == "***爱笑")
  }

  @Test func `never fails on anything`() {
    let pieces = [
      "1", "５", "四", "微信", "@", ".", " ", "-", "欧阳样例", "年", "月", "日", "x", "é", "👩‍👩‍👧", "\n", "***",
      "同号", "\u{301}",
    ]
    var dice = Dice(seed: 8)
    for _ in 0..<3000 {
      let text = (0..<(1 + dice.roll(14))).map { _ in pieces[dice.roll(pieces.count)] }.joined()
      let once = scrubbed(text)
      #expect(!once.contains("欧阳样例"))
    }
  }
}
