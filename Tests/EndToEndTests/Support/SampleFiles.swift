import Foundation

/// The committed files of the sample evening, as the people with the paper in hand would read them.
struct SampleFiles {
  struct Guest {
    let number: String
    /// `M07`.
    let badge: String
  }

  struct Slip {
    let picker: String
    let choices: [String]

    /// As a clerk types it: `F12 3 7 21`.
    var line: String {
      ([picker] + choices.map { String(Int($0.dropFirst()) ?? 0) }).joined(separator: " ")
    }
  }

  let guests: [Guest]
  let slips: [Slip]

  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../data/sample").standardized
    func rows(_ name: String) throws -> [[String]] {
      let text = try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
      return text.split(whereSeparator: \.isNewline).dropFirst().map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
    }
    guests = try rows("evening.csv").filter { !$0[1].isEmpty }.map {
      Guest(number: $0[0], badge: $0[1])
    }
    slips = try rows("slips.csv").map {
      Slip(picker: $0[0], choices: $0.dropFirst().filter { !$0.isEmpty })
    }
  }
}

/// What a pair is on the screen and in the command's table: both badges, the man's first.
struct BadgePair: Hashable, CustomStringConvertible {
  let man: String
  let woman: String
  var description: String { "\(man)+\(woman)" }

  /// The pairs that `queqiao pairs --format csv` tells.
  static func fromCSV(_ text: String) -> [BadgePair] {
    text.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
      let cells = line.split(separator: ",")
      return cells.count > 1 ? BadgePair(man: String(cells[0]), woman: String(cells[1])) : nil
    }
  }
}

extension Screen {
  /// The pairs in view: rows with a heart between two badges, in either language.
  var pairs: [BadgePair] {
    rows.filter { $0.contains("♥") }.compactMap { row in
      guard
        let found = row.firstMatch(of: #/(?:男|M)(?<man>\d+).*♥.*?(?:女|F)(?<woman>\d+)/#)
      else { return nil }
      return BadgePair(man: "M\(found.man)", woman: "F\(found.woman)")
    }
  }
}
