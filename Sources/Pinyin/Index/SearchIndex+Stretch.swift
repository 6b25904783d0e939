extension SearchIndex {
  /// The version of what ``bytes`` holds.
  public static var version: Int { Int(IndexStretch.version) }

  /// The whole index, without badges, for ``append(_:)``.
  public var bytes: [UInt8] {
    let longNames = names.longRows()
    let longNumbers = numbers.long.sorted { $0.key < $1.key }.map { ($0, $1.map(UInt32.init)) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32 * count + 4 * glyphs.scalars.count)
    for size in [
      Int(IndexStretch.version), count, glyphs.scalars.count - 2, Self.size(of: longNames),
      numbers.columns.count, Self.size(of: longNumbers),
    ] {
      bytes.append(word: UInt32(size))
    }
    for scalar in glyphs.scalars.dropFirst(2) { bytes.append(word: scalar) }
    names.withHeads { for head in $0 { bytes.append(word: head) } }
    bytes.append(rows: longNames)
    for lastFour in lastFours { bytes.append(word: lastFour) }
    bytes += numbers.lengths.prefix(count)
    bytes += numbers.leads.prefix(count)
    for column in numbers.columns { bytes += column.prefix(count) }
    bytes.append(rows: longNumbers)
    return bytes
  }

  private static func size(of rows: [(Int, [UInt32])]) -> Int {
    rows.reduce(0) { $0 + 2 + $1.1.count }
  }

  /// Appends what ``bytes`` of another index held.
  ///
  /// - Parameter count: how many entries there are to be.
  /// - Returns: false, and nothing is appended, where these are no such bytes.
  public mutating func append(_ bytes: UnsafeRawBufferPointer, count: Int) -> Bool {
    guard let stretch = IndexStretch(bytes), stretch.count == count else { return false }
    let numbering = number(stretch.scalars)
    for place in 0..<stretch.count {
      let head = UInt64(
        littleEndian: stretch.heads.loadUnaligned(fromByteOffset: 8 * place, as: UInt64.self))
      if head >> 48 == UInt64(Glyphs.more), let name = stretch.longNames[place] {
        names.append(name.map { numbering[Int($0)] })
      } else {
        names.append(head: Self.renumbered(head, numbering))
      }
    }
    for place in 0..<stretch.count {
      lastFours.append(
        UInt16(
          littleEndian: stretch.lastFours.loadUnaligned(fromByteOffset: 2 * place, as: UInt16.self))
      )
    }
    badges += repeatElement(BadgeCode.none, count: stretch.count)
    numbers.append(
      lengths: stretch.lengths, leads: stretch.leads, columns: stretch.columns,
      long: stretch.longNumbers)
    return true
  }

  /// This index's numbers for the characters of a stretch.
  private mutating func number(_ scalars: UnsafeRawBufferPointer) -> [UInt16] {
    var numbering: [UInt16] = [0, Glyphs.more]
    for place in 0..<scalars.count / 4 {
      let scalar = UInt32(
        littleEndian: scalars.loadUnaligned(fromByteOffset: 4 * place, as: UInt32.self))
      numbering.append(glyphs.add(scalar))
    }
    return numbering
  }

  @inline(__always)
  private static func renumbered(_ head: UInt64, _ numbering: [UInt16]) -> UInt64 {
    UInt64(numbering[Int(head & 0xffff)])
      | UInt64(numbering[Int(head >> 16 & 0xffff)]) << 16
      | UInt64(numbering[Int(head >> 32 & 0xffff)]) << 32
      | UInt64(numbering[Int(head >> 48)]) << 48
  }
}

extension [UInt8] {
  fileprivate mutating func append(word: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: word.littleEndian) { self += $0 }
  }

  fileprivate mutating func append(rows: [(Int, [UInt32])]) {
    for (place, values) in rows {
      append(word: UInt32(place))
      append(word: UInt32(values.count))
      for value in values { append(word: value) }
    }
  }
}
