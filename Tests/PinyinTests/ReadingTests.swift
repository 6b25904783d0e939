import Testing

@testable import Pinyin

@Suite struct `Readings of characters and names` {
  @Test(arguments: [
    ("单", "shan"), ("仇", "qiu"), ("解", "xie"), ("区", "ou"), ("查", "zha"), ("曾", "zeng"),
    ("朴", "piao"), ("吕", "lv"), ("盖", "ge"), ("任", "ren"), ("华", "hua"), ("召", "shao"),
    ("员", "yun"), ("秘", "bi"), ("缪", "miao"), ("折", "she"), ("翟", "zhai"), ("乐", "yue"),
    ("宁", "ning"), ("种", "chong"), ("宓", "mi"), ("逄", "pang"), ("厍", "she"), ("啜", "chuai"),
    ("隗", "wei"), ("繁", "po"), ("黑", "he"), ("尉", "wei"), ("覃", "qin"),
  ]) func `a surname has its own reading`(surname: String, reading: String) {
    #expect(Reading.ofName(surname + "强") == [reading, "qiang"])
    #expect(Reading.all(of: Character(surname)).contains(reading))
  }

  @Test(arguments: [
    ("尉迟恭", "yu chi gong"), ("万俟雪", "mo qi xue"), ("单于飞", "chan yu fei"),
    ("令狐冲", "ling hu chong"), ("长孙无忌", "zhang sun wu ji"), ("澹台明", "tan tai ming"),
    ("欧阳娜娜", "ou yang na na"), ("欧阳", "ou yang"), ("尉迟", "yu chi"),
  ]) func `a compound surname is read as one`(name: String, reading: String) {
    #expect(Reading.ofName(name).joined(separator: " ") == reading)
  }

  @Test func `the surname's reading stays at the head`() {
    #expect(Reading.ofName("王单") == ["wang", "dan"])
    #expect(Reading.ofName("单单") == ["shan", "dan"])
    #expect(Reading.ofName("单") == ["dan"])
  }

  @Test(arguments: ["·", "•", ".", "‧", "・"]) func `a middle dot is not read`(dot: String) {
    #expect(Reading.ofName("单杜拉\(dot)买提") == ["dan", "du", "la", "mai", "ti"])
  }

  @Test func `a space inside a name changes no reading`() {
    #expect(Reading.ofName("单 强") == ["shan", "qiang"])
    #expect(Reading.ofName("单　强") == ["shan", "qiang"])
    #expect(Reading.latin("单 强") == "Shan Qiang")
  }

  @Test func `the table is whole: every set leads to syllables`() {
    let sets = (UInt32(0)...0x32400).lazy.map { ReadingTable.shared.set(of: $0) }
    let used = sets.reduce(into: (count: 0, sets: Set<UInt16>())) { used, set in
      if set == 0 { return }
      used.count += 1
      used.sets.insert(set)
    }
    #expect(used.count > 41_000)
    for set in used.sets {
      let places = ReadingTable.shared.range(of: set)
      #expect(1...8 ~= places.count)
      for place in places {
        let letters = ReadingTable.shared.letters(of: ReadingTable.shared.member(place))
        #expect(1...6 ~= letters.count && letters.bytes.allSatisfy { 0x61...0x7a ~= $0 })
      }
    }
  }

  @Test(arguments: [("𬭎", "hong"), ("𫖯", "fu"), ("㛃", "jie")])
  func `characters outside the first block are read`(character: Character, reading: String) {
    #expect(Reading.all(of: character).first == reading)
  }

  @Test func `what is not Han has no reading`() {
    #expect(Reading.all(of: "a").isEmpty)
    #expect(Reading.all(of: "·").isEmpty)
    #expect(Reading.all(of: "😀").isEmpty)
    #expect(Reading.ofName("").isEmpty)
    #expect(Reading.ofName("Tom 王") == ["t", "o", "m", "wang"])
  }

  @Test(arguments: [
    ("单雄信", "S"), ("单 强", "S"), ("仇丽", "Q"), ("解缙", "X"), ("区小姐", "O"), ("欧阳娜娜", "O"), ("尉迟恭", "Y"),
    ("尉敏", "W"), ("万俟雪", "M"), ("单于飞", "C"), ("吕伟", "L"), ("阿卜杜拉·买买提", "A"), ("单杜拉•买提", "D"),
    ("Łukasz", "L"), ("Ørsted", "O"), ("Ångström", "A"), ("Éva", "E"), ("ümit", "U"),
    ("ß-Straße", "S"),
    ("van Dyck", "V"), ("Ｌｉ", "L"), (" 王芳", "W"), ("·王芳", "W"), ("王", "W"), ("㛃丽", "J"),
  ]) func `a name is looked up under the letter its surname is read with`(
    name: String, letter: Character
  ) { #expect(Reading.initial(of: name) == letter) }

  @Test(arguments: ["", " ", "·", "Ольга", "محمد", "김", "12345", "😀", "\u{301}", "ひろ", "?"])
  func `what has no pinyin and no Latin letter has none`(name: String) {
    #expect(Reading.initial(of: name) == nil)
  }

  @Test(arguments: [
    ("吕伟", "Lü Wei"), ("欧阳娜娜", "Ouyang Nana"), ("单雄信", "Shan Xiongxin"),
    ("买买提·艾山", "Maimaiti Aishan"), ("", ""), ("Tom li", "Tom Li"), ("David", "David"),
  ]) func `a name in Latin letters`(name: String, latin: String) {
    #expect(Reading.latin(name) == latin)
  }
}
