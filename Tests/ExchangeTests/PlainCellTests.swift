import Characters
import Matchmaking
import TestSupport
import Testing

@testable import Exchange

@Suite struct `Cells taken as bytes` {
  private let head: RosterHead
  private let cells = [
    "", "男", "女", "M", "F", "m", "王芳", "欧阳 娜娜", "阿卜杜拉·买买提", "王", "A", "J.Smith", "1992", "1992-05",
    "1992-13", "1992-05-04", "1992-02-30", "1992/05/04", "1992.1", "19920504", "13800010001",
    "23800010001", "1380001000", "１３８００010001", "138 0001 0001", "13800010001.0", "175", "119",
    "230",
    "231", "1.75", "17５", "LC001", "2.02609E+11", "N/A", "无", "-", "--", "'=1+1", "'abc", " 前",
    "后 ",
    "\u{3000}王\u{3000}", "后\u{3000}", "、", "（空）", "已审核", "待核验", "单位工会已审核，盖章", "随便",
    "370102199205041234", "１１０１０１１９９００３０７１２３４", "编号370102199205041230尾", "12345678901234567",
    "𠀀", "e\u{301}", "后\u{a0}", "后\u{2003}", String(repeating: "长", count: 67),
    String(repeating: "长", count: 201), String(repeating: "a", count: 32),
    String(repeating: "a", count: 33), String(repeating: "王", count: 11), "3417", "341x",
    "(空)", "跳过", "没有", "暂无", "未填", "null", "None", "NA", "略", "空", "不详", "待定", "缺", "無", "空明", "無忌",
    "A.女", "B、本科", "①有", "A.阅读┋B.旅行", "3年", "2035-01-01", "2026", "2027", "2026-11-27",
    "2026-11-28", "95年8月", "一米八",
    "合计", "合琳", "示例", "示例：张三", "例", "姓名", "性别", "注：某", "第1页", "填表人：甲", "12", "110101199205040021",
    "2026/09/03 12:00:00", "30岁", "同意", "否",
  ]

  init() throws {
    let text =
      "编号,姓名,性别,出生年月,手机号/微信号,身高,审核意见,学历,自我介绍,身份证号,身份证后四位,血型,导入问题,序号,年收入(万元),年龄,提交时间,子女情况,"
      + "consent:listing\n"
    let reader = try RosterReader(ByteSource(Array(text.utf8)))
    head = try #require(reader.head)
  }

  private let today = Day(year: 2026, month: 11, day: 27)

  private func row(_ cells: [String]) -> RawRow {
    var row = RawRow()
    row.take(TextRow(number: 2, cells: cells, faults: []))
    return row
  }

  @Test func `come out as those that are read as text`() throws {
    var dice = Dice(seed: 11)
    for _ in 0..<4000 {
      var row = row(head.columns.map { _ in dice.pick(cells) })
      guard !PlainText.needsCare(row.bytes.span) else { continue }
      var (asText, asBytes) = (
        RosterRowReading(head, on: today), RosterRowReading(head, on: today)
      )
      let first = asText.read(row)
      row.needsCare = false
      #expect(asBytes.read(row) == first)
      #expect(asText.batch.count == asBytes.batch.count)
      guard first.isTaken else { continue }
      #expect(asText.batch.draft(0) == asBytes.batch.draft(0))
      #expect(asText.filled == asBytes.filled)
    }
  }

  @Test func `no word that stands for no person is let go by its bytes`() {
    let reading = RosterRowReading(head, on: today)
    for word in RowGrammar.words {
      var row = row(["YL1", word, "男", "1992", "13800010007", "175"])
      row.needsCare = false
      let isDoubtful = reading.judge.isDoubtful(row)
      #expect(isDoubtful, "\(word)")
    }
  }

  @Test func `no row that is no person is let go by its bytes`() throws {
    var dice = Dice(seed: 12)
    let few = cells + Array(repeating: "", count: 60)
    let reading = RosterRowReading(head, on: today)
    var passed = 0
    for _ in 0..<400 {
      let row = row(head.columns.map { _ in dice.pick(few) })
      guard !PlainText.needsCare(row.bytes.span) else { continue }
      var plain = row
      plain.needsCare = false
      let texts = row.texts.cells.map { PlainText($0, lines: .joined).text.trimmed }
      guard reading.judge.verdict(texts) != .person else { continue }
      passed += 1
      let isDoubtful = reading.judge.isDoubtful(plain)
      #expect(isDoubtful, "\(texts)")
    }
    #expect(passed > 15)
  }
}

@Suite struct `Texts found by their bytes` {
  @Test func `come with what was noted with them, in order`() {
    var table = TextTable()
    let texts = (0..<500).map { "\($0 % 250)号" }
    for (number, text) in texts.enumerated() { table.note(text.utf8.span, as: Int32(number)) }
    for (number, text) in texts.prefix(250).enumerated() {
      #expect(table.first(text.utf8.span) == Int32(number))
      #expect(table.first(text.utf8.span) { $0 >= 250 } == Int32(number + 250))
      #expect(table.first(text.utf8.span) { $0 >= 500 } == nil)
    }
    #expect(table.first("".utf8.span) == nil)
    #expect(table.first("250号".utf8.span) == nil)
  }
}

@Suite struct `A roster read ahead` {
  private static let text: String = {
    var text = "姓名,身高\n"
    for row in 0..<5000 { text += row % 100 == 0 ? ",170\n" : "王\(row),170\n" }
    return text
  }()

  @Test(arguments: [true, false])
  func `comes whole, from memory or from a pipe`(isHeld: Bool) throws {
    let bytes = Array(Self.text.utf8)
    var rest = bytes[...]
    let pipe = ByteSource(total: nil) { () throws(FileFault) in
      defer { rest = rest.dropFirst(700) }
      return Array(rest.prefix(700))
    }
    let pump = try RosterPrefetcher(
      pipe, choosing: ReadingChoice(), holding: isHeld ? bytes.count : 2000)
    var rows: [Int] = []
    while let piece = try pump.next() {
      rows += (0..<piece.batch.count).map(piece.batch.row)
    }
    #expect(rows == (2..<5002).filter { ($0 - 2) % 100 != 0 })
    #expect(pump.report.tally.refused == 50 && pump.report.problems.count == 50)
    #expect(try pump.next() == nil)
  }

  @Test func `may be left in the middle`() throws {
    let pump = try RosterPrefetcher(ByteSource(Array(Self.text.utf8)))
    #expect(try pump.next()?.batch.count == 2048)
  }
}
