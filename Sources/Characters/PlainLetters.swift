internal import CData

/// Letters without case and marks, as people type them who have other keyboards: Núñez is nunez,
/// Łukasz lukasz, Straße strasse, Ольга ольга, full-width Ｌｉ li, and so are decomposed forms.
///
/// Four vowels keep something of their marks, because they are also written with two letters: `ä`,
/// `ö` (ø as well), `ü` and `å`. Han characters stay what they are.
public enum PlainLetters {
  public static let aUmlaut: UInt32 = 0xe4
  public static let oUmlaut: UInt32 = 0xf6
  public static let uUmlaut: UInt32 = 0xfc
  public static let aRing: UInt32 = 0xe5

  /// Appends what a scalar comes to: mostly one letter, none for a mark, several for a ligature.
  @inlinable
  public static func append(_ scalar: UInt32, to letters: inout [UInt32]) {
    switch scalar {
    case 0x41...0x5a: letters.append(scalar + 0x20)
    case ..<0x80, 0x3400...0x9fff: letters.append(scalar)
    default: appendFolded(scalar, to: &letters)
    }
  }

  @usableFromInline
  static func appendFolded(_ scalar: UInt32, to letters: inout [UInt32]) {
    switch scalar {
    case 0x308: change(&letters, [0x61: aUmlaut, 0x6f: oUmlaut, 0x75: uUmlaut])
    case 0x30a: change(&letters, [0x61: aRing])
    case 0xac00...0xd7a3: appendHangul(scalar - 0xac00, to: &letters)
    default:
      guard let folded = Table.shared.letters(of: scalar) else { return letters.append(scalar) }
      letters += folded
    }
  }

  /// A mark that was typed behind its letter.
  private static func change(_ letters: inout [UInt32], _ marked: [UInt32: UInt32]) {
    guard let last = letters.last, let letter = marked[last] else { return }
    letters[letters.count - 1] = letter
  }

  /// A syllable is its letters (Unicode, 3.12).
  private static func appendHangul(_ index: UInt32, to letters: inout [UInt32]) {
    letters.append(0x1100 + index / 588)
    letters.append(0x1161 + index % 588 / 28)
    if index % 28 > 0 { letters.append(0x11a7 + index % 28) }
  }
}

/// The table of folded letters, read in place; the layout stands in data/tools/make_letters.py.
// Unchecked because a raw pointer is not Sendable; this one leads to constants of the binary.
private struct Table: @unchecked Sendable {
  static let shared = Table()

  private let bytes: UnsafeRawPointer
  private let topCount: Int
  private let pages: Int
  private let pool: Int

  private init() {
    let table = queqiao_letters()
    bytes = table.bytes
    func head(_ index: Int) -> Int {
      Int(UInt16(littleEndian: table.bytes.load(fromByteOffset: 2 * index, as: UInt16.self)))
    }
    precondition(head(0) == 0x514c && head(1) == 1, "letters.bin is of another version")
    topCount = head(2)
    pages = 8 + 2 * topCount
    pool = pages + 512 * head(3)
    precondition(table.count > pool, "letters.bin is cut short")
  }

  /// Nil for a scalar that is its own letter.
  func letters(of scalar: UInt32) -> [UInt32]? {
    let place = Int(scalar)
    guard place >> 8 < topCount else { return nil }
    let page = Int(word(8 + 2 * (place >> 8)))
    let start = Int(word(pages + 512 * page + 2 * (place & 0xff)))
    guard start > 0 else { return nil }
    let count = Int(letter(start - 1))
    return (start..<start + count).map(letter)
  }

  private func word(_ offset: Int) -> UInt16 {
    UInt16(littleEndian: bytes.load(fromByteOffset: offset, as: UInt16.self))
  }

  private func letter(_ index: Int) -> UInt32 {
    UInt32(littleEndian: bytes.load(fromByteOffset: pool + 4 * index, as: UInt32.self))
  }
}
