/// The figures of some members where they lie: how many, then column after column.
struct FigureView {
  let count: Int
  private let bytes: UnsafeRawBufferPointer
  private static let head = 4

  /// Nil where the bytes hold no such table, or a choice that nobody has.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= Self.head else { return nil }
    let count = bytes.count32(at: 0)
    guard count <= 1 << 16, bytes.count == Self.head + FigureColumn.size * count else { return nil }
    self.count = count
    self.bytes = bytes
    for column in FigureColumn.allCases {
      guard let most = column.choices else { continue }
      guard isWhole(column, most: UInt8(most)) else { return nil }
    }
  }

  /// Of bytes that were found whole.
  init(checked bytes: UnsafeRawBufferPointer) {
    count = bytes.count32(at: 0)
    self.bytes = bytes
  }

  private func isWhole(_ column: FigureColumn, most: UInt8) -> Bool {
    // In a loop without a way out, which takes many at a time.
    var isWhole = true
    let choices = self[column]
    if column.isSaid {
      for choice in choices { isWhole = isWhole && choice != 0 && choice <= most }
    } else {
      for choice in choices { isWhole = isWhole && (choice <= most || choice == 0xff) }
    }
    return isWhole
  }

  subscript(column: FigureColumn) -> UnsafeRawBufferPointer {
    let start = Self.head + FigureColumn.offsets[column.rawValue] * count
    return UnsafeRawBufferPointer(rebasing: bytes[start..<(start + column.width * count)])
  }

  func number(_ column: FigureColumn, at place: Int) -> Int {
    let column = (bytes: self[column], width: column.width)
    return column.bytes.number(at: place, width: column.width)
  }

  /// Where a member's row stands, counted from the first of the stretch.
  func row(at place: Int) -> Int64 { Int64(UInt16(truncatingIfNeeded: number(.row, at: place))) }

  /// Everything but the texts.
  func facts(at place: Int, on day: Day) -> MemberFacts {
    var facts = MemberFacts()
    for column in FigureColumn.allCases {
      column.put(number(column, at: place), into: &facts, on: day)
    }
    return facts
  }

  static func bytes(of members: [(row: Int, facts: MemberFacts, verifiedUntil: Day?)]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(head + FigureColumn.size * members.count)
    bytes.append(little: UInt32(members.count))
    for column in FigureColumn.allCases {
      for member in members {
        let number =
          switch column {
          case .row: member.row
          case .verifiedUntil: FigureColumn.number(of: member.verifiedUntil)
          default: column.number(of: member.facts)
          }
        switch column.width {
        case 1: bytes.append(UInt8(truncatingIfNeeded: number))
        case 2 where column == .row: bytes.append(little: UInt16(clamping: number))
        case 2: bytes.append(little: Int16(clamping: number))
        default: bytes.append(little: Int32(clamping: number))
        }
      }
    }
    return bytes
  }
}

extension UnsafeRawBufferPointer {
  @inline(__always)
  func number(at place: Int, width: Int) -> Int {
    switch width {
    case 1: Int(loadUnaligned(fromByteOffset: place, as: Int8.self))
    case 2: Int(Int16(littleEndian: loadUnaligned(fromByteOffset: 2 * place, as: Int16.self)))
    default: Int(Int32(littleEndian: loadUnaligned(fromByteOffset: 4 * place, as: Int32.self)))
    }
  }

  @inline(__always)
  func count32(at place: Int) -> Int {
    Int(UInt32(littleEndian: loadUnaligned(fromByteOffset: place, as: UInt32.self)))
  }
}

extension [UInt8] {
  mutating func append(little number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { self += $0 }
  }
}
