import Pinyin
import Testing

/// An index over names alone.
func index(of names: [String]) -> SearchIndex {
  var index = SearchIndex(capacity: names.count)
  for name in names { index.append(name: name) }
  return index
}

/// The kind by which a query finds a name, if it does.
func kind(_ query: String, _ name: String, tolerant: Bool = false) -> MatchKind? {
  index(of: [name]).search(query, limit: 1, tolerant: tolerant).best.first?.kind
}

@Suite struct `Searching by pinyin` {
  @Test(arguments: [
    ("王志超", MatchKind.wholeName), ("wangzhichao", .wholeName), ("WangZhiChao", .wholeName),
    ("ｗａｎｇzhichao", .wholeName), ("wang zhi chao", .wholeName), ("wang'zhi'chao", .wholeName),
    ("wáng zhì chāo", .wholeName), ("wang志超", .wholeName), ("王", .hanPrefix),
    ("王志", .hanPrefix), ("wang", .pinyinPrefix), ("wangzhi", .pinyinPrefix),
    ("w", .pinyinPartial), ("wangzh", .pinyinPartial), ("wangzhic", .pinyinPartial),
    ("wzc", .wholeInitials), ("WZC", .wholeInitials), ("w z c", .wholeInitials),
    ("wzhch", .wholeInitials), ("wangzc", .wholeInitials), ("wzchao", .wholeInitials),
    ("wzhichao", .wholeInitials), ("wang志c", .pinyinPartial), ("w志超", .wholeInitials),
    ("wz", .initialsPrefix), ("zhichao", .inside), ("志超", .inside), ("超", .inside),
    ("zc", .insideInitials), ("zhic", .insideInitials), ("c", .insideInitials),
  ]) func `王志超 is found by`(query: String, expected: MatchKind) {
    #expect(kind(query, "王志超") == expected)
  }

  @Test(arguments: [
    "wc", "zw", "wangchao", "王超", "wangzhichaoo", "wangzhichaow", "cz", "ang", "zhichaow", "x",
    "", " ", "'", "wa ng", "王王", "1", "wzc1", "𬭎",
  ]) func `王志超 is not found by`(query: String) {
    #expect(kind(query, "王志超") == nil)
  }

  @Test func `单 as a surname is found under shan, and under its other readings`() {
    #expect(kind("shanxx", "单雄信") == .wholeInitials)
    #expect(kind("danxx", "单雄信") == .wholeInitials)
    #expect(kind("chan", "单雄信") == .pinyinPrefix)
    #expect(kind("sxx", "单雄信") == .wholeInitials)
  }

  @Test func `every reading of every character is combined`() {
    for first in ["zeng", "ceng"] {
      for second in ["yue", "le"] {
        #expect(kind(first + second, "曾乐") == .wholeName)
      }
    }
    #expect(kind("cl", "曾乐") == .wholeInitials)
    #expect(kind("zy", "曾乐") == .wholeInitials)
  }

  @Test(arguments: ["lv", "lu", "lü", "LÜ", "lyu", "lu\u{308}", "lǚ"])
  func `吕 is found by`(query: String) {
    #expect(kind(query, "吕伟") == .pinyinPrefix)
    #expect(kind(query + "wei", "吕伟") == .wholeName)
  }

  @Test func `v stands for u after j, q, x and y`() {
    #expect(kind("xv", "徐静") == .pinyinPrefix)
    #expect(kind("yvan", "袁静") == .pinyinPrefix)
  }

  @Test func `an apostrophe or a space divides syllables`() {
    #expect(kind("xi'an", "西安") == .wholeName)
    #expect(kind("xi’an", "西安") == .wholeName)
    #expect(kind("xi an", "先进") == nil)
    #expect(kind("xi\u{2bc}an", "西安") == .wholeName)
    #expect(kind("xi\u{2bc}an", "先进") == nil)
    #expect(kind("xian", "先进") == .pinyinPrefix)
    #expect(kind("xian", "西安") == .wholeName)
  }

  @Test(arguments: ["阿卜杜拉·买买提", "阿卜杜拉•买买提", "阿卜杜拉.买买提", "阿卜杜拉‧买买提"])
  func `a middle dot is the same however it is typed`(name: String) {
    #expect(kind("阿卜杜拉·买买提", name) == .wholeName)
    #expect(kind("阿卜杜拉买买提", name) == .wholeName)
    #expect(kind("阿卜杜拉.买", name) == .hanPrefix)
    #expect(kind("abdlmmt", name) == .wholeInitials)
    #expect(kind("maimaiti", name) == .inside)
  }

  @Test func `characters outside the basic plane are found`() {
    #expect(kind("𬭎", "张𬭎") == .inside)
    #expect(kind("zhanghong", "张𬭎") == .wholeName)
    #expect(kind("zh", "张𫖯") == .pinyinPartial)
    #expect(kind("zf", "张𫖯") == .wholeInitials)
  }

  @Test func `Latin names are found by their letters`() {
    #expect(kind("tom", "Tom Li") == .pinyinPrefix)
    #expect(kind("TOM LI", "Tom Li") == .wholeName)
  }

  @Test func `a name of any length is found`() {
    let name = String(repeating: "买", count: 300)
    #expect(kind("买", name) == .hanPrefix)
    #expect(kind(String(repeating: "mai", count: 20), name) == .pinyinPrefix)
    #expect(kind(String(repeating: "m", count: 500), name) == nil)
  }

  @Test(arguments: [
    ("zangsan", "张三"), ("zhangshan", "张三"), ("liulan", "刘楠"), ("niulan", "刘楠"),
    ("wanglin", "王玲"), ("wanpin", "王萍"), ("cenchen", "程晨"), ("zs", "张帅"), ("zsh", "张三"),
  ]) func `tolerance forgives what speakers do not tell apart`(query: String, name: String) {
    #expect(kind(query, name, tolerant: true) != nil)
  }

  @Test func `without tolerance it does not`() {
    #expect(kind("zangsan", "张三") == nil)
    #expect(kind("niulan", "刘楠") == nil)
  }
}

@Suite struct `The order of what is found` {
  @Test func `whole names first, then beginnings, then initials, then the inside`() {
    let names = ["李王志", "王志", "王志超", "汪泽", "王子", "王志远"]
    let found = index(of: names).search("王志")
    #expect(found.best.map { names[$0.ordinal] } == ["王志", "王志超", "王志远", "李王志"])
    let typed = index(of: names).search("wz")
    #expect(typed.best.map(\.ordinal) == [1, 3, 4, 2, 5, 0])
  }

  @Test func `equals keep the order of the entries`() {
    let found = index(of: ["王芳", "王伟", "王芳", "王强"]).search("wang")
    #expect(found.best.map(\.ordinal) == [0, 1, 2, 3])
  }

  @Test func `the total counts what the limit leaves out`() {
    let found = index(of: Array(repeating: "王芳", count: 50) + ["王"]).search("wang", limit: 3)
    #expect(found.total == 51)
    #expect(found.best.map(\.ordinal) == [50, 0, 1])
    #expect(index(of: ["王芳"]).search("w", limit: 0).total == 1)
    #expect(index(of: ["王芳"]).search("w", limit: 0).best.isEmpty)
  }
}
