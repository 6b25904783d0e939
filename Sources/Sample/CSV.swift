/// Comma-separated values as RFC 4180 has them.
enum CSV {
  static func text(head: [String], rows: some Sequence<[String]>) -> String {
    var text = ""
    append(head, to: &text)
    for row in rows { append(row, to: &text) }
    return text
  }

  private static func append(_ cells: [String], to text: inout String) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { text += "," }
      append(cell, to: &text)
    }
    text += "\r\n"
  }

  private static func append(_ cell: String, to text: inout String) {
    // By bytes: as a Character, CR LF is neither of the two.
    guard cell.utf8.contains(where: { $0 == 0x22 || $0 == 0x2c || $0 == 0x0a || $0 == 0x0d }) else {
      text += cell
      return
    }
    text += "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
    }
    text += "\""
  }
}
