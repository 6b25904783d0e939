import CData

/// The characters of the big screen as dots, read where they lie in the program.
///
/// The layout stands in data/tools/make_glyphs.py. Nothing is unpacked: of a page with ten characters ten are
/// touched.
struct DotFont {
  static let rows = 16

  private struct Stretch {
    let scalars: ClosedRange<UInt32>
    let columns: Int
    let start: Int
  }

  private static let stretches: [Stretch] = {
    let table = queqiao_glyphs()
    let bytes = UnsafeRawBufferPointer(start: table.bytes, count: table.count)
    func word(_ place: Int) -> UInt32 {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
    }
    let count = Int(word(4) & 0xffff)
    return (0..<count).map { place in
      let head = 8 + 16 * place
      return Stretch(
        scalars: word(head)...word(head + 4), columns: Int(word(head + 8)),
        start: Int(word(head + 12)))
    }
  }()

  /// The dots of a character, sixteen rows of eight or sixteen; nil where the font has none.
  static func glyph(_ scalar: Unicode.Scalar) -> Dots? {
    guard let stretch = stretches.first(where: { $0.scalars.contains(scalar.value) }) else {
      return nil
    }
    let table = queqiao_glyphs()
    let bytes = UnsafeRawBufferPointer(start: table.bytes, count: table.count)
    let perRow = stretch.columns / 8
    let start = stretch.start + Int(scalar.value - stretch.scalars.lowerBound) * rows * perRow
    guard !isAbsent(bytes[start..<start + rows * perRow]) else { return nil }
    var dots = Dots(columns: stretch.columns, rows: rows)
    for row in 0..<rows {
      for column in 0..<stretch.columns {
        let byte = bytes[start + row * perRow + column / 8]
        dots[column, row] = byte & (0x80 >> UInt8(column % 8)) != 0
      }
    }
    return dots
  }

  /// A row of eight dots and nothing else stands for what the font has not.
  private static func isAbsent(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
    bytes.first == 0xff && bytes.dropFirst().allSatisfy { $0 == 0 }
  }
}
