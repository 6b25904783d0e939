import Matchmaking
import Testing

@Suite struct `Facts as people write them` {
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
    #expect(FieldReading.birth(text)?.description == expected)
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
    #expect(FieldReading.height(text) == expected)
  }

  @Test(arguments: [
    ("A001", "A001"), (" 007 ", "007"), ("ｎ１", "n1"), ("1.2E+11", nil), ("C++", "C++"),
    ("1+1", "1+1"),
  ])
  func `member numbers`(_ text: String, _ expected: String?) {
    #expect(FieldReading.number(text) == expected)
  }
}
