import Matchmaking
import TestWorkbooks
import Testing

@testable import Exchange

/// Rows below 序号,姓名,性别,联系电话,备注, as unions fill and print their forms.
@Suite struct `Rows that are no people` {
  static let head = "序号,姓名,性别,联系电话,备注\n"

  private func outcome(_ row: String, head: String = Self.head) throws -> RosterRow {
    try #require(try rosterRows(head + row + "\n乙二,乙二,女,15400000002,\n").first)
  }

  @Test(arguments: [
    ("合计,2人,,,", RowKind.total), ("总计,,,,", .total), ("小计：,12,,,", .total), (",合计,,,", .total),
    (",共12人,,,", .total), (",共 12 人,,,", .total), (",共计二十人,,,", .total), ("合计,男12人 女8人,,,", .total),
    (",男12人，女8人,,,", .total), (",本页合计：20,,,", .total), ("Total,2,,,", .total),
    (",Total: 12,,,", .total), (",男：12,,,", .total), ("男12名,,,,", .total),
    (",Grand Total,,,", .total), ("汇总,,,,12", .total), (",人数合计,,,", .total), ("平均,,,,", .total),
    ("填表人：某某,审核：某某,,,", .signature), (",填表人：,,,", .signature), ("制表人：甲,,负责人：乙,,", .signature),
    (",单位（盖章）：,,,", .signature), ("市总工会（盖章）,,,,", .signature), (",日期：2026年9月3日,,,", .signature),
    (",,,2026年 月 日,", .signature), (",经办人：,,联系电话：,", .signature), ("审核,某某,,,", .signature),
    ("填表人：张三,,,15400000009,", .signature), (",,,,负责人签字：", .signature),
    ("Prepared by: X,,,,", .signature),
    (",注：请于月底前报送,,,", .note), (",说明：请于月底前报送,,,", .note), ("备注：以上信息属实,,,,", .note),
    ("注1：手机必填,,,,", .note),
    (",以上人员均为单身职工,,,", .note), (",※填表说明：一、如实填写,,,", .note), (",请各单位于10月底前报送,,,", .note),
    ("Notes: send by Friday,,,,", .note), (",必填,必填,11位手机号,", .note),
    ("例,示例：张三,男,13800138000,", .example), ("示例,张三,男,13800138000,", .example),
    ("样例,张三,男,13800138000,x", .example), ("1,张三（示例）,男,13800138000,", .example),
    ("1,例：张三,男,13800138000,", .example), ("1,张三,男,13800138000,示例", .example),
    ("1,张三,男,13800138000,（填写示例）", .example), ("1,张三,男,13800138000,此行为示例，请删除", .example),
    ("example,Zhang San,M,13800138000,", .example), ("e.g.,Zhang San,M,13800138000,", .example),
    ("填写示例,张三,男,13800138000,", .example), ("1,【示例】张三,男,13800138000,", .example),
    ("序号,姓名,性别,联系电话,备注", .head), (",姓名,性别,联系电话,备注", .head), ("序号, 姓 名 ,性别,联系电话,", .head),
    ("No.,姓名,性别,手机,备注", .head),
    (",第1页,,,", .page), ("第 2 页 共 3 页,,,,", .page), (",,,,Page 1 of 3", .page), (",第一页,,,", .page),
    (",男：12 女：8,,,", .total), (",女：8,,,", .total), (",男12，女8,,,", .total), ("男:12女:8,,,,", .total),
    (",男 12 女 8,,,", .total), (",合计20 男12 女8,,,", .total), (",总计100（男50）,,,", .total),
    (",合计 12/20,,,", .total), (",共计20，其中男12,,,", .total), ("总数 20 其中 男 12 女 8,,,,", .total),
    ("小计3 女3,,,,", .total), ("5,,,合计,12", .total), ("6,,,盖章,x", .signature),
    (",共20人 男：12 女：8,,,", .total),
    ("1,张三（样例，请删除）,男,13800138000,", .example), ("1,张三（示例:勿动）,男,13800138000,", .example),
    ("1,张三（例子，仅供参考）,男,13800138000,", .example), ("1,某某,男,13800138000,", .example),
    ("1,某某某,女,138XXXXXXXX,", .example), ("1,XXX,男,138XXXXXXXX,", .example),
    ("1,×××,女,13800138000,", .example), ("1,***,男,13800138000,", .example), ("1,○○,男,,", .example),
    ("2026年单身职工登记表（二）,,,,", .title), (",第二分会单身职工名单,,,", .title), ("一、市直机关工会,,,,", .title),
    (",泰山区人民医院,,,", .title), ("女嘉宾,,,,", .title), ("------,------,------,------,------", .unfilled),
    (",男嘉宾：,,,", .title),
    ("15,,,,", .unfilled), ("15,/,/,/,/", .unfilled), (",(空),(空),(跳过),", .unfilled),
  ])
  func `are passed over with a word`(_ row: String, _ kind: RowKind) throws {
    let found = try outcome(row)
    #expect(found.draft == nil)
    #expect(found.problems.map(\.code) == [.passedOver])
    #expect(found.problems.map(\.kind) == [kind])
    #expect(found.problems.allSatisfy { !$0.isLoss && !$0.isRefusal && $0.row == 2 })
  }

  @Test(arguments: [
    "合琳", "总云", "共明", "说文", "例如华", "注海", "小计明", "日期云", "单位", "合计", "审核", "附海", "样小红", "页明", "以上",
    "负责",
    "汇明", "平均", "张某", "某云", "例明", "Xx", "身高", "男男", "女明", "出云",
    "合5计", "合计2云", "总男3明",
    "Total", "Sum Yang", "Note Li", "范例", "第一明", "男一", "人数",
  ])
  func `a person who is merely called so is a person`(_ name: String) throws {
    let found = try outcome("3,\(name),女,15400000003,")
    #expect(found.draft?.name == name)
    #expect(found.problems.isEmpty)
  }

  @Test(arguments: ["合琳", "总云", "共明", "说文", "例如华", "王中心", "欧阳文表", "司马公司云"])
  func `a person of whom only the name is known is one`(_ name: String) throws {
    #expect(try outcome("3,\(name),,,").draft?.name == name)
    #expect(try outcome("\(name),,", head: "姓名,性别,手机\n").draft?.name == name)
  }

  @Test(arguments: [
    "3,,王芳,女,15400000003", "3,,女,15400000003,合计", ",,男,15400000003,", "3,15400000003,王芳,,",
  ])
  func `a person who slipped into another column is refused, not passed over`(_ row: String) throws
  {
    let found = try outcome(row)
    #expect(found.draft == nil)
    #expect(found.problems.contains { $0.code == .missingName && $0.isRefusal })
  }

  @Test(arguments: ["已审核", "盖章", "审核：通过", "单位（盖章）"])
  func `words of a verification are no signature`(_ word: String) throws {
    let found = try outcome("\(word),王芳,女", head: "审核意见,姓名,性别\n")
    #expect(found.draft?.name == "王芳")
  }

  @Test(arguments: ["审核", "负责人", "说明", "平均", "合计", "备注", "必填", "单位"])
  func `a word among the serial numbers does not outweigh a person beside it`(_ word: String) throws
  {
    let found = try outcome("\(word),王芳,女,15400000003,")
    #expect(found.draft?.name == "王芳" && found.problems.isEmpty)
  }

  @Test(arguments: ["泰山区总工会", "第一中学", "合成材料厂", "注塑车间", "备件公司"])
  func `an employer that stands first is no total`(_ employer: String) throws {
    let found = try outcome("\(employer),王芳,女", head: "工作单位,姓名,性别\n")
    #expect(found.draft?.texts[.employer] == employer)
  }

  @Test(arguments: ["性别", "手机", "手机号", "出生年月", "身高", "微信", "职业", "择偶要求", "体重", "学历"])
  func `the heads of a table that goes sideways are no people`(_ head: String) throws {
    let found = try outcome("\(head),x,y", head: "姓名,甲一,乙二\n")
    #expect(found.draft == nil && found.problems.map(\.kind) == [.head])
  }

  @Test(arguments: [
    "张三、李四", "张三，李四", "张三/李四", "张三;男;15400000001;一厂", "张三15400000001", "张三 154 0000 0001", "张三|女",
    "张三┋李四", "王芳,李雷",
  ])
  func `two people in one cell, or a name with a number, are refused and no member`(
    _ name: String
  ) throws {
    let found = try outcome("3,\"\(name)\",女,,")
    #expect(found.draft == nil)
    #expect(found.problems.map(\.code) == [.unclearName] && found.problems[0].isRefusal)
  }

  @Test(arguments: ["Smith, John", "O'Neil", "阿卜杜拉·买买提", "王芳（女）", "王芳2", "Anne-Marie"])
  func `a name with marks of its own is one person's`(_ name: String) throws {
    #expect(try outcome("3,\"\(name)\",女,,").draft?.name == name)
  }

  @Test func `a row parted by another mark than the file is no note`() throws {
    let found = try outcome("丁四;女;15400000152;四厂", head: "姓名,性别,手机,单位\n")
    #expect(found.problems.contains(where: \.isRefusal) && found.draft == nil)
  }

  @Test(arguments: ["序号,姓名,联系电话,,", "NO.,姓名,性别,联系电话,", "编号,姓名,手机,,"])
  func `a head that stands one column to the right is another head`(_ row: String) throws {
    let found = try rosterRows("姓名,性别,联系电话,备注,x\n甲一,男,15400000001,,\n\(row)\n1,乙二,女,1,2\n")
    #expect(found.map { $0.draft?.name } == ["甲一", nil, nil])
    #expect(found.dropFirst().allSatisfy { $0.problems.map(\.code) == [.otherHead] })
  }

  @Test func `below a head with other columns nothing is read, and each row is told`() throws {
    let text = Self.head + "1,甲一,男,15400000001,\n性别,姓名,联系电话,,\n女,乙二,15400000002,,\n"
    let found = try rosterRows(text)
    #expect(found.map { $0.draft?.name } == ["甲一", nil, nil])
    #expect(found.dropFirst().allSatisfy { $0.problems.map(\.code) == [.otherHead] })
    #expect(
      found.dropFirst().allSatisfy { $0.problems.allSatisfy { $0.evidence == "3" && $0.isRefusal } }
    )
  }

  @Test func `they are no rows of the roster`() throws {
    let text = Self.head + "1,甲一,男,15400000001,\n合计,1人,,,\n"
    var reader = try RosterReader(ByteSource(Array(text.utf8)))
    while try reader.next() != nil {}
    #expect(reader.tally.rows == 1 && reader.tally.refused == 0 && reader.tally.passedOver == 1)
  }

  @Test(arguments: [
    ("totalsRowCount=\"1\"", ["甲一"], [RowKind.total]),
    ("totalsRowShown=\"1\"", ["甲一", "职工总数"], []),
  ])
  func `the totals row of a workbook's table is told by the table`(
    _ attribute: String, _ names: [String], _ kinds: [RowKind]
  ) throws {
    var maker = WorkbookMaker(
      WorkbookMaker.row(1, ["姓名", "性别"]) + WorkbookMaker.row(2, ["甲一", "男"])
        + WorkbookMaker.row(3, ["职工总数", "1"]))
    let table =
      "<table xmlns=\"\(WorkbookMaker.names)\" id=\"1\" name=\"T\" ref=\"A1:B3\" \(attribute)><autoFilter ref=\"A1:B2\"/></table>"
    let rels = WorkbookMaker.relationships(
      WorkbookMaker.relation("rId1", "table", "../tables/table1.xml"))
    maker.zip.parts = [
      ZipMaker.Part(name: "xl/worksheets/_rels/s0.xml.rels", bytes: Array(rels.utf8)),
      ZipMaker.Part(name: "xl/tables/table1.xml", bytes: Array(table.utf8)),
    ]
    let found = try rosterRows(maker.bytes)
    #expect(found.compactMap { $0.draft?.name } == names)
    #expect(found.flatMap(\.problems).compactMap(\.kind) == kinds)
  }
}
