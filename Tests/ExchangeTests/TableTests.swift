import Characters
import Foundation
import Matchmaking
import TestSupport
import Testing

@testable import Exchange

@Suite struct `Writing tables` {
  let table = Table(
    [
      TableColumn("badge", head: "号牌"), TableColumn("score", side: .right), TableColumn("note"),
      TableColumn("announced"),
    ],
    rows: [
      ["M07", 7, "a, \"b\"", true], ["F112", .decimal(-0.255, places: 2), "=1+1", false],
      ["张三", nil, "-5", nil],
    ])

  /// Two columns for Han, one for the rest: enough for these tests.
  static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.isHan ? 2 : 1) }
  }

  @Test func `for people, aligned by the width of the characters`() {
    #expect(
      table.written(as: .table, width: Self.width) == """
        号牌  score  note    announced
        M07       7  a, "b"  ✓
        F112  -0.26  =1+1    –
        张三         -5

        """)
  }

  @Test func `as CSV that no spreadsheet runs`() {
    #expect(
      table.written(as: .csv, bom: true, width: Self.width) == """
        \u{feff}badge,score,note,announced\r
        M07,7,"a, ""b\""",true\r
        F112,-0.26,'=1+1,false\r
        张三,,-5,\r

        """)
  }

  @Test func `as one JSON document with the keys in order`() throws {
    let text = table.written(as: .json, width: Self.width)
    #expect(text.contains(#"{"badge": "M07", "score": 7, "note": "a, \"b\"", "announced": true}"#))
    let rows = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
    #expect(rows?.count == 3)
    #expect(rows?[1]["score"] as? Double == -0.26)
    #expect(rows?[2]["announced"] is NSNull)
  }

  @Test(arguments: [
    (#"a\b"#, #""a\\b""#), (#"\"#, #""\\""#), (#"\n"#, #""\\n""#), ("a\nb", #""a\nb""#),
    (#"say "x""#, #""say \"x\"""#), (#"\""#, #""\\\"""#), ("张三", #""张三""#), ("", #""""#),
    ("a\tb", #""a b""#), ("\r\n", #""\n""#),
  ])
  func `texts of JSON come back as they were`(_ text: String, _ written: String) throws {
    #expect(JSONWriting.string(text) == written)
    let back = try JSONSerialization.jsonObject(
      with: Data(written.utf8), options: .fragmentsAllowed)
    #expect(back as? String == PlainText(text).text)
  }

  @Test(
    arguments: [
      (0.125, 2, "0.13"), (-0.125, 2, "-0.13"), (1.0, 0, "1"), (0.05, 1, "0.1"),
      (12.3, 3, "12.300"),
      (-0.001, 2, "0.00"), (999_999_999.9, 1, "999999999.9"), (1e9, 1, nil), (.nan, 1, nil),
      (.infinity, 0, nil), (0.5, 0, "1"), (2.5, -3, "3"), (1.0, 12, "1.000000000"),
    ] as [(Double, Int, String?)])
  func `decimals are rounded half away from zero`(_ value: Double, _ places: Int, _ text: String?) {
    #expect(Decimals.text(value, places: places) == text)
  }

  @Test(arguments: [
    ("a", "a"), ("a;b", "\"a;b\""), (" a", "\" a\""), ("a ", "\"a \""), ("a\nb", "\"a\nb\""),
    ("a\"b", "\"a\"\"b\""), ("a,b", "\"a,b\""), ("", ""),
  ])
  func `cells of CSV are quoted where another reader would stumble`(_ text: String, _ cell: String)
  {
    #expect(CSVWriting.line([.text(text), .text("x")]) == cell + ",x\r\n")
    #expect(CSVWriting.line([.text("")]) == "\"\"\r\n")
  }

  @Test(arguments: TableFormat.allCases)
  func `row by row is the same but for the widths`(_ format: TableFormat) {
    var writer = TableWriter(
      table.columns, as: format, widths: [4, 5, 8, 9], width: Self.width)
    var text = writer.head()
    for row in table.rows {
      let piece = writer.row(row)
      #expect(piece.hasSuffix("\n") || piece.hasSuffix("\r\n"))
      text += piece
    }
    text += writer.foot()
    #expect(text.contains("M07"))
    if format != .table { #expect(text == table.written(as: format, width: Self.width)) }
  }

  @Test func `an empty table is still a document`() {
    let empty = Table([TableColumn("a"), TableColumn("b")])
    #expect(empty.written(as: .json, width: Self.width) == "[\n]\n")
    #expect(empty.written(as: .csv, width: Self.width) == "a,b\r\n")
    #expect(empty.written(as: .table, width: Self.width) == "a  b\n")
  }

  @Test(arguments: TableFormat.allCases)
  func `nothing that drives a terminal goes out`(_ format: TableFormat) {
    let hostile = Table([TableColumn("a")], rows: [["x\u{1b}]0;\u{7}\u{9b}\u{202e}\u{200b}y\tz"]])
    let text = hostile.written(as: format, width: Self.width)
    #expect(text.contains("x]0;y z"))
    #expect(!text.unicodeScalars.contains { $0.isHostile && $0 != "\n" && $0 != "\r" })
  }

  @Test(arguments: [
    ("=1", "'=1"), ("+1", "'+1"), ("-x", "'-x"), ("@a", "'@a"), ("＝1", "'＝1"), ("'=1", "''=1"),
    ("-5", "-5"), ("-0.25", "-0.25"), ("-", "'-"), ("--5", "'--5"), ("-5.", "'-5."), ("'a", "'a"),
    ("a=1", "a=1"),
  ])
  func `armour is put on and taken off again`(_ text: String, _ armoured: String) {
    #expect(CellArmour.added(text) == armoured)
    #expect(CellArmour.removed(armoured) == text)
  }

  @Test func `what is written is read again, cell for cell`() throws {
    var dice = Dice(seed: 11)
    let alphabet: [Character] = [
      "a", "张", "𠮷", ",", "\"", "\n", "=", "-", "+", "@", "'", ";", "5", ".", "é", "·",
    ]
    for _ in 0..<300 {
      let cells = (0..<5).map { _ in (0..<3).map { _ in dice.text(alphabet, upTo: 5) } }
      let table = Table(
        [TableColumn("a"), TableColumn("b"), TableColumn("c")],
        rows: cells.map { $0.map { .text($0) } })
      let found = try rows(table.written(as: .csv, width: Self.width))
      let texts = found.dropFirst().map { $0.cells.map(CellArmour.removed) }
      #expect(texts == cells.filter { !$0.allSatisfy(\.isEmpty) } || texts == cells)
      #expect(found.allSatisfy { $0.faults.isEmpty })
    }
  }

  @Test func `an exported member is imported the same`() throws {
    var texts: [MemberText: String] = [:]
    for kind in MemberText.allCases { texts[kind] = "=\(kind.rawValue), \"x\"\n;" }
    texts[.residentDigits] = "002X"
    let member = MemberDraft(
      row: 2, number: "-7", name: "阿卜杜拉·买买提", sex: .man, birth: BirthDate("1992-05-04"),
      phone: PhoneNumber("13800010007"), height: 175, verification: .verified, texts: texts,
      extras: ["星座": "@双鱼"])
    let columns = RosterField.all.filter { $0 != .resident }
    let cells: [TableCell] = columns.map { field in
      switch field {
      case .number: .text(member.number)
      case .name: .text(member.name)
      case .sex: .text(member.sex?.rawValue)
      case .birth: .text(member.birth?.description)
      case .phone: .text(member.phone?.digits)
      case .height: .number(member.height)
      case .verification: .text(member.verification?.rawValue)
      case .resident, .age, .answered, .consent, .familyName, .givenName, .contact: .none
      case .text(let kind): .text(member.texts[kind])
      }
    }
    let table = Table(
      columns.map { TableColumn($0.machineName) } + [TableColumn("星座")],
      rows: [cells + [.text(member.extras["星座"])]])
    let text = table.written(as: .csv, bom: true, width: Self.width)
    let found = RosterReader.readAll(Array(text.utf8))
    var expected = member
    // The line end behind the last semicolon is no part of a text.
    for (kind, text) in texts { expected.texts[kind] = text.trimmed }
    #expect(found.drafts == [expected])
    #expect(found.problems.isEmpty)
  }
}
