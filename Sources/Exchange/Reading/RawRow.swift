import Characters

/// One row of a file, of a sheet or of comma-separated values, as the bytes of its cells.
///
/// Readers fill the same row again and again, so that no memory is asked for and no string made of
/// cells that are read as bytes. The bytes are always UTF-8, whatever the file is written in.
public struct RawRow: Sendable {
  /// Where the bytes of one cell stand in ``RawRow/bytes``.
  struct Cell: Hashable, Sendable {
    var start: Int32
    var end: Int32
  }

  /// Counted from 1 as a spreadsheet shows them: empty lines count, line ends within quotes do not.
  public internal(set) var number = 0
  /// The cells' bytes, with others between them; `range(of:)` says which are whose.
  public internal(set) var bytes: [UInt8] = []
  public internal(set) var faults: [CellFault] = []
  /// Whether characters may be among the text that `PlainText` takes away; if not, none are.
  public internal(set) var needsCare = false
  var cells: [Cell] = []

  public init() {
    bytes.reserveCapacity(1 << 12)
    cells.reserveCapacity(64)
  }

  public var count: Int { cells.count }

  public func range(of column: Int) -> Range<Int> {
    let cell = cells[column]
    return Int(cell.start)..<Int(cell.end)
  }

  public func isEmpty(_ column: Int) -> Bool { cells[column].start == cells[column].end }

  public func text(_ column: Int) -> String {
    let range = range(of: column)
    // Whoever fills a row sees to it that it holds nothing but UTF-8.
    return range.isEmpty
      ? "" : String(copying: UTF8Span(unchecked: bytes.span.extracting(range)))
  }

  /// Whether nothing but blanks stands in the row and nothing is wrong with it.
  public var isBlank: Bool {
    faults.isEmpty
      && cells.indices.allSatisfy { column in
        isEmpty(column)
          || (bytes[range(of: column).lowerBound] <= 0x20 || needsCare
            || bytes[range(of: column).lowerBound] >= 0x80) && text(column).allBlank
      }
  }

  public var texts: TextRow {
    TextRow(
      number: number, cells: cells.indices.map(text), faults: faults, needsCare: needsCare)
  }
}

// MARK: - Filling

extension RawRow {
  mutating func begin(_ number: Int) {
    self.number = number
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    faults.removeAll(keepingCapacity: true)
    needsCare = false
  }

  /// Adds a cell that holds everything behind `start` in the bytes.
  mutating func endCell(from start: Int) {
    cells.append(Cell(start: Int32(start), end: Int32(bytes.count)))
  }

  mutating func take(_ texts: TextRow) {
    begin(texts.number)
    for cell in texts.cells {
      let start = bytes.count
      bytes.append(contentsOf: cell.utf8)
      endCell(from: start)
    }
    faults = texts.faults
    needsCare = texts.needsCare
  }

  mutating func appendEmptyCell() { endCell(from: bytes.count) }
}

/// One row as text: convenient where speed is no matter.
public struct TextRow: Hashable, Sendable {
  public let number: Int
  /// Empty where the cell is at fault.
  public var cells: [String]
  public var faults: [CellFault]
  var needsCare = true

  public var isBlank: Bool { faults.isEmpty && cells.allSatisfy { $0.allBlank } }

  /// Whether no cell of the row can be trusted to stand in its column.
  public var isBroken: Bool { faults.contains(where: \.ruinsRow) }
}

/// Something wrong with how a cell or a row is written down.
public struct CellFault: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A quote within an unquoted cell, which is kept as it stands.
    case strayQuote
    /// A quote is missing or one too many, so that the cell's end is unsure.
    case brokenQuotes
    /// In no encoding that is known, or not the one that was asked for.
    case notUTF8
    case tooLong
    /// Cells stand in columns that no roster has; they are left out.
    case tooWide
    /// A line end within a cell without quotes cut the row in pieces, of which this is one.
    case cutRow
    /// The cell says something that cannot be: two values, a text that is not there, a place that is none.
    case unreadable
    /// The row was written in another encoding than the file, and was read in its own.
    case otherEncoding
    /// The cell shows an error such as `#N/A`.
    case formulaError
    /// A formula whose result the file does not hold.
    case formulaWithoutValue

    /// Whether everything was read nevertheless.
    public var isHarmless: Bool { self == .otherEncoding }
  }

  public let kind: Kind
  /// Counted from 0; nil where the whole row is meant.
  public let column: Int?
  /// What stood there, cleaned and shortened.
  public let evidence: String

  /// Whether no cell of the row can be trusted any more.
  var ruinsRow: Bool {
    guard column == nil else { return false }
    return switch kind {
    case .otherEncoding, .tooWide, .unreadable: false
    case .strayQuote, .brokenQuotes, .notUTF8, .tooLong, .cutRow, .formulaError,
      .formulaWithoutValue:
      true
    }
  }
}

extension String {
  var allBlank: Bool { isEmpty || unicodeScalars.allSatisfy(\.isBlank) }
}
