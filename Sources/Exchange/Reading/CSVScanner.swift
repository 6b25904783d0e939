/// Finds where the cells of one row begin and end (RFC 4180), without making text of them.
///
/// Lines end with LF, CRLF or CR. Blanks between a closing quote and the separator are let pass.
struct CSVScanner {
  struct Field: Hashable {
    var start: Int
    var end: Int
    var isQuoted = false
    /// Holds doubled quotes.
    var isEscaped = false
    var hasStrayQuote = false
    var isBroken = false
    var spansLines = false
  }

  enum Ending: Hashable {
    /// The next row begins at the offset.
    case row(next: Int)
    /// The cell whose quotes open at the offset has no trustworthy end.
    case broken(opening: Int)
    /// The bytes ended where the row did not.
    case cut
  }

  static let quote = UInt8(ascii: "\"")
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  let separator: UInt8
  /// A quoted cell that is longer and spans lines is taken for broken.
  let cellLimit: Int
  /// Whether a byte beyond ASCII takes the next one with it: in GB 18030 a bar may be half of a character.
  let isDoubleByte: Bool
  /// No byte above it has a meaning.
  private let highest: UInt8

  /// - Parameter isDoubleByte: whether the bytes are GB 18030.
  init(separator: UInt8, cellLimit: Int, isDoubleByte: Bool = false) {
    self.separator = separator
    self.cellLimit = cellLimit
    self.isDoubleByte = isDoubleByte && separator >= 0x40
    highest = max(separator, UInt8(ascii: ";"))
  }

  /// Adds the fields of the row that begins at `start`.
  ///
  /// - Parameter isWhole: whether the file ends with the bytes; otherwise a row must end before them.
  func scan(
    _ bytes: Span<UInt8>, from start: Int, isWhole: Bool, into fields: inout [Field]
  ) -> Ending {
    var at = start
    while true {
      if at < bytes.count, bytes[at] == Self.quote {
        let opening = at
        guard let field = quoted(bytes, at: &at) else {
          return at < bytes.count || isWhole ? .broken(opening: opening) : .cut
        }
        fields.append(field)
      } else {
        fields.append(unquoted(bytes, at: &at))
      }
      guard at < bytes.count else { return isWhole ? .row(next: at) : .cut }
      if bytes[at] == separator {
        at += 1
      } else if let next = afterLineEnd(bytes, at: at, isWhole: isWhole) {
        return .row(next: next)
      } else {
        return .cut
      }
    }
  }

  /// Nil where a CR stands last and the LF that may follow is not there yet.
  private func afterLineEnd(_ bytes: Span<UInt8>, at: Int, isWhole: Bool) -> Int? {
    guard bytes[at] == Self.carriageReturn else { return at + 1 }
    if at + 1 == bytes.count { return isWhole ? at + 1 : nil }
    return bytes[at + 1] == Self.newline ? at + 2 : at + 1
  }

  private func unquoted(_ bytes: Span<UInt8>, at: inout Int) -> Field {
    var field = Field(start: at, end: at)
    if let end = endOfConstant(bytes, from: at) {
      at = end
      field.end = end
      return field
    }
    if isDoubleByte { return unquotedPairs(bytes, at: &at) }
    while at < bytes.count {
      let byte = bytes[at]
      // Letters and all of UTF-8 lie above every character that has a meaning here.
      if byte > highest {
        at += 1
        continue
      }
      if byte == separator || byte == Self.newline || byte == Self.carriageReturn { break }
      if byte == Self.quote { field.hasStrayQuote = true }
      at += 1
    }
    field.end = at
    return field
  }

  /// As `unquoted`, where a byte beyond ASCII takes the next one with it.
  private func unquotedPairs(_ bytes: Span<UInt8>, at: inout Int) -> Field {
    var field = Field(start: at, end: at)
    while at < bytes.count, !endsCell(bytes[at]) {
      if bytes[at] == Self.quote { field.hasStrayQuote = true }
      let isLead = bytes[at] > 0x80 && at + 1 < bytes.count && bytes[at + 1] >= 0x40
      at += isLead ? 2 : 1
    }
    field.end = at
    return field
  }

  /// Where `="13800000001"` ends, which keeps a spreadsheet from taking digits for a number; nil where
  /// something else stands there.
  @inline(__always)
  private func endOfConstant(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    guard start + 1 < bytes.count, bytes[start] == UInt8(ascii: "="), bytes[start + 1] == Self.quote
    else { return nil }
    var at = start + 2
    while at < bytes.count, bytes[at] != Self.newline, bytes[at] != Self.carriageReturn {
      if bytes[at] == Self.quote {
        if at + 1 == bytes.count || endsCell(bytes[at + 1]) { return at + 1 }
        guard bytes[at + 1] == Self.quote else { return nil }
        at += 1
      }
      at += 1
    }
    return nil
  }

  private func endsCell(_ byte: UInt8) -> Bool {
    byte == separator || byte == Self.newline || byte == Self.carriageReturn
  }

  /// Nil where no closing quote with a separator or line end behind it is found; `at` is then where
  /// the search stopped.
  private func quoted(_ bytes: Span<UInt8>, at: inout Int) -> Field? {
    var field = Field(start: at + 1, end: at + 1, isQuoted: true)
    at += 1
    while at < bytes.count {
      let byte = bytes[at]
      if byte == Self.quote {
        guard at + 1 < bytes.count, bytes[at + 1] == Self.quote else { break }
        field.isEscaped = true
        at += 1
      } else if byte == Self.newline || byte == Self.carriageReturn {
        field.spansLines = true
      }
      at += 1
      if field.spansLines, at - field.start > cellLimit { return nil }
    }
    guard at < bytes.count else { return nil }
    field.end = at
    at += 1
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
    guard at < bytes.count else { return field }
    return endsCell(bytes[at]) ? field : nil
  }

  /// Reads one line by itself, so that a lost quote harms no other line.
  ///
  /// A cell whose quotes do not close runs to the next separator and is marked as broken.
  func scanLine(_ line: Span<UInt8>, into fields: inout [Field]) {
    var at = 0
    while true {
      switch scan(line, from: at, isWhole: true, into: &fields) {
      case .row, .cut: return
      case .broken(let opening):
        var field = Field(start: opening, end: opening, isBroken: true)
        field.end = endOfCell(line, from: opening + 1)
        fields.append(field)
        guard field.end < line.count else { return }
        at = field.end + 1
      }
    }
  }

  private func endOfCell(_ line: Span<UInt8>, from start: Int) -> Int {
    var at = start
    while at < line.count, line[at] != separator { at += 1 }
    return min(at, line.count)
  }

  /// The offset of the line's end at or after `start`; nil where the bytes hold none.
  static func lineEnd(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var at = start
    while at < bytes.count {
      if bytes[at] == newline || bytes[at] == carriageReturn { return at }
      at += 1
    }
    return nil
  }
}
