/// Text without the characters that can deceive a reader or drive a terminal.
///
/// Taken away: C0 and C1 controls, bidirectional controls, zero-width and filler characters, tags.
/// A tab becomes a space; every kind of line end becomes `\n`, or a space where `lines` says so.
/// Variation selectors stay: the names of some people are written with them.
public struct PlainText: Hashable, Sendable {
  public enum Lines: Sendable { case kept, joined }

  public let text: String
  /// Whether a character was taken away; tabs and line ends do not count.
  public let lostCharacters: Bool

  public init(_ raw: String, lines: Lines = .kept) {
    guard PlainText.needsCare(raw) else {
      text = raw
      lostCharacters = false
      return
    }
    var clean = String.UnicodeScalarView()
    var lost = false
    var previous: Unicode.Scalar = " "
    for scalar in raw.unicodeScalars {
      switch scalar.value {
      case 0x0a where previous == "\r": break
      case 0x0a, 0x0d, 0x85, 0x2028, 0x2029: clean.append(lines == .kept ? "\n" : " ")
      case 0x09: clean.append(" ")
      case _ where PlainText.isForbidden(scalar): lost = true
      default: clean.append(scalar)
      }
      previous = scalar
    }
    text = String(clean)
    lostCharacters = lost
  }

  public static func needsCare(_ text: String) -> Bool {
    let utf8 = text.utf8
    return utf8.withContiguousStorageIfAvailable { needsCare($0.span) }
      ?? utf8.contains { $0 < 0x20 || $0 >= 0x7f }
  }

  /// Whether something that is taken away may be among the bytes, which must be UTF-8; wrong only to
  /// the safe side.
  public static func needsCare(_ bytes: Span<UInt8>) -> Bool {
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case 0x20...0x7e: at += 1
      // Nearly all Han characters: nothing to be seen in the two bytes behind.
      case 0xe4...0xee: at += 3
      case 0x80...:
        if at + 1 < bytes.count, mayBegin(byte, bytes[at + 1]) { return true }
        at += 1
      default: return true
      }
    }
    return false
  }

  private static func mayBegin(_ lead: UInt8, _ byte: UInt8) -> Bool {
    switch lead {
    case 0xc2: byte < 0xa0 || byte == 0xad
    case 0xd8: byte == 0x9c
    case 0xe1: byte == 0x85 || byte == 0xa0
    case 0xe2: byte == 0x80 || byte == 0x81
    case 0xe3: byte == 0x85
    case 0xef: byte >= 0xbb && byte != 0xbc && byte != 0xbd
    case 0xf3: byte == 0xa0
    default: false
    }
  }

  public static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1f, 0x7f...0x9f, 0xad, 0x61c, 0x115f, 0x1160, 0x180e: true
    case 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x206f: true
    case 0x3164, 0xfeff, 0xffa0, 0xfff0...0xfffb, 0xe0000...0xe0fff:
      !(0xe0100...0xe01ef).contains(scalar.value)
    default: false
    }
  }
}
