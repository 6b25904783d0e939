import Matchmaking
import Testing

@testable import Exchange

/// Heads of two lines, as merged cells leave them: what stands above says whose the details below are.
@Suite struct `Heads of two lines` {
  private func read(_ head: String, _ row: String) throws -> (head: RosterHead, draft: MemberDraft)
  {
    let text = head + "\n" + row + "\n"
    let reader = try RosterReader(ByteSource(Array(text.utf8)))
    let rows = try rosterRows(text)
    #expect(rows.count == 1, "\(head)")
    return (try #require(reader.head), try #require(rows.first?.draft))
  }

  @Test(arguments: [
    ("姓名,性别,择偶要求,,\n,,年龄,身高,学历", "甲一,男,25,165,本科"),
    ("姓名,性别,期望对方,,\n,,年龄,身高（cm）,学历", "甲一,男,25,165,本科"),
    ("姓名,性别,对另一半的要求,,\n,,出生年月,身高,职业", "甲一,男,1995-08,165,教师"),
    ("姓名,性别,紧急联系人,,\n,,姓名,电话,单位", "甲一,男,甲父,15400000102,一厂"),
    ("姓名,性别,父亲,,母亲\n,,姓名,职业,职业", "甲一,男,甲大,农民,教师"),
    ("姓名,性别,家庭成员,,\n,,姓名,手机,工作单位", "甲一,男,甲大,15400000102,一厂"),
    ("姓名,性别,配偶情况,,\n,,出生年月,学历,民族", "甲一,男,1995-08,本科,汉"),
    ("姓名,性别,推荐单位,,\n,,联系人,联系电话,地址", "甲一,男,乙二,15400000102,泰安"),
    ("Name,Sex,Emergency contact,,\n,,Name,Phone,Address", "Ann,F,Bob,15400000102,Jinan"),
    ("Name,Sex,Ideal partner,,\n,,Age,Height,Education", "Ann,F,30,180,Bachelor"),
    ("基本情况,,择偶要求,,\n姓名,性别,年龄,身高,学历", "甲一,男,25,165,本科"),
    ("个人信息,,紧急联系人,,\n姓名,性别,姓名,电话,住址", "甲一,男,甲父,15400000102,泰安"),
    ("名单,,,,\n本人,,父亲,,\n姓名,性别,姓名,职业,手机", "甲一,男,甲大,农民,15400000102"),
  ])
  func `what is another's or only hoped for is no detail of the person`(
    _ head: String, _ row: String
  ) throws {
    let found = try read(head, row)
    #expect(found.draft.phone == nil && found.draft.height == nil && found.draft.birth == nil)
    #expect(found.draft.texts.isEmpty, "\(found.draft.texts)")
    #expect(found.draft.sex != nil && found.draft.extras.count == 3, "\(found.draft.extras)")
  }

  @Test(
    arguments: [
      ("姓名,联系方式,,备注\n,手机,微信,", [RosterField.name, .phone, .text(.wechat), .text(.note)]),
      ("姓名,身高,体重,年收入\n,（cm）,公斤,万元", [.name, .height, .text(.weight), .text(.income)]),
      ("姓名,出生,联系,工作\n,年月,电话,单位", [.name, .birth, .phone, .text(.employer)]),
      ("姓名,基本情况,,\n,性别,民族,学历", [.name, .sex, .text(.ethnicity), .text(.education)]),
      ("姓名,工作情况,,\n,单位,职务,月收入", [.name, .text(.employer), .text(.job), .text(.income)]),
      ("姓名,联系电话,微信号,性别\n,（手机）,（选填）,（男/女）", [.name, .phone, .text(.wechat), .sex]),
      ("Name,Contact,,Note\n,Mobile,WeChat,", [.name, .phone, .text(.wechat), .text(.note)]),
      ("姓名,单位情况,,备注\n,名称,电话,", [.name, nil, nil, .text(.note)]),
      ("择偶信息登记表,,编号：3,\n姓名,性别,手机,身高", [.name, .sex, .phone, .height]),
      ("名单,,填报单位：家庭服务部,\n姓名,性别,手机,身高", [.name, .sex, .phone, .height]),
      ("填报单位：家庭服务公司,,日期：9月,\n姓名,性别,手机,身高", [.name, .sex, .phone, .height]),
    ] as [(String, [RosterField?])])
  func `what only gathers, or is half of the name, is read`(
    _ head: String, _ fields: [RosterField?]
  ) throws {
    let found = try read(head, "甲一,,,")
    #expect(found.head.names.indices.map(found.head.field) == fields, "\(found.head.names)")
  }

  @Test func `a unit in the lower line goes with the figures`() throws {
    let draft = try read("姓名,体重,年收入\n,斤,万元", "甲一,140,12").draft
    #expect(draft.texts == [.weight: "140斤", .income: "12万元/年"])
  }

  @Test func `a row without a name whose cells are no heads is refused, and no part of the head`()
    throws
  {
    let found = try rosterRows("姓名,性别,身高\n,男,\n,,175\n甲一,男,180\n")
    #expect(found.map { $0.draft?.name } == [nil, nil, "甲一"])
  }
}

/// Two lists beside each other on one sheet, as they are printed to save paper.
@Suite struct `A second table beside the first` {
  @Test(arguments: [
    ("姓名,性别,手机,姓名,性别,手机", "甲一,男,15400000001,乙二,女,15400000002", 3),
    ("序号,姓名,手机,序号,姓名,手机", "1,甲一,15400000001,2,乙二,15400000002", 3),
    ("姓名,出生年月,,姓名,出生年月", "甲一,1995-08,,乙二,1996-08", 3),
    ("Name,Phone,Name,Phone,Name,Phone", "Ann,15400000001,Bea,15400000002,Cat,15400000003", 2),
  ])
  func `is told, and its people are no details of others`(
    _ head: String, _ row: String, _ start: Int
  ) throws {
    let text = head + "\n" + row + "\n"
    var reader = try RosterReader(ByteSource(Array(text.utf8)))
    let draft = try #require(try reader.next()?.draft)
    #expect(draft.extras.isEmpty)
    let problems = reader.problems.filter { $0.code == .sideTable }
    #expect(problems.map(\.column) == [reader.head?.names[start]])
    #expect(problems.allSatisfy { $0.isLoss && !$0.isRefusal })
    let fates = reader.columns.map(\.fate)
    #expect(fates[start...].allSatisfy { $0 == .passedOver(.sideTable) })
    #expect(!fates[..<start].contains(.passedOver(.sideTable)))
  }

  @Test(arguments: [
    "姓名,性别,手机,介绍人,手机", "姓名,性别,姓名,备注", "姓名,手机,真实姓名,手机号码", "姓名,手机,父亲姓名,父亲手机",
  ])
  func `is none where only some head comes twice`(_ head: String) throws {
    let reader = try RosterReader(ByteSource(Array((head + "\n甲一,1,2,3,4\n").utf8)))
    #expect(!reader.problems.contains { $0.code == .sideTable })
  }

  @Test func `is what somebody says it is`() throws {
    var choice = ReadingChoice()
    choice.columns = ["手机 (2)": .kept]
    let text = "姓名,性别,手机,姓名,性别,手机\n甲一,男,15400000001,乙二,女,15400000002\n"
    var reader = try RosterReader(ByteSource(Array(text.utf8)), choosing: choice)
    #expect(try reader.next()?.draft?.extras == ["手机 (2)": "15400000002"])
  }
}
