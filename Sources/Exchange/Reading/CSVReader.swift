import Characters

/// Reads CSV row by row: RFC 4180 in UTF-8, with or without a byte-order mark.
///
/// Separators are commas, semicolons or tabs, as the first line has them; a line `sep=;` before it
/// is obeyed. At most a few MiB are held, whatever the size of the file.
///
/// A lost quote must not swallow the rows behind it. The cell it opens is given up where text
/// follows the closing quote, where the file ends first, where the cell outgrows every spreadsheet's,
/// or where the lines it spans are rows of their own (see `looksLikeRows`). Then the line it began on
/// is read by itself, and reading goes on with the next line.
public struct CSVReader {
  /// What the file is instead of CSV: `xlsx`, `utf-16`…; nil where it can be read.
  public var mistaken: String? { kind == .text || kind == .empty ? nil : kind.rawValue }
  public var isEmpty: Bool { kind == .empty }
  public let total: Int?
  /// How far the rows reach that were given out.
  public var bytesDone: Int { discarded + position }

  private let source: ByteSource
  private let limits: CSVLimits
  private let kind: FileKind
  private var scanner: CSVScanner
  private var buffer: [UInt8] = []
  private var position = 0
  private var discarded = 0
  private var isWhole = false
  private var number = 0
  private var width: Int?
  private var fields: [CSVScanner.Field] = []

  public init(_ source: ByteSource, limits: CSVLimits = CSVLimits()) throws(FileFault) {
    self.source = source
    self.limits = limits
    total = source.total
    scanner = CSVScanner(separator: UInt8(ascii: ","), cellLimit: limits.cell)
    buffer = try source.next()
    isWhole = buffer.isEmpty
    kind = FileKind(buffer.prefix(1 << 16))
    if buffer.starts(with: [0xef, 0xbb, 0xbf]) { position = 3 }
    let start = Separator(buffer[position...].prefix(1 << 16))
    scanner = CSVScanner(separator: start.byte, cellLimit: limits.cell)
    position += start.declarationLength
  }

  /// The next row that is no empty line; nil at the end and for a file that is no CSV.
  public mutating func next() throws(FileFault) -> CSVRow? {
    guard kind == .text else { return nil }
    while true {
      try fill()
      guard position < buffer.count else { return nil }
      number += 1
      guard let row = try readRow() else { continue }
      if width == nil { width = row.cells.count }
      return row
    }
  }

  /// Sees to it that the longest permitted row is in the buffer, or the rest of the file.
  private mutating func fill() throws(FileFault) {
    guard !isWhole, buffer.count - position <= limits.row else { return }
    buffer.removeSubrange(..<position)
    discarded += position
    position = 0
    while !isWhole, buffer.count <= limits.row {
      let piece = try source.next()
      isWhole = piece.isEmpty
      buffer += piece
    }
  }

  /// Nil for an empty line.
  private mutating func readRow() throws(FileFault) -> CSVRow? {
    let start = position
    let end = min(buffer.count, start + limits.row)
    fields.removeAll(keepingCapacity: true)
    let held = buffer
    let ending = scanner.scan(
      held.span.extracting(..<end), from: start, isWhole: isWhole && end == buffer.count,
      into: &fields)
    switch ending {
    case .row(let next):
      if let opening = openingOfSwallowedRows(from: start, to: next) {
        return try readBrokenLine(from: start, opening: opening, end: end)
      }
      position = next
      return isEmptyLine ? nil : row()
    case .broken(let opening):
      return try readBrokenLine(from: start, opening: opening, end: end)
    case .cut:
      let opening = openingOfUnendingCell(end: end)
      return try readBrokenLine(from: start, opening: opening ?? start, end: end)
    }
  }

  private var isEmptyLine: Bool {
    fields.count == 1 && fields[0].start == fields[0].end && !fields[0].isQuoted
  }

  /// Where the last cell of a row that was cut opens its quotes; nil where it is not quoted.
  private func openingOfUnendingCell(end: Int) -> Int? {
    guard let last = fields.last else { return nil }
    let next = last.end + (last.isQuoted ? 2 : 1)
    return next < end && buffer[next] == CSVScanner.quote ? next : nil
  }

  /// Reads the line on which the broken cell opens; the next row begins on the line after it.
  private mutating func readBrokenLine(
    from start: Int, opening: Int, end: Int
  ) throws(FileFault) -> CSVRow {
    let held = buffer
    let bytes = held.span.extracting(..<end)
    guard let lineEnd = CSVScanner.lineEnd(bytes, from: opening) ?? (isWholeAt(end) ? end : nil)
    else { return try skipOverlongLine(from: start) }
    fields.removeAll(keepingCapacity: true)
    // Cells before the broken one may be well quoted over several lines: they are read as they
    // stand, and the row ends with the line on which the broken one opens.
    scanner.scanLine(bytes.extracting(start..<lineEnd), into: &fields)
    for index in fields.indices {
      fields[index].start += start
      fields[index].end += start
    }
    position = lineEnd
    passLineEnd()
    var row = row()
    if let width, row.cells.count != width, fields.contains(where: \.isBroken) {
      row.faults = [whole(.brokenQuotes, from: start, to: lineEnd)]
    }
    return row
  }

  private func isWholeAt(_ end: Int) -> Bool { isWhole && end == buffer.count }

  /// A line longer than any row may be: not kept, but reported.
  private mutating func skipOverlongLine(from start: Int) throws(FileFault) -> CSVRow {
    let fault = whole(.tooLong, from: start, to: min(buffer.count, start + 200))
    position = min(buffer.count, start + limits.row)
    while true {
      if let end = CSVScanner.lineEnd(buffer.span, from: position) {
        position = end
        break
      }
      position = buffer.count
      if isWhole { break }
      try fill()
    }
    try fill()
    passLineEnd()
    return CSVRow(number: number, cells: [], faults: [fault])
  }

  private mutating func passLineEnd() {
    guard position < buffer.count else { return }
    let isReturn = buffer[position] == CSVScanner.carriageReturn
    position += 1
    if isReturn, position < buffer.count, buffer[position] == CSVScanner.newline { position += 1 }
  }

  private func whole(_ kind: CSVFault.Kind, from start: Int, to end: Int) -> CSVFault {
    CSVFault(kind: kind, column: nil, evidence: evidence(start, min(end, start + 200)))
  }
}

// MARK: - Text

extension CSVReader {
  private func row() -> CSVRow {
    let bytes = buffer.span
    let whole = bytes.extracting((fields.first?.start ?? 0)..<(fields.last?.end ?? 0))
    // One look at the whole row is much cheaper than one at each cell.
    let isUTF8 = (try? UTF8Span(validating: whole)) != nil
    var row = CSVRow(number: number, cells: [], faults: [])
    row.needsCare = !isUTF8 || PlainText.needsCare(whole)
    row.cells.reserveCapacity(fields.count)
    for (column, field) in fields.enumerated() {
      let text = text(of: field, in: bytes, isUTF8: isUTF8)
      let fault = fault(of: field, isUTF8: text != nil)
      row.cells.append(fault == nil || fault == .strayQuote ? text ?? "" : "")
      guard let fault else { continue }
      let evidence = evidence(field.start, min(field.end, field.start + 200))
      row.faults.append(CSVFault(kind: fault, column: column, evidence: evidence))
    }
    return row
  }

  private func fault(of field: CSVScanner.Field, isUTF8: Bool) -> CSVFault.Kind? {
    if field.isBroken { return .brokenQuotes }
    if field.end - field.start > limits.cell { return .tooLong }
    if !isUTF8 { return .notUTF8 }
    return field.hasStrayQuote ? .strayQuote : nil
  }

  private func text(
    of field: CSVScanner.Field, in bytes: Span<UInt8>, isUTF8: Bool
  ) -> String? {
    if field.start == field.end { return "" }
    let cell = bytes.extracting(field.start..<field.end)
    guard field.isEscaped else {
      // Separators and quotes are ASCII, so that a cell of a valid row is valid.
      if isUTF8 { return String(copying: UTF8Span(unchecked: cell)) }
      guard let text = try? UTF8Span(validating: cell) else { return nil }
      return String(copying: text)
    }
    var plain: [UInt8] = []
    plain.reserveCapacity(cell.count)
    var at = 0
    while at < cell.count {
      plain.append(cell[at])
      at += cell[at] == CSVScanner.quote ? 2 : 1
    }
    return String(validating: plain, as: UTF8.self)
  }

  private func evidence(_ start: Int, _ end: Int) -> String {
    PlainText(String(decoding: buffer[start..<max(start, end)], as: UTF8.self), lines: .joined)
      .text.trimmed.shortened(to: 40)
  }
}

// MARK: - Swallowed rows

extension CSVReader {
  /// The opening of the first quoted cell over several lines, where those lines look like rows.
  private func openingOfSwallowedRows(from start: Int, to next: Int) -> Int? {
    guard let width, let first = fields.first(where: \.spansLines),
      looksLikeRows(from: start, to: next, width: width)
    else { return nil }
    return first.start - 1
  }

  /// Whether most of the lines, each read by itself, have as many cells as the head.
  ///
  /// One quote lost here and another some rows later make a cell that is formally right and hides
  /// every row between them. From four columns on, honest text hardly ever has exactly as many
  /// separators on most of its lines.
  private func looksLikeRows(from start: Int, to next: Int, width: Int) -> Bool {
    guard width >= 4 else { return false }
    var lines = 0
    var rows = 0
    var at = start
    var found: [CSVScanner.Field] = []
    let bytes = buffer.span.extracting(..<next)
    while at < next {
      let end = CSVScanner.lineEnd(bytes, from: at) ?? next
      if end > at {
        found.removeAll(keepingCapacity: true)
        scanner.scanLine(bytes.extracting(at..<end), into: &found)
        lines += 1
        if found.count == width { rows += 1 }
      }
      at = end + 1
    }
    return lines > 1 && rows * 2 > lines
  }
}
