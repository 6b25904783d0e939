import Characters

/// One line of CSV (RFC 4180), ended by CRLF.
enum CSVWriting {
  static func line(_ cells: [TableCell]) -> String {
    // A line of one empty cell would be taken for an empty line and passed over.
    if cells.count == 1, text(cells[0]).isEmpty { return "\"\"\r\n" }
    var line = ""
    for (index, cell) in cells.enumerated() {
      if index > 0 { line += "," }
      line += quoted(text(cell))
    }
    return line + "\r\n"
  }

  private static func text(_ cell: TableCell) -> String {
    switch cell {
    case .text(let text), .coded(let text, _): CellArmour.added(PlainText(text).text)
    case .number(let number): "\(number)"
    case .decimal(let value, let places): Decimals.text(value, places: places) ?? ""
    case .flag(let flag): flag ? "true" : "false"
    case .none: ""
    }
  }

  private static func quoted(_ text: String) -> String {
    let isSpecial: (UInt8) -> Bool = { [0x22, 0x2c, 0x0a, 0x0d, 0x3b].contains($0) }
    // Blanks at the ends are quoted too: some readers take them away otherwise.
    guard text.utf8.contains(where: isSpecial) || text.utf8.first == 0x20 || text.utf8.last == 0x20
    else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
