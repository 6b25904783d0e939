import Foundation

/// What a terminal shows.
struct Screen: Equatable, CustomStringConvertible {
  let rows: [String]

  init(_ captured: String) {
    rows = captured.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  var description: String { rows.joined(separator: "\n") }

  func shows(_ words: String) -> Bool { rows.contains { $0.contains(words) } }

  /// The first row with these words.
  func row(with words: String) -> String? { rows.first { $0.contains(words) } }

  /// The line above the last: what just happened.
  var toast: String { rows.dropLast().last { !$0.isEmpty } ?? "" }

  /// Where the words begin, in cells from 0; wide characters count two.
  func place(of words: String) -> (column: Int, row: Int)? {
    for (row, text) in rows.enumerated() {
      guard let range = text.range(of: words) else { continue }
      return (Self.columns(text[..<range.lowerBound]), row)
    }
    return nil
  }

  /// Enough for the words on our tabs: Han is wide, all else is narrow.
  private static func columns(_ text: Substring) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.properties.isIdeographic ? 2 : 1) }
  }
}
