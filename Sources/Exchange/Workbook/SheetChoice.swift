import Characters

/// The rows of a sheet, the first of which were looked at already.
struct SheetRows {
  var reader: SheetReader
  var isDone = false
  private var waiting: [RawRow] = []
  private var given = 0

  init(_ reader: SheetReader) { self.reader = reader }

  /// Looks at the first rows without taking them.
  mutating func peek(_ count: Int) throws(WorkbookFault) -> [RawRow] {
    while waiting.count < count {
      var row = RawRow()
      guard try reader.next(into: &row) else { break }
      waiting.append(row)
    }
    return waiting
  }

  mutating func next(into row: inout RawRow) throws(WorkbookFault) -> Bool {
    if given < waiting.count {
      row = waiting[given]
      given += 1
      return true
    }
    waiting = []
    given = 0
    return try isDone ? false : reader.next(into: &row)
  }
}

/// Chooses the sheet that is read: the one that was named, or the first that can be seen and has a row
/// with the look of a head near its top.
struct SheetChoice {
  struct Chosen {
    let sheet: Workbook.Sheet
    let rows: SheetRows
    /// Others that have such a head too.
    let others: [String]
  }

  /// Titles and notes may stand above the head.
  static let depth = 20

  private let book: Workbook
  private let name: String?
  private let isHead: (TextRow) -> Bool

  init(_ book: Workbook, _ name: String?, _ isHead: @escaping (TextRow) -> Bool) {
    self.book = book
    self.name = name
    self.isHead = isHead
  }

  /// Nil where no sheet has that name, or where none has rows.
  func chosen() throws(WorkbookFault) -> Chosen? {
    if let name {
      let named =
        book.sheets.first { $0.name == name }
        ?? book.sheets.first { $0.name.trimmed.lowercased() == name.trimmed.lowercased() }
      return try named.map { (sheet) throws(WorkbookFault) in try only(sheet) }
    }
    let visible = book.sheets.filter { !$0.isHidden }
    if visible.count == 1, let sheet = visible.first { return try only(sheet) }
    let tables = try book.tables()
    var fitting: (Workbook.Sheet, SheetRows)?
    var filled: (Workbook.Sheet, SheetRows)?
    var others: [String] = []
    for sheet in visible {
      // Most sheets are only looked at: little is unpacked ahead.
      let pump = try book.pump(sheet, lookahead: 8)
      var rows = SheetRows(try book.reader(pump, tables))
      let first = try rows.peek(Self.depth)
      if first.contains(where: { isHead($0.texts) }) {
        if fitting == nil { fitting = (sheet, rows) } else { others.append(sheet.name) }
      } else if filled == nil, !first.isEmpty {
        filled = (sheet, rows)
      }
    }
    return (fitting ?? filled).map { Chosen(sheet: $0.0, rows: $0.1, others: others) }
  }

  /// The sheet begins to be unpacked while the shared strings are read.
  private func only(_ sheet: Workbook.Sheet) throws(WorkbookFault) -> Chosen {
    let pump = try book.pump(sheet)
    let rows = SheetRows(try book.reader(pump, book.tables()))
    return Chosen(sheet: sheet, rows: rows, others: [])
  }
}
