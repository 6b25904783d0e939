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
    var rows: SheetRows
    /// Others that have such a head too.
    var others: [String] = []
    /// Hidden ones that have such a head, where no other has.
    var hidden: [String] = []
  }

  enum Answer {
    case chosen(Chosen)
    /// No sheet has the name that was asked for.
    case unknown
    /// Only these have rows, and none of them can be seen.
    case hidden([String])
    /// None has rows.
    case empty
  }

  /// Titles and notes may stand above the head.
  static let depth = 20

  /// What a look at some sheets found.
  private struct Look {
    var fitting: Chosen?
    /// The first that has rows, and no head among the first of them.
    var filled: Chosen?
    /// Those that have a head, and those that have rows.
    var names: (heads: [String], rows: [String]) = ([], [])
    /// The workbook names one that it does not hold.
    var isIncomplete = false
  }

  private let book: Workbook
  private let name: String?
  private let isHead: (TextRow) -> Bool

  init(_ book: Workbook, _ name: String?, _ isHead: @escaping (TextRow) -> Bool) {
    self.book = book
    self.name = name
    self.isHead = isHead
  }

  func answer() throws(WorkbookFault) -> Answer {
    if let name {
      let named =
        book.sheets.first { $0.name == name }
        ?? book.sheets.first { $0.name.trimmed.lowercased() == name.trimmed.lowercased() }
      guard let named else { return .unknown }
      return .chosen(Chosen(sheet: named, rows: try only(named)))
    }
    let visible = book.sheets.filter { !$0.isHidden }
    if visible.count == 1, let sheet = visible.first, sheet.part != nil {
      return try answer(byOnly: sheet)
    }
    let look = try look(at: visible)
    if var fitting = look.fitting {
      fitting.others = Array(look.names.heads.dropFirst())
      return .chosen(fitting)
    }
    return try withoutVisible(look)
  }

  private func answer(byOnly sheet: Workbook.Sheet) throws(WorkbookFault) -> Answer {
    var chosen = Chosen(sheet: sheet, rows: try only(sheet))
    if !book.sheets.contains(where: \.isHidden) { return .chosen(chosen) }
    let first = try chosen.rows.peek(Self.depth)
    if first.contains(where: { isHead($0.texts) }) { return .chosen(chosen) }
    return try withoutVisible(Look(filled: first.isEmpty ? nil : chosen))
  }

  /// - Parameter look: at the sheets that can be seen, none of which has a head.
  private func withoutVisible(_ look: Look) throws(WorkbookFault) -> Answer {
    let hidden = try self.look(at: book.sheets.filter(\.isHidden))
    if var filled = look.filled {
      filled.hidden = hidden.names.heads
      return .chosen(filled)
    }
    if look.isIncomplete || hidden.isIncomplete { throw .damaged }
    let names = hidden.names.heads + hidden.names.rows
    return names.isEmpty ? .empty : .hidden(names)
  }

  private func look(at sheets: [Workbook.Sheet]) throws(WorkbookFault) -> Look {
    var look = Look()
    if sheets.isEmpty { return look }
    let tables = try book.tables()
    for sheet in sheets {
      guard sheet.part != nil else {
        look.isIncomplete = true
        continue
      }
      // Most sheets are only looked at: little is unpacked ahead.
      let pump = try book.pump(sheet, lookahead: 8)
      var rows = SheetRows(try book.reader(pump, tables))
      let first = try rows.peek(Self.depth)
      if first.contains(where: { isHead($0.texts) }) {
        if look.fitting == nil { look.fitting = Chosen(sheet: sheet, rows: rows) }
        look.names.heads.append(sheet.name)
      } else if !first.isEmpty {
        if look.filled == nil { look.filled = Chosen(sheet: sheet, rows: rows) }
        look.names.rows.append(sheet.name)
      }
    }
    return look
  }

  /// The sheet begins to be unpacked while the shared strings are read.
  private func only(_ sheet: Workbook.Sheet) throws(WorkbookFault) -> SheetRows {
    let pump = try book.pump(sheet)
    return SheetRows(try book.reader(pump, book.tables()))
  }
}
