import Characters

extension SheetReader {
  mutating func readCell(_ cell: SheetCell, into row: inout RawRow) throws(WorkbookFault) {
    let spoilt = cell.spoiltReference.map { String(decoding: scanner.buffer[$0], as: UTF8.self) }
    guard let column = cell.column else {
      _ = try collectValue()
      return fault(.unreadable, spoilt ?? "", at: nil, to: &row)
    }
    if let range = scanner.plainValue() {
      if addPlainly(cell, range, at: column, to: &row) { return }
      value.removeAll(keepingCapacity: true)
      value.append(contentsOf: scanner.buffer[range])
      return finish(cell, CellContent(), at: column, into: &row)
    }
    finish(cell, try collectValue(), at: column, into: &row)
  }

  /// Shared texts and plain numbers, of which nearly every sheet is made; false for others.
  @inline(__always)
  private func addPlainly(
    _ cell: SheetCell, _ range: Range<Int>, at column: Int, to row: inout RawRow
  ) -> Bool {
    let raw = scanner.buffer.span.extracting(range)
    if cell.kind == .shared {
      guard let index = CellReference.number(raw), index < book.strings.count else { return false }
      add(shared: index, at: column, to: &row)
      return true
    }
    guard cell.kind == .number, book.formats[cell.style] == .general, CellNumber.isPlain(raw)
    else { return false }
    add(raw, at: column, to: &row)
    return true
  }

  /// Collects what the cell shows, up to its end.
  private mutating func collectValue() throws(WorkbookFault) -> CellContent {
    value.removeAll(keepingCapacity: true)
    var content = CellContent()
    var isCollecting = false
    var isPronunciation = false
    while true {
      switch try scanner.next() {
      case .start:
        isCollecting = begin(&content)
        if scanner.name == .rPh, !scanner.isEmpty { isPronunciation = true }
      case .end:
        if scanner.name == .cell { return content }
        if scanner.name == .rPh { isPronunciation = false }
        isCollecting = false
      case .text:
        guard isCollecting, !isPronunciation, value.count <= limits.cell else { continue }
        scanner.appendText(to: &value)
      case .atEnd: throw .damaged
      }
    }
  }

  /// Takes note of an element within a cell; answers whether the text in it is what the cell shows.
  private mutating func begin(_ content: inout CellContent) -> Bool {
    switch scanner.name {
    case .formula: content.isCalculated = true
    case .inline:
      if content.isInline { content.isTwofold = true } else { value.removeAll() }
      content.isInline = true
    case .text:
      // Some leave out the element around it.
      if !content.isInline { value.removeAll() }
      content.isInline = true
      return !scanner.isEmpty
    case .value where !content.isInline:
      if !value.isEmpty { content.isTwofold = true }
      return !scanner.isEmpty
    default: break
    }
    return false
  }

  /// Makes of the value what a spreadsheet shows, and adds it to the row.
  private mutating func finish(
    _ cell: SheetCell, _ content: CellContent, at column: Int, into row: inout RawRow
  ) {
    if content.isTwofold { return fault(.unreadable, shownValue, at: column, to: &row) }
    switch content.isInline ? .inline : cell.kind {
    case .text, .inline:
      XMLText.resolveEscapes(in: &value, from: 0)
      return addText(at: column, to: &row)
    case .error: return fault(.formulaError, shownValue, at: column, to: &row)
    case .shared, .truth, .isoDate, .number: trimValue()
    }
    if value.isEmpty {
      if content.isCalculated { fault(.formulaWithoutValue, "", at: column, to: &row) }
      return
    }
    if cell.kind == .shared {
      guard let index = CellReference.number(value.span), index < book.strings.count else {
        return fault(.unreadable, shownValue, at: column, to: &row)
      }
      return add(shared: index, at: column, to: &row)
    }
    guard let shown = shown(cell) else {
      return fault(.unreadable, shownValue, at: column, to: &row)
    }
    value = Array(shown.utf8)
    addText(at: column, to: &row)
  }

  /// The value of a cell that holds no text as a spreadsheet shows it; nil for what it cannot mean.
  private func shown(_ cell: SheetCell) -> String? {
    let raw = shownValue
    switch cell.kind {
    case .truth:
      switch raw.lowercased() {
      case "1", "true": return "TRUE"
      case "0", "false": return "FALSE"
      default: return nil
      }
    case .isoDate: return SerialDate.text(iso: raw, as: book.formats[cell.style])
    case .number, .shared, .text, .inline, .error:
      return CellNumber.text(raw, as: book.formats[cell.style], is1904: book.is1904)
    }
  }

  private var shownValue: String { String(decoding: value.prefix(400), as: UTF8.self) }

  private mutating func trimValue() {
    while let last = value.last, XMLScanner.isBlank(last) { value.removeLast() }
    while let first = value.first, XMLScanner.isBlank(first) { value.removeFirst() }
  }
}

// MARK: - Into the row

extension SheetReader {
  private func addText(at column: Int, to row: inout RawRow) {
    if value.isEmpty { return }
    if value.count > limits.cell {
      return fault(
        .tooLong, String(decoding: value.prefix(200), as: UTF8.self), at: column, to: &row)
    }
    if (try? UTF8Span(validating: value.span)) == nil {
      return fault(.notUTF8, String(decoding: value, as: UTF8.self), at: column, to: &row)
    }
    add(value.span, at: column, to: &row)
  }

  @inline(__always)
  private func add(shared index: Int, at column: Int, to row: inout RawRow) {
    let range = book.strings.range(index)
    if range.isEmpty { return }
    let text = book.strings.bytes.span.extracting(range)
    if book.strings.isSpoilt(index) || text.count > limits.cell {
      let evidence = text.withUnsafeBufferPointer {
        String(decoding: $0.prefix(200), as: UTF8.self)
      }
      let isSpoilt = book.strings.isSpoilt(index)
      return fault(isSpoilt ? .notUTF8 : .tooLong, evidence, at: column, to: &row)
    }
    add(text, at: column, to: &row)
  }

  /// Adds the bytes, which are UTF-8, as the cell of the column.
  @inline(__always)
  private func add(_ bytes: Span<UInt8>, at column: Int, to row: inout RawRow) {
    let isNew = column >= row.count
    guard place(column, in: &row) else { return }
    if !isNew, repeats(bytes, at: column, in: &row) { return }
    let start = row.bytes.count
    guard start + bytes.count < 1 << 30 else { return }
    bytes.withUnsafeBufferPointer { row.bytes.append(contentsOf: $0) }
    row.cells[column] = RawRow.Cell(start: Int32(start), end: Int32(row.bytes.count))
  }

  /// Whether the cell was there before: which of two values is meant nobody can tell.
  private func repeats(_ bytes: Span<UInt8>, at column: Int, in row: inout RawRow) -> Bool {
    if row.faults.contains(where: { $0.column == column }) { return true }
    if row.isEmpty(column) { return false }
    let before = row.text(column)
    let again = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    if before == again { return true }
    row.cells[column].end = row.cells[column].start
    fault(.unreadable, "\(before) ≠ \(again)", at: column, to: &row)
    return true
  }

  /// - Parameter column: nil where it is not known which it is.
  private func fault(
    _ kind: CellFault.Kind, _ text: String, at column: Int?, to row: inout RawRow
  ) {
    if let column, !place(column, in: &row) { return }
    // Of a thousand cells that are nowhere one is told.
    if column == nil, row.faults.contains(where: { $0.kind == kind && $0.column == nil }) { return }
    let evidence = PlainText(text, lines: .joined).text.trimmed.shortened(to: 40)
    row.faults.append(CellFault(kind: kind, column: column, evidence: evidence))
  }

  /// Makes the row reach to the column; false for one that no roster has, which is reported.
  @inline(__always)
  private func place(_ column: Int, in row: inout RawRow) -> Bool {
    guard column < limits.columns else {
      if !row.faults.contains(where: { $0.kind == .tooWide }) {
        row.faults.append(
          CellFault(kind: .tooWide, column: nil, evidence: "\(column + 1) > \(limits.columns)"))
      }
      return false
    }
    while row.count <= column { row.appendEmptyCell() }
    return true
  }
}
