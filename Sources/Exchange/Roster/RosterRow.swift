import Characters
public import Matchmaking

/// What became of one row of a roster.
public struct RosterRow: Hashable, Sendable {
  /// Counted from 1 as a spreadsheet shows them; the head is row 1.
  public let number: Int
  /// Nil where the row was refused; then one of the problems is a refusal.
  public internal(set) var draft: MemberDraft?
  public internal(set) var problems: [ImportProblem]
}

/// Turns the cells of one row into a draft and notes what is doubtful.
///
/// A doubtful cell is left out and reported; a row without a usable name is refused.
struct RosterRowReading {
  let head: RosterHead
  let row: TextRow
  private var draft: MemberDraft
  private var problems: [ImportProblem] = []
  private var resident: ResidentNumber?

  init(_ row: TextRow, head: RosterHead) {
    self.row = row
    self.head = head
    draft = MemberDraft(row: row.number, name: "")
    draft.texts.reserveCapacity(8)
  }

  mutating func result() -> RosterRow {
    guard isWellShaped() else { return RosterRow(number: row.number, problems: problems) }
    for fault in row.faults {
      guard let column = fault.column, column < head.columns.count else { continue }
      let isName = head.columns[column] == .field(.name)
      note(fault.kind.code, column, fault.evidence, isRefusal: isName)
    }
    if problems.contains(where: \.isRefusal) {
      return RosterRow(number: row.number, problems: problems)
    }
    for (index, column) in head.columns.enumerated() where index < row.cells.count {
      let raw = row.cells[index]
      if raw.isEmpty { continue }
      let text = CellArmour.removed(plain(raw, column, index).trimmed)
      if !text.isEmpty { take(text, column, index) }
    }
    compareWithResident()
    if draft.name.isEmpty, !problems.contains(where: \.isRefusal) {
      note(.missingName, nameIndex, rest, isRefusal: true)
    }
    let isRefused = problems.contains(where: \.isRefusal)
    return RosterRow(number: row.number, draft: isRefused ? nil : draft, problems: problems)
  }

  /// Whether every cell can be trusted to stand in its column.
  ///
  /// Some spreadsheets leave out empty cells at the end of a row, so that a row which only lacks texts
  /// is taken; a shorter one may be the half of a row that a line end cut in two.
  private mutating func isWellShaped() -> Bool {
    for fault in row.faults where fault.column == nil && fault.kind.isHarmless {
      note(fault.kind.code, nil, fault.evidence)
    }
    if let fault = row.faults.first(where: { $0.column == nil && !$0.kind.isHarmless }) {
      note(fault.kind.code, nil, fault.evidence, isRefusal: true)
      return false
    }
    let count = row.cells.count
    let surplus = row.cells.dropFirst(head.columns.count).contains { !$0.allBlank }
    let isLost = surplus || row.faults.contains { ($0.column ?? 0) >= head.columns.count }
    guard count < head.columns.count || isLost else { return true }
    let isRefusal = isLost || count < head.essentialCount
    note(.cellCount, nil, "\(count)/\(head.columns.count)", isRefusal: isRefusal)
    return !isRefusal
  }

  private var nameIndex: Int? { head.columns.firstIndex(of: .field(.name)) }

  /// What tells a row without a name from others: its first other cells.
  private var rest: String {
    row.cells.lazy.map { PlainText($0, lines: .joined).text.trimmed }.filter { !$0.isEmpty }
      .prefix(3).joined(separator: ", ")
  }

  private mutating func note(
    _ code: ImportProblem.Code, _ column: Int?, _ evidence: String, isRefusal: Bool = false
  ) {
    let text = ResidentNumber.masked(PlainText(evidence, lines: .joined).text).shortened(to: 40)
    problems.append(
      ImportProblem(
        row: row.number, column: column.map { head.names[$0] } ?? "", code: code, evidence: text,
        isRefusal: isRefusal))
  }
}

// MARK: - Cells

extension RosterRowReading {
  private mutating func plain(
    _ raw: String, _ column: RosterHead.Column, _ index: Int
  ) -> String {
    guard row.needsCare else { return raw }
    let plain = PlainText(raw, lines: column.keepsLines ? .kept : .joined)
    if plain.lostCharacters { note(.controlCharacters, index, plain.text) }
    return plain.text
  }

  private mutating func take(_ text: String, _ column: RosterHead.Column, _ index: Int) {
    switch column {
    case .complaints: break
    case .extra(let name):
      if let text = keepable(text, index, longest: 4000) { draft.extras[name] = text }
    case .field(.text(.residentDigits)): takeLastFour(text, index)
    case .field(.text(let kind)):
      if let text = keepable(text, index, longest: kind.longest) { draft.texts[kind] = text }
    case .field(.name): takeName(text, index)
    case .field(.resident): takeResident(text, index)
    case .field(let field):
      if !FieldReading.isBlank(text) { takeTyped(text, field, index) }
    }
  }

  private mutating func takeTyped(_ text: String, _ field: RosterField, _ index: Int) {
    switch field {
    case .sex:
      draft.sex = FieldReading.sex(text)
      if draft.sex == nil { note(.unknownSex, index, text) }
    case .birth: takeBirth(text, index)
    case .phone:
      draft.phone = FieldReading.phone(text)
      if draft.phone == nil { note(.unknownPhone, index, text) }
    case .height:
      draft.height = FieldReading.height(text)
      if draft.height == nil { note(.unknownHeight, index, text) }
    case .verification:
      draft.verification = FieldReading.verification(text)
      if draft.verification == nil { note(.unknownVerification, index, text) }
    case .number: takeNumber(text, index)
    case .name, .resident, .text: break
    }
  }

  private mutating func takeBirth(_ text: String, _ index: Int) {
    if let year = FieldReading.yearOfDoubtfulMonth(text) {
      draft.birth = BirthDate(year: year)
      note(.unknownBirth, index, "\(text) → \(year)")
    } else {
      draft.birth = FieldReading.birth(text)
      if draft.birth == nil { note(.unknownBirth, index, text) }
    }
  }

  private mutating func takeName(_ text: String, _ index: Int) {
    guard let name = PersonName(text), !ResidentNumber.isHidden(in: text) else {
      note(.missingName, index, text, isRefusal: true)
      return
    }
    if name.isTooLong {
      note(.tooLong, index, text, isRefusal: true)
    } else {
      draft.name = name.text
    }
  }

  private mutating func takeNumber(_ text: String, _ index: Int) {
    guard let number = FieldReading.number(text) else {
      note(.spoiltNumber, index, text)
      return
    }
    draft.number = keepable(number, index, longest: 32)
  }

  private mutating func takeResident(_ text: String, _ index: Int) {
    if FieldReading.isBlank(text) { return }
    if text.utf8.count == 4 {
      takeLastFour(text, index)
    } else if let number = ResidentNumber(text) {
      resident = number
      draft.texts[.residentDigits] = number.lastFour
    } else {
      note(.residentNumber, index, text)
    }
  }

  private mutating func takeLastFour(_ text: String, _ index: Int) {
    if FieldReading.isBlank(text) { return }
    let characters = Array(text.uppercased().utf8)
    let isRight =
      characters.count == 4 && characters[..<3].allSatisfy { (48...57).contains($0) }
      && ((48...57).contains(characters[3]) || characters[3] == UInt8(ascii: "X"))
    if isRight {
      draft.texts[.residentDigits] = text.uppercased()
    } else {
      note(.residentNumber, index, text)
    }
  }

  /// The text where it may be kept: not over-long, and without a resident number in it.
  private mutating func keepable(_ text: String, _ index: Int, longest: Int) -> String? {
    if ResidentNumber.isHidden(in: text) {
      note(.residentNumber, index, text)
      return nil
    }
    if text.utf8.count > longest, text.count > longest {
      note(.tooLong, index, text)
      return nil
    }
    return text
  }

  /// The birth date and sex inside the resident number must be those of the other columns.
  private mutating func compareWithResident() {
    guard let resident, let index = head.columns.firstIndex(of: .field(.resident)) else { return }
    var differences: [String] = []
    if let sex = draft.sex, sex != resident.sex {
      differences.append("\(sex.rawValue) ≠ \(resident.sex.rawValue)")
    }
    if let birth = draft.birth, !birth.covers(resident.birth) {
      differences.append("\(birth) ≠ \(resident.birth)")
    }
    if differences.isEmpty { return }
    draft.texts[.residentDigits] = nil
    note(.residentMismatch, index, differences.joined(separator: ", "))
  }
}

extension RosterHead.Column {
  fileprivate var keepsLines: Bool {
    switch self {
    case .extra, .field(.text): true
    case .complaints, .field: false
    }
  }
}
