import Matchmaking
import Testing

@Suite struct `A person's name` {
  @Test(arguments: [
    ("张三", "张三"), (" 王　芳 ", "王芳"), ("阿卜杜拉•买买提", "阿卜杜拉·买买提"),
    ("阿卜杜拉.买买提", "阿卜杜拉·买买提"), ("阿卜杜拉．买买提", "阿卜杜拉·买买提"),
    ("阿卜杜拉‧买买提", "阿卜杜拉·买买提"), ("阿卜杜拉 · 买买提", "阿卜杜拉·买买提"), ("𠮷田", "𠮷田"),
    ("J. Smith", "J. Smith"), ("John   Smith", "John Smith"), ("张\n三", "张三"),
    ("", nil), ("...", nil), ("123", nil),
  ])
  func `loses stray blanks and gets its middle dot`(_ text: String, _ expected: String?) {
    #expect(PersonName(text)?.text == expected)
  }

  @Test func `has at most thirty characters`() {
    #expect(PersonName(String(repeating: "长", count: 30))?.isTooLong == false)
    #expect(PersonName(String(repeating: "长", count: 31))?.isTooLong == true)
  }
}
