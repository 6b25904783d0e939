import Matchmaking
import Testing

@testable import Exchange

/// Encodings that no mark tells, judged by what comes out.
@Suite struct `Encodings by the look of what they say` {
  private func drafts(_ text: String, in encoding: String) throws -> [MemberDraft] {
    RosterReader.readAll(try EncodingsOfTextFiles.encoded(text, encoding)).drafts
  }

  static let western = [
    "Müller", "Jürgen", "Zoë", "Núñez", "José", "Höög", "François", "Ångström",
    "Güneş".replacing("ş", with: "s"),
    "Citroën", "Søren", "Ærø", "Grüß", "Ñuño", "Élodie", "Çelik", "Þór", "Weiß", "naïve Éva",
    "Bjørn Åse",
  ]

  @Test(arguments: western)
  func `a Western name keeps its letters, and its row is told`(_ name: String) throws {
    let text = "Name;Sex\n\(name);M\nNovak;F\n"
    let bytes = try EncodingsOfTextFiles.encoded(text, "WINDOWS-1252")
    let found = RosterReader.readAll(bytes)
    #expect(found.drafts.map(\.name) == [name, "Novak"])
    #expect(found.problems.map(\.code) == [.otherEncoding] && found.problems.map(\.row) == [2])
    #expect(
      found.problems.allSatisfy { $0.evidence == "windows-1252" && !$0.isRefusal && !$0.isLoss })
  }

  @Test func `asked for, it is no matter to be told`() throws {
    let bytes = try EncodingsOfTextFiles.encoded("Name\nMüller\n", "WINDOWS-1252")
    let found = try Outcome(bytes, choosing: ReadingChoice(encoding: .windows1252))
    #expect(found.cells == [["Name"], ["Müller"]] && found.rows.allSatisfy(\.faults.isEmpty))
  }

  static let chinese = [
    "王一一,男,K歌", "李二二,女,A座B室", "张三三,男,T恤", "赵喆,女,AB型RH阴性", "镕镕,男,卡拉OK", "陶镕,男,x",
    "钱五,女,B站up主", "孙堃,男,Vivo手机", "周玥,女,a,b", "吴珅,男,iPhone", "郑犇,女,Müller".replacing("ü", with: "u"),
    "冯翀,男,", "镕,男,",
  ]

  @Test(arguments: chinese)
  func `Chinese with letters beside it stays Chinese`(_ row: String) throws {
    for head in ["姓名,性别,备注,x\n", "Name,Sex,Note,x\n"] {
      let found = RosterReader.readAll(
        try EncodingsOfTextFiles.encoded(head + row + ",\n", "GB18030"))
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      #expect(found.drafts.map(\.name) == [String(cells[0])], "\(found.problems)")
      #expect(found.problems.allSatisfy { $0.code == .otherEncoding || head.hasPrefix("N") })
    }
  }

  @Test func `a Western row among Chinese ones is read as what it is`() throws {
    let first = try EncodingsOfTextFiles.encoded("姓名,性别\n王一一,男\n李二二,女\n", "GB18030")
    let second = try EncodingsOfTextFiles.encoded(
      "Jürgen Müller,男".replacing("男", with: "M") + "\n", "WINDOWS-1252")
    for start in [first, Array("姓名,性别\n王一一,男\n李二二,女\n".utf8)] {
      let found = RosterReader.readAll(start + second)
      #expect(found.drafts.map(\.name) == ["王一一", "李二二", "Jürgen Müller"])
      #expect(found.problems.map(\.code) == [.otherEncoding])
    }
  }

  @Test func `small Cyrillic letters are no rare characters`() throws {
    let found = RosterReader.readAll(
      try EncodingsOfTextFiles.encoded("Name,Sex\nольга,F\nнаталья иванова,F\n", "WINDOWS-1251"))
    #expect(found.drafts.isEmpty)
    #expect(Set(found.problems.map(\.code)) == [.notUTF8])
  }

  /// Rosters of characters of which half the bytes are zero, and of others.
  static let wide = [
    "姓名,性别\n王一,男\n李开,女\n", "姓名;备注\n王一一;一一一一一一一一\n", "姓名\n一一\n开开\n丰丰\n",
    "姓名,备注\n王一,一开丰一开丰一开丰\n李四,上上上上上上\n", "Name,Sex\nA,M\n", "姓名\t性别\r\n王一\t男\r\n",
    "姓名,备注\n𠮷田,𠀀𠀁\n王一,😀\n", "姓名,性别,电话\n王一,男,13800000001\n", "姓名|性别\n王一|男\n",
    "編號,姓名\n1,陳一\n", "姓名,备注\n金一,김지수\n山田一,ひらがなカタカナ\n", "姓名,备注\nŁukasz,ěščřž\nОльга,привет\n",
    "\"姓名\",\"性别\"\n\"王一\",\"男\"\n", "报名表\n姓名,性别\n王一,男\n",
  ]

  @Test(arguments: wide, ["UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"])
  func `UTF-16 and UTF-32 need no mark`(_ text: String, _ encoding: String) throws {
    let found = RosterReader.readAll(try EncodingsOfTextFiles.encoded(text, encoding))
    let plain = RosterReader.readAll(Array(text.utf8))
    #expect(!found.drafts.isEmpty && found.drafts == plain.drafts)
  }

  @Test func `a text with stray zeros is a text`() throws {
    let zero = "\u{0}"
    for text in [
      "姓名,备注\n张三,a\(zero)b\n李四,\(zero)\n", "Name,Note\nabc,hello\(zero) world\(zero)\ndef,x\n",
      "a,b\n1,2\n\(zero)3,4\n", "姓名\(zero),备注\n王一一,x\n",
    ] {
      #expect(FileKind(Array(text.utf8)[...]) == .text)
    }
    let picture = (0..<4000).map {
      UInt8(truncatingIfNeeded: $0 &* $0 / 7) & ($0 % 3 == 0 ? 0 : 255)
    }
    #expect(FileKind(([0x89, 0x50] + picture)[...]) == .binary)
  }

  @Test func `bytes that came by chance are no text, few of them are a row's problem`() {
    var dice: UInt64 = 7
    for length in [64, 200, 4_000, 60_000] {
      let bytes = (0..<length).map { _ in
        dice = dice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        // Such as would pass for text in one encoding or another, and lines among them.
        return UInt8(dice >> 57)
      }
      #expect(FileKind(bytes[...]) == .binary, "\(length)")
    }
    let bell = "\u{7}"
    for text in [
      "话题\n理想的周末\(bell)\n", "姓名\n\u{1}王芳\u{2}\n", "\u{1b}$B1&\u{1b}(B,1\n",
      String(repeating: "张三,一厂\u{b}工会\n", count: 40) + "\u{1a}",
      "a\u{1}\u{2}\u{3}\u{4}b\n",
    ] {
      #expect(FileKind(Array(text.utf8)[...]) == .text)
    }
  }

  @Test func `marks may stand twice, and in GB 18030`() throws {
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    let text = Array("\"姓名\",备注\n王一,\"x\"\n".utf8)
    #expect(RosterReader.readAll(mark + mark + text).problems.isEmpty)
    let gb = try EncodingsOfTextFiles.encoded("\u{feff}\"姓名\",备注\n王一,x\n", "GB18030")
    #expect(gb.starts(with: [0x84, 0x31, 0x95, 0x33]))
    let found = RosterReader.readAll(gb)
    #expect(found.problems.isEmpty && found.drafts.map(\.name) == ["王一"])
  }

  @Test func `names one a line are read in their own encodings`() throws {
    let names = "Müller\nJosé\n".replacing("ü", with: "ü")
    let western = try EncodingsOfTextFiles.encoded(names, "WINDOWS-1252")
    let chinese = try EncodingsOfTextFiles.encoded("王一一\n", "GB18030")
    let found = try NameLine.read(ByteSource(western + chinese))
    #expect(found.rows.map(\.text) == ["Müller", "José", "王一一"] && found.problems.isEmpty)
  }

  @Test func `what is no character of UTF-32 spoils its row only`() throws {
    let bytes: [UInt8] =
      [0xff, 0xfe, 0, 0]
      + "姓名,备注\n王一,x\n李二,y".unicodeScalars.flatMap {
        [UInt8($0.value & 255), UInt8($0.value >> 8 & 255), 0, 0]
      } + [0, 0, 0x11, 0]
    let found = RosterReader.readAll(bytes)
    #expect(found.drafts.map { $0.texts[.note] } == ["x", nil])
    #expect(found.problems.map(\.code) == [.notUTF8] && found.problems.map(\.row) == [3])
    #expect(RosterReader.readAll(bytes + [0x41]).problems.map(\.code) == [.notUTF8])
  }

  @Test func `characters of four bytes come in pieces too`() throws {
    let text = "王𠮷㐀a€—\u{20087}x"
    for byte in try EncodingsOfTextFiles.encoded(text, "GB18030").indices {
      let bytes = try EncodingsOfTextFiles.encoded(text, "GB18030")
      var decoder = GB18030Decoder()
      var found: [UInt8] = []
      decoder.decode(Array(bytes[..<byte]), into: &found)
      decoder.decode(Array(bytes[byte...]), into: &found)
      decoder.end(into: &found)
      #expect(String(decoding: found, as: UTF8.self) == text)
    }
  }

  @Test func `each code page decodes in pieces what it decodes whole`() {
    let bytes = (0...255).map { UInt8($0) }
    for (decoder, expected) in [
      (Windows1252Decoder() as any TextDecoder, 5), (GB18030Decoder() as any TextDecoder, nil),
    ] as [(any TextDecoder, Int?)] {
      var (whole, pieces) = (decoder, decoder)
      var (first, second): ([UInt8], [UInt8]) = ([], [])
      whole.decode(bytes, into: &first)
      whole.end(into: &first)
      for byte in bytes { pieces.decode([byte], into: &second) }
      pieces.end(into: &second)
      #expect(first == second)
      if let expected { #expect(first.count { $0 == SpoiltText.byte } == expected) }
    }
    #expect(Windows1252.scalar(0x80) == 0x20ac && Windows1252.scalar(0xfc) == 0xfc)
  }
}
