import Testing

@testable import Pinyin

@Suite struct `Names as the host says them` {
  @Test(arguments: [
    ("单雄信", "Shàn Xióngxìn"), ("仇英", "Qiú Yīng"), ("解晓东", "Xiè Xiǎodōng"), ("区建国", "Ōu Jiànguó"),
    ("查良镛", "Zhā Liángyōng"), ("曾国", "Zēng Guó"), ("朴志", "Piáo Zhì"), ("尉迟恭", "Yùchí Gōng"),
    ("万俟雪", "Mòqí Xuě"), ("吕伟", "Lǚ Wěi"), ("欧阳娜", "Ōuyáng Nà"), ("任盈盈", "Rén Yíngyíng"),
    ("华罗庚", "Huà Luógēng"), ("葛优", "Gě Yōu"), ("令狐冲", "Línghú Chōng"), ("王芳", "Wáng Fāng"),
    ("李傅", "Lǐ Fù"),
    ("刘秀英", "Liú Xiùyīng"), ("覃海", "Qín Hǎi"), ("诸葛亮", "Zhūgě Liàng"), ("过晓", "Guō Xiǎo"),
    ("李娜华", "Lǐ Nàhuá"), ("李子涵", "Lǐ Zǐhán"), ("张晨", "Zhāng Chén"), ("傅友西", "Fù Yǒuxī"),
    ("楚欢", "Chǔ Huān"),
    ("戚仙", "Qī Xiān"), ("皇甫楚", "Huángfǔ Chǔ"), ("西门夫", "Xīmén Fū"), ("涂宜", "Tú Yí"),
    ("伍鹊", "Wǔ Què"),
  ]) func `with the marks of the tones, the surname's own reading first`(
    name: String, said: String
  ) {
    #expect(Reading.spoken(name) == said)
  }

  @Test(arguments: [
    ("hao", 3, "hǎo"), ("gou", 2, "góu"), ("gui", 4, "guì"), ("liu", 2, "liú"), ("lv", 3, "lǚ"),
    ("lve", 4, "lüè"), ("xiong", 2, "xióng"), ("er", 2, "ér"), ("yuan", 1, "yuān"), ("ng", 2, "ng"),
    ("de", 5, "de"), ("ma", 0, "ma"), ("nv", 0, "nü"), ("", 3, ""),
  ]) func `the mark stands where it is written`(syllable: String, tone: Int, marked: String) {
    #expect(ToneMark.marked(syllable, tone) == marked)
  }

  @Test(arguments: ["", " ", "·", "A", "Anna", "🎉", "阿卜杜拉·买买提", "𠮷田", "王 芳", "07"])
  func `whatever stands in a name is no crash, and the letters are those without marks`(
    name: String
  ) {
    #expect(Reading.spoken(name).count == Reading.latin(name).count)
  }

  @Test func `each surname of the table has a tone for each of its characters`() {
    for name in ["单", "尉迟", "万俟", "萬俟", "贠", "厘", "黑", "库狄", "叶赫那拉"] {
      let tones = Tones.shared.ofName(Array(name), head: Array(repeating: "", count: name.count))
      #expect(tones.count == name.count && tones.allSatisfy { (1...5).contains($0) }, "\(name)")
    }
  }
}
