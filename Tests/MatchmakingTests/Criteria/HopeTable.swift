import Matchmaking

/// Hopes and what is to be understood, one `text → meaning` a line; `#` begins a heading, and `♂` a hope
/// of a man, as the others are of women.
struct HopeTable {
  struct Row: Sendable {
    let text: String
    let meaning: String
    let sex: Sex
  }

  let rows: [Row]

  init(_ table: String) {
    rows = table.split(separator: "\n").compactMap { line in
      guard !line.hasPrefix("#"), let arrow = line.firstRange(of: " →") else { return nil }
      let isOfMan = line.hasPrefix("♂ ")
      return Row(
        text: String(line[..<arrow.lowerBound].dropFirst(isOfMan ? 2 : 0)),
        meaning: String(line[arrow.upperBound...].drop { $0 == " " }), sex: isOfMan ? .man : .woman)
    }
  }
}
