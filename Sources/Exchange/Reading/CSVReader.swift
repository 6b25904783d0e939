import Characters

/// Reads CSV row by row: RFC 4180 in UTF-8, UTF-16 or GB 18030, with or without a byte-order mark.
///
/// Separators are commas, semicolons or tabs, as the first line has them; a line `sep=;` before it
/// is obeyed. At most a few MiB are held, whatever the size of the file. Separators, quotes and line
/// ends are never part of another character in GB 18030, so that rows are found before they are
/// decoded, each by itself: a file that was glued together of two encodings is read whole.
///
/// A lost quote must not swallow the rows behind it. The cell it opens is given up where text
/// follows the closing quote, where the file ends first, where the cell outgrows every spreadsheet's,
/// or where the lines it spans are rows of their own (see `looksLikeRows`). Then the line it began on
/// is read by itself, and reading goes on with the next line.
public struct CSVReader {
  /// What the file is instead of CSV: `zip`, `pdf`…; nil where it can be read.
  public var mistaken: String? { kind.isText || kind == .empty ? nil : kind.rawValue }
  public var isEmpty: Bool { kind == .empty }
  public let total: Int?
  /// How far the rows reach that were given out.
  public var bytesDone: Int { taken?.bytes ?? (discarded + position) }

  private let source: ByteSource
  private let limits: CSVLimits
  private let kind: FileKind
  /// What was asked for; nil for whatever each row is written in.
  private let encoding: TextEncoding?
  /// What most of the file is written in.
  private let usual: TextEncoding
  /// How much of a file was read that is not read byte by byte.
  private let taken: TakenBytes?
  private var scanner: CSVScanner
  private var buffer: [UInt8] = []
  private var position = 0
  private var discarded = 0
  private var isWhole = false
  private var number = 0
  private var width: Int?
  private var fields: [CSVScanner.Field] = []
  private var scratch: [UInt8] = []

  /// - Parameter encoding: nil to find it; UTF-16 is always found by itself.
  public init(
    _ source: ByteSource, encoding: TextEncoding? = nil, limits: CSVLimits = CSVLimits()
  ) throws(FileFault) {
    let (first, whole) = try source.peeked()
    kind = FileKind(first.prefix(1 << 16))
    let isUTF16 = kind == .utf16LittleEndian || kind == .utf16BigEndian
    let taken = isUTF16 ? TakenBytes() : nil
    self.taken = taken
    self.source =
      isUTF16
      ? whole.decodingUTF16(isBigEndian: kind == .utf16BigEndian) { taken?.bytes += $0 } : whole
    self.encoding = isUTF16 ? .utf8 : encoding
    self.limits = limits
    total = source.total
    while !isWhole, buffer.count <= limits.row {
      let piece = try self.source.next()
      isWhole = piece.isEmpty
      if buffer.isEmpty { buffer = piece } else { buffer += piece }
    }
    if buffer.starts(with: [0xef, 0xbb, 0xbf]) { position = 3 }
    let sample = buffer[position...].prefix(1 << 20)
    usual = self.encoding ?? TextEncoding(of: sample) ?? .utf8
    let start = Separator(sample.prefix(1 << 16))
    scanner = CSVScanner(separator: start.byte, cellLimit: limits.cell)
    position += start.declarationLength
  }

  /// Fills the next row that is no empty line; false at the end and for a file that is no CSV.
  public mutating func next(into row: inout RawRow) throws(FileFault) -> Bool {
    guard kind.isText else { return false }
    while true {
      try fill()
      guard position < buffer.count else { return false }
      number += 1
      guard try read(into: &row) else { continue }
      if width == nil { width = row.count }
      return true
    }
  }

  public mutating func next() throws(FileFault) -> TextRow? {
    var row = RawRow()
    return try next(into: &row) ? row.texts : nil
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

  /// False for an empty line.
  private mutating func read(into row: inout RawRow) throws(FileFault) -> Bool {
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
        try readBrokenLine(from: start, opening: opening, end: end, into: &row)
        return true
      }
      position = next
      if isEmptyLine { return false }
      fill(&row)
    case .broken(let opening):
      try readBrokenLine(from: start, opening: opening, end: end, into: &row)
    case .cut:
      let opening = openingOfUnendingCell(end: end) ?? start
      try readBrokenLine(from: start, opening: opening, end: end, into: &row)
    }
    return true
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
    from start: Int, opening: Int, end: Int, into row: inout RawRow
  ) throws(FileFault) {
    let held = buffer
    let bytes = held.span.extracting(..<end)
    guard let lineEnd = CSVScanner.lineEnd(bytes, from: opening) ?? (isWholeAt(end) ? end : nil)
    else { return try skipOverlongLine(from: start, into: &row) }
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
    fill(&row)
    if let width, row.count != width, fields.contains(where: \.isBroken) {
      row.faults = [whole(.brokenQuotes, from: start, to: lineEnd)]
    }
  }

  private func isWholeAt(_ end: Int) -> Bool { isWhole && end == buffer.count }

  /// A line longer than any row may be: not kept, but reported.
  private mutating func skipOverlongLine(
    from start: Int, into row: inout RawRow
  ) throws(FileFault) {
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
    row.begin(number)
    row.faults = [fault]
  }

  private mutating func passLineEnd() {
    guard position < buffer.count else { return }
    let isReturn = buffer[position] == CSVScanner.carriageReturn
    position += 1
    if isReturn, position < buffer.count, buffer[position] == CSVScanner.newline { position += 1 }
  }

  private func whole(_ kind: CellFault.Kind, from start: Int, to end: Int) -> CellFault {
    CellFault(kind: kind, column: nil, evidence: evidence(start, min(end, start + 200)))
  }
}

// MARK: - Text

extension CSVReader {
  private mutating func fill(_ row: inout RawRow) {
    row.begin(number)
    let start = fields.first?.start ?? 0
    let end = fields.last?.end ?? 0
    let held = buffer
    let whole = held.span.extracting(start..<end)
    // One look at the whole row is much cheaper than one at each cell.
    let isPlain = UTF8Bytes.isPlain(whole)
    let isUTF8 = isPlain || (try? UTF8Span(validating: whole)) != nil
    let encoding = encoding ?? encoding(of: whole, isUTF8: isUTF8)
    if encoding == .utf8, isUTF8 {
      row.bytes.append(contentsOf: held[start..<end])
      row.needsCare = !isPlain && PlainText.needsCare(whole)
      for column in fields.indices { addPlainly(fields[column], column, from: start, to: &row) }
    } else {
      for column in fields.indices { addDecoded(fields[column], column, encoding, to: &row) }
      row.needsCare = PlainText.needsCare(row.bytes.span)
    }
    if encoding != usual, self.encoding == nil {
      row.faults.append(
        CellFault(kind: .otherEncoding, column: nil, evidence: encoding.rawValue))
    }
  }

  private func encoding(of row: Span<UInt8>, isUTF8: Bool) -> TextEncoding {
    if usual == .utf8, isUTF8 { return .utf8 }
    return TextEncoding.telling(row) ?? usual
  }

  /// A cell of a row that is UTF-8 and whose bytes, from `start` on, the row holds already.
  private func addPlainly(
    _ field: CSVScanner.Field, _ column: Int, from start: Int, to row: inout RawRow
  ) {
    guard field.isEscaped || field.isBroken || field.end - field.start > limits.cell else {
      row.cells.append(
        RawRow.Cell(start: Int32(field.start - start), end: Int32(field.end - start)))
      if field.hasStrayQuote { report(.strayQuote, field, column, to: &row) }
      return
    }
    if let fault = fault(of: field) {
      row.appendEmptyCell()
      report(fault, field, column, to: &row)
    } else {
      let behind = row.bytes.count
      appendUnescaped(field, to: &row.bytes)
      row.endCell(from: behind)
    }
  }

  private mutating func addDecoded(
    _ field: CSVScanner.Field, _ column: Int, _ encoding: TextEncoding, to row: inout RawRow
  ) {
    let start = row.bytes.count
    scratch.removeAll(keepingCapacity: true)
    appendUnescaped(field, to: &scratch)
    var fault = fault(of: field)
    if fault == nil {
      let isRead =
        switch encoding {
        case .gb18030: GB18030.decode(scratch.span, into: &row.bytes)
        case .utf8: UTF8Bytes.copy(scratch.span, to: &row.bytes)
        }
      if !isRead { fault = .notUTF8 }
    }
    row.endCell(from: start)
    if let fault = fault ?? (field.hasStrayQuote ? .strayQuote : nil) {
      report(fault, field, column, to: &row)
    }
  }

  /// What leaves the cell empty.
  private func fault(of field: CSVScanner.Field) -> CellFault.Kind? {
    if field.isBroken { return .brokenQuotes }
    return field.end - field.start > limits.cell ? .tooLong : nil
  }

  private func report(
    _ kind: CellFault.Kind, _ field: CSVScanner.Field, _ column: Int, to row: inout RawRow
  ) {
    let evidence = evidence(field.start, min(field.end, field.start + 200))
    row.faults.append(CellFault(kind: kind, column: column, evidence: evidence))
  }

  /// Doubled quotes become one.
  private func appendUnescaped(_ field: CSVScanner.Field, to bytes: inout [UInt8]) {
    guard field.isEscaped else {
      bytes.append(contentsOf: buffer[field.start..<field.end])
      return
    }
    var at = field.start
    while at < field.end {
      bytes.append(buffer[at])
      at += buffer[at] == CSVScanner.quote ? 2 : 1
    }
  }

  private func evidence(_ start: Int, _ end: Int) -> String {
    let bytes = buffer[start..<max(start, end)]
    var text = String(decoding: bytes, as: UTF8.self)
    if usual == .gb18030 {
      var decoded: [UInt8] = []
      if GB18030.decode(bytes.span, into: &decoded) {
        text = String(decoding: decoded, as: UTF8.self)
      }
    }
    return PlainText(text, lines: .joined).text.trimmed.shortened(to: 40)
  }
}

/// Counts what was taken of a file that is decoded before it is read.
private final class TakenBytes {
  var bytes = 0
}

/// What is more than any honest file holds, in bytes.
public struct CSVLimits: Hashable, Sendable {
  /// A spreadsheet's cell has room for 32,767 characters.
  public var cell = 100_000
  public var row = 1 << 20

  public init() {}
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
