/// Rows whose quotes are not in order, and what they would hide.
extension CSVReader {
  var isEmptyLine: Bool {
    fields.count == 1 && fields[0].start == fields[0].end && !fields[0].isQuoted
  }

  /// Where the last cell of a row that was cut opens its quotes; nil where it is not quoted.
  func openingOfUnendingCell(end: Int) -> Int? {
    guard let last = fields.last else { return nil }
    let next = last.end + (last.isQuoted ? 2 : 1)
    return next < end && buffer[next] == CSVScanner.quote ? next : nil
  }

  /// Reads the line on which the broken cell opens; the next row begins on the line after it.
  mutating func readBrokenLine(
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

// MARK: - Swallowed rows

extension CSVReader {
  /// The opening of the first quoted cell over several lines, where those lines are rows of their own.
  ///
  /// One quote lost here and another some rows later make a cell that is formally right and hides
  /// every row between them. But a cell of several lines is right as a rule: it is given up only where most
  /// of its lines, each read by itself, have as many cells as the head and are what rows are. Where the
  /// row is whole as it stands, all of them must.
  func openingOfSwallowedRows(from start: Int, to next: Int) -> Int? {
    guard let width, width > 1, let first = fields.first(where: \.spansLines) else { return nil }
    let lines = lines(from: start, to: next)
    let even = lines.filter { $0.count == width }
    guard lines.count > 1, even.count * 2 > lines.count,
      fields.count != width || even.count == lines.count
    else { return nil }
    // The line on which the cell opens is the beginning of a row in either case.
    let inner = lines.dropFirst().filter { $0.count == width }
    return areRows(inner) ? first.start - 1 : nil
  }

  private func areRows(_ lines: [[CSVScanner.Field]]) -> Bool {
    var rows = 0
    var judged = 0
    for line in lines {
      guard let isRow = isRow?(texts(of: line)) else { continue }
      judged += 1
      if isRow { rows += 1 }
    }
    if judged > 0 { return rows * 2 >= judged }
    return lines.allSatisfy(looksLikeOwnCells)
  }

  /// Whether the line has figures where the row that holds it has figures, outside of the cells in doubt,
  /// and none where it has none. From four columns on, honest text hardly ever has.
  private func looksLikeOwnCells(_ line: [CSVScanner.Field]) -> Bool {
    guard line.count >= 4, let first = fields.firstIndex(where: \.spansLines),
      let last = fields.lastIndex(where: \.spansLines)
    else { return false }
    let before = (0..<min(first, line.count)).map { ($0, $0) }
    let behind = (last + 1..<fields.count).map { ($0, line.count - (fields.count - $0)) }
    var figures = 0
    for (own, other) in before + behind where other >= 0 {
      guard let isOwn = isFigure(fields[own]), let isOther = isFigure(line[other]) else { continue }
      if isOwn != isOther { return false }
      if isOwn { figures += 1 }
    }
    return figures > 0
  }

  /// Nil for an empty cell.
  private func isFigure(_ field: CSVScanner.Field) -> Bool? {
    let bytes = buffer[field.start..<field.end].filter { $0 != CSVScanner.quote && $0 != 0x20 }
    return bytes.isEmpty ? nil : bytes.allSatisfy { $0 < 0x3a }
  }

  private func lines(from start: Int, to next: Int) -> [[CSVScanner.Field]] {
    var lines: [[CSVScanner.Field]] = []
    var at = start
    let bytes = buffer.span.extracting(..<next)
    while at < next {
      let end = CSVScanner.lineEnd(bytes, from: at) ?? next
      if end > at {
        var found: [CSVScanner.Field] = []
        scanner.scanLine(bytes.extracting(at..<end), into: &found)
        for index in found.indices {
          found[index].start += at
          found[index].end += at
        }
        lines.append(found)
      }
      at = end + 1
    }
    return lines
  }

  private func texts(of line: [CSVScanner.Field]) -> TextRow {
    var cells: [String] = []
    for field in line {
      var text: [UInt8] = []
      let bytes = buffer[field.start..<field.end].span
      _ = (encoding ?? TextEncoding.telling(bytes) ?? usual).decode(bytes, into: &text)
      cells.append(String(decoding: text, as: UTF8.self))
    }
    return TextRow(number: number, cells: cells, faults: [])
  }
}
