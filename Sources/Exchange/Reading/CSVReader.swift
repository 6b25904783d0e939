import Characters

/// Reads CSV row by row: RFC 4180 in UTF-8, UTF-16, UTF-32, GB 18030 or Windows-1252, with or without a
/// byte-order mark.
///
/// What stands between cells is found by what it makes of the first lines (see `Separator`). At most a few
/// MiB are held, whatever the size of the file. Rows are found before they are decoded, each by itself: a
/// file that was glued together of two encodings is read whole.
///
/// A lost quote must not swallow the rows behind it. The cell it opens is given up where text
/// follows the closing quote, where the file ends first, where the cell outgrows every spreadsheet's,
/// or where the lines it spans are rows of their own (see `openingOfSwallowedRows`). Then the line it began
/// on is read by itself, and reading goes on with the next line.
public struct CSVReader {
  /// What the file is instead of CSV: `zip`, `pdf`…; nil where it can be read.
  public var mistaken: String? { kind.isText || kind == .empty ? nil : kind.name }
  public var isEmpty: Bool { kind == .empty }
  public let total: Int?
  /// How far the rows reach that were given out.
  public var bytesDone: Int { taken?.bytes ?? (discarded + position) }

  let limits: CSVLimits
  /// What was asked for; nil for whatever each row is written in.
  let encoding: TextEncoding?
  /// What most of the file is written in.
  let usual: TextEncoding
  let scanner: CSVScanner
  /// Whether a line within a quoted cell is a row of its own; nil where it cannot be told.
  var isRow: ((TextRow) -> Bool?)?
  var buffer: [UInt8] = []
  var position = 0
  var number = 0
  /// How many cells the head has.
  var width: Int?
  var fields: [CSVScanner.Field] = []
  var scratch: [UInt8] = []
  private(set) var isWhole = false

  private let source: ByteSource
  private let kind: FileKind
  /// How much of a file was read that is not read byte by byte.
  private let taken: TakenBytes?
  private var discarded = 0

  /// - Parameters:
  ///   - encoding: nil to find it; UTF-16 and UTF-32 are always found by themselves.
  ///   - isHead: whether a row has the look of the head that is wanted.
  public init(
    _ source: ByteSource, encoding: TextEncoding? = nil, limits: CSVLimits = CSVLimits(),
    isHead: (TextRow) -> Bool = { _ in true }
  ) throws(FileFault) {
    let (first, whole) = try source.peeked()
    kind = FileKind(first.prefix(1 << 16))
    if case .wide(let wide) = kind {
      let taken = TakenBytes()
      self.source = whole.decoding(wide) { taken.bytes += $0 }
      self.taken = taken
      self.encoding = .utf8
    } else {
      self.source = whole
      taken = nil
      self.encoding = encoding
    }
    self.limits = limits
    total = source.total
    while !isWhole, buffer.count <= limits.row {
      let piece = try self.source.next()
      isWhole = piece.isEmpty
      if buffer.isEmpty { buffer = piece } else { buffer += piece }
    }
    while let mark = Self.marks.first(where: buffer[position...].starts) { position += mark.count }
    let sample = buffer[position...].prefix(1 << 20)
    usual = self.encoding ?? TextEncoding(of: sample) ?? .utf8
    let separator = Separator(sample.prefix(1 << 16), in: usual, limits: limits, isHead: isHead)
    scanner = CSVScanner(
      separator: separator.byte, cellLimit: limits.cell, isDoubleByte: usual == .gb18030)
    width = separator.width
    position += separator.declarationLength
  }

  /// The byte-order mark in UTF-8 and in GB 18030; some files have it twice.
  private static let marks: [[UInt8]] = [[0xef, 0xbb, 0xbf], [0x84, 0x31, 0x95, 0x33]]

  /// Fills the next row that is no empty line; false at the end and for a file that is no CSV.
  public mutating func next(into row: inout RawRow) throws(FileFault) -> Bool {
    guard kind.isText else { return false }
    while true {
      try fill()
      guard position < buffer.count else { return false }
      number += 1
      guard try read(into: &row) else { continue }
      if width == nil { width = row.count }
      return true
    }
  }

  public mutating func next() throws(FileFault) -> TextRow? {
    var row = RawRow()
    return try next(into: &row) ? row.texts : nil
  }

  /// Sees to it that the longest permitted row is in the buffer, or the rest of the file.
  mutating func fill() throws(FileFault) {
    guard !isWhole, buffer.count - position <= limits.row else { return }
    buffer.removeSubrange(..<position)
    discarded += position
    position = 0
    while !isWhole, buffer.count <= limits.row {
      let piece = try source.next()
      isWhole = piece.isEmpty
      buffer += piece
    }
  }

  /// False for an empty line.
  private mutating func read(into row: inout RawRow) throws(FileFault) -> Bool {
    let start = position
    let end = min(buffer.count, start + limits.row)
    fields.removeAll(keepingCapacity: true)
    let held = buffer
    let ending = scanner.scan(
      held.span.extracting(..<end), from: start, isWhole: isWhole && end == buffer.count,
      into: &fields)
    switch ending {
    case .row(let next):
      if let opening = openingOfSwallowedRows(from: start, to: next) {
        try readBrokenLine(from: start, opening: opening, end: end, into: &row)
        return true
      }
      position = next
      if isEmptyLine { return false }
      fill(&row)
    case .broken(let opening):
      try readBrokenLine(from: start, opening: opening, end: end, into: &row)
    case .cut:
      let opening = openingOfUnendingCell(end: end) ?? start
      try readBrokenLine(from: start, opening: opening, end: end, into: &row)
    }
    return true
  }
}

/// Counts what was taken of a file that is decoded before it is read.
private final class TakenBytes {
  var bytes = 0
}

/// What is more than any honest file holds, in bytes.
public struct CSVLimits: Hashable, Sendable {
  /// As of a sheet.
  public var columns = 1000
  /// A spreadsheet's cell has room for 32,767 characters.
  public var cell = 100_000
  public var row = 1 << 20

  public init() {}
}
