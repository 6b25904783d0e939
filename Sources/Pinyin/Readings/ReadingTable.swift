internal import CData

/// The table of Han characters and their toneless pinyin, read in place.
///
/// The layout stands in data/tools/make_readings.py; nothing is parsed or copied at start-up.
// Unchecked because a raw pointer is not Sendable; this one leads to constants of the binary.
struct ReadingTable: @unchecked Sendable {
  static let shared = ReadingTable()

  private static let firstScalar: UInt32 = 0x3000

  let syllableCount: Int
  /// How many different sets of readings there are, the empty one included.
  let setCount: Int
  private let bytes: UnsafeRawPointer
  private let topCount: Int
  private let top: Int
  private let pages: Int
  private let starts: Int
  private let members: Int

  private init() {
    let table = queqiao_readings()
    bytes = table.bytes
    func head(_ index: Int) -> Int {
      Int(UInt16(littleEndian: table.bytes.load(fromByteOffset: 2 * index, as: UInt16.self)))
    }
    precondition(head(0) == 0x5051 && head(1) == 1, "readings.bin is of another version")
    syllableCount = head(2)
    setCount = head(3)
    topCount = head(4)
    top = 16 + 8 * syllableCount
    pages = top + 2 * topCount
    starts = pages + 512 * head(5)
    members = starts + 2 * (head(3) + 1)
    precondition(table.count == members + 2 * head(6), "readings.bin is cut short")
  }

  private func word(_ offset: Int, _ index: Int) -> UInt16 {
    UInt16(littleEndian: bytes.load(fromByteOffset: offset + 2 * index, as: UInt16.self))
  }

  /// The set of readings of a scalar; 0, the empty set, for what has none.
  func set(of scalar: UInt32) -> UInt16 {
    guard scalar >= Self.firstScalar else { return 0 }
    let place = Int(scalar - Self.firstScalar)
    guard place >> 8 < topCount else { return 0 }
    return word(pages, Int(word(top, place >> 8)) << 8 | place & 0xff)
  }

  /// Where the members of a set stand, for ``member(_:)``.
  func range(of set: UInt16) -> Range<Int> {
    Int(word(starts, Int(set)))..<Int(word(starts, Int(set) + 1))
  }

  /// The syllable at a place of a set, best reading first.
  func member(_ place: Int) -> Int { Int(word(members, place)) }

  /// A syllable's letters, the first in the lowest byte; ü is `v`.
  func letters(of syllable: Int) -> Letters {
    Letters(
      packed: UInt64(
        littleEndian: bytes.load(fromByteOffset: 16 + 8 * syllable, as: UInt64.self)))
  }

  func syllables(of scalar: UInt32) -> [String] {
    range(of: set(of: scalar)).map { letters(of: member($0)).text }
  }
}
