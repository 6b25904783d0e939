import Characters
import Matchmaking

/// Turns the cells of rows into drafts and notes what is doubtful.
///
/// A doubtful cell is left out and reported; a row without a usable name is refused. Cells that are as
/// they should be are taken as bytes (see `takePlainly`), all others are looked at as text.
struct RosterRowReading {
  let head: RosterHead
  let places: RosterPlaces
  let judge: RowJudge
  /// Nobody is born later; nil where the day is not known.
  let day: Day?
  var batch: DraftBatch
  /// How many rows have something in each column.
  private(set) var filled: [Int]
  /// What the words of a column of verifications were read as, for they are few.
  var verifications: [String: Verification?] = [:]
  /// What the cells of the row said that is put together behind the last.
  var said = SaidTogether()
  /// Drafts of the batch that later answers replace.
  private var replaced: Set<Int> = []
  /// How many drafts were given away before those of the batch.
  private var given = 0
  /// Where a head with other columns stands: nothing below it can be read.
  private var otherHead: Int?
  private let nameSlot: Int?
  /// Whether the name stands in two columns.
  let hasHalves: Bool
  private var number = 0
  private var problems: [ImportProblem] = []
  private var isRefused = false
  /// Whether days are counted from 1904.
  let is1904: Bool

  init(
    _ head: RosterHead, on day: Day? = nil, is1904: Bool = false, columns: RosterColumns = .standard
  ) {
    self.head = head
    self.day = day
    self.is1904 = is1904
    places = RosterPlaces(head)
    judge = RowJudge(head, table: columns)
    batch = DraftBatch(places.fields, settling: places.settled)
    filled = Array(repeating: 0, count: head.columns.count)
    nameSlot = batch.slot(.name)
    hasHalves = head.index(of: .familyName) != nil && head.index(of: .givenName) != nil
  }

  /// Adds the row's draft to the batch, unless the row is refused or no person.
  ///
  /// - Parameter isTotal: whether the workbook says that the row sums a table up.
  mutating func read(_ row: RawRow, isTotal: Bool = false) -> RosterRowReport {
    number = row.number
    problems = []
    isRefused = false
    if let verdict = verdict(row, isTotal) { return verdict }
    said = SaidTogether()
    batch.begin(row: number)
    readCells(of: row)
    if isRefused { batch.dropLast() }
    return RosterRowReport(
      number: number, problems: problems, outcome: isRefused ? .refused : .taken)
  }

  /// Nil for a row that may be a person.
  private mutating func verdict(_ row: RawRow, _ isTotal: Bool) -> RosterRowReport? {
    if otherHead == nil {
      guard isTotal || judge.isDoubtful(row), row.faults.allSatisfy({ $0.column != nil }) else {
        return nil
      }
      let cells = (0..<row.count).map { index in
        let text = PlainText(row.text(index), lines: .joined).text.trimmed
        return index < head.columns.count ? head.columns[index].withoutArtefacts(text) : text
      }
      switch isTotal ? .passedOver(.total) : judge.verdict(cells) {
      case .person: return nil
      case .passedOver(let kind):
        let problem = ImportProblem(
          row: number, column: "", code: .passedOver, evidence: RowsPassedOver.evidence(cells),
          isRefusal: false, kind: kind)
        return RosterRowReport(number: number, problems: [problem], outcome: .passedOver)
      case .otherHead: otherHead = number
      }
    }
    guard let otherHead else { return nil }
    note(.otherHead, nil, "\(otherHead)", isRefusal: true)
    return RosterRowReport(number: number, problems: problems, outcome: .refused)
  }

  /// Takes the draft back that was read last, or one before it, where the same person was there twice.
  mutating func settle(
    _ report: inout RosterRowReport, by repeats: inout RepeatedRows
  ) {
    let draft = given + batch.count - 1
    switch repeats.check(&report, draft, at: said.answered, in: batch, head) {
    case .stands: break
    case .leaves: batch.dropLast()
    case .replaces(let earlier): if earlier >= given { replaced.insert(earlier - given) }
    }
  }

  /// What was read so far, and an empty one in its place.
  mutating func takeBatch() -> DraftBatch {
    var taken = DraftBatch(places.fields, settling: places.settled, expecting: batch.count)
    swap(&taken, &batch)
    given += taken.count
    taken.remove(replaced)
    replaced = []
    return taken
  }

  /// The only draft, as a value.
  mutating func takeDraft() -> MemberDraft? {
    let draft = batch.isEmpty ? nil : batch.draft(batch.count - 1)
    forgetDrafts()
    return draft
  }

  mutating func forgetDrafts() {
    given += batch.count
    batch.removeAll()
    replaced = []
  }

  private mutating func readCells(of row: RawRow) {
    guard isWellShaped(row) else { return }
    for fault in row.faults {
      guard let column = fault.column, column < head.columns.count,
        places.plain[column].way != .passedOver
      else { continue }
      let isName = column == nameIndex
      note(fault.kind.code, column, fault.evidence, isRefusal: isName)
    }
    if isRefused { return }
    let bytes = row.bytes.span
    for index in 0..<min(head.columns.count, row.count) where !row.isEmpty(index) {
      filled[index] &+= 1
      let cell = bytes.extracting(row.range(of: index))
      let plainly = places.plain[index]
      if plainly.way == .passedOver || !row.needsCare && takePlainly(cell, plainly) { continue }
      let raw = plain(row.text(index), head.columns[index], index, needsCare: row.needsCare)
      let text = head.columns[index].withoutArtefacts(raw.trimmed)
      if text.isEmpty { filled[index] &-= 1 } else { take(text, index) }
    }
    finishRow()
    if hasNoName, !isRefused {
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

  private var nameIndex: Int? { head.nameIndex }

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

  private var hasNoName: Bool { batch.range(batch.count - 1, nameSlot).isEmpty }

  func text(of field: DraftField) -> String? {
    batch.text(batch.count - 1, batch.slot(field))
  }
}

enum RowsPassedOver {
  /// The first cells of a row, as a report quotes it.
  static func evidence(_ cells: [String]) -> String {
    ResidentNumber.masked(cells.lazy.filter { !$0.isEmpty }.prefix(3).joined(separator: ", "))
      .shortened(to: 40)
  }
}
