/// A part of an index as bytes, to be kept and put together again without reading a name.
///
/// It holds names, numbers and last four digits; badges belong to evenings, which are never kept.
/// All values are little-endian, in sections one after the other: six words of head, then the
/// characters, heads of names, names that have no room in a head, last fours, lengths and leads of
/// numbers, their columns, and numbers that have no room in columns. Readings are not in it, so a
/// better table of readings serves at once.
struct IndexStretch {
  static let version: UInt32 = 2
  private static let headCount = 6

  let count: Int
  /// By the stretch's own numbers for characters, from 2.
  let scalars: UnsafeRawBufferPointer
  let heads: UnsafeRawBufferPointer
  let longNames: [Int: [UInt16]]
  let lastFours: UnsafeRawBufferPointer
  let lengths: UnsafeRawBufferPointer
  let leads: UnsafeRawBufferPointer
  let columns: [UnsafeRawBufferPointer]
  let longNumbers: [Int: [UInt8]]

  /// Looks at bytes from a file; nil where they are not what ``bytes(of:)`` writes.
  ///
  /// What is not nil is lent, as the bytes are.
  init?(_ bytes: UnsafeRawBufferPointer) {
    var rest = Sections(bytes)
    guard let head = rest.words(Self.headCount), head[0] == Self.version else { return nil }
    let sizes = head.map { Int($0) }
    count = sizes[1]
    guard count < 1 << 24, sizes[2] < 1 << 16, sizes[4] <= Numbers.longest,
      let scalars = rest.take(4 * sizes[2]), let heads = rest.take(8 * count),
      let names = rest.words(sizes[3]), let lastFours = rest.take(2 * count),
      let lengths = rest.take(count), let leads = rest.take(count)
    else { return nil }
    var columns: [UnsafeRawBufferPointer] = []
    for _ in 0..<sizes[4] {
      guard let column = rest.take(count) else { return nil }
      columns.append(column)
    }
    guard let numbers = rest.words(sizes[5]), rest.isEmpty,
      let longNames = Self.rows(names, below: count),
      let longNumbers = Self.rows(numbers, below: count)
    else { return nil }
    (self.scalars, self.heads, self.lastFours) = (scalars, heads, lastFours)
    (self.lengths, self.leads, self.columns) = (lengths, leads, columns)
    self.longNames = longNames.mapValues { $0.map { UInt16(truncatingIfNeeded: $0) } }
    self.longNumbers = longNumbers.mapValues { $0.map { UInt8(truncatingIfNeeded: $0) } }
    guard isConsistent(glyphs: sizes[2] + 2) else { return nil }
  }

  /// Every character is one of the stretch's own, every number as long as there are columns.
  private func isConsistent(glyphs: Int) -> Bool {
    for place in 0..<4 * count {
      let number = heads.loadUnaligned(fromByteOffset: 2 * place, as: UInt16.self)
      guard UInt16(littleEndian: number) < glyphs else { return false }
    }
    for place in 0..<scalars.count / 4 {
      let scalar = scalars.loadUnaligned(fromByteOffset: 4 * place, as: UInt32.self)
      guard UInt32(littleEndian: scalar) < 0x110000 else { return false }
    }
    return lengths.allSatisfy { $0 <= columns.count }
      && longNames.values.allSatisfy { $0.allSatisfy { 2..<glyphs ~= Int($0) } }
  }

  /// Reads place, length and values, row after row.
  private static func rows(_ words: [UInt32], below count: Int) -> [Int: [UInt32]]? {
    var rows: [Int: [UInt32]] = [:]
    var place = 0
    while place < words.count {
      guard place + 2 <= words.count, Int(words[place]) < count else { return nil }
      let end = place + 2 + Int(words[place + 1])
      guard end <= words.count else { return nil }
      rows[Int(words[place])] = Array(words[place + 2..<end])
      place = end
    }
    return rows
  }
}

/// Takes sections from the front.
private struct Sections {
  private var rest: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) { rest = bytes }

  var isEmpty: Bool { rest.isEmpty }

  mutating func take(_ count: Int) -> UnsafeRawBufferPointer? {
    guard count <= rest.count else { return nil }
    defer { rest = UnsafeRawBufferPointer(rebasing: rest[count...]) }
    return UnsafeRawBufferPointer(rebasing: rest[..<count])
  }

  mutating func words(_ count: Int) -> [UInt32]? {
    guard let bytes = take(4 * count) else { return nil }
    return (0..<count).map {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self))
    }
  }
}
