import Characters

/// The cells of a row that was found, as text.
extension CSVReader {
  mutating func fill(_ row: inout RawRow) {
    row.begin(number)
    let start = fields.first?.start ?? 0
    let end = fields.last?.end ?? 0
    let held = buffer
    let whole = held.span.extracting(start..<end)
    let surplus = cutSurplus()
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
    if encoding != usual || encoding == .windows1252, self.encoding == nil,
      whole.withUnsafeBufferPointer({ $0.contains { $0 >= 0x80 } })
    {
      row.faults.append(
        CellFault(kind: .otherEncoding, column: nil, evidence: encoding.rawValue))
    }
    if let surplus { row.faults.append(surplus) }
  }

  /// Takes away the fields of columns that no roster has; what stood in them is reported.
  private mutating func cutSurplus() -> CellFault? {
    let count = fields.count
    guard count > limits.columns else { return nil }
    let isFilled = fields[limits.columns...].contains { $0.start < $0.end }
    fields.removeSubrange(limits.columns...)
    return isFilled
      ? CellFault(kind: .tooWide, column: nil, evidence: "\(count) > \(limits.columns)") : nil
  }

  private func encoding(of row: Span<UInt8>, isUTF8: Bool) -> TextEncoding {
    if usual != .gb18030, isUTF8 { return .utf8 }
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
      if !encoding.decode(scratch.span, into: &row.bytes) { fault = .notUTF8 }
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

  func evidence(_ start: Int, _ end: Int) -> String {
    let bytes = buffer[start..<max(start, end)]
    var text = String(decoding: bytes, as: UTF8.self)
    if usual != .utf8 {
      var decoded: [UInt8] = []
      if usual.decode(bytes.span, into: &decoded) {
        text = String(decoding: decoded, as: UTF8.self)
      }
    }
    return PlainText(text, lines: .joined).text.trimmed.shortened(to: 40)
  }
}
