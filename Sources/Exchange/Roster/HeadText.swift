import Characters

/// A head taken apart: what may be the name of a detail, and what stands around it.
///
/// `3、您的手机号码是？（11位）` may be 手机号码 and has an aside, `11位`; of a head of several lines the first may be
/// the name and the others a note on how to fill the column in, or it was only broken to be narrow.
struct HeadText {
  /// The whole, then the first lines of it only; without numbering and notes.
  let bases: [String]
  /// What stands in brackets, or behind the name as a note, without blanks.
  let asides: [String]

  init(_ head: String) {
    var lines = [""]
    var asides: [String] = []
    var depth = 0
    var length = 0
    for scalar in PlainText(head, lines: .kept).text.unicodeScalars {
      // What is dropped from a head does not count, so that it never decides what is read.
      if !Self.dropped.contains(scalar), !scalar.narrowed.isBlank { length += 1 }
      if length > Self.longest { break }
      switch scalar.narrowed {
      case "(", "[", "【", "〔", "{", "<", "《":
        if depth == 0 { asides.append("") }
        depth += 1
      case ")", "]", "】", "〕", "}", ">", "》": depth = max(0, depth - 1)
      case "\n" where depth == 0: lines.append("")
      case let plain where plain.isBlank: continue
      case let plain where depth > 0: asides[asides.count - 1].append(Self.folded(plain))
      case let plain: lines[lines.count - 1].append(Self.folded(plain))
      }
    }
    var bases: [String] = []
    func add(_ name: String) {
      let cut = Self.withoutNote(Self.withoutNumbering(name))
      if !cut.note.isEmpty { asides.append(cut.note) }
      let base = Self.bare(cut.name)
      if !base.isEmpty, !bases.contains(base) { bases.append(base) }
    }
    lines = lines.filter { !$0.isEmpty }
    for count in stride(from: lines.count, through: 1, by: -1) {
      add(lines.prefix(count).joined())
      if count < lines.count { asides.append(lines[count]) }
    }
    self.bases = bases
    self.asides = asides
  }

  /// The bases, then with less and less around the name. Most heads are known without.
  var names: [String] {
    var names = bases
    for base in bases {
      for form in Self.forms(of: base) where !names.contains(form) { names.append(form) }
    }
    return names
  }

  /// As the tables of heads have it: the plainest reading of a head that is a name and nothing else.
  static func plain(_ head: String) -> String { HeadText(head).bases.first ?? "" }

  /// Nothing behind so many characters is looked at: a note may be long, and its name stands before it.
  private static let longest = 600

  // MARK: - Characters

  private static let dropped = Set("*?※★●☆\"'“”‘’_`".unicodeScalars)

  private static func folded(_ scalar: Unicode.Scalar) -> String {
    if dropped.contains(scalar) { return "" }
    let plain = simplified[scalar] ?? scalar
    return String(plain).lowercased()
  }

  /// The traditional characters that heads are written with.
  private static let simplified: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs = Array(
      ("別别聯联繫系繋系絡络電电話话機机號号碼码學学歷历單单職职業业務务體体貫贯狀状況况備备註注擇择興兴愛爱證证編编現现紅红簡简"
        + "紹绍員员參参與与稱称負负責责齡龄實实時时間间應应對对鄉乡屬属戶户產产購购車车獨独資资會会親亲觀观點点級级縣县統统門门類类"
        + "術术專专長长標标條条種种題题項项動动連连態态總总計计數数據据籤签說说説说於于個个處处區区國国團团隊队廠厂醫医兒儿顏颜徵征"
        + "領领導导審审覈核驗验錄录聲声簽签薪薪聘聘婦妇歲岁億亿萬万幣币課课誌志").unicodeScalars)
    return Dictionary(
      uniqueKeysWithValues: stride(from: 0, to: pairs.count, by: 2).map {
        (pairs[$0], pairs[$0 + 1])
      })
  }()

  // MARK: - What stands around a name

  /// Where a note on how to fill the column in begins, by the first character.
  private static let notes = Dictionary(grouping: beginnings) { $0.first ?? " " }
  private static let beginnings = [
    "格式", "例如", "例:", "如:", "例：", "示例", "注:", "注意", "说明:", "请按", "请如实", "请以", "请务必", "请勿", "请填",
    "请选", "请输",
    "请写", "必填", "选填", "精确到", "精确至", "按身份证", "以身份证", "与身份证", "没有填", "没有请",
    "若无", "如无",
    "e.g", "eg.", "format", "optional", "required", "please", "yyyy", "单选题", "多选题", "填空题", "下拉题",
  ]

  private static func withoutNote(_ name: String) -> (name: String, note: String) {
    for start in name.indices.dropFirst() {
      let rest = name[start...]
      if isNote(rest) && !"备附".contains(name[name.index(before: start)]) || isUnitNote(rest) {
        return (String(name[..<start]), String(rest))
      }
    }
    return (name, "")
  }

  /// A colon that only ends the head begins nothing: `补充说明：`.
  private static func isNote(_ text: Substring) -> Bool {
    guard let found = text.first.flatMap({ notes[$0]?.first(where: text.hasPrefix) }) else {
      return false
    }
    return text.count > found.count || !":：".contains(found.last ?? " ")
  }

  /// `单位：厘米`; but 工作单位 is an employer, whatever stands behind it.
  private static func isUnitNote(_ text: Substring) -> Bool {
    guard text.hasPrefix("单位") else { return false }
    let unit = text.dropFirst(2).drop { ":：/".contains($0) }
    return ["厘米", "公分", "米", "cm", "m", "公斤", "千克", "斤", "kg", "万", "千", "元", "岁", "k", "w"]
      .contains(where: unit.hasPrefix)
  }

  private static let before = [
    "请填写", "请输入", "请选择", "请问", "请提供", "请留下", "请写", "您的", "你的", "您", "你", "我的", "本人的", "本人", "所从事的",
    "从事的", "目前的", "目前", "现在的",
    "现在", "当前", "的", "基本信息", "个人信息", "基本情况", "pleaseenter", "pleasefillin", "whatisyour",
    "whatsyour", "your",
    "my", "the", "current", "present",
  ]
  /// Whose detail it is: whoever the row is about.
  private static let owners = [
    "嘉宾", "单身职工", "职工", "员工", "报名人员", "报名人", "报名者", "参与人", "参加人", "参与者", "参加者", "申请人", "个人", "单身青年",
    "青年", "学员",
    "选手", "会员", "人员", "登记人", "applicants", "applicant", "participants", "participant", "members",
    "member", "guests", "guest", "employees", "employee", "attendees", "attendee",
  ]
  private static let behind = [
    "大概是多少", "大约是多少", "大概多少", "大约多少", "是哪一天", "是哪天", "是哪年", "是哪个", "是哪一年", "是什么", "是多少", "是哪里",
    "在哪里", "在哪", "有哪些", "是", "为", "吗", "呢", "情况", "信息", "如何", "怎么样", "有多少",
    "多少", "必填", "选填",
    "单选", "多选", "可多选", "不定项", "填写", "男/女",
  ]

  private static func forms(of name: String) -> [String] {
    var found = [name]
    var next = 0
    while next < found.count, found.count < 48 {
      let form = found[next]
      next += 1
      // 所在的单位 is 所在单位.
      if form.unicodeScalars.contains("的") {
        let plain = form.filter { $0 != "的" }
        if !plain.isEmpty, !found.contains(plain) { found.append(plain) }
      }
      for start in before + owners where form.count > start.count && form.hasPrefix(start) {
        let rest = bare(String(form.dropFirst(start.count)))
        // A number of somebody's employer or of an evening is no member number.
        if owners.contains(start), ["编号", "号", "number", "no", "id"].contains(rest) { continue }
        if !found.contains(rest) { found.append(rest) }
      }
      for end in behind where form.count > end.count && form.hasSuffix(end) {
        let rest = bare(String(form.dropLast(end.count)))
        if !found.contains(rest) { found.append(rest) }
      }
    }
    return found
  }

  private static func bare(_ name: String) -> String {
    let plain = name.filter { !".:：,，;；。!！-—–、".contains($0) }
    return plain.count > 1 && plain.hasSuffix("/") ? String(plain.dropLast()) : plain
  }

  /// `3、`, `3.`, `Q3.`, `第3题`, `三、`, `①`.
  private static func withoutNumbering(_ name: String) -> String {
    var rest = name[...]
    if let first = rest.unicodeScalars.first, (0x2460...0x2473).contains(first.value) {
      return String(rest.dropFirst())
    }
    let isCounted = rest.hasPrefix("第")
    let isQuestion = isCounted || rest.hasPrefix("q")
    if isQuestion { rest = rest.dropFirst() }
    let figures = rest.prefix { ("0"..."9").contains($0) || "一二三四五六七八九十".contains($0) }
    rest = rest.dropFirst(figures.count)
    guard !figures.isEmpty, let mark = rest.first else { return name }
    if isCounted, mark != "题" { return name }
    if isQuestion, mark == "题" { rest = rest.dropFirst() }
    if let mark = rest.first, "、.，,):：。".contains(mark) {
      rest = rest.dropFirst()
    } else if !isQuestion {
      let isFigureAlone = figures.allSatisfy(\.isASCII) && mark.unicodeScalars.first?.isHan == true
      if !isFigureAlone { return name }
    }
    return rest.isEmpty ? name : String(rest)
  }
}
