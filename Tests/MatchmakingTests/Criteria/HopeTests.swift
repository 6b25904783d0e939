import Matchmaking
import TestHopes
import TestSupport
import Testing

@Suite struct `Hopes in everyday words` {
  private static let all =
    ordinaryHopes + trickyHopes + listedHopes + deniedHopes + figuredHopes + alternativeHopes
    + easedHopes + ownHopes

  @Test(arguments: all)
  func `are understood, or leave words`(row: HopeTable.Row) {
    #expect(CriteriaReading(row.text, of: row.sex).criteria.text(.chinese) == row.meaning)
  }

  @Test func `are tried by many`() {
    #expect((ordinaryHopes + listedHopes).count > 400 && (trickyHopes + deniedHopes).count > 900)
    #expect((alternativeHopes + easedHopes + ownHopes).count > 250)
  }

  /// Without the sex of who wrote it nobody knows whether 女 is the writer or the other.
  @Test(arguments: [
    "女，济南，95年", "男，济南，95年", "女生95后", "男，30-35，175+", "30-35岁，男，本科", "female, 30", "女 95年 济南",
    "性别：女，年龄：30", "95年男，济南",
  ])
  func `leave over what 男 or 女 says of nobody knows whom`(text: String) {
    let reading = CriteriaReading(text)
    #expect(reading.criteria.all.isEmpty)
    #expect(!reading.leftOver.isEmpty)
  }

  @Test(arguments: [
    ("男，90年，希望女95后，本科", "优先 出生年=1995..1999 优先 学历>=本科"), ("本科女优先", "优先 学历>=本科"),
    ("找个女生，本科", "学历>=本科"), ("女强人，本科", "学历>=本科"),
  ])
  func `read what is hoped for without knowing whose hope it is`(text: String, meaning: String) {
    #expect(CriteriaReading(text).criteria.text(.chinese) == meaning)
  }

  /// What the writer says of themselves is left over, for whoever corrects it.
  @Test(arguments: ["女，济南，95年", "女95年济南", "95年，女，济南", "女 本科 有编制优先", "80后，95后", "身高170以上，165以下"])
  func `leave over all that is not demanded`(text: String) {
    let reading = CriteriaReading(text, of: .woman)
    #expect(reading.criteria.all.isEmpty)
    #expect(!reading.leftOver.isEmpty)
  }

  /// What nobody understood is shown to whoever corrects it, and with it the word that made it doubtful.
  @Test(arguments: [
    "见不得抽烟", "闺蜜未婚", "闺蜜未婚、有房", "有房的出门左转", "离异的谁要", "父母有房", "离过婚吗", "曾经离异", "我95年的",
    "孩子3岁以内", "彩礼不超过10万", "30分钟车程", "BMI24以下", "住北京路附近", "陕西师范大学", "爱吃重庆火锅", "93岁",
    "身高300以上", "不要170的", "不接受离异无孩", "离异外地勿扰", "又不是非本科不可", "难道要找离异的", "本科以上慎入", "要么有房要么有车",
    "抽烟", "没房", "没车", "偶尔喝酒", "有孩子请说明", "92年以内", "90后以上", "外地的要有房", "准备离婚的勿扰", "不会离婚",
    "未婚妈妈", "收入20万以上", "20w以上", "30，35岁之间", "房子在济南", "有银行存款", "ok with 离异", "有房×", "有房 ❌",
    "I'm a teacher, looking for a doctor", "除了年龄30以下，其他不限",
  ])
  func `leave over what is not sure`(text: String) {
    let reading = CriteriaReading(text, of: .woman)
    #expect(reading.criteria.all.isEmpty)
    #expect(!reading.leftOver.isEmpty)
  }

  @Test(arguments: [
    "", "无", "暂无", "(跳过)", "（跳过）", "(空)", "（空）", "/", "-", "——", " ", "无。", "（无）", "无！", " 无 ",
    "没有", "没",
    "none", "N/A", "None", "NULL", "没有要求", "无要求", "暂无要求", "要求：无", "没什么要求", "无特殊要求", "不限", "都行",
    "还没想好",
  ])
  func `that say nothing leave nothing unread`(text: String) {
    let reading = CriteriaReading(text, of: .woman)
    #expect(reading.criteria.all.isEmpty && reading.leftOver.isEmpty)
  }

  /// A placeholder is nothing only where it stands alone.
  @Test func `that begin with a denial are no placeholder`() {
    #expect(CriteriaReading("无房勿扰").criteria.text(.chinese) == "住房=有房")
    #expect(CriteriaReading("没有房的不要").criteria.text(.chinese) == "住房=有房")
  }

  @Test func `show a denial with what it denies`() {
    let reading = CriteriaReading("没离过婚的，讨厌抽烟")
    let understood = reading.pieces.filter { if case .understood = $0.kind { true } else { false } }
    #expect(understood.map { String(reading.text[$0.range]) } == ["没离过婚", "讨厌抽烟"])
  }

  /// Of a man 女方 is the other, of a woman herself.
  @Test func `speak of the other by the sex of the writer`() {
    let text = "女方95年，男方90年以后"
    #expect(CriteriaReading(text, of: .woman).criteria.text(.chinese) == "出生年>=1990")
    #expect(CriteriaReading(text, of: .man).criteria.text(.chinese) == "出生年=1995")
  }
}

@Suite struct `A hope and its denial` {
  /// Words in front of a hope, words behind it, and whom it speaks of: none leaves the hope standing.
  @Test func `never demand the same`() {
    var dice = Dice(seed: 8)
    for _ in 0..<6000 {
      let pair = HopeMaker { dice.roll($0) }.pair()
      if let fault = HopeCheck.fault(of: pair) { Issue.record("\(fault)") }
    }
  }

  @Test func `are covered by pieces and read back from typed text, whatever stands in them`() {
    var dice = Dice(seed: 9)
    for _ in 0..<3000 {
      let maker = HopeMaker { dice.roll($0) }
      for text in [maker.jumble(), maker.pair().with] {
        if let fault = HopeCheck.fault(of: text) { Issue.record("\(fault)") }
      }
    }
  }

  /// Phrases of one clause that ask for something, and tolerate nothing already.
  private static let plain = criteriaPhrases.filter {
    !$0.text.contains(where: "，、。；,; ".contains) && !$0.text.contains("接受")
      && !CriteriaReading($0.text, of: .woman).criteria.all.isEmpty
  }.map(\.text)

  private func expectNoneStands(_ denied: (String) -> String) {
    for text in Self.plain where text != "本科优先本科优先" {
      let (plain, other) = (
        CriteriaReading(text, of: .woman), CriteriaReading(denied(text), of: .woman)
      )
      if other.criteria == plain.criteria {
        Issue.record("\(denied(text)) demands what \(text) does")
      }
    }
  }

  @Test(arguments: [
    "不是", "没有", "并非", "不要", "不接受", "不能接受", "拒绝", "讨厌", "反感", "受不了", "不喜欢", "不考虑", "除了", "不要求",
    "不介意", "见不得", "闺蜜", "难道", "曾经", "即使",
  ])
  func `never demand the same, phrase by phrase`(denial: String) {
    expectNoneStands { denial + $0 }
  }

  @Test(arguments: [
    "勿扰", "免谈", "不要", "的不考虑", "的不行", "除外", "不限", "无所谓", "也行", "没关系", "吗", "？", "，一律不考虑", "的谁要",
    "的出门左转", "以外都行", "×", " ❌", "✘", "🚫",
  ])
  func `never demand the same, with a word behind`(denial: String) {
    expectNoneStands { $0 + denial }
  }

  @Test(arguments: [
    "不接受", "不", "没有", "本科不要", "本科x", "山东", "上海市山西北路", "不抽烟喝酒", "(含", "身高 ", " ", "离异，不要，", "除了离异",
  ])
  func `however long are read in a moment`(word: String) {
    let text = String(repeating: word, count: 12_000 / word.count)
    #expect(HopeCheck.fault(of: text) == nil)
  }
}
