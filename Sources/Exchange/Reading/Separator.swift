/// What stands between the cells of a file.
///
/// The one that yields a row with the look of a head, and below it as many cells on every line; where no
/// row has that look, the one that cuts most lines into equally many cells.
struct Separator {
  static let candidates = [
    UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
  ]

  let byte: UInt8
  /// The bytes of a line `sep=;`, which spreadsheets write for one another and do not show.
  let declarationLength: Int
  /// How many cells the head has; nil where none was recognised.
  let width: Int?

  /// - Parameters:
  ///   - start: the beginning of the file, behind a byte-order mark.
  ///   - encoding: of lines that do not tell theirs.
  ///   - isHead: whether a row has the look of the head that is wanted.
  init(
    _ start: ArraySlice<UInt8>, in encoding: TextEncoding = .utf8, limits: CSVLimits = CSVLimits(),
    isHead: (TextRow) -> Bool = { _ in true }
  ) {
    let declared = Separator.declared(start)
    let rest = start.dropFirst(declared?.length ?? 0)
    declarationLength = declared?.length ?? 0
    var bytes = Separator.candidates
    if let declared, !bytes.contains(declared.byte) { bytes.append(declared.byte) }
    let trials = bytes.map { byte in
      Trial(rest, cutBy: byte, in: encoding, limits: limits, isHead: isHead)
    }
    let best =
      trials.first { $0.byte == declared?.byte && $0.isKnown }
      ?? trials.filter(\.isKnown).max { $0.worth(below: $1) }
      ?? trials.first { $0.byte == declared?.byte }
      ?? trials.max { $0.isLessEven(than: $1) }
    byte = best?.byte ?? Separator.candidates[0]
    width = best?.width
  }

  /// What a line `sep=;` says; some write it in quotes, and who saved the file again may have put more of
  /// the same behind it.
  private static func declared(_ start: ArraySlice<UInt8>) -> (byte: UInt8, length: Int)? {
    let line = start.prefix { $0 != CSVScanner.newline && $0 != CSVScanner.carriageReturn }
    guard line.count < 1200 else { return nil }
    let said = line.filter { $0 != CSVScanner.quote && $0 != 0x20 }
    guard said.count >= 5, said.prefix(4).map({ $0 | 0x20 }) == Array("sep=".utf8),
      let byte = said.last, said.dropFirst(4).allSatisfy({ $0 == byte }), isMark(byte)
    else { return nil }
    let ends = start.dropFirst(line.count).prefix(2)
    let isPaired = ends.elementsEqual([CSVScanner.carriageReturn, CSVScanner.newline])
    return (byte, line.count + (isPaired ? 2 : min(1, ends.count)))
  }

  /// Whether a byte may stand between cells: ASCII, neither letter nor digit.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x80..., CSVScanner.quote: false
    case 0x20...: true
    default: byte == UInt8(ascii: "\t")
    }
  }
}

/// How the first lines of a file come out when a separator cuts them.
private struct Trial {
  /// Titles and notes may stand above the head.
  private static let depth = 20
  private static let rows = 60

  let byte: UInt8
  /// How many cells each row has.
  private var counts: [Int] = []
  /// Where the head stands among the rows.
  private var head: Int?

  var width: Int? { head.map { counts[$0] } }
  /// Whether it cuts a row with the look of a head.
  var isKnown: Bool { width.map { $0 > 1 } ?? false }

  init(
    _ start: ArraySlice<UInt8>, cutBy byte: UInt8, in encoding: TextEncoding, limits: CSVLimits,
    isHead: (TextRow) -> Bool
  ) {
    self.byte = byte
    var rows = SampledRows(start, cutBy: byte, in: encoding, limits: limits)
    while counts.count < Self.rows, let fields = rows.next() {
      if head == nil, counts.count < Self.depth, isHead(rows.texts(of: fields)) {
        head = counts.count
      }
      counts.append(fields.count)
    }
  }

  /// How well the rows below the head agree with it, 0 to 1: a row that ends early half does.
  private var agreement: Double {
    guard let head, let width else { return 0 }
    let below = counts[(head + 1)...]
    let points = below.map { $0 == width ? 1 : $0 > 1 && $0 < width ? 0.5 : 0 }
    return points.isEmpty ? 0.5 : points.reduce(0, +) / Double(points.count)
  }

  func worth(below other: Trial) -> Bool {
    (agreement, width ?? 0) < (other.agreement, other.width ?? 0)
  }

  /// Which share of the lines has the commonest number of cells, where that is more than one.
  private var evenness: (share: Double, cells: Int) {
    var lines: [Int: Int] = [:]
    for count in counts where count > 1 { lines[count, default: 0] += 1 }
    let most = lines.max { ($0.value, $0.key) < ($1.value, $1.key) }
    return most.map { (Double($0.value) / Double(counts.count), $0.key) } ?? (0, 0)
  }

  func isLessEven(than other: Trial) -> Bool { evenness < other.evenness }
}

/// The first rows of a file as a separator cuts them; empty lines are none.
private struct SampledRows {
  private let bytes: [UInt8]
  private let encoding: TextEncoding
  private let scanner: CSVScanner
  private let columns: Int
  private var at = 0

  init(_ start: ArraySlice<UInt8>, cutBy byte: UInt8, in encoding: TextEncoding, limits: CSVLimits)
  {
    bytes = Array(start)
    self.encoding = encoding
    columns = limits.columns
    scanner = CSVScanner(
      separator: byte, cellLimit: limits.cell, isDoubleByte: encoding == .gb18030)
  }

  mutating func next() -> [CSVScanner.Field]? {
    while at < bytes.count {
      let fields = row()
      if fields.count > 1 || fields.contains(where: { $0.start < $0.end }) { return fields }
    }
    return nil
  }

  private mutating func row() -> [CSVScanner.Field] {
    var fields: [CSVScanner.Field] = []
    let start = at
    if case .row(let next) = scanner.scan(bytes.span, from: at, isWhole: true, into: &fields) {
      at = next
      return fields
    }
    fields = []
    let end = CSVScanner.lineEnd(bytes.span, from: start) ?? bytes.count
    scanner.scanLine(bytes.span.extracting(start..<end), into: &fields)
    for index in fields.indices {
      fields[index].start += start
      fields[index].end += start
    }
    at = end + 1
    return fields
  }

  func texts(of fields: [CSVScanner.Field]) -> TextRow {
    let cells = fields.prefix(columns).map { field in
      let cell = bytes[field.start..<field.end]
      var text: [UInt8] = []
      if !encoding.decode(cell.span, into: &text) { return TextEncoding.text(of: cell) ?? "" }
      return String(decoding: text, as: UTF8.self)
    }
    return TextRow(number: 0, cells: Array(cells), faults: [])
  }
}
