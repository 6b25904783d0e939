import Matchmaking
import TestSupport
import Testing

@Suite struct `Criteria out of free text` {
  @Test(arguments: criteriaPhrases)
  func `are understood as they are meant`(text: String, meaning: String) {
    #expect(CriteriaReading(text, of: .woman).criteria.text(.chinese) == meaning, "\(text)")
  }

  @Test func `are tested with many phrases`() { #expect(criteriaPhrases.count >= 150) }

  private func expectCover(_ text: String) {
    let reading = CriteriaReading(text)
    var place = text.startIndex
    for piece in reading.pieces {
      #expect(piece.range.lowerBound == place && !piece.range.isEmpty, "\(text)")
      place = piece.range.upperBound
    }
    #expect(place == text.endIndex, "\(text)")
  }

  @Test func `are covered by pieces without gap or overlap`() {
    for phrase in criteriaPhrases { expectCover(phrase.text) }
    let pieces =
      criteriaPhrases.prefix(120).map(\.text) + [
        "，", "、", "或", "优先", "不接受", "勿扰", "。", "可", "非", "最好", "不限", "👩‍🏭", "e\u{301}", "170", "岁",
        "米", "-", "以上", "大", "户口", "希望", "3、", " ", "\n", "(", "?", "零", "k",
      ]
    var dice = Dice(seed: 3)
    for _ in 0..<3000 {
      let text = (0..<(1 + dice.roll(7))).map { _ in pieces[dice.roll(pieces.count)] }.joined()
      expectCover(text)
      let criteria = CriteriaReading(text, of: .man).criteria
      #expect(
        (try? Criteria.check(criteria.text(.english))) == criteria,
        "\(text) \(criteria.text(.english))")
    }
  }

  /// What a matchmaker corrects is typed, and must come back as the same.
  @Test func `come back from their typed text`() throws {
    for phrase in criteriaPhrases {
      let criteria = CriteriaReading(phrase.text, of: .woman).criteria
      for words in ConditionWords.allCases {
        #expect(try Criteria.check(criteria.text(words)) == criteria, "\(criteria.text(words))")
      }
    }
  }

  @Test func `show each piece with what was read there`() throws {
    let reading = CriteriaReading("身高170以上，性格好，火星人优先，愿得一人心")
    let kinds = reading.pieces.map { (String(reading.text[$0.range]), $0.kind) }
    #expect(kinds[0].0 == "身高170以上")
    #expect(kinds[0].1 == .understood([Criterion(Demand(.measure(.height, Bounds(low: 170))))]))
    #expect(kinds.contains { $0.0 == "性格好" && $0.1 == .soft })
    #expect(reading.leftOver.contains("火星人优先") && reading.leftOver.contains("愿得一人心"))
  }

  @Test func `leave over what cannot be put as conditions, and every figure in it`() {
    for text in ["身高300以上", "三五岁以内", "体重120以内", "有房或者985", "比我高", "爱笑", "年龄7岁以上", "泰安周边", "非诚勿扰"] {
      #expect(CriteriaReading(text).leftOver.joined() == text, "\(text)")
    }
    #expect(CriteriaReading("男大女小").leftOver == ["男大女小"])
    #expect(CriteriaReading("抽烟的、打麻将的勿扰").leftOver == ["打麻将的勿扰"])
  }

  @Test(arguments: [
    ("height>=170 height<=165", "height"), ("edu>=bachelor edu<=college", "education"),
    ("age=30 age!=30", "age"), ("age=25..30 age!=25..27 age!=28..30", "age"),
    ("marital=unmarried marital=divorced", "marital"), ("city=山东 city=河南", "city"),
    ("city=泰安 city!=山东", "city"), ("city=same-city city!=same-province", "city"),
    ("work=teacher work!=teacher", "work"), ("smoking=never smoking!=never", "smoking"),
  ])
  func `typed say where they contradict themselves`(text: String, field: String) throws {
    let criteria = try Criteria.check(text)
    #expect(criteria.contradictions.map(\.english) == [field])
    #expect(criteria.unmeetable == criteria.contradictions)
  }

  @Test(arguments: [
    "height>=170 height<=180", "age=25..30 age!=25..27", "city=山东 city=泰安", "city=泰安 city!=济南",
    "city=山东 city!=泰安", "city=same-city city!=same-county", "work=teacher work=in-system",
    "marital!=divorced marital!=widowed", "age>=30 age!=30", "prefer height>=180 height>=170",
  ])
  func `typed that somebody can meet contradict nothing`(text: String) throws {
    #expect(try Criteria.check(text).unmeetable == [])
  }

  /// What the writer prefers is no contradiction of limits, but nobody can meet it.
  @Test func `typed may prefer what the limits exclude`() throws {
    let criteria = try Criteria.check("height>=170 prefer height<=165")
    #expect(criteria.contradictions == [] && criteria.unmeetable == [.measure(.height)])
  }

  /// Out of one text a contradiction is a misreading, so that nothing is demanded of that detail.
  @Test(arguments: [
    ("身高170以上，身高165以下", ""), ("本科以上，大专以下", ""), ("未婚，有房，离异", "住房=有房"),
    ("30岁，不要30岁", ""), ("30岁以下，有房，35岁以上优先", "住房=有房"), ("80后，有房，95后", "住房=有房"),
  ])
  func `read never contradict themselves`(text: String, meaning: String) {
    let reading = CriteriaReading(text, of: .woman)
    #expect(reading.criteria.text(.chinese) == meaning)
    #expect(reading.leftOver.count == 2)
  }

  @Test func `typed wrongly are told with the place`() {
    let draft = CriteriaDraft("height>=170 wf prefer 有房 income=?")
    #expect(draft.faults.map(\.code) == ["not-a-condition", "misplaced"])
    #expect(draft.criteria.all.count == 2)
  }

  @Test func `however long are read in a moment`() {
    let text = String(repeating: "身高170以上，或、优先不接受一米七三五岁到1万5千", count: 400)
    #expect(CriteriaReading(text).pieces.count > 400)
  }
}
