import Matchmaking
import TestSupport
import Testing

@testable import Exchange

@Suite("Spoilt rosters") struct MutationTests {
  static let roster: [UInt8] = {
    var text = "编号,姓名,性别,出生年月,联系电话,身高,学历,备注\r\n"
    for row in 0..<12 {
      text += "LC\(row),张\(row)三,男,1992-0\(row % 9 + 1),138000100\(row + 10),17\(row % 10),本科,"
      text += row % 3 == 0 ? "\"喜欢, \"\"读书\"\"\"\r\n" : "爬山\r\n"
    }
    return Array(text.utf8)
  }()

  static let bytes: [UInt8] = [
    0, 0x0a, 0x0d, 0x22, 0x2c, 0x3b, 0x09, 0x1b, 0x30, 0x80, 0xc3, 0xe2, 0xef, 0xf0, 0xff,
  ]

  static func mutated(_ original: [UInt8], with dice: inout Dice, by bytes: [UInt8]) -> [UInt8] {
    var spoilt = original
    for _ in 0..<Int.random(in: 1...6, using: &dice) where !spoilt.isEmpty {
      let at = Int.random(in: 0..<spoilt.count, using: &dice)
      switch dice.next() % 4 {
      case 0: spoilt[at] = dice.pick(bytes)
      case 1: spoilt.insert(dice.pick(bytes), at: at)
      case 2: spoilt.remove(at: at)
      default: spoilt[at] ^= UInt8(1) << (dice.next() % 7)
      }
    }
    return spoilt
  }

  /// Drafts, and refusals by row.
  static func outcome(_ bytes: [UInt8], piece: Int? = nil) throws -> (RosterReader, [RosterRow]) {
    let source = piece.map { ByteSource(bytes, piece: $0) } ?? ByteSource(bytes)
    var reader = try RosterReader(source)
    var rows: [RosterRow] = []
    while let row = try reader.next() { rows.append(row) }
    return (reader, rows)
  }

  @Test func `every row comes out as a draft or as a refusal`() throws {
    var dice = Dice(seed: 3)
    for _ in 0..<2000 {
      let spoilt = Self.mutated(Self.roster, with: &dice, by: Self.bytes)
      let (reader, rows) = try Self.outcome(spoilt)
      for row in rows {
        #expect(
          (row.draft == nil) == row.problems.contains { $0.isRefusal || $0.code == .passedOver })
        #expect(row.problems.allSatisfy { $0.row == row.number })
      }
      #expect(rows.map(\.number) == rows.map(\.number).sorted())
      #expect(Set(rows.map(\.number)).count == rows.count)
      #expect(reader.tally.rows + reader.tally.passedOver == rows.count)
      if reader.head == nil { #expect(reader.problems.contains { $0.isRefusal }) }
    }
  }

  @Test func `where no quotes are, lines in are rows out`() throws {
    var dice = Dice(seed: 5)
    let plain = Self.roster.filter { $0 != 0x22 }
    for _ in 0..<2000 {
      let spoilt = Self.mutated(plain, with: &dice, by: Self.bytes.filter { $0 != 0x22 })
        .filter { $0 != 0x22 }
      let (reader, rows) = try Self.outcome(spoilt)
      guard reader.head != nil else { continue }
      // CR, LF and CRLF all end a line; lines of nothing but separators and blanks are no rows.
      let separator = Separator(spoilt[...]).byte
      let blanks: Set<UInt8> = [separator, 0x20, 0x09]
      let lines = spoilt.split { $0 == 0x0a || $0 == 0x0d }.dropFirst()
      let titles = reader.problems.count { $0.code == .titleRow }
      #expect(rows.count + titles == lines.count { line in !line.allSatisfy(blanks.contains) })
    }
  }

  @Test func `a spoilt byte costs no row but its own`() throws {
    var dice = Dice(seed: 17)
    let (_, whole) = try Self.outcome(Self.roster)
    let clean = Dictionary(uniqueKeysWithValues: whole.map { ($0.draft?.number, $0.draft?.name) })
    for _ in 0..<2000 {
      var spoilt = Self.roster
      let at = Int.random(in: 80..<spoilt.count, using: &dice)
      spoilt[at] = 0x22
      let (_, rows) = try Self.outcome(spoilt)
      let kept = rows.count { row in clean[row.draft?.number] == row.draft?.name && row.draft != nil
      }
      // A quote in place of a line end joins two rows, one that ends a quoted cell spoils its own.
      #expect(kept >= whole.count - 2)
    }
  }

  @Test func `the pieces a file comes in change nothing`() throws {
    var dice = Dice(seed: 23)
    for _ in 0..<500 {
      let spoilt = Self.mutated(Self.roster, with: &dice, by: Self.bytes)
      // The kind of a file and its separator are judged by the first piece.
      let (_, whole) = try Self.outcome(spoilt)
      let (_, pieces) = try Self.outcome(spoilt, piece: 1 << 10)
      #expect(whole == pieces)
    }
  }
}
