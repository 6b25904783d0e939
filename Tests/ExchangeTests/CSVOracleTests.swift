import Foundation
import TestSupport
import Testing

@testable import Exchange

@Suite struct `CSV against other readers` {
  /// The slow reader of well-formed CSV: one state machine over characters, nothing lenient.
  static func slowly(_ text: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    var isAfterQuote = false
    for scalar in text.unicodeScalars {
      let last = rows[rows.count - 1].count - 1
      switch scalar {
      case "\"" where !isQuoted && !isAfterQuote: isQuoted = true
      case "\"" where isQuoted:
        isQuoted = false
        isAfterQuote = true
      case "\"":
        rows[rows.count - 1][last] += "\""
        isQuoted = true
        isAfterQuote = false
      case "," where !isQuoted:
        rows[rows.count - 1].append("")
        isAfterQuote = false
      case "\r" where !isQuoted: continue
      case "\n" where !isQuoted:
        rows.append([""])
        isAfterQuote = false
      default: rows[rows.count - 1][last].unicodeScalars.append(scalar)
      }
    }
    return rows.dropLast()
  }

  static func quoted(_ cell: String) -> String {
    "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }

  @Test func `random cells are read as the slow reader reads them, whatever the pieces`() throws {
    var dice = Dice(seed: 7)
    let alphabet: [Character] = ["a", "张", "𠮷", ",", "\"", "\n", "\r\n", " ", ";", "'", "é"]
    for _ in 0..<300 {
      let text = (0..<6).map { row in
        let cells = (0..<3).map { _ in Self.quoted(dice.text(alphabet, upTo: 6)) }
        return "k\(row)," + cells.joined(separator: ",") + (dice.next() % 2 == 0 ? "\n" : "\r\n")
      }.joined()
      // Cells over several lines, each by chance with as many commas as the head, are doubted.
      let whole = try rows("h,,\n" + text)
      let expected = Self.slowly("h,,\n" + text)
      let pieces = ByteSource(Array(("h,,\n" + text).utf8), piece: Int(dice.next() % 20) + 1)
      #expect(whole.map(\.cells) == expected)
      #expect(try rows(pieces) == whole)
    }
  }

  @Test func `Python's csv module is understood`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")
    let expected = try String(contentsOf: folder.appending(path: "python.cells"), encoding: .utf8)
      .split(separator: "\n").map { $0.split(separator: " ").map { Self.decoded($0) } }
    let found = try rows([UInt8](Data(contentsOf: folder.appending(path: "python.csv"))))
    #expect(found.map(\.cells) == expected)
    #expect(found.count == 150)
  }

  private static func decoded(_ hex: Substring) -> String {
    if hex == "-" { return "" }
    var bytes: [UInt8] = []
    var rest = hex
    while !rest.isEmpty {
      bytes.append(UInt8(rest.prefix(2), radix: 16) ?? 0)
      rest = rest.dropFirst(2)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
