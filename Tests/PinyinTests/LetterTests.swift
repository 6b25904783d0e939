import Foundation
import Pinyin
import Testing

@Suite struct `Names in other letters` {
  static let found: [(name: String, queries: [String])] = [
    ("Yvonne", ["Yvonne", "yvonne", "YVONNE", "yv", "Ｙｖｏｎｎｅ"]),
    (
      "Jürgen Groß",
      [
        "Jürgen Groß", "jurgen gross", "JÜRGEN GROSS", "juergen", "Ju\u{308}rgen", "jürgengroß",
        "jurg",
        "Jurgen-Gross", "gross", "GROẞ",
      ]
    ),
    ("Sylvia", ["sylvia", "SYLV", "lvia"]), ("Quvle", ["quvle", "Quvle"]),
    ("Xu\u{308}", ["xü", "xu", "xue"]),
    ("José Ñúñez", ["ñúñez", "nunez", "jose nunez", "JOSÉ", "nu\u{301}n\u{303}ez"]),
    ("Zoë Hall", ["zoe", "zoë", "ZOË HALL"]), ("Łukasz", ["łukasz", "lukasz", "ŁUK", "kasz"]),
    ("Ольга Ивановна", ["ольга", "ОЛЬГА", "ольга ивановна", "иван"]),
    ("Алексей", ["алексей", "алексеи", "АЛЕКСЕИ\u{306}"]), ("Семён", ["семен", "семён"]),
    ("Đặng Hương", ["huong", "đặng", "dang", "dang huong", "DANGHUONG", "Hu\u{31b}o\u{31b}ng"]),
    ("Søren", ["soren", "søren", "soeren", "SØREN", "sören"]),
    ("Müller", ["muller", "müller", "mueller", "MÜLLER", "mu\u{308}ller", "mülle"]),
    ("Åse", ["ase", "åse", "aase", "A\u{30a}se"]), ("Händel", ["handel", "haendel", "händel"]),
    ("Straße", ["strasse", "straße", "STRASSE", "STRAẞE"]),
    ("Æsa Þór", ["aesa", "æsa", "thor", "þór", "aesa thor"]),
    ("Œnone", ["oenone", "œnone"]), ("Ðóra", ["dora", "ðora"]),
    ("İbrahim Işık", ["ibrahim", "isik", "ışık", "IŞIK", "İBRAHİM"]),
    ("Αλέξανδρος", ["αλέξανδρος", "αλεξανδρος", "ΑΛΕΞΑΝΔΡΟΣ", "αλεξ"]),
    ("O'Brien", ["obrien", "o'brien", "O’Brien", "brien"]),
    ("Jean-Luc", ["jean luc", "jeanluc", "jean-luc"]),
    ("ﬁona", ["fiona", "ﬁona"]), ("Ｌｉ Ｎａ", ["li na", "lina", "Ｌｉ"]), ("김민수", ["김민수", "김", "민수"]),
    ("Mary 王", ["mary", "王", "mary王", "mary wang", "marywang", "wang", "mary w"]),
    ("阿卜杜拉·买买提", ["abdl", "阿卜杜拉买买提", "abudula", "maimaiti", "abdlmmt"]),
    ("Ayşe 买买提", ["ayse", "ayşe", "maimaiti", "aysemmt", "AYŞE买买提"]),
    ("Nguyễn Thị Ánh", ["nguyen thi anh", "nguyễn", "anh", "NGUYEN"]),
    ("Čapek", ["capek", "čapek"]),
    ("Björk Guðmundsdóttir", ["bjork", "bjoerk", "gudmundsdottir", "guðmunds"]),
    ("Ștefan Țepeș", ["stefan tepes", "ştefan", "ŢEPEŞ"]),
    ("Çağrı Yıldız", ["cagri", "yildiz", "ÇAĞRI"]),
  ]

  @Test(arguments: found)
  func `are found as they are written, and without marks`(name: String, queries: [String]) {
    for query in queries { #expect(kind(query, name) != nil, "\(query) finds no \(name)") }
    #expect(kind(name, name) == .wholeName)
    #expect(kind(name.uppercased(), name) == .wholeName)
    #expect(kind(name.decomposedStringWithCanonicalMapping, name) == .wholeName)
    #expect(kind(name, name.decomposedStringWithCanonicalMapping) == .wholeName)
  }

  @Test(arguments: [
    ("yuonne", "Yvonne"), ("jvrgen", "Jürgen"), ("jurgen", "Jvrgen"), ("muler", "Müller"),
    ("mueler", "Müller"),
    ("moeller", "Müller"), ("bauer", "Baür"), ("baueer", "Bauer"), ("seoren", "Søren"),
    ("ольга", "Olga"),
    ("olga", "Ольга"), ("zhoe", "Zoë"), ("lu", "Lvov"), ("straze", "Straße"), ("xve", "Xue Li"),
  ])
  func `are not found by what they are not`(query: String, name: String) {
    #expect((kind(query, name) == nil) == (query != "bauer"))
  }

  @Test(arguments: [
    ("xv", "徐静"), ("xü", "徐静"), ("jvn", "军"), ("qvn", "群"), ("yvan", "袁静"), ("yve", "岳飞"),
    ("lü", "吕伟"), ("lv", "吕伟"), ("lu", "吕伟"), ("lyu", "吕伟"), ("LÜ", "吕伟"), ("nv", "女"),
    ("lve", "略"),
    ("lǘqiū", "闾丘"), ("xu\u{308}", "徐静"),
  ])
  func `leave pinyin its own ways to write ü`(query: String, name: String) {
    #expect(kind(query, name) != nil)
  }

  @Test(arguments: [("lü", "陆游"), ("lü", "鲁迅"), ("nü", "怒放"), ("lv", "卢")])
  func `leave ü another vowel than u where somebody types it`(query: String, name: String) {
    #expect(kind(query, name) == nil)
  }

  @Test(arguments: [
    ("nunez", "José Ñúñez", 5..<10), ("gross", "Jürgen Groß", 7..<11),
    ("juergen", "Jürgen Groß", 0..<6),
    ("jurg", "Jürgen Groß", 0..<4), ("ольга", "Ольга Ивановна", 0..<5), ("thor", "Æsa Þór", 4..<7),
    ("aesa", "Æsa Þór", 0..<3), ("wang", "Mary 王", 5..<6), ("aase", "Åse", 0..<3),
    ("sse", "Straße", 4..<6),
    ("zoe", "Zoe\u{308} Hall", 0..<3), ("mmt", "Ayşe 买买提", 5..<8), ("yvonne", "Yvonne", 0..<6),
  ])
  func `show which of them were found`(query: String, name: String, range: Range<Int>) {
    #expect(Emphasis(query: query).range(in: name) == range)
  }

  /// One name after another leads through the same table of states.
  @Test(arguments: [false, true])
  func `are found among others as alone`(isReversed: Bool) {
    let others = [
      "Jxrgen", "Jorgen", "J王rgen", "Mxller", "Möller", "Sören", "Sxren", "Ase", "Xse", "王芳",
    ]
    let names = isReversed ? others + Self.found.map(\.name) : Self.found.map(\.name) + others
    let all = index(of: names)
    for query in Self.found.flatMap(\.queries) {
      var kinds = [MatchKind?](repeating: nil, count: names.count)
      for match in all.search(query, limit: names.count).best { kinds[match.ordinal] = match.kind }
      #expect(kinds == names.map { kind(query, $0) }, "\(query)")
    }
  }

  @Test func `and a last four, and a badge, go together`() {
    var index = SearchIndex()
    index.append(name: "Jürgen", badge: "M07", number: "Ü-12", lastFour: "0007")
    index.append(name: "Jürgen", badge: "M08", number: "13", lastFour: "0008")
    for query in ["jürgen 0007", "juergen0007", "JURGEN 0007"] {
      #expect(index.search(query).best == [Match(ordinal: 0, kind: .nameAndLastFour)], "\(query)")
    }
    #expect(index.search("m8").best.first == Match(ordinal: 1, kind: .badge))
    #expect(index.search("12").best.first == Match(ordinal: 0, kind: .number))
  }

  @Test func `kept as bytes are found as before`() {
    let names = Self.found.map(\.name)
    let whole = index(of: names)
    var copy = SearchIndex()
    let bytes = whole.bytes
    #expect(bytes.withUnsafeBytes { copy.append($0, count: names.count) })
    for (_, queries) in Self.found {
      for query in queries { #expect(copy.search(query) == whole.search(query)) }
    }
  }

  @Test func `bytes of the folding before are made anew`() {
    var old = index(of: ["Jürgen"]).bytes
    old[0] = 1
    var index = SearchIndex()
    #expect(!old.withUnsafeBytes { index.append($0, count: 1) })
    #expect(SearchIndex.version == 2)
  }
}

@Suite struct `How surnames are read` {
  /// Surnames that are read unlike the character, or in two ways by different families.
  static let readings: [(surname: String, readings: [String])] = [
    ("贠", ["yun", "yuan"]), ("貟", ["yun", "yuan"]), ("谌", ["chen", "shen"]),
    ("諶", ["chen", "shen"]),
    ("单", ["shan"]), ("仇", ["qiu"]), ("解", ["xie"]), ("区", ["ou"]), ("查", ["zha"]), ("曾", ["zeng"]),
    ("朴", ["piao"]), ("盖", ["ge", "gai"]), ("葛", ["ge"]), ("缪", ["miao"]), ("乐", ["yue", "le"]),
    ("折", ["she", "zhe"]), ("种", ["chong"]), ("種", ["chong"]), ("冼", ["xian"]), ("洗", ["xian"]),
    ("任", ["ren"]), ("华", ["hua"]), ("纪", ["ji"]), ("柏", ["bai", "bo"]), ("燕", ["yan"]),
    ("召", ["shao", "zhao"]),
    ("员", ["yun", "yuan"]), ("郇", ["xun", "huan"]), ("眭", ["sui"]), ("黑", ["he"]),
    ("翟", ["zhai", "di"]),
    ("隗", ["wei", "kui"]), ("贾", ["jia"]), ("覃", ["qin", "tan"]), ("秘", ["bi", "mi"]),
    ("宓", ["mi", "fu"]),
    ("那", ["na"]), ("能", ["nai"]), ("祭", ["zhai"]), ("载", ["zai", "dai"]), ("郄", ["qie", "xi"]),
    ("郗", ["xi", "chi"]),
    ("郤", ["xi"]), ("都", ["du"]), ("哈", ["ha"]), ("撒", ["sa"]), ("句", ["gou"]), ("繁", ["po"]),
    ("逄", ["pang"]),
    ("逢", ["pang", "feng"]), ("谷", ["gu"]), ("费", ["fei", "bi"]), ("費", ["fei", "bi"]),
    ("贲", ["ben", "fei"]),
    ("镡", ["tan", "chan"]), ("亢", ["kang", "gang"]), ("牟", ["mu", "mou"]), ("乜", ["nie"]),
    ("佴", ["nai"]),
    ("厍", ["she"]), ("仉", ["zhang"]), ("庹", ["tuo"]), ("亓", ["qi"]), ("妫", ["gui"]), ("么", ["yao"]),
    ("幺", ["yao"]),
    ("过", ["guo"]), ("应", ["ying"]), ("要", ["yao"]), ("车", ["che"]), ("宿", ["su"]), ("薄", ["bo"]),
    ("粘", ["nian"]),
    ("藏", ["zang"]), ("炅", ["gui"]), ("笪", ["da"]), ("钭", ["tou"]), ("芮", ["rui"]), ("不", ["fou"]),
    ("弗", ["fei", "fu"]),
    ("厘", ["xi", "li"]), ("浣", ["wan", "huan"]), ("角", ["jue"]), ("莘", ["shen", "xin"]),
    ("晟", ["cheng", "sheng"]),
    ("尉", ["wei", "yu"]), ("石", ["shi"]), ("沈", ["shen"]), ("叶", ["ye"]), ("於", ["yu"]),
    ("称", ["cheng"]), ("长", ["chang"]),
    ("尉迟", ["yuchi"]), ("万俟", ["moqi"]), ("令狐", ["linghu"]), ("澹台", ["tantai"]),
    ("长孙", ["zhangsun"]),
    ("鲜于", ["xianyu"]), ("单于", ["chanyu"]), ("亓官", ["qiguan"]), ("宰父", ["zaifu"]),
    ("皇甫", ["huangfu", "huangpu"]),
    ("毌丘", ["guanqiu"]), ("毋丘", ["guanqiu", "wuqiu"]), ("仉督", ["zhangdu"]), ("甪里", ["luli"]),
    ("库狄", ["shedi"]),
    ("子车", ["ziju"]), ("乐正", ["yuezheng"]), ("夹谷", ["jiagu"]), ("拓跋", ["tuoba"]),
    ("公乘", ["gongsheng"]),
  ]

  @Test(arguments: readings) func `each customary reading finds the person`(
    surname: String, readings: [String]
  ) {
    for reading in readings {
      #expect(kind(reading + "xiaoming", surname + "晓明") == .wholeName, "\(reading) \(surname)")
      let initials = reading.prefix(1) + (surname.count > 1 ? "" : "xm")
      #expect(kind(String(initials), surname + "晓明") != nil)
    }
  }

  @Test func `where families differ the first stands in an order by pinyin`() {
    #expect(Reading.ofName("谌晓明")[0] == "chen")
    #expect(Reading.ofName("贠晓明")[0] == "yun")
    #expect(Reading.ofName("费晓明")[0] == "fei")
    #expect(Reading.ofName("皇甫晓明").prefix(2) == ["huang", "fu"])
  }
}

@Suite struct `Who is found beyond doubt` {
  /// Enter at the door acts on one of these without a question.
  @Test(arguments: [
    ("王志超", true), ("wangzhichao", true), ("m07", true), ("4478", true), ("QD-000123", true),
    ("王 4478", true),
    ("王", false), ("王志", false), ("wang", false), ("wangzhi", false), ("wzc", false), ("wz", false),
    ("志超", false),
    ("zc", false), ("44", false), ("m0", false), ("00012", false),
  ])
  func `has been named whole`(query: String, isExact: Bool) {
    var index = SearchIndex()
    index.append(name: "王志超", badge: "M07", number: "QD-000123", lastFour: "4478")
    index.append(name: "李雷", badge: "F01", number: "QD-000200", lastFour: "1111")
    let best = index.search(query).best.filter { $0.ordinal == 0 }.first
    #expect(best?.kind.isExact == isExact, "\(query): \(String(describing: best?.kind))")
  }

  @Test func `are five kinds of match and no more`() {
    #expect(
      MatchKind.allCases.filter(\.isExact)
        == [.wholeName, .badge, .lastFour, .number, .nameAndLastFour])
  }
}
