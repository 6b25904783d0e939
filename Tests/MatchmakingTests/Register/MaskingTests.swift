import Testing

@testable import Matchmaking

@Suite struct `Numbers in what others can see` {
  @Test(arguments: [
    ("13800138000", "138****8000"), ("孤山灯塔 13912345678", "孤山灯塔 139****5678"),
    ("手机13912345678，晚上打", "手机139****5678，晚上打"),
    ("138 0013 8000", "138 **** 8000"), ("138 0001 00071", "138 **** *0071"),
    ("138-0001-000", "13*-***1-000"), ("138-0013-8000", "138-****-8000"),
    ("(138)0013-8000", "(138)****-8000"), ("138.0013.8000", "138.****.8000"),
    ("138 00138000", "138 ****8000"), ("1380013 8000", "138**** 8000"),
    ("1 3 8 0 0 1 3 8 0 0 0", "1 3 8 * * * * 8 0 0 0"),
    ("138\u{3000}0013\u{3000}8000", "138\u{3000}****\u{3000}8000"),
    ("138\u{a0}0013\u{a0}8000", "138\u{a0}****\u{a0}8000"),
    ("+86 138 0013 8000", "+86 138 **** 8000"), ("+86-138-0013-8000", "+86-138-****-8000"),
    ("0086 13800138000", "0086 138****8000"), ("8613800138000", "861******8000"),
    ("１３８００１３８０００", "１３８****８０００"), ("１３８ ００１３ ８０００", "１３８ **** ８０００"),
    ("٠١٢٣٤٥٦٧٨٩٠", "٠١٢****٧٨٩٠"),
    ("0538-8123456", "0538-****456"), ("(0538) 812-3456", "(0538) ***-*456"),
    ("010-81234567", "010-****4567"), ("8123456", "****456"), ("81234567", "****4567"),
    ("912345678", "9****5678"), ("1391234567", "13****4567"),
    ("990000199605040024", "990***********0024"),
    ("25岁 139 1234 5678 银行", "25岁 139 **** 5678 银行"),
    ("154 0000 0001154 0000 0001", "154 0000 ****154 **** 0001"),
    ("13912345678/13812340000", "139****5678/138****0000"),
    ("13912345678 13812340000", "139****5678 138****0000"),
  ])
  func `are hidden in the middle`(_ text: String, _ shown: String) {
    #expect(Masking.numbers(in: text) == shown)
    #expect(Masking.numbers(in: shown) == shown)
  }

  @Test(arguments: [
    "", "市一院", "泰安市第4中学", "100001", "2026-08-19", "2026/08/19 19:30:00", "20260819", "19930101",
    "8000-10000", "1.78米", "170/65", "3班 12楼 405", "10000元以上", "24小时", "2026年8月19日", "鹊",
    "三八〇〇一三八", "F12 3 7 21", "12 34 56", "1993.01.01",
  ])
  func `that nobody can be called by stay`(text: String) {
    #expect(Masking.numbers(in: text) == text)
    #expect(Masking.phones(in: text) == text)
  }

  @Test(arguments: [
    ("20230000017", "20230000017"), ("编号2023000001", "编号2023000001"), ("912345678", "912345678"),
    ("13912345678", "139****5678"), ("找 139-1234-5678", "找 139-****-5678"),
    ("8613912345678", "861******5678"), ("138123456789", "138123456789"),
  ])
  func `but for phones stay where people are found by them`(_ text: String, _ shown: String) {
    #expect(Masking.phones(in: text) == shown)
  }

  @Test func `never show more than seven digits of one`() {
    for count in 7...30 {
      let text = String("98765432109876543210987654321098765".prefix(count))
      let shown = Masking.numbers(in: text)
      #expect(shown.count(where: \.isNumber) <= min(7, count - 4), "\(shown)")
    }
  }

  @Test func `are hidden in every text of a member, not in what people are found by`() throws {
    var member = Member(id: MemberID(high: 1, low: 1), number: "13912345670", name: "王芳")
    member.phone = PhoneNumber("13912345678")
    for text in MemberText.allCases { member.texts[text] = "电话 139 1234 5678" }
    member.extras = ["紧急联系人": "13912345678"]
    for field in MemberField.all + [.extra("紧急联系人")] where field != .number {
      #expect(!member.shown(field).contains("1234"), "\(field)")
    }
    #expect(member.shown(.number) == "13912345670")
  }
}
