import Characters

/// Reads the rows of one sheet as they stream in.
///
/// What is wrong with one cell costs that cell: it is left out and reported. A row may come in several
/// elements of one number, a cell each: they are joined as far as they fill different cells.
struct SheetReader {
  struct Limits: Sendable {
    /// Spreadsheets have 16,384 columns; no roster has a thousand.
    var columns = 1000
    /// A spreadsheet's cell has room for 32,767 characters.
    var cell = 200_000
    var merged = 10_000
  }

  private(set) var merged: [MergedCells] = []
  /// How many packed bytes were taken.
  var packed: Int { scanner.packed }

  var scanner: XMLScanner
  let book: Workbook.Tables
  let limits: Limits
  /// What the cell shows that is read.
  var value: [UInt8] = []
  private var lastNumber = 0
  /// What the tag said of the row that was read last, of which more may follow.
  private var lastTag: Int?
  /// The row behind the last, where it was read already.
  private var following: RawRow?
  /// What was found behind a row that had to be given out first.
  private var fault: WorkbookFault?
  /// The tag of a row that was found and not read yet.
  private var opened: RowTag?

  private struct RowTag {
    /// Nil where the tag says nothing that can be read.
    let number: Int?
    let isEmpty: Bool
  }

  init(_ scanner: XMLScanner, book: Workbook.Tables, limits: Limits = Limits()) {
    self.scanner = scanner
    self.book = book
    self.limits = limits
  }

  /// Fills the next row that has cells; false at the end of the sheet.
  mutating func next(into row: inout RawRow) throws(WorkbookFault) -> Bool {
    if let next = following {
      row = next
      following = nil
    } else {
      if let fault { throw fault }
      guard try readElement(into: &row) else { return false }
    }
    lastNumber = row.number
    do throws(WorkbookFault) {
      try join(to: &row)
    } catch {
      fault = error
    }
    row.needsCare = !UTF8Bytes.isPlain(row.bytes.span) && PlainText.needsCare(row.bytes.span)
    return true
  }

  /// Adds to the row what elements behind it hold of the same row.
  private mutating func join(to row: inout RawRow) throws(WorkbookFault) {
    while lastTag != nil, let tag = try nextTag(), tag.number == lastTag {
      var more = RawRow()
      guard try read(tag, into: &more) else { continue }
      if more.number == lastNumber, row.take(more) { continue }
      more.number = max(more.number, lastNumber + 1)
      following = more
      return
    }
  }

  /// Reads the next element that has cells; false at the end of the sheet.
  private mutating func readElement(into row: inout RawRow) throws(WorkbookFault) -> Bool {
    while let tag = try nextTag() {
      if try read(tag, into: &row) { return true }
    }
    return false
  }

  /// The tag of the next row, which stays the next until it is read; nil at the end of the sheet.
  private mutating func nextTag() throws(WorkbookFault) -> RowTag? {
    while opened == nil {
      switch try scanner.next() {
      case .atEnd: return nil
      case .start where scanner.name == .row:
        opened = RowTag(number: numberInTag, isEmpty: scanner.isEmpty)
      case .start where scanner.name == .mergeCell && merged.count < limits.merged:
        if let cells = scanner.attribute(.ref).flatMap(MergedCells.init) { merged.append(cells) }
      default: break
      }
    }
    return opened
  }

  private var numberInTag: Int? {
    let bytes = scanner.buffer.span
    var at = scanner.range.lowerBound
    while let found = XMLAttribute.next(bytes, at: &at, end: scanner.range.upperBound) {
      if found.name == .reference { return CellReference.number(bytes.extracting(found.value)) }
    }
    return nil
  }

  /// Reads the row whose tag was found; false where it has no cells.
  ///
  /// Its number is what its tag says, else what its cells say, else one more than the last: the first of
  /// these that lies behind the last. Only where the tag says the same as the one before it, and the cells
  /// say nothing else, it is more of the last.
  private mutating func read(
    _ tag: RowTag, into row: inout RawRow
  ) throws(WorkbookFault) -> Bool {
    opened = nil
    let isRepeated = tag.number != nil && tag.number == lastTag
    lastTag = tag.number
    row.begin(0)
    let inCells = tag.isEmpty ? nil : try readCells(into: &row)
    if let number = tag.number, number > lastNumber {
      row.number = number
    } else if isRepeated, inCells == nil || inCells == tag.number {
      row.number = lastNumber
    } else {
      row.number = max(lastNumber + 1, inCells ?? 0)
    }
    if row.count > 0 || !row.faults.isEmpty { return true }
    lastNumber = row.number
    return false
  }

  /// - Returns: the row that the first cell says it stands in.
  private mutating func readCells(into row: inout RawRow) throws(WorkbookFault) -> Int? {
    var next: Int? = 0
    var inCells: Int?
    while true {
      switch try scanner.next() {
      case .start where scanner.name == .cell:
        let cell = SheetCell(scanner, following: next)
        if inCells == nil { inCells = cell.row }
        next = cell.column.map { $0 + 1 }
        if !scanner.isEmpty { try readCell(cell, into: &row) }
      case .end where scanner.name == .row: return inCells
      case .atEnd: throw .damaged
      default: break
      }
    }
  }
}

extension RawRow {
  /// Adds the cells of another row to those that are empty here; false, and nothing is changed, where both
  /// fill one cell.
  fileprivate mutating func take(_ other: RawRow) -> Bool {
    for column in 0..<other.count where column < count && !other.isEmpty(column) {
      if !isEmpty(column), bytes[range(of: column)] != other.bytes[other.range(of: column)] {
        return false
      }
    }
    let faulty = faults.compactMap(\.column)
    if faulty.contains(where: { $0 < other.count && !other.isEmpty($0) }) { return false }
    let others = other.faults.compactMap(\.column)
    if others.contains(where: { $0 < count && !isEmpty($0) }) { return false }
    let start = Int32(bytes.count)
    guard bytes.count + other.bytes.count < 1 << 30 else { return false }
    bytes += other.bytes
    for column in 0..<other.count {
      if column == count { appendEmptyCell() }
      let cell = other.cells[column]
      if cell.start < cell.end {
        cells[column] = Cell(start: cell.start + start, end: cell.end + start)
      }
    }
    faults += other.faults
    return true
  }
}
