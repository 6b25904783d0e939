/// What one scalar of a name or a query is to the search.
enum Folding: Equatable {
  /// Marks, variation selectors, invisible characters.
  case nothing
  /// Two dots over the letter before: a `u` becomes `v`.
  case umlaut
  /// Spaces, apostrophes, hyphens, and every dot a name is typed with: `·` `•` `.` `‧`.
  case boundary
  /// A Han character, a lower-case letter without its tone, a digit of the ASCII kind.
  case unit(UInt32)

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x4e00...0x9fff: self = .unit(scalar)
    case 0x30...0x39, 0x61...0x7a: self = .unit(scalar)
    case 0x41...0x5a: self = .unit(scalar + 0x20)
    case ..<0x80: self = .boundary
    case 0xff01...0xff5e: self = Folding(scalar - 0xfee0)
    case 0xb7, 0xb4, 0xa0, 0x2000...0x200a, 0x2010...0x2027, 0x202f, 0x2219, 0x22c5,
      0x3000...0x3002, 0x30fb, 0xfe52, 0xff61, 0xff65:
      self = .boundary
    case 0x308: self = .umlaut
    case 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x2064, 0xfeff,
      0x300...0x36f, 0xfe00...0xfe0f, 0xe0100...0xe01ef:
      self = .nothing
    default: self = .unit(Self.plain[scalar] ?? scalar)
    }
  }

  /// Letters with tone marks, and ü, which is `v` on every keyboard without it.
  private static let plain: [UInt32: UInt32] = {
    let groups: [(Character, String)] = [
      ("a", "āáǎàĀÁǍÀ"), ("e", "ēéěèêĒÉĚÈÊ"), ("i", "īíǐìĪÍǏÌ"), ("o", "ōóǒòŌÓǑÒ"),
      ("u", "ūúǔùŪÚǓÙ"), ("v", "üǖǘǚǜÜǕǗǙǛ"), ("n", "ńňǹŃŇǸ"), ("m", "ḿḾ"),
    ]
    var table: [UInt32: UInt32] = [:]
    for (letter, marked) in groups {
      for mark in marked.unicodeScalars {
        table[mark.value] = letter.unicodeScalars.first?.value
      }
    }
    return table
  }()
}
