import Matchmaking
import Testing

@Suite struct `A resident number` {
  @Test(arguments: [
    ("11010519491231002X", "002X", Sex.woman), ("11010519491231002x", "002X", .woman),
    ("440524188001010014", nil, nil), ("440524198001010013", "0013", .man),
    ("110105194912310021", nil, nil), ("110105194913310029", nil, nil),
    ("370102199205040000", nil, nil), ("37010219920504", nil, nil),
    ("X1010519491231002X", nil, nil),
  ])
  func `is read as GB 11643 says`(_ text: String, _ lastFour: String?, _ sex: Sex?) {
    #expect(ResidentNumber(text)?.lastFour == lastFour)
    #expect(ResidentNumber(text)?.sex == sex)
  }

  @Test(arguments: [
    ("身份证 11010519491231002X 已看", true), ("１１０１０５１９４９１２３１００２１", true),
    ("110105194912310000", true), ("110105194913310029", false), ("1101051949123100211", false),
    ("13800010007", false), ("", false),
  ])
  func `is noticed inside a text, right or spoilt`(_ text: String, _ isHidden: Bool) {
    #expect(ResidentNumber.isHidden(in: text) == isHidden)
  }

  @Test(arguments: [
    ("11010519491231002X", "**************002X"), ("110105194912310 x", "***********2310 x"),
    ("电话 13800010007", "电话 13800010007"),
  ])
  func `is masked in a report but for its last four`(_ text: String, _ masked: String) {
    #expect(ResidentNumber.masked(text) == masked)
  }
}
