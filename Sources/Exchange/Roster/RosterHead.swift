import Characters
public import Matchmaking

/// The head of a roster: what each column holds.
public struct RosterHead: Hashable, Sendable {
  enum Column: Hashable, Sendable {
    case field(RosterField)
    /// Kept with the member under this name, which no other column has.
    case extra(String)
    case passedOver(ColumnReport.Reason)
  }

  /// Where it stands, counted from 1; its lower line where it has two.
  public let row: Int
  /// As they stand in the file, cleaned; a column without a head is called by its number, `#5`.
  public let names: [String]
  let columns: [Column]
  private let claims: [RosterColumns.Claim]
  /// Whether there are more columns than a roster may have, so that every row has cells too many.
  let isCut: Bool
  public let problems: [ImportProblem]

  /// Whether the file can be read at all.
  public var isRefused: Bool { problems.contains(where: \.isRefusal) }

  /// Whether one of the cells is the head of a column of names.
  static func isRecognised(_ row: TextRow, columns table: RosterColumns) -> Bool {
    hasNames(table.fields(of: row.cells))
  }

  private static func hasNames(_ fields: [RosterField?]) -> Bool {
    fields.contains(.name) || (fields.contains(.familyName) && fields.contains(.givenName))
  }

  init(_ row: TextRow, columns table: RosterColumns) {
    self.row = row.number
    var cells = row.cells.map { PlainText($0, lines: .joined).text.trimmed }
    while cells.last?.isEmpty == true { cells.removeLast() }
    let heads = cells
    var problems: [ImportProblem] = []
    var used = UsedNames()
    var names: [String] = []
    var repeated: [String: [String]] = [:]
    for (index, head) in heads.enumerated() {
      let name = head.isEmpty ? "#\(index + 1)" : head
      let own = used.unused(name)
      if own != name { repeated[name, default: []].append(own) }
      names.append(own)
    }
    // One for each head, however many have it; in the order of the columns.
    problems += names.compactMap { name in
      repeated[name].map {
        ImportProblem(
          row: row.number, column: name, code: .repeatedColumn, evidence: RosterHead.listed($0),
          isRefusal: false)
      }
    }
    let claims = table.claims(of: heads, called: names)
    let fields = claims.map(\.field)
    isCut = row.faults.contains { $0.kind == .tooWide }
    problems += RosterHead.problems(of: row, names: names)
    if !RosterHead.hasNames(fields) {
      problems.append(
        ImportProblem(
          row: 0, column: RosterField.name.canonicalHead, code: .missingColumn,
          evidence: names.joined(separator: ", ").shortened(to: 200), isRefusal: true))
    }
    let side = RosterHead.sideTable(heads, claims)
    if let side {
      problems.append(
        ImportProblem(
          row: row.number, column: names[side], code: .sideTable, evidence: names[side],
          isRefusal: false))
    }
    self.names = names
    self.problems = problems
    self.claims = claims
    columns = zip(claims.indices, zip(claims, names)).map { index, column in
      let (claim, name) = column
      if RosterHead.isComplaints(name) { return .passedOver(.complaints) }
      if let side, index >= side, !claim.isDecided { return .passedOver(.sideTable) }
      if let reason = claim.passes { return .passedOver(reason) }
      return claim.field.map(Column.field) ?? .extra(name)
    }
  }

  /// `b (2), b (3)`, `b (2) … b (1000)`.
  private static func listed(_ names: [String]) -> String {
    guard names.count > 3, let first = names.first, let last = names.last else {
      return names.joined(separator: ", ")
    }
    return "\(first) … \(last)"
  }

  /// Where a second table begins beside the first: its names and something else of a person stand under the
  /// very heads that the first has. Its people are no details of those who stand to their left.
  private static func sideTable(_ heads: [String], _ claims: [RosterColumns.Claim]) -> Int? {
    func isAgain(_ index: Int, _ fields: Set<RosterField>) -> Bool {
      guard let field = claims[index].repeats, fields.contains(field) else { return false }
      return zip(claims, heads).contains { $0.field == field && $1 == heads[index] }
    }
    guard let start = claims.indices.first(where: { isAgain($0, [.name]) }),
      claims.indices.contains(where: { $0 > start && isAgain($0, persons) })
    else { return nil }
    let isNumbered = start > 1 && claims[start - 1].passes == .serial
    return isNumbered ? start - 1 : start
  }

  private static let persons: Set<RosterField> = [.sex, .birth, .phone, .resident, .number]

  /// What the file calls the column of a field; nil where it has none.
  ///
  /// - Parameter machineName: the field's name in our own exports.
  public func name(of machineName: String) -> String? {
    zip(columns, names).first { column, _ in
      if case .field(let field) = column { field.machineName == machineName } else { false }
    }?.1 ?? (machineName == RosterField.name.machineName ? halfName : nil)
  }

  private var halfName: String? { index(of: .familyName).map { names[$0] } }

  /// What a column is about; nil where it is kept as it is.
  public func field(at index: Int) -> RosterField? {
    guard columns.indices.contains(index), case .field(let field) = columns[index] else {
      return nil
    }
    return field
  }

  /// How the cells of a column are meant besides.
  func sense(at index: Int) -> HeadSense? {
    claims.indices.contains(index) ? claims[index].sense : nil
  }

  /// Where the name stands, or its first half.
  var nameIndex: Int? { index(of: .name) ?? index(of: .familyName) ?? index(of: .givenName) }

  /// The first column of a field.
  func index(of field: RosterField) -> Int? { columns.firstIndex(of: .field(field)) }

  /// What becomes of each column.
  ///
  /// - Parameter filled: how many rows have something in each.
  func reports(filled: [Int]) -> [ColumnReport] {
    columns.enumerated().map { index, column in
      let fate: ColumnReport.Fate =
        switch column {
        case .field(let field): .read(field.machineName)
        case .passedOver(let reason): .passedOver(reason)
        case .extra: claims[index].repeats.map { .repeated($0.machineName) } ?? .kept
        }
      return ColumnReport(
        place: index + 1, head: names[index], fate: fate, unit: claims[index].sense?.unit ?? "",
        isDecided: claims[index].isDecided,
        filled: filled.indices.contains(index) ? filled[index] : 0)
    }
  }

  private static func problems(of row: TextRow, names: [String]) -> [ImportProblem] {
    row.faults.map { fault in
      let column = fault.column.flatMap { names.indices.contains($0) ? names[$0] : nil }
      return ImportProblem(
        row: row.number, column: column ?? "", code: fault.kind.code, evidence: fault.evidence,
        isRefusal: fault.ruinsRow)
    }
  }
}

/// The names that columns have got already.
private struct UsedNames {
  private var names: Set<String> = []
  /// What the next column of a name is counted as; many may have the same.
  private var counts: [String: Int] = [:]

  /// The name, or with a number behind it where another column has it.
  mutating func unused(_ name: String) -> String {
    if names.insert(name).inserted { return name }
    var count = counts[name] ?? 2
    while !names.insert("\(name) (\(count))").inserted { count += 1 }
    counts[name] = count + 1
    return "\(name) (\(count))"
  }
}

extension CellFault.Kind {
  var code: ImportProblem.Code {
    switch self {
    case .strayQuote, .brokenQuotes: .brokenQuotes
    case .notUTF8: .notUTF8
    case .tooLong: .tooLong
    case .tooWide: .tooManyColumns
    case .cutRow: .cellCount
    case .unreadable: .unreadableCell
    case .otherEncoding: .otherEncoding
    case .formulaError: .formulaError
    case .formulaWithoutValue: .formulaWithoutValue
    }
  }
}
