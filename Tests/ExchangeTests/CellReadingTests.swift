import Matchmaking
import Testing

@testable import Exchange

@Suite struct `Reading single cells` {
  @Test(arguments: [
    ("1992", "1992"), ("1992年", "1992"), ("1992-05", "1992-05"), ("1992/5/4", "1992-05-04"),
    ("1992年5月", "1992-05"), ("1992年5月4日", "1992-05-04"), ("1992 年 05 月 04 号", "1992-05-04"),
    ("1992.5.4", "1992-05-04"), ("1992.05", "1992-05"), ("19920504", "1992-05-04"),
    ("199205", "1992-05"), ("１９９２－０５", "1992-05"), ("1992/05/04 12:00:00", "1992-05-04"),
    ("1992-05-04T00:00:00", "1992-05-04"),
    ("1992-13", nil), ("1992-02-30", nil), ("92-05", nil), ("33728", nil), ("May-92", nil),
    ("1992--05", nil), ("-1992", nil), ("1992-", nil), ("约1992", nil),
    ("99999999999999999999", nil),
  ])
  func `birth dates`(_ text: String, _ expected: String?) {
    #expect(CellReading.birth(text)?.description == expected)
  }

  @Test(arguments: [
    ("175", 175), ("175cm", 175), ("175 CM", 175), ("175厘米", 175), ("175公分", 175), ("1.75", 175),
    ("1.75m", 175), ("1.75米", 175), ("1米75", 175), ("1米7", 170), ("1m68", 168), ("175.5", 176),
    ("１７５", 175), ("1.7", 170), ("120", 120), ("230", 230),
    ("119", nil), ("231", nil), ("17", nil), ("1750", nil), ("170-175", nil), ("高", nil),
    ("1.", nil),
    ("", nil), ("1.75.5", nil), ("五尺", nil),
  ])
  func `heights in centimetres`(_ text: String, _ expected: Int?) {
    #expect(CellReading.height(text) == expected)
  }

  @Test(arguments: [
    ("张三", "张三"), (" 王　芳 ", "王芳"), ("阿卜杜拉•买买提", "阿卜杜拉·买买提"),
    ("阿卜杜拉.买买提", "阿卜杜拉·买买提"), ("阿卜杜拉．买买提", "阿卜杜拉·买买提"),
    ("阿卜杜拉‧买买提", "阿卜杜拉·买买提"), ("阿卜杜拉 · 买买提", "阿卜杜拉·买买提"), ("𠮷田", "𠮷田"),
    ("J. Smith", "J. Smith"), ("John   Smith", "John Smith"), ("张\n三", "张三"),
    ("", nil), ("...", nil), ("123", nil),
  ])
  func `names`(_ text: String, _ expected: String?) {
    #expect(PersonName(text)?.text == expected)
  }

  @Test(arguments: [
    ("11010519491231002X", "002X", Sex.woman), ("11010519491231002x", "002X", .woman),
    ("440524188001010014", nil, nil), ("440524198001010013", "0013", .man),
    ("110105194912310021", nil, nil), ("110105194913310029", nil, nil),
    ("370102199205040000", nil, nil), ("37010219920504", nil, nil),
    ("X1010519491231002X", nil, nil),
  ])
  func `resident numbers by GB 11643`(_ text: String, _ lastFour: String?, _ sex: Sex?) {
    #expect(ResidentNumber(text)?.lastFour == lastFour)
    #expect(ResidentNumber(text)?.sex == sex)
  }

  @Test(arguments: [
    ("A001", "A001"), (" 007 ", "007"), ("ｎ１", "n1"), ("1.2E+11", nil), ("C++", "C++"),
    ("1+1", "1+1"),
  ])
  func `member numbers`(_ text: String, _ expected: String?) {
    #expect(CellReading.number(text) == expected)
  }

  @Test(arguments: [
    ("a\u{200b}b", "ab", true), ("a\tb", "a b", false), ("a\r\nb\rc", "a\nb\nc", false),
    ("a\u{1b}[31mb", "a[31mb", true), ("a\u{85}b", "a\nb", false), ("a\u{9b}b", "ab", true),
    ("a\u{202e}b\u{2066}c", "abc", true), ("\u{feff}a", "a", true),
    ("\u{3164}a\u{ffa0}", "a", true),
    ("“张三”，。", "“张三”，。", false), ("葛\u{e0100}", "葛\u{e0100}", false), ("a\u{e0041}", "a", true),
    ("a\u{61c}b\u{ad}c\u{7f}", "abc", true), ("a\u{115f}b\u{180e}", "ab", true),
  ])
  func `plain text`(_ raw: String, _ text: String, _ lost: Bool) {
    #expect(Array(PlainText(raw).text.unicodeScalars) == Array(text.unicodeScalars))
    #expect(PlainText(raw).lostCharacters == lost)
  }

  @Test func `no character that must go slips past the quick look`() {
    for value in UInt32(0)...0x10ffff {
      guard let scalar = Unicode.Scalar(value), PlainText.isForbidden(scalar) else { continue }
      // Tabs and line ends become blanks; all others go.
      #expect(PlainText("张" + String(scalar)).text.trimmed == "张")
    }
  }
}
