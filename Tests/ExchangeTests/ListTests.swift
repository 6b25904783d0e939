import Matchmaking
import Testing

@testable import Exchange

@Suite struct `Reading short lists` {
  func source(_ text: String) -> ByteSource { ByteSource(Array(text.utf8)) }

  @Test func `registrations with and without badges`() throws {
    let found = try RegistrationLine.read(source("member,badge\n张三,M07\nLC2\n,M08\n"))
    #expect(
      found.rows == [
        RegistrationLine(row: 2, member: "张三", badge: "M07"),
        RegistrationLine(row: 3, member: "LC2", badge: nil),
      ])
    #expect(found.problems.map(\.row) == [4])
    #expect(found.problems.map(\.code) == [.unknownMember])
    #expect(found.count == 3)
  }

  @Test(arguments: [
    "picker,choice1,choice2,choice3\nF12,3,7,21\n", "picker,choices\nF12,3 7 21\n",
    "choice2,picker,choice10,choice1\n7,F12,21,3\n", "picker,choices\nF12,3、7　21\n",
    "选择人,选择1,选择2,选择3\nF12,3,7,21,\n", "picker;choices\nF12;\"3 7 21\"\n",
  ])
  func `slips in either form`(_ text: String) throws {
    let found = try BallotLine.read(source(text))
    #expect(found.rows == [BallotLine(row: 2, picker: "F12", choices: ["3", "7", "21"])])
    #expect(found.problems.isEmpty)
  }

  @Test(arguments: [
    ("F12,3,7,21", ImportProblem.Code.cellCount), ("F12,\"3\"1,7", .brokenQuotes),
    ("F12,3\u{200b}1,7", .controlCharacters), (",3,7", .unknownBadge),
  ])
  func `a slip with any doubt is refused whole`(
    _ row: String, _ code: ImportProblem.Code
  ) throws {
    let found = try BallotLine.read(source("picker,choice1,choice2\n\(row)\nF13,1\n"))
    #expect(found.rows == [BallotLine(row: 3, picker: "F13", choices: ["1"])])
    #expect(found.problems.map(\.code) == [code])
    #expect(found.problems.map(\.isRefusal) == [true])
  }

  @Test(arguments: ["F12,3,7\n", "picker,x\n1,2\n"])
  func `ballots without their head are refused`(_ text: String) throws {
    let found = try BallotLine.read(source(text))
    #expect(found.rows.isEmpty)
    #expect(found.problems.map(\.code) == [.missingColumn])
  }

  @Test func `one name a line`() throws {
    let found = try NameLine.read(source("\u{feff}张三\r\n\r\n  M07 \nJohn, Jr.\r李\0四"))
    #expect(found.rows.map(\.text) == ["张三", "M07", "John, Jr."])
    #expect(found.rows.map(\.row) == [1, 3, 4])
    #expect(found.problems.map(\.row) == [5])
  }
}
