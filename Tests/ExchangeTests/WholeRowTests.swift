import Matchmaking
import Testing

@testable import Exchange

/// Which lines of a text are rows, and which are part of one.
@Suite struct `Rows and their lines` {
  static let head = "姓名,性别,联系电话,备注\n"
  static let last = "李二二,女,13800000002,乙\n"

  /// Notes over several lines, as a quoted cell has them.
  static let notes = [
    "家人,父亲,母亲,弟弟\n爱好,跑步,读书,下棋\n住处,泰安,岱岳,粥店",
    "说明：\n家人,父亲,母亲,弟弟\n爱好,跑步,读书,下棋",
    "第一行\n第二行", "a,b,c,d\nb,c,d,e\nc,d,e,f\nd,e,f,g", "1,2,3,4\n5,6,7,8\n9,10,11,12",
    "\n\n空行在前", "家人,父亲,母亲,弟弟\r\n爱好,跑步,读书,下棋\r\n", "说 \"\"你好\"\",甲,乙,丙\n再,见,了,吧",
    "张三,哥哥,济南,教师\n李四,弟弟,青岛,医生", "一,二,三,四\n\n五,六,七,八\n\n九,十,百,千",
    ",,,\n,甲,,\n", "家人：\n张三,男,13800000003,哥哥\n李四,女,13800000004,妹妹\n完",
    "家人：\n张三,男,13800000003,哥哥\n李四,教师,济南,弟弟\n王五,医生,青岛,妹妹",
    "周一,周二,周三,周四\n在,不在,在,不在",
  ]

  @Test(arguments: notes)
  func `a quoted cell of several lines is one cell, whatever its commas`(_ note: String) throws {
    let text = Self.head + "王一一,男,13800000001,\"\(note)\"\n" + Self.last
    let (drafts, problems) = RosterReader.readAll(Array(text.utf8))
    #expect(drafts.map(\.name) == ["王一一", "李二二"] && problems.isEmpty)
    let shown = note.replacing("\"\"", with: "\"").replacing("\r\n", with: "\n")
    #expect(drafts.first?.texts[.note] == shown.trimmedLines)
  }

  @Test func `also where the cell stands in the middle, or the row ends early`() throws {
    let text =
      "姓名,备注,性别,联系电话,说明\n王一一,\"家人,父亲,母亲,弟弟,妹妹\n爱好,跑步,读书,下棋,唱歌\",男,13800000001\n李二二,乙,女,13800000002,丙\n"
    let (drafts, problems) = RosterReader.readAll(Array(text.utf8))
    #expect(drafts.map { $0.phone?.digits } == ["13800000001", "13800000002"])
    #expect(problems.isEmpty)
  }

  /// Quotes that were lost, with people on the lines between.
  static let lost = [
    "王一一,男,13800000001,\"甲\n张三三,女,13800000003,丁\n赵四四,男,13800000004,戊\"\n",
    "\"王一一,男,13800000001,甲\n张三三,女,13800000003,丁\n赵四四\",男,13800000004,戊\n",
    "王一一,男,\"13800000001,甲\n张三三,女,13800000003,丁\n赵四四,男,13800000004\",戊\n",
  ]

  @Test(arguments: lost)
  func `lost quotes hide nobody`(_ rows: String) throws {
    let (drafts, problems) = RosterReader.readAll(Array((Self.head + rows + Self.last).utf8))
    #expect(drafts.contains { $0.name == "张三三" && $0.phone?.digits == "13800000003" })
    #expect(drafts.contains { $0.name == "李二二" })
    #expect(problems.contains { $0.code == .brokenQuotes && $0.row == 2 })
  }

  @Test(arguments: [
    ("丙三,女\n", 2), ("丙三\n", 1), ("丙三,女,15400000003\n丁四,男\n", 2), ("丙三,女,\n", 2),
    ("丙三,女\n丁四,男\n戊五\n己六,女,15400000006,x\n", 2),
  ])
  func `rows that end early come in with the cells they have`(_ rows: String, _ count: Int) throws {
    let (drafts, problems) = RosterReader.readAll(Array((Self.head + rows + Self.last).utf8))
    #expect(problems.isEmpty)
    #expect(drafts.count == rows.split(separator: "\n").count + 1)
    #expect(drafts[0].name == "丙三" && (drafts[0].sex == .woman) == (count > 1))
  }

  @Test func `a short row beside another is not its rest`() throws {
    let text = "姓名,性别,联系电话,备注\n甲一,男,15400000001\n乙二,女,15400000002,x\n丙三,女\n"
    let (drafts, problems) = RosterReader.readAll(Array(text.utf8))
    #expect(drafts.map(\.name) == ["甲一", "乙二", "丙三"] && problems.isEmpty)
    #expect(drafts.map { $0.phone?.digits } == ["15400000001", "15400000002", nil])
  }

  @Test func `nor where both together are no whole row`() throws {
    let text = "姓名,性别,单位,出生年月,备注\n甲一,男,泰安\n丙三,1992-05\n李二二,女,x,1993,y\n"
    let (drafts, problems) = RosterReader.readAll(Array(text.utf8))
    #expect(drafts.map(\.name) == ["甲一", "丙三", "李二二"])
    #expect(problems.map(\.code) == [.unknownSex])
  }

  @Test func `nor where it is wrong in itself`() throws {
    let text = Self.head + "甲一,男,15400000001\n丙三,不详\n" + Self.last
    let (drafts, problems) = RosterReader.readAll(Array(text.utf8))
    #expect(drafts.map(\.name) == ["甲一", "丙三", "李二二"])
    #expect(problems.map(\.code) == [.unknownSex])
  }

  @Test func `empty columns without end are no matter`() throws {
    let commas = String(repeating: ",", count: 3000)
    let text = "姓名,备注\(commas)\n王一一,甲\(commas)\n李二二\n"
    let (drafts, problems) = RosterReader.readAll(Array(text.utf8))
    #expect(drafts.map(\.name) == ["王一一", "李二二"] && problems.isEmpty)
  }

  @Test func `a row that a line end without quotes cut makes nobody up`() throws {
    let head = "姓名,性别,单位,出生年月,联系电话\n"
    for cut in ["泰安\n市总工会", "泰安\n市\n总工会", "泰安\r\n市总工会"] {
      let text = head + "王一一,男,\(cut),1992-05-04,13800000001\n李二二,女,x,1993-06,13800000002\n"
      let (drafts, problems) = RosterReader.readAll(Array(text.utf8))
      #expect(drafts.map(\.name) == ["李二二"], "\(cut)")
      #expect(problems.allSatisfy { $0.code == .cellCount && $0.isRefusal })
      #expect(problems.first?.row == 2)
    }
  }

  @Test func `more filled cells than the head has spoil the row`() throws {
    let text = Self.head + "王一一,男,13800000001,甲,乙\n王二,女,,,,,\n" + Self.last
    let (drafts, problems) = RosterReader.readAll(Array(text.utf8))
    #expect(drafts.map(\.name) == ["王二", "李二二"])
    #expect(problems.map(\.code) == [.cellCount] && problems.map(\.evidence) == ["5/4"])
  }

  @Test func `columns beyond the thousandth are told once and cost nobody`() throws {
    let heads = (0..<24_576).map { "h\($0)" }.joined(separator: ",")
    let text = "姓名,\(heads)\n王一一,\(heads)\n李二二,x\n"
    let (drafts, problems) = RosterReader.readAll(Array(text.utf8))
    #expect(drafts.map(\.name) == ["王一一", "李二二"])
    #expect(problems.map(\.code) == [.tooManyColumns])
    #expect(problems.map(\.evidence) == ["24577 > 1000"])
    #expect(drafts.first?.extras.count == 999)
  }

  @Test func `heads of one name are counted on`() throws {
    let text = "姓名,b,b,b (2),b,姓名\n王一一,1,2,3,4,5\n"
    let (drafts, _) = RosterReader.readAll(Array(text.utf8))
    #expect(
      drafts.first?.extras == [
        "b": "1", "b (2)": "2", "b (2) (2)": "3", "b (3)": "4", "姓名 (2)": "5",
      ])
  }
}

extension String {
  fileprivate var trimmedLines: String {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    return String(
      lines.joined(separator: "\n").drop(while: \.isWhitespace).reversed()
        .drop(while: \.isWhitespace).reversed())
  }
}
