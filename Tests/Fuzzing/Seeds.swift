import Foundation
import TestWorkbooks

@testable import Exchange

/// What the fuzzers begin with.
enum Seeds {
  static let styles =
    "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/></numFmts>"
    + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"1\"/></cellXfs>"

  static let strings =
    "<si><t>姓名</t></si><si/><si><r><t>a&amp;</t></r><rPh><t>b</t></rPh></si><si><t>a_x000D_b</t></si>"

  static let data =
    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>&#x4E09;</t></is></c></row>"
    + "<row><c s=\"1\"><v>33728.5</v></c><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c><c><f>A1</f></c>"
    + "<c r=\"$F$2\" t=\"s\"><v>-1</v></c><c><v>1</v><is><t>a</t></is></c><extLst><c/></extLst>"
    + "<x:c xmlns:x=\"urn:x\"/><c t=\"d\"><v>1990-05-03T15:00:00.0000001Z</v></c></row><row r=\"2\">"
    + "<c t=\"str\"><v><![CDATA[x]]></v></c><c s=\"3\"><v>3.7E+17</v></c><c t=\"d\"><v>1992-05-04T00:00:00</v></c></row>"

  /// What the sheets of the fuzzer refer to.
  static let tables: Workbook.Tables = {
    var tables = Workbook.Tables()
    if var texts = try? scanner(strings) {
      tables.strings = (try? SharedStrings(&texts)) ?? SharedStrings()
    }
    if var formats = try? scanner(styles) {
      tables.formats = (try? CellFormats(&formats)) ?? CellFormats()
    }
    return tables
  }()

  private static func scanner(_ xml: String) throws -> XMLScanner {
    var pieces = [Array(xml.utf8)]
    return try XMLScanner { () throws(WorkbookFault) in
      Inflater.Piece(bytes: pieces.popLast() ?? [])
    }
  }

  static func write(for fuzzer: Fuzzer, to folder: String) {
    for (index, bytes) in seeds(for: fuzzer).enumerated() {
      try? Data(bytes).write(to: URL(filePath: "\(folder)/seed-\(index)"))
    }
  }

  private static func seeds(for fuzzer: Fuzzer) -> [[UInt8]] {
    let text = "姓名,性别,备注\r\n张三,男,\"a, \"\"b\"\"\r\nc\"\r\n李四,女,x\"\n\n王五\n"
    let chinese: [UInt8] = [0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0x81, 0x30, 0x81, 0x30, 0x0a]
    let wide: [UInt8] = [0xff, 0xfe] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    switch fuzzer {
    case .csv:
      let others = [
        "报名表,甲\n姓名;性别;备注\n王一;男;\"a\nb;c;d\"\n", "sep=|\n姓名|电话\n王一|=\"138\"\n李二\n",
        "姓名,性别,出生年月,联系电话\n王一,男,33728.0\n一\n二,女,1.38E10,x,y\n",
      ].map { Array($0.utf8) }
      return ([text.utf8 + [], chinese, wide] + others).flatMap {
        [[0] + $0, [7] + $0, [254] + $0]
      }
    case .encoding:
      return [
        text.utf8 + [], chinese, wide, Array(wide.dropFirst(2)), Array("M".utf8) + [0xfc, 0x6c],
      ]
    case .heads:
      let known = RosterField.all.map(\.canonicalHead).joined(separator: "\u{1f}")
      return [
        known, "3、您的手机号码是？\u{1f}*姓名\u{1f}身高（cm）", "姓名\u{1f}b\u{1f}b\u{1f}b (2)",
        "姓名\u{1f}联系方式\u{1f}\u{1e}\u{1f}手机\u{1f}微信", "导入问题\u{1f}姓 名\u{1f}Name",
      ].map { Array($0.utf8) }
    case .zip:
      var stored = WorkbookMaker(data, strings: strings, styles: styles)
      stored.zip.comment = [1, 2, 3]
      var wide = stored
      wide.zip.isWide = true
      return [stored.bytes, wide.bytes]
    case .words:
      return [
        Array("3、您的手机号码是？（11位）\n年收入(万元)\n出生年月\n格式：1992-05-04".utf8),
        Array("95年8月生\n一米七五\n5'11\"\nA.女┋B.男\n154 0000 0001".utf8),
        Array("合计：12人\n填表人：某某\n第1页\n示例：张三\n注：1".utf8),
      ]
    case .stored:
      let row = #"{"name":"王芳","height":165,"extras":"{\"血型\":\"A\"}","phone":null,"c":"\u001b"}"#
      let summary =
        #"{"badge":"F12","count":3,"detail":"a\"b","event":"QX","name":"王芳","refusal":"full","verb":"check-in"}"#
      let texts = [row, summary, #"{"血型":"A","头":"\\"}"#, #"["phone","extra:血型","employer"]"#]
      return texts.enumerated().map { [UInt8($0.offset)] + Array($0.element.utf8) }
    case .filters:
      return [
        "sex=F age=25..32 height>=165 city=泰安 education>=本科 income>=8000 verified not smoking=yes",
        "性别=女 年龄=25..32 身高>=165 单位~银行,医院 非 岗位=教师 收入=? 收入!=?", "王芳 -李 \"sex=F\" “a b”",
        "employer~\"银行 一\" job!=教师 union~岱岳", "((((", "age=99999999999999999999..1 =",
      ].map { Array($0.utf8) }
    case .keys:
      let keys =
        "a王\u{1b}[A\u{1b}OP\u{1b}[1;5C\u{1b}[200~粘\u{1b}[20\n贴\u{1b}[201~\u{1b}[<0;10;20M\u{1b}x\u{3}e\u{301}\u{1b}"
      return [[0] + Array(keys.utf8), [0x82] + Array(keys.utf8), [0x07, 0xe7, 0x8e, 0x1b, 0x5b]]
    case .hopes:
      let draws = (0..<12).map { seed in
        (0..<24).map { UInt8(truncatingIfNeeded: $0 * 37 + seed * 91) }
      }
      let texts = ["身高170以上，本科，没离过婚的", "不接受离异带孩，外地的也行", "我95年的，希望对方30岁左右、抽烟的勿扰"]
      return texts.map { [0] + Array($0.utf8) } + draws.flatMap { [[1] + $0, [2] + $0] }
    case .sheet:
      let sheet = "<worksheet><sheetData>\(data)</sheetData><mergeCell ref=\"A1:B2\"/></worksheet>"
      return [(0, strings), (1, styles), (2, sheet)].flatMap { kind, xml in
        [[255, kind] + Array(xml.utf8), [3, kind] + Array(xml.utf8)]
      }
    }
  }
}
