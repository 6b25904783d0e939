import Testing

@testable import Exchange

@Suite struct `Reading CSV` {
  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
    ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
    ("\u{feff}a,b\n1,2", [["a", "b"], ["1", "2"]]),
    ("a,b\n\"x,y\",2\n", [["a", "b"], ["x,y", "2"]]),
    ("a,b\n\"x\r\ny\",2\n", [["a", "b"], ["x\r\ny", "2"]]),
    ("a,b\n\"say \"\"hi\"\"\",2\n", [["a", "b"], ["say \"hi\"", "2"]]),
    ("a,b\n\"\",\"\"\n", [["a", "b"], ["", ""]]),
    ("a,b\n\"x\" ,2\n", [["a", "b"], ["x", "2"]]),
    ("a,b\n1,\n", [["a", "b"], ["1", ""]]),
    ("a,b\n1,", [["a", "b"], ["1", ""]]),
    ("a;b;c\n1;2,5;3\n", [["a", "b", "c"], ["1", "2,5", "3"]]),
    ("a\tb\n1\t2\n", [["a", "b"], ["1", "2"]]),
    ("sep=;\r\na;b\n1;2\n", [["a", "b"], ["1", "2"]]),
    ("姓名\n张三\n", [["姓名"], ["张三"]]),
  ])
  func `what RFC 4180 and spreadsheets write is read`(_ text: String, _ cells: [[String]]) throws {
    let found = try rows(text)
    #expect(found.map(\.cells) == cells)
    #expect(found.allSatisfy { $0.faults.isEmpty })
  }

  @Test func `rows are numbered as a spreadsheet shows them`() throws {
    let found = try rows("a,b\n\n1,\"x\ny\"\n\n\n2,z\n\n")
    #expect(found.map(\.number) == [1, 3, 6])
  }

  @Test func `a quote within a cell stays and is reported`() throws {
    let found = try rows("a,b\n5'10\",x\n1,2\n")
    #expect(found[1].cells == ["5'10\"", "x"])
    #expect(found[1].faults == [CellFault(kind: .strayQuote, column: 0, evidence: "5'10\"")])
    #expect(found[2].faults.isEmpty)
  }

  @Test func `text behind a closing quote costs that cell only`() throws {
    let found = try rows("a,b,c\n1,\"he said \"hi\" ok\",3\n4,5,6\n")
    #expect(found[1].cells == ["1", "", "3"])
    #expect(found[1].faults.map(\.kind) == [.brokenQuotes])
    #expect(found[1].faults.map(\.column) == [1])
    #expect(found[2].cells == ["4", "5", "6"])
  }

  @Test func `a row whose cells cannot be told apart is broken as a whole`() throws {
    let found = try rows("a,b,c\n1,\"he said, \"hi\" ok\",3\n4,5,6\n")
    #expect(found[1].isBroken)
    #expect(found[2].cells == ["4", "5", "6"])
  }

  @Test(arguments: [
    // Nothing closes it.
    "a,b,c\n1,\"two,3\n4,5,6\n7,8,9\n",
    // The next quoted cell closes it, and text follows.
    "a,b,c\n1,\"two,3\n4,5,6\n7,\"8\",9\n",
    "a,b,c\n1,\"two,3\n4,5,6\n\"7\",8,9\n",
    "a,b,c\r\n1,\"two,3\r\n4,5,6\r\n7,8,\"9\"\r\n",
  ])
  func `a lost quote swallows no other row`(_ text: String) throws {
    let found = try rows(text)
    #expect(found.map(\.number) == [1, 2, 3, 4])
    #expect(found[1].faults.map(\.kind) == [.brokenQuotes])
    #expect(found[2].cells == ["4", "5", "6"])
    #expect(found[3].cells == ["7", "8", "9"])
  }

  @Test func `two lost quotes that happen to match hide no rows`() throws {
    let found = try rows("a,b,c,d\n1,\"x,3,4\n5,6,7,8\n9,10\",11,12\n13,14,15,16\n")
    #expect(found.map(\.number) == [1, 2, 3, 4, 5])
    #expect(found[1].faults.map(\.kind) == [.brokenQuotes])
    #expect(found[2].cells == ["5", "6", "7", "8"])
    #expect(found[3].cells == ["9", "10\"", "11", "12"])
  }

  @Test func `an honest cell over several lines stays one cell`() throws {
    let text = "a,b,c,d\n1,\"first, second\nthird, fourth, fifth\nsixth\",3,4\n5,6,7,8\n"
    let found = try rows(text)
    #expect(found.count == 3)
    #expect(found[1].cells[1] == "first, second\nthird, fourth, fifth\nsixth")
    #expect(found[1].faults.isEmpty)
  }

  @Test func `a cell that is not UTF-8 is named by row and column`() throws {
    let found = try rows(Array("a,b\n张三,".utf8) + [0xff, 0x41] + Array("\n李四,x\n".utf8))
    #expect(found[1].cells == ["张三", ""])
    #expect(found[1].faults == [CellFault(kind: .notUTF8, column: 1, evidence: "\u{fffd}A")])
    #expect(found[2].cells == ["李四", "x"])
  }

  @Test func `an enormous cell is left out and the rest of its row kept`() throws {
    let found = try rows("a,b\n" + String(repeating: "x", count: 100_001) + ",2\n3,4\n")
    #expect(found[1].cells == ["", "2"])
    #expect(found[1].faults.map(\.kind) == [.tooLong])
    #expect(found[2].cells == ["3", "4"])
  }

  @Test(arguments: [1, 7, 64, 1 << 20])
  func `a line longer than any row is passed over and reported`(_ piece: Int) throws {
    var limits = CSVLimits()
    limits.row = 64
    let text = "a,b\n" + String(repeating: "x", count: 500) + "\r\n3,4\n"
    let found = try rows(ByteSource(Array(text.utf8), piece: piece), limits: limits)
    #expect(found.map(\.number) == [1, 2, 3])
    #expect(found[1].faults.map(\.kind) == [.tooLong])
    #expect(found[2].cells == ["3", "4"])
  }

  @Test(arguments: ["", "\n\n", "\u{feff}", " \r\n"])
  func `an empty file is empty`(_ text: String) throws {
    #expect(try CSVReader(ByteSource(Array(text.utf8))).isEmpty)
  }

  @Test func `a file that is not there is a fault`() {
    #expect(throws: FileFault.cannotOpen(path: "/no/such/file", code: 2)) {
      try ByteSource(path: "/no/such/file")
    }
  }
}
