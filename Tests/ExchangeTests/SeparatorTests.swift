import Matchmaking
import Testing

@testable import Exchange

@Suite struct `What stands between cells` {
  /// 王一一, 男, 甲 of a file whose head is 姓名, 性别, 备注.
  static let texts: [(String, String)] = [
    ("commas", "姓名,性别,备注\n王一一,男,甲\n"),
    ("semicolons", "姓名;性别;备注\n王一一;男;甲\n"),
    ("tabs", "姓名\t性别\t备注\n王一一\t男\t甲\n"),
    ("bars", "姓名|性别|备注\n王一一|男|甲\n"),
    ("a title above tabs", "二〇二六年联谊报名表\n姓名\t性别\t备注\n王一一\t男\t甲\n"),
    ("a title above semicolons", "报名表\n姓名;性别;备注\n王一一;男;甲\n"),
    ("a title with commas above semicolons", "报名表,第一批,共 1 人,截至五月\n姓名;性别;备注\n王一一;男;甲\n"),
    ("two titles and an empty line above bars", "报名表\n\n填表人：工会, 电话\n姓名|性别|备注\n王一一|男|甲\n"),
    ("a title with semicolons above commas", "报名;联谊;相亲;交友\n姓名,性别,备注\n王一一,男,甲\n"),
    ("a title in quotes", "\"报名表, 第一批\"\n姓名;性别;备注\n王一一;男;甲\n"),
    ("commas in the head", "姓名;性别;备注;择偶要求(年龄, 学历, 身高, 收入)\n王一一;男;甲;本科\n"),
    ("commas in the head's brackets first", "姓名(必填, 真实姓名, 两到四字);性别;备注\n王一一;男;甲\n"),
    ("as many commas in a head's brackets", "姓名(必填, 真实, 全名);性别;备注\n王一一;男;甲\n李, 二;女;乙\n钱, 三;男;丙\n"),
    ("as many commas in every row", "姓名(必填, 真实, 两字, 全名);性别;备注;说明\n王一一;男;甲;x, y\n"),
    ("commas in a quoted head", "\"姓名\";\"性别\";\"备注\";\"要求, 年龄, 身高\"\n\"王一一\";\"男\";\"甲\";\"\"\n"),
    ("commas in cells", "姓名;性别;备注;要求\n王一一;男;甲;a,b,c,d,e\n李二;女;乙;f,g,h,i,j\n"),
    ("tabs in a text with commas", "姓名\t性别\t备注\t要求,年龄,身高,学历\n王一一\t男\t甲\ta,b\n"),
    ("bars in cells of commas", "姓名,性别,备注,要求\n王一一,男,甲,a|b|c|d\n"),
    ("a word for it", "sep=;\n姓名;性别;备注\n王一一;男;甲\n"),
    ("a word for it in capitals and quotes", "\"SEP=;\"\r\n姓名;性别;备注\r\n王一一;男;甲\r\n"),
    ("a word for it, saved again", "sep=,,,,\n姓名,性别,备注\n王一一,男,甲\n"),
    ("a word for it that is not true", "sep=;\n姓名,性别,备注\n王一一,男,甲\n"),
    ("a word for a mark nobody expects", "sep=^\n姓名^性别^备注\n王一一^男^甲\n"),
    ("a word for a tab, and a title", "sep=\t\n报名表\n姓名\t性别\t备注\n王一一\t男\t甲\n"),
    ("only a head and a row that ends early", "姓名;性别;备注;说明(a, b)\n王一一;男;甲\n"),
  ]

  @Test(arguments: texts)
  func `is found by the head that it yields`(_ name: String, _ text: String) throws {
    let (drafts, problems) = RosterReader.readAll(Array(text.utf8))
    #expect(drafts.first?.name == "王一一" && drafts.first?.sex == .man, "\(name): \(problems)")
    #expect(drafts.first?.texts[.note] == "甲", "\(name)")
    #expect(problems.allSatisfy { $0.code == .titleRow }, "\(name): \(problems)")
  }

  @Test(arguments: [
    ("a;b\n1,5;2,5\n3,5;4,5\n", ";"), ("a\tb\n1,2\t3\n", "\t"), ("a|b|c\nd|e|f\n", "|"),
    ("a;b\n1;2\n3,1;4\n5,1;6;7\n", ";"),
    ("Preis;Menge, Stück, Art\n1,5;2\n2,5;3\n", ";"), ("a,b\n1;2,3\n", ","), ("a\nb\n", ","),
    ("", ","), ("一段话，没有表\n", ","),
  ])
  func `is what cuts the lines evenly where no head is known`(_ text: String, _ mark: String) {
    let found = Separator(Array(text.utf8)[...]) { _ in false }
    #expect(found.byte == Array(mark.utf8)[0])
  }

  @Test func `may be half of a character in GBK, and cuts none`() throws {
    // 瑋 ends in the byte of a bar.
    let text = "姓名|性别|备注\n瑋瑋|男|甲瑋乙\n李二|女|\"瑋|瑋\"\n"
    let bytes = try EncodingsOfTextFiles.encoded(text, "GB18030")
    #expect(bytes.filter { $0 == UInt8(ascii: "|") }.count > 7)
    let (drafts, problems) = RosterReader.readAll(bytes)
    #expect(drafts.map(\.name) == ["瑋瑋", "李二"] && problems.isEmpty)
    #expect(drafts.map { $0.texts[.note] } == ["甲瑋乙", "瑋|瑋"])
    // Half a character takes no line end with it.
    let spoilt = RosterReader.readAll(bytes + [0x81, 0x0a] + Array("Wang|M|x\n".utf8))
    #expect(spoilt.drafts.last?.name == "Wang" && spoilt.drafts.last?.texts[.note] == "x")
  }
}
