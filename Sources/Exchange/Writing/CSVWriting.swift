import Characters

/// One line of CSV (RFC 4180), ended by CRLF.
enum CSVWriting {
  static func line(_ cells: [TableCell]) -> String {
    var bytes: [UInt8] = []
    add(cells, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// As bytes: texts put together cell by cell take three times as long, which a long list feels.
  static func add(_ cells: [TableCell], to bytes: inout [UInt8]) {
    // A line of one empty cell would be taken for an empty line and passed over.
    if cells.count == 1, text(cells[0]).isEmpty {
      bytes += "\"\"\r\n".utf8
      return
    }
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(comma) }
      var text = text(cell)
      text.withUTF8 { add($0, to: &bytes) }
    }
    bytes += "\r\n".utf8
  }

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")

  private static func text(_ cell: TableCell) -> String {
    switch cell {
    case .text(let text), .coded(let text, _): CellArmour.added(PlainText(text).text)
    case .number(let number): "\(number)"
    case .decimal(let value, let places): Decimals.text(value, places: places) ?? ""
    case .flag(let flag): flag ? "true" : "false"
    case .none: ""
    }
  }

  private static func add(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    // Blanks at the ends are quoted too: some readers take them away otherwise.
    guard text.contains(where: isSpecial) || text.first == 0x20 || text.last == 0x20 else {
      bytes.append(contentsOf: text)
      return
    }
    bytes.append(quote)
    for byte in text {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x2c, 0x0a, 0x0d, 0x3b: true
    default: false
    }
  }
}
