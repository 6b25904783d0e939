import Characters
import Matchmaking

/// Tells rows that are people from those that are not: totals, signatures, notes, the form's example, the
/// head once more, page numbers, titles between the people.
///
/// The whole row decides. What a word says at the beginning of a row or in place of a name counts, but
/// where a phone number, a sex or a resident number stands in its column, a mere word is taken for the
/// name it may be: somebody is called 合琳, and nobody `合计：20人`.
struct RowJudge {
  /// The columns that matter; nil where the file has none.
  struct Columns: Hashable, Sendable {
    var name: Int?
    /// Passed over: digits, or a word about the row.
    var serials: [Int] = []
    var phone: Int?
    var sex: Int?
    var resident: Int?
    /// May say that the row is an example.
    var remarks: [Int] = []
    /// Whose words are like those of signatures: 已审核, 盖章.
    var verification: Int?
  }

  let columns: Columns
  /// What the columns are, to notice their head once more; empty where nothing is known.
  private let fields: [RosterField?]
  private let heads: [String]
  private let table: RosterColumns

  init(
    _ columns: Columns, fields: [RosterField?] = [], heads: [String] = [],
    table: RosterColumns = .standard
  ) {
    self.columns = columns
    self.fields = fields
    self.heads = heads
    self.table = table
  }

  enum Verdict: Hashable, Sendable {
    case person
    case passedOver(RowKind)
    /// A head with other columns: what stands below it cannot be read by this one.
    case otherHead
  }

  /// - Parameter cells: without blanks at their ends.
  func verdict(_ cells: [String]) -> Verdict {
    let filled = cells.indices.filter { !cells[$0].isEmpty }
    guard let first = filled.first else { return .passedOver(.unfilled) }
    if let head = headVerdict(cells, filled) { return head }
    if let kind = kind(cells, filled, first) { return .passedOver(kind) }
    return .person
  }

  private func kind(_ cells: [String], _ filled: [Int], _ first: Int) -> RowKind? {
    let name = columns.name.map { cells.indices.contains($0) ? cells[$0] : "" } ?? ""
    let isPerson = isEvident(cells)
    // At the beginning of the row.
    let beginnings = columns.serials + (columns.serials.contains(first) ? [] : [first])
    for place in beginnings where cells.indices.contains(place) && place != columns.name {
      guard place != columns.verification, let found = RowGrammar(cells[place]) else { continue }
      if found.kind == .example { return .example }
      let outweighs = isPerson && PersonName.isLikely(name) && !found.isPlain
      if !outweighs, found.isPlain || isBeginning(place, name, filled) { return found.kind }
    }
    // In place of a name.
    if let found = RowGrammar(name), found.isPlain || !isPerson { return found.kind }
    if !isPerson, isHeadOfDetail(name) { return .head }
    if columns.remarks.contains(where: {
      cells.indices.contains($0) && RowGrammar.isExample(cells[$0])
    }) {
      return .example
    }
    let saysNothing = filled.allSatisfy {
      columns.serials.contains($0) || FieldReading.isBlank(cells[$0])
    }
    if filled.count == 1, name.isEmpty, !isPerson, RowGrammar.isTitle(cells[first]) {
      return .title
    }
    if saysNothing, name.isEmpty || filled.count > 1 { return .unfilled }
    return FieldReading.isBlank(name, in: .name)
      ? nameless(cells, filled, isPerson) : group(cells, filled)
  }

  /// A bare word counts in a column of serial numbers, and elsewhere where no name stands beside it.
  private func isBeginning(_ place: Int, _ name: String, _ filled: [Int]) -> Bool {
    columns.serials.contains(place) || !PersonName.isLikely(name)
  }

  /// A row without a name is not a person where some cell says what it is instead, and none looks like
  /// a person who only slipped into another column.
  private func nameless(_ cells: [String], _ filled: [Int], _ isPerson: Bool) -> RowKind? {
    if isPerson { return nil }
    for place in filled where place != columns.verification {
      if let found = RowGrammar(cells[place]), found.isPlain || filled.count <= 3 {
        return found.kind
      }
    }
    return nil
  }

  /// The name of a group, alone in its row in the column of names.
  private func group(_ cells: [String], _ filled: [Int]) -> RowKind? {
    let own = filled.filter { !columns.serials.contains($0) }
    guard own.count == 1, own[0] == columns.name else { return nil }
    return RowGrammar.isTitle(cells[own[0]]) ? .title : nil
  }

  /// Whether something stands there that only a person has.
  private func isEvident(_ cells: [String]) -> Bool {
    func says(_ column: Int?, _ reading: (String) -> Bool) -> Bool {
      guard let column, cells.indices.contains(column), !cells[column].isEmpty else { return false }
      return reading(cells[column])
    }
    return says(columns.phone) { FieldReading.phone($0) != nil }
      || says(columns.sex) { FieldReading.chosenSex($0) != nil }
      || says(columns.resident) { ResidentNumber($0) != nil }
  }

  // MARK: - The head once more

  private func headVerdict(_ cells: [String], _ filled: [Int]) -> Verdict? {
    guard !fields.isEmpty, mayBeHead(cells) else { return nil }
    let same = filled.filter { heads.indices.contains($0) && isHead(cells[$0], of: $0) }
    if same.count == filled.count, filled.count > 1 || same.first == columns.name {
      return .passedOver(.head)
    }
    // A row of people has no second cell that is a head.
    let found = table.fields(of: cells)
    let known = found.count { $0 != nil }
    guard known > 1, known * 2 >= filled.count, found.contains(.name) || !same.isEmpty else {
      return nil
    }
    let isElsewhere = zip(found, fields).contains { own, other in own != nil && own != other }
    return isElsewhere ? .otherHead : .passedOver(.head)
  }

  /// Nobody is called as a column is; the lower line of a head of two has nothing there.
  private func mayBeHead(_ cells: [String]) -> Bool {
    guard let name = columns.name, cells.indices.contains(name), !cells[name].isEmpty else {
      return true
    }
    return isHead(cells[name], of: name) || table.isHead(cells[name])
      || HeadWords.serials.contains(RowGrammar.folded(cells[name]).filter { $0 != "." })
  }

  /// The head of a table that goes sideways stands in the column of names: 性别,男,女.
  private func isHeadOfDetail(_ name: String) -> Bool {
    !fields.isEmpty && !name.isEmpty && name.utf8.first.map { $0 >= 0x80 } == true
      && table.isHead(name)
  }

  private func isHead(_ cell: String, of column: Int) -> Bool {
    RowGrammar.folded(cell) == RowGrammar.folded(heads[column])
  }
}

extension PersonName {
  /// Whether somebody may well be called so: letters of some script, and nothing that names have not.
  static func isLikely(_ text: String) -> Bool {
    guard text.count <= 30, PersonName(text) != nil else { return false }
    return !text.contains { $0.isNumber && $0.isASCII || ":：，。；！？、_=/".contains($0) }
  }
}

// MARK: - Rows of a roster

extension RowJudge {
  init(_ head: RosterHead, table: RosterColumns) {
    var columns = Columns()
    columns.name = head.nameIndex
    columns.phone = head.index(of: .phone) ?? head.index(of: .contact)
    columns.sex = head.index(of: .sex)
    columns.resident = head.index(of: .resident)
    columns.verification = head.index(of: .verification)
    for (index, column) in head.columns.enumerated() {
      switch column {
      case .passedOver(.serial): columns.serials.append(index)
      case .extra, .field(.text(.note)): columns.remarks.append(index)
      case .passedOver, .field: break
      }
    }
    self.init(
      columns, fields: head.columns.indices.map(head.field), heads: head.names, table: table)
  }

  /// Whether the row needs to be looked at: nearly all are let go by a look at their bytes.
  func isDoubtful(_ row: RawRow) -> Bool {
    guard let name = columns.name, name < row.count, !row.isEmpty(name), !row.needsCare else {
      return true
    }
    // Few people say only one thing of themselves; titles and totals do.
    if (0..<row.count).lazy.filter({ !row.isEmpty($0) }).prefix(3).count < 3 { return true }
    let bytes = row.bytes.span
    if RowBytes.mayBeNoName(bytes.extracting(row.range(of: name))) { return true }
    for place in columns.serials where place < row.count && !row.isEmpty(place) {
      if !RowBytes.isFigure(bytes.extracting(row.range(of: place))) { return true }
    }
    if columns.name != 0, !columns.serials.contains(0), !row.isEmpty(0),
      RowBytes.mayBeNoName(bytes.extracting(row.range(of: 0)), isShort: false)
    {
      return true
    }
    for place in columns.remarks where place < row.count && !row.isEmpty(place) {
      if RowBytes.mayBeExample(bytes.extracting(row.range(of: place))) { return true }
    }
    return false
  }
}

/// What a look at the bytes of a cell tells of its row; wrong only to the safe side.
private enum RowBytes {
  static func isFigure(_ cell: Span<UInt8>) -> Bool {
    for index in 0..<cell.count where !(0x30...0x39).contains(cell[index]) { return false }
    return true
  }

  /// Anything but a few Han characters of which none begins a word that is no name.
  ///
  /// - Parameter isShort: whether a name is looked at, rather than what stands first in the row.
  static func mayBeNoName(_ cell: Span<UInt8>, isShort: Bool = true) -> Bool {
    if isShort, cell.count > 12, cell.count > 40 || !hasDot(cell) { return true }
    var index = 0
    while index < cell.count {
      let lead = cell[index]
      if lead == 0xc2, index + 1 < cell.count, cell[index + 1] == 0xb7 {
        index += 2
        continue
      }
      guard (0xe4...0xe9).contains(lead), index + 2 < cell.count else {
        // What stands first may be a number, and a name in letters is looked at.
        if isShort || !(0x30...0x39).contains(lead) && !isLetter(lead) { return true }
        index += 1
        continue
      }
      let scalar =
        UInt32(lead & 0x0f) << 12 | UInt32(cell[index + 1] & 0x3f) << 6
        | UInt32(cell[index + 2] & 0x3f)
      if telling[Int(scalar >> 6) & 1023] & (1 << UInt64(scalar & 63)) != 0 { return true }
      index += 3
    }
    return !isShort && isFigureless(cell)
  }

  /// The middle dot of names that are transcribed.
  private static func hasDot(_ cell: Span<UInt8>) -> Bool {
    for index in 1..<cell.count where cell[index] == 0xb7 && cell[index - 1] == 0xc2 { return true }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
  }

  /// Letters alone may be `Total`.
  private static func isFigureless(_ cell: Span<UInt8>) -> Bool {
    for index in 0..<cell.count where !isLetter(cell[index]) { return false }
    return true
  }

  /// 示例, 样例, example, sample: few cells of a remark end in one of these.
  static func mayBeExample(_ cell: Span<UInt8>) -> Bool {
    guard cell.count <= 60 else { return false }
    for index in 0..<cell.count {
      switch cell[index] {
      case 0xe4 where index + 2 < cell.count && cell[index + 1] == 0xbe && cell[index + 2] == 0x8b:
        return true
      case 0xe6 where index + 2 < cell.count && isTemplate(cell[index + 1], cell[index + 2]):
        return true
      case 0x45, 0x53, 0x44, 0x65, 0x73, 0x64: if index == 0 { return true }
      case 0xe8 where index + 2 < cell.count && cell[index + 1] == 0x8c && cell[index + 2] == 0x83:
        return true
      default: continue
      }
    }
    return false
  }

  /// 样 or 模.
  private static func isTemplate(_ second: UInt8, _ third: UInt8) -> Bool {
    second == 0xa0 && third == 0xb7 || second == 0xa8 && third == 0xa1
  }

  /// A bit for every character that a word of ``RowGrammar`` may begin or be known by.
  private static let telling: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: 1024)
    let characters =
      "總总共累汇計计均数值填制审核负领经办期签盖席话系位本校注備备說说附例示样模范页第以请必选无無暂未空沒没略缺姓性别龄历号称报章管日求声机族籍某出身重职微趣好资收婚房住车司乡市址娘偶特序"
    for scalar in characters.unicodeScalars {
      bits[Int(scalar.value >> 6) & 1023] |= 1 << UInt64(scalar.value & 63)
    }
    return bits
  }()
}
