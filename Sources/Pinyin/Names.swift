/// Names as numbers of characters, each with a head of fixed size for a first look.
struct Names: Sendable {
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

  mutating func replace(_ ordinal: Int, with name: [UInt16]) {
    rows.replace(ordinal, with: name)
    heads[ordinal] = Self.head(of: name)
  }

  private static func head(of name: [UInt16]) -> UInt64 {
    let shown = name.count <= 4 ? name[...] : name[..<3] + [Glyphs.more]
    return shown.reversed().reduce(0) { $0 << 16 | UInt64($1) }
  }

  /// Lends the heads and a way to a whole name.
  @inline(__always)
  func withRows(
    _ body: (UnsafeBufferPointer<UInt64>, (Int) -> UnsafeBufferPointer<UInt16>) -> Void
  ) {
    heads.withUnsafeBufferPointer { heads in
      rows.elements.withUnsafeBufferPointer { elements in
        body(heads, { rows.row($0, of: elements) })
      }
    }
  }

  var byteCount: Int { rows.byteCount + 8 * heads.capacity }
}
