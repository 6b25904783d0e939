import Characters
import Matchmaking

/// Turns the cells of rows into drafts and notes what is doubtful.
///
/// A doubtful cell is left out and reported; a row without a usable name is refused. Cells that are as
/// they should be are taken as bytes (see `takePlainly`), all others are looked at as text.
struct RosterRowReading {
  let head: RosterHead
  let places: RosterPlaces
  var batch: DraftBatch
  /// What the words of a column of verifications were read as, for they are few.
  var verifications: [String: Verification?] = [:]
  private var number = 0
  private var problems: [ImportProblem] = []
  private var isRefused = false
  var resident: ResidentNumber?
  /// Whether days are counted from 1904.
  let is1904: Bool

  init(_ head: RosterHead, is1904: Bool = false) {
    self.head = head
    self.is1904 = is1904
    places = RosterPlaces(head)
    batch = DraftBatch(places.fields)
  }

  /// Adds the row's draft to the batch, unless the row is refused.
  mutating func read(_ row: RawRow) -> RosterRowReport {
    number = row.number
    problems = []
    isRefused = false
    resident = nil
    batch.begin(row: number)
    readCells(of: row)
    if isRefused { batch.dropLast() }
    return RosterRowReport(number: number, problems: problems, isTaken: !isRefused)
  }

  /// Takes the draft back that was read last, where the same person was there before.
  mutating func refuse(
    _ report: inout RosterRowReport, whereRepeated repeats: inout RepeatedRows
  ) {
    repeats.check(&report, in: batch, head: head)
    if !report.isTaken { batch.dropLast() }
  }

  /// What was read so far, and an empty one in its place.
  mutating func takeBatch() -> DraftBatch {
    var taken = DraftBatch(places.fields, expecting: batch.count)
    swap(&taken, &batch)
    return taken
  }

  private mutating func readCells(of row: RawRow) {
    guard isWellShaped(row) else { return }
    for fault in row.faults {
      guard let column = fault.column, column < head.columns.count else { continue }
      let isName = head.columns[column] == .field(.name)
      note(fault.kind.code, column, fault.evidence, isRefusal: isName)
    }
    if isRefused { return }
    let bytes = row.bytes.span
    for index in 0..<min(head.columns.count, row.count) where !row.isEmpty(index) {
      let cell = bytes.extracting(row.range(of: index))
      if !row.needsCare, takePlainly(cell, places.columns[index]) { continue }
      let raw = plain(row.text(index), head.columns[index], index, needsCare: row.needsCare)
      let text = head.columns[index].withoutArtefacts(raw.trimmed)
      if !text.isEmpty { take(text, head.columns[index], index) }
    }
    if resident != nil { compareWithResident() }
    if said(.name).isEmpty, !isRefused {
      note(.missingName, nameIndex, rest(of: row), isRefusal: true)
    }
  }

  /// Whether every cell can be trusted to stand in its column.
  ///
  /// Many programs leave out empty cells at the end of a row, so that a shorter row has the cells it has;
  /// one with something behind the last column has lost its order.
  private mutating func isWellShaped(_ row: RawRow) -> Bool {
    if row.count == head.columns.count, row.faults.isEmpty { return true }
    for fault in row.faults where fault.column == nil && !fault.ruinsRow {
      // Of columns that are too many the head told already.
      if fault.kind != .tooWide || !head.isCut { note(fault.kind.code, nil, fault.evidence) }
    }
    if let fault = row.faults.first(where: \.ruinsRow) {
      note(fault.kind.code, nil, fault.evidence, isRefusal: true)
      return false
    }
    let width = head.columns.count
    let surplus = (0..<row.count).dropFirst(width).contains { !row.text($0).allBlank }
    guard surplus || row.faults.contains(where: { ($0.column ?? 0) >= width }) else { return true }
    note(.cellCount, nil, "\(row.count)/\(width)", isRefusal: true)
    return false
  }

  private var nameIndex: Int? { head.columns.firstIndex(of: .field(.name)) }

  /// What tells a row without a name from others: its first other cells.
  private func rest(of row: RawRow) -> String {
    (0..<row.count).lazy.map { PlainText(row.text($0), lines: .joined).text.trimmed }
      .filter { !$0.isEmpty }.prefix(3).joined(separator: ", ")
  }

  mutating func note(
    _ code: ImportProblem.Code, _ column: Int?, _ evidence: String, isRefusal: Bool = false
  ) {
    let text = ResidentNumber.masked(PlainText(evidence, lines: .joined).text).shortened(to: 40)
    if isRefusal { isRefused = true }
    problems.append(
      ImportProblem(
        row: number, column: column.map { head.names[$0] } ?? "", code: code, evidence: text,
        isRefusal: isRefusal))
  }
}

// MARK: - The last draft

extension RosterRowReading {
  mutating func say(_ text: String, _ field: DraftField) {
    if let slot = batch.slot(field) { batch.say(text, slot) }
  }

  private func said(_ field: DraftField) -> Range<Int> {
    batch.range(batch.count - 1, batch.slot(field))
  }

  func text(_ field: DraftField) -> String? {
    batch.text(batch.count - 1, batch.slot(field))
  }
}
