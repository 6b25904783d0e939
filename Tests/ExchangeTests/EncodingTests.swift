import Foundation
import Matchmaking
import TestWorkbooks
import Testing

@testable import Exchange

typealias EncodingsOfTextFiles = `Encodings of text files`

@Suite struct `Encodings of text files` {
  static let text = "姓名,性别,备注\r\n张三,男,\"喜欢, \"\"读书\"\"\"\r\n𠮷田,女,€·—\r\n"
  static let cells = [["姓名", "性别", "备注"], ["张三", "男", "喜欢, \"读书\""], ["𠮷田", "女", "€·—"]]

  /// As the system's library writes it.
  static func encoded(_ text: String, _ name: String) throws -> [UInt8] {
    let input = URL.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: input) }
    try Data(text.utf8).write(to: input)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["iconv", "-f", "UTF-8", "-t", name, input.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return [UInt8](data)
  }

  static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    var decoded: [UInt8] = []
    return GB18030.decode(bytes.span, into: &decoded) ? decoded : decoded.isEmpty ? nil : decoded
  }

  @Test(arguments: ["UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"])
  func `each is found by itself`(_ name: String) throws {
    let bytes = try Self.encoded(Self.text, name)
    #expect(try Outcome(bytes).cells == Self.cells)
    #expect(try Outcome(bytes).codes.isEmpty)
    let marked = try Self.encoded("\u{feff}" + Self.text, name)
    if name != "GB18030" { #expect(try Outcome(marked).cells == Self.cells) }
    for piece in [1, 2, 3, 7, 64] where name.hasPrefix("UTF-16") {
      let wide = WideText(size: 2, isBigEndian: name.hasSuffix("BE"))
      let reader = ByteSource(marked, piece: piece).decoding(wide)
      #expect(try rows(reader).map(\.cells) == Self.cells)
    }
  }

  @Test func `every character of the plane goes through GB 18030 as the system's library has it`()
    throws
  {
    var scalars = (0x80...0xffff).compactMap { Unicode.Scalar(UInt32($0)) }
    scalars += [0x10000, 0x20087, 0x20089, 0x200cc, 0x215d7, 0x2298f, 0x241fe, 0x2b81d, 0x10ffff]
      .compactMap(Unicode.Scalar.init)
    // Left to the edition: what the private use area and its replacements are.
    let isMoved = { (value: UInt32) in
      (0xe000...0xf8ff).contains(value) || (0x9fb4...0x9fbb).contains(value)
        || (0xfe10...0xfe19).contains(value)
    }
    let text = scalars.filter { !isMoved($0.value) }.map { String($0) }.joined(separator: "\n")
    let bytes = try Self.encoded(text, "GB18030")
    #expect(Self.decoded(bytes) == Array(text.utf8))
  }

  @Test func `the edition of 2022 has its own characters`() {
    let bytes: [UInt8] = [0xa6, 0xd9, 0xfe, 0x59, 0x82, 0x35, 0x90, 0x37, 0x80]
    #expect(Self.decoded(bytes) == Array("\u{fe10}\u{9fb4}\u{9fb4}€".utf8))
  }

  @Test(arguments: [
    [0xff], [0x81], [0x81, 0x30], [0x81, 0x30, 0x81], [0xb0, 0x20], [0xfe, 0x39, 0xfe, 0x39],
    [0x81, 0x7f],
  ])
  func `what is no GB 18030 is refused`(_ bytes: [UInt8]) {
    #expect(Self.decoded([0x61] + bytes) == nil)
    let isValid = GB18030.isValid(bytes.span)
    #expect(!isValid)
  }

  /// 联通 in GBK is UTF-8 too, though no word of any language.
  @Test func `a row of GBK that looks like UTF-8 is read as the file is`() throws {
    let bytes = try Self.encoded("姓名,单位\n张三,联通\n联通,联通\n联通,\n", "GBK")
    #expect(try Outcome(bytes).cells == [["姓名", "单位"], ["张三", "联通"], ["联通", "联通"], ["联通", ""]])
  }

  @Test func `rows glued together of two encodings are each read in their own and told`() throws {
    let first = Array("姓名,单位\n张三,泰安工会\n王五,济南工会\n".utf8)
    let mixed = first + (try Self.encoded("李四,青岛工会\n", "GBK")) + Array("赵六,x\n".utf8)
    let found = try Outcome(mixed)
    #expect(found.cells.map { $0[0] } == ["姓名", "张三", "王五", "李四", "赵六"])
    #expect(found.rows.map(\.faults.count) == [0, 0, 0, 1, 0])
    #expect(
      found.rows[3].faults == [CellFault(kind: .otherEncoding, column: nil, evidence: "gb18030")])
    let other = try Self.encoded("姓名,单位\n张三,泰安工会\n李四,济南工会\n", "GBK")
    let turned = try Outcome(other + Array("王五,青岛工会\n".utf8))
    #expect(turned.cells.map { $0[0] } == ["姓名", "张三", "李四", "王五"])
    #expect(turned.rows[3].faults.map(\.evidence) == ["utf-8"])
  }

  @Test func `an encoding that was asked for is kept to`() throws {
    let bytes = try Self.encoded("姓名\n张三\n", "GBK")
    let forced = try Outcome(bytes, choosing: ReadingChoice(encoding: .utf8))
    #expect(forced.rows.map { $0.faults.map(\.kind) } == [[.notUTF8], [.notUTF8]])
    #expect(
      try Outcome(bytes, choosing: ReadingChoice(encoding: .gb18030)).cells == [["姓名"], ["张三"]])
  }

  @Test func `half a character of UTF-16 spoils its row only`() throws {
    let bytes: [UInt8] =
      [0xff, 0xfe] + "a,b\n".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
      + [0x00, 0xd8, 0x2c, 0, 0x32, 0, 0x0a, 0, 0x33, 0]
    let found = try Outcome(bytes)
    #expect(found.cells == [["a", "b"], ["", "2"], ["3"]])
    #expect(found.rows[1].faults.map(\.kind) == [.notUTF8])
  }

  @Test func `a spoilt byte in UTF-8 does not make GBK of its row`() throws {
    let found = try Outcome(Array("姓名,单位\n张三,泰安市总工会".utf8) + [0xd5] + Array("\n李四,x\n".utf8))
    #expect(found.cells == [["姓名", "单位"], ["张三", ""], ["李四", "x"]])
    #expect(found.rows[1].faults.map(\.kind) == [.notUTF8])
  }
}
