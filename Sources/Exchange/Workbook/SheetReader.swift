import Characters

/// Cells that were made one; rows are counted from 1, columns from 0.
public struct MergedCells: Hashable, Sendable {
  public let rows: ClosedRange<Int>
  public let columns: ClosedRange<Int>
  /// `B5:B9`
  public let name: String

  init?(_ name: String) {
    let corners = name.split(separator: ":").map { CellReference(Array($0.utf8).span) }
    guard let first = corners.first, let last = corners.last, corners.count <= 2,
      let firstRow = first.row, let lastRow = last.row, let left = first.column,
      let right = last.column, firstRow <= lastRow, left <= right
    else { return nil }
    rows = firstRow...lastRow
    columns = left...right
    self.name = name
  }
}

/// `AB12`: column 27, counted from 0, and row 12; either may be missing.
struct CellReference {
  var column: Int?
  var row: Int?

  @inline(__always)
  init(_ bytes: Span<UInt8>) {
    var at = 0
    var letters = 0
    while at < bytes.count, at < 4 {
      let letter = bytes[at] & 0xdf
      guard letter >= 0x41, letter <= 0x5a else { break }
      letters = letters * 26 + Int(letter) - 0x40
      at += 1
    }
    if at > 0 { column = letters - 1 }
    row = CellReference.number(bytes, from: at)
  }

  /// Nil for anything but one to nine digits up to the end.
  @inline(__always)
  static func number(_ bytes: Span<UInt8>, from start: Int = 0) -> Int? {
    guard start < bytes.count, bytes.count - start <= 9 else { return nil }
    var value = 0
    for index in start..<bytes.count {
      let digit = bytes[index] &- 0x30
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }
}

/// Reads the rows of one sheet as they stream in.
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

  private var scanner: XMLScanner
  private let book: Workbook.Tables
  private let limits: Limits
  private var lastNumber = 0
  private var value: [UInt8] = []

  init(_ scanner: XMLScanner, book: Workbook.Tables, limits: Limits = Limits()) {
    self.scanner = scanner
    self.book = book
    self.limits = limits
  }

  /// Fills the next row that has cells; false at the end of the sheet.
  mutating func next(into row: inout RawRow) throws(WorkbookFault) -> Bool {
    while true {
      switch try scanner.next() {
      case .atEnd: return false
      case .start where scanner.name == .row:
        let number = rowNumber
        lastNumber = number
        row.begin(number)
        if scanner.isEmpty { continue }
        try readCells(into: &row)
        guard row.count > 0 else { continue }
        row.needsCare =
          !UTF8Bytes.isPlain(row.bytes.span) && PlainText.needsCare(row.bytes.span)
        return true
      case .start where scanner.name == .mergeCell && merged.count < limits.merged:
        if let cells = scanner.attribute(.ref).flatMap(MergedCells.init) { merged.append(cells) }
      default: break
      }
    }
  }

  /// As the row says, or one more than the last, where it says nothing that can be true.
  private var rowNumber: Int {
    let bytes = scanner.buffer.span
    var at = scanner.range.lowerBound
    while let found = XMLAttribute.next(bytes, at: &at, end: scanner.range.upperBound) {
      guard found.name == .reference else { continue }
      if let number = CellReference.number(bytes.extracting(found.value)), number > lastNumber {
        return number
      }
      break
    }
    return lastNumber + 1
  }

  private mutating func readCells(into row: inout RawRow) throws(WorkbookFault) {
    var next = 0
    while true {
      switch try scanner.next() {
      case .start where scanner.name == .cell:
        let cell = SheetCell(scanner, following: next)
        next = cell.column + 1
        if !scanner.isEmpty { try readCell(cell, into: &row) }
      case .end where scanner.name == .row: return
      case .atEnd: throw .damaged
      default: break
      }
    }
  }
}

// MARK: - Cells

/// What the tag of a cell says.
private struct SheetCell {
  enum Kind { case number, shared, text, inline, truth, error, isoDate }

  var kind = Kind.number
  var column: Int
  var style = 0

  @inline(__always)
  init(_ scanner: borrowing XMLScanner, following column: Int) {
    self.column = column
    let bytes = scanner.buffer.span
    var at = scanner.range.lowerBound
    while let found = XMLAttribute.next(bytes, at: &at, end: scanner.range.upperBound) {
      let value = bytes.extracting(found.value)
      switch found.name {
      case .reference: self.column = CellReference(value).column ?? column
      case .style: style = CellReference.number(value) ?? 0
      case .text: kind = SheetCell.kind(value)
      default: break
      }
    }
  }

  @inline(__always)
  private static func kind(_ name: Span<UInt8>) -> Kind {
    guard name.count > 0 else { return .number }
    return switch name[0] {
    case UInt8(ascii: "s"): name.count == 1 ? .shared : .text
    case UInt8(ascii: "i"): .inline
    case UInt8(ascii: "b"): .truth
    case UInt8(ascii: "e"): .error
    case UInt8(ascii: "d"): .isoDate
    default: .number
    }
  }
}

extension SheetReader {
  private mutating func readCell(
    _ cell: SheetCell, into row: inout RawRow
  ) throws(WorkbookFault) {
    if let range = scanner.plainValue() {
      if try addPlainly(cell, range, to: &row) { return }
      value.removeAll(keepingCapacity: true)
      value.append(contentsOf: scanner.buffer[range])
      return try finish(cell, isCalculated: false, into: &row)
    }
    value.removeAll(keepingCapacity: true)
    let isCalculated = try collectValue()
    try finish(cell, isCalculated: isCalculated, into: &row)
  }

  /// Shared texts and plain numbers, of which nearly every sheet is made; false for others.
  @inline(__always)
  private func addPlainly(
    _ cell: SheetCell, _ range: Range<Int>, to row: inout RawRow
  ) throws(WorkbookFault) -> Bool {
    let raw = scanner.buffer.span.extracting(range)
    if cell.kind == .shared {
      guard let index = CellReference.number(raw), index < book.strings.count else {
        throw .damaged
      }
      add(shared: index, at: cell.column, to: &row)
      return true
    }
    guard cell.kind == .number, book.formats[cell.style] == .general, CellNumber.isPlain(raw)
    else { return false }
    add(raw, at: cell.column, to: &row)
    return true
  }

  /// Collects what the cell shows, up to its end; answers whether a formula stands in it.
  private mutating func collectValue() throws(WorkbookFault) -> Bool {
    var isCalculated = false
    var isCollecting = false
    var isPronunciation = false
    while true {
      switch try scanner.next() {
      case .start:
        if scanner.name == .formula { isCalculated = true }
        if scanner.isEmpty { continue }
        if scanner.name == .value || scanner.name == .text { isCollecting = true }
        if scanner.name == .rPh { isPronunciation = true }
      case .end:
        if scanner.name == .cell { return isCalculated }
        if scanner.name == .value || scanner.name == .text { isCollecting = false }
        if scanner.name == .rPh { isPronunciation = false }
      case .text:
        guard isCollecting, !isPronunciation else { continue }
        scanner.appendText(to: &value)
        if value.count > XMLScanner.tokenLimit { throw .oversized }
      case .atEnd: throw .damaged
      }
    }
  }

  private mutating func finish(
    _ cell: SheetCell, isCalculated: Bool, into row: inout RawRow
  ) throws(WorkbookFault) {
    switch cell.kind {
    case .shared:
      trimValue()
      if value.isEmpty { break }
      guard let index = CellReference.number(value.span), index < book.strings.count else {
        throw .damaged
      }
      return add(shared: index, at: cell.column, to: &row)
    case .text, .inline:
      XMLText.resolveEscapes(in: &value, from: 0)
      return addText(at: cell.column, to: &row)
    case .truth:
      trimValue()
      if !value.isEmpty { value = Array((value == [0x31] ? "TRUE" : "FALSE").utf8) }
    case .error: return addError(at: cell.column, to: &row)
    case .isoDate: shortenDate()
    case .number:
      trimValue()
      if value.isEmpty { break }
      let raw = String(decoding: value, as: UTF8.self)
      value = Array(
        CellNumber.text(raw, as: book.formats[cell.style], is1904: book.is1904).utf8)
    }
    if value.isEmpty {
      if isCalculated { fault(.formulaWithoutValue, "", at: cell.column, to: &row) }
      return
    }
    addText(at: cell.column, to: &row)
  }

  /// `1992-05-04T00:00:00` is a day, and the `T` in others a blank.
  private mutating func shortenDate() {
    trimValue()
    var text = String(decoding: value, as: UTF8.self).replacingT
    if text.hasSuffix("Z") { text.removeLast() }
    if text.hasSuffix(".000") { text.removeLast(4) }
    if text.hasSuffix(" 00:00:00") { text.removeLast(9) }
    value = Array(text.utf8)
  }

  private mutating func trimValue() {
    while let last = value.last, XMLScanner.isBlank(last) { value.removeLast() }
    while let first = value.first, XMLScanner.isBlank(first) { value.removeFirst() }
  }

  private func addError(at column: Int, to row: inout RawRow) {
    let text = String(decoding: value, as: UTF8.self)
    fault(.formulaError, text, at: column, to: &row)
  }

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
    guard place(column, in: &row) else { return }
    let start = row.bytes.count
    guard start + bytes.count < 1 << 30 else { return }
    bytes.withUnsafeBufferPointer { row.bytes.append(contentsOf: $0) }
    row.cells[column] = RawRow.Cell(start: Int32(start), end: Int32(row.bytes.count))
  }

  private func fault(
    _ kind: CellFault.Kind, _ text: String, at column: Int, to row: inout RawRow
  ) {
    guard place(column, in: &row) else { return }
    let evidence = PlainText(text, lines: .joined).text.trimmed.shortened(to: 40)
    row.faults.append(CellFault(kind: kind, column: column, evidence: evidence))
  }

  /// Makes the row reach to the column; false for one that no roster has, which is reported.
  @inline(__always)
  private func place(_ column: Int, in row: inout RawRow) -> Bool {
    guard column < limits.columns else {
      if !row.faults.contains(where: { $0.column == nil }) {
        row.faults.append(
          CellFault(kind: .tooLong, column: nil, evidence: "\(column + 1) > \(limits.columns)"))
      }
      return false
    }
    while row.count <= column { row.appendEmptyCell() }
    return true
  }
}

extension String {
  /// With a blank for each `T`.
  fileprivate var replacingT: String { String(map { $0 == "T" ? " " : $0 }) }
}
