/// Short rows of small values, one after another in one array.
struct Rows<Element: Sendable>: Sendable {
  private(set) var elements: [Element] = []
  private(set) var starts: [UInt32] = []
  private(set) var counts: [UInt8] = []
  /// Elements no row shows any more.
  private var waste = 0

  var count: Int { starts.count }

  mutating func reserve(rows: Int, elements: Int) {
    starts.reserveCapacity(rows)
    counts.reserveCapacity(rows)
    self.elements.reserveCapacity(elements)
  }

  /// Keeps the first 255 elements: no name or number is so long.
  mutating func append(_ row: some Collection<Element>) {
    starts.append(UInt32(elements.count))
    counts.append(UInt8(min(row.count, 255)))
    elements.append(contentsOf: row.prefix(255))
  }

  /// Replaces a row where it stands if the new one fits, else at the end.
  mutating func replace(_ index: Int, with row: some Collection<Element>) {
    let old = Int(counts[index])
    let new = min(row.count, 255)
    if new <= old {
      for (offset, element) in row.prefix(new).enumerated() {
        elements[Int(starts[index]) + offset] = element
      }
      waste += old - new
    } else {
      starts[index] = UInt32(elements.count)
      elements.append(contentsOf: row.prefix(255))
      waste += old
    }
    counts[index] = UInt8(new)
    if waste > 4096, waste > elements.count / 2 { compact() }
  }

  private mutating func compact() {
    var kept: [Element] = []
    kept.reserveCapacity(elements.count - waste)
    for index in starts.indices {
      let start = Int(starts[index])
      starts[index] = UInt32(kept.count)
      kept.append(contentsOf: elements[start..<start + Int(counts[index])])
    }
    elements = kept
    waste = 0
  }

  var byteCount: Int {
    elements.capacity * MemoryLayout<Element>.stride + starts.capacity * 4 + counts.capacity
  }
}

extension Rows {
  /// A row inside the buffer of ``elements``.
  @inline(__always)
  func row(
    _ index: Int, of buffer: UnsafeBufferPointer<Element>
  ) -> UnsafeBufferPointer<Element> {
    let start = Int(starts[index])
    return UnsafeBufferPointer(rebasing: buffer[start..<start + Int(counts[index])])
  }
}
