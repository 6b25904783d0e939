// Nearly every cell of a roster is plain already, and a look at its bytes tells.

extension PlainText {
  static func needsCare(_ text: String) -> Bool {
    let utf8 = text.utf8
    return utf8.withContiguousStorageIfAvailable { needsCare($0.span) }
      ?? utf8.contains { $0 < 0x20 || $0 >= 0x7f }
  }

  /// Whether something that is changed may be among the bytes, which must be UTF-8; wrong only to
  /// the safe side.
  public static func needsCare(_ bytes: Span<UInt8>) -> Bool {
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case 0x20...0x7e: at += 1
      // Nearly all Han characters: nothing to be seen in the two bytes behind.
      case 0xe4...0xe9, 0xeb...0xee: at += 3
      case 0x80...0xbf: at += 1
      case 0x80...:
        let second = at + 1 < bytes.count ? bytes[at + 1] : 0
        let third = at + 2 < bytes.count ? bytes[at + 2] : 0
        if mayBegin(byte, second, third) { return true }
        at += 1
      default: return true
      }
    }
    return false
  }

  private static func mayBegin(_ lead: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch lead {
    case 0xc2: second < 0xa0 || second == 0xad
    // U+0300 on: marks, and scripts that are put together of them.
    case 0xcc...0xe1: true
    case 0xe2: second <= 0x81 ? isHostilePunctuation(second, third) : second < 0x94 || second > 0x9f
    case 0xe3: second == 0x80 ? third >= 0xaa : second == 0x82 || second == 0x83 || second == 0x85
    case 0xea: (0x94..<0xb0).contains(second)
    case 0xef: mayBeginForm(second, third)
    case 0xf0: second < 0xa0
    case 0xf1...: true
    default: false
    }
  }

  /// U+2000 to U+207F: quotes, dashes and the ellipsis may stay.
  private static func isHostilePunctuation(_ second: UInt8, _ third: UInt8) -> Bool {
    second == 0x81 ? third >= 0xa0 : third < 0x90 || (0xa8...0xae).contains(third)
  }

  /// U+F900 to U+FFFF: compatibility ideographs, vertical and full-width forms may stay.
  private static func mayBeginForm(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 0xa4...0xab, 0xb9, 0xbc, 0xbd: false
    case 0xb8: (0xa0...0xaf).contains(third)
    case 0xbe: third == 0xa0
    default: second >= 0xac
    }
  }
}
