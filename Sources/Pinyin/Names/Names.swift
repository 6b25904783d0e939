/// Names as numbers of characters, each with a head of fixed size for a first look.
struct Names: Sendable {
  /// How many numbers a head has room for.
  static let headCount = 4

  private var rows = Rows<UInt16>()
  /// Four numbers a name, the first in the lowest bits, zeros behind a shorter name.
  private var heads: [UInt64] = []

  mutating func reserve(_ capacity: Int) {
    rows.reserve(rows: capacity, elements: 3 * capacity)
    heads.reserveCapacity(capacity)
  }

  mutating func append(_ name: [UInt16]) {
    rows.append(name)
    heads.append(Self.head(of: name))
  }

  /// - Parameter head: of no more numbers than it has room for.
  mutating func append(head: UInt64) {
    rows.append(HeadRow(head: head))
    heads.append(head)
  }

  mutating func replace(_ ordinal: Int, with name: [UInt16]) {
    rows.replace(ordinal, with: name)
    heads[ordinal] = Self.head(of: name)
  }

  private static func head(of name: [UInt16]) -> UInt64 {
    let shown = name.count <= headCount ? name[...] : name[..<(headCount - 1)] + [Glyphs.more]
    return shown.reversed().reduce(0) { $0 << 16 | UInt64($1) }
  }

  @inline(__always)
  func withHeads<Result>(_ body: (UnsafeBufferPointer<UInt64>) -> Result) -> Result {
    heads.withUnsafeBufferPointer(body)
  }

  func withRow<Result>(_ ordinal: Int, _ body: (UnsafeBufferPointer<UInt16>) -> Result) -> Result {
    rows.elements.withUnsafeBufferPointer { body(rows.row(ordinal, of: $0)) }
  }

  /// The names that have no room in a head, by ordinal.
  func longRows() -> [(Int, [UInt32])] {
    heads.indices.lazy.filter { heads[$0] >> 48 == UInt64(Glyphs.more) }.map { ordinal in
      (ordinal, withRow(ordinal) { $0.map(UInt32.init) })
    }
  }

  var byteCount: Int { rows.byteCount + 8 * heads.capacity }
}

/// The numbers in a head, as a row.
private struct HeadRow: RandomAccessCollection {
  let head: UInt64
  var startIndex: Int { 0 }
  var endIndex: Int { (79 - head.leadingZeroBitCount) / 16 }
  subscript(place: Int) -> UInt16 { UInt16(truncatingIfNeeded: head &>> UInt64(16 * place)) }
}
