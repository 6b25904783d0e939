internal import Characters

/// What one scalar of a name or a query is to the search.
enum Folding {
  /// Marks, variation selectors, invisible characters.
  case nothing
  /// Spaces, apostrophes, hyphens, and every dot a name is typed with: `·` `•` `.` `‧`.
  case boundary
  /// Letters without case and marks (`PlainLetters`), Han characters, digits of the ASCII kind.
  case units

  /// Appends the units of a scalar, if it has any.
  @discardableResult
  @inline(__always)
  static func append(_ scalar: UInt32, to units: inout [UInt32]) -> Folding {
    switch scalar {
    case 0x4e00...0x9fff, 0x30...0x39, 0x61...0x7a: units.append(scalar)
    case 0x41...0x5a: units.append(scalar + 0x20)
    case ..<0x80: return .boundary
    default: return appendOther(scalar, to: &units)
    }
    return .units
  }

  private static func appendOther(_ scalar: UInt32, to units: inout [UInt32]) -> Folding {
    switch scalar {
    case 0xff01...0xff5e: return append(scalar - 0xfee0, to: &units)
    case 0xb7, 0xb4, 0xa0, 0x2b9...0x2bf, 0x2c8, 0x2000...0x200a, 0x2010...0x2027, 0x202f, 0x2219,
      0x22c5, 0x3000...0x3002, 0x30fb, 0xfe52, 0xff61, 0xff65:
      return .boundary
    case 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x2064, 0xfeff, 0xfe00...0xfe0f,
      0xe0100...0xe01ef:
      return .nothing
    default:
      let count = units.count
      PlainLetters.append(scalar, to: &units)
      return units.count > count ? .units : .nothing
    }
  }

  init(_ scalar: UInt32) {
    var units: [UInt32] = []
    self = Folding.append(scalar, to: &units)
  }
}

/// A vowel of a name that is typed with one letter or with two: Müller as muller and mueller, Åse as
/// ase and aase.
enum Umlaut {
  /// The letter it is typed with, and the one that may follow; nil for any other unit.
  static func letters(of unit: UInt32) -> (base: UInt32, second: UInt32)? {
    switch unit {
    case PlainLetters.aUmlaut: (0x61, 0x65)
    case PlainLetters.oUmlaut: (0x6f, 0x65)
    case PlainLetters.uUmlaut: (0x75, 0x65)
    case PlainLetters.aRing: (0x61, 0x61)
    default: nil
    }
  }

  static let all = [
    PlainLetters.aUmlaut, PlainLetters.oUmlaut, PlainLetters.uUmlaut, PlainLetters.aRing,
  ]
}
