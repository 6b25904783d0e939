/// Numbers for the characters that occur in names, from 2; 0 is no character.
///
/// A hundred thousand names use some five thousand characters, so what a query asks of a character
/// is worked out once for each of those, not once for each name.
struct Glyphs: Sendable {
  /// Stands in the head of a name for all characters that have no room there.
  static let more: UInt16 = 1

  /// By number: the set of readings.
  private(set) var sets: [UInt16] = [0, 0]
  /// By number: the scalar itself.
  private(set) var scalars: [UInt32] = [0, 0]
  /// By the scalar's upper bits: which page; page 0 is empty.
  private var pageOf = [UInt16](repeating: 0, count: 0x1100)
  private var pages = [UInt16](repeating: 0, count: 256)

  /// 0 for a scalar no name has.
  func number(of scalar: UInt32) -> UInt16 {
    guard scalar < 0x110000 else { return 0 }
    return pages[Int(pageOf[Int(scalar >> 8)]) << 8 | Int(scalar & 0xff)]
  }

  /// 0 once 65,535 different characters are in use, which no register comes near.
  mutating func add(_ scalar: UInt32) -> UInt16 {
    let known = number(of: scalar)
    guard known == 0, sets.count <= Int(UInt16.max) else { return known }
    if pageOf[Int(scalar >> 8)] == 0 {
      pageOf[Int(scalar >> 8)] = UInt16(pages.count >> 8)
      pages.append(contentsOf: repeatElement(0, count: 256))
    }
    let number = UInt16(sets.count)
    pages[Int(pageOf[Int(scalar >> 8)]) << 8 | Int(scalar & 0xff)] = number
    scalars.append(scalar)
    sets.append(ReadingTable.shared.set(of: scalar))
    return number
  }

  var byteCount: Int {
    4 * scalars.capacity + 2 * (sets.capacity + pageOf.capacity + pages.capacity)
  }
}
