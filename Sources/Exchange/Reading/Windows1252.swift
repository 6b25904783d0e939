/// The code page of Western Windows, which most of what is called Latin-1 is written in.
enum Windows1252 {
  /// 0x80 to 0x9f; 0 for what is no character.
  private static let upper: [UInt16] = [
    0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
    0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
    0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
    0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
  ]

  static func scalar(_ byte: UInt8) -> UInt32? {
    guard (0x80...0x9f).contains(byte) else { return UInt32(byte) }
    let unit = upper[Int(byte) - 0x80]
    return unit == 0 ? nil : UInt32(unit)
  }

  /// Adds the text as UTF-8; on false nothing was added, as something is no character.
  static func decode(_ bytes: Span<UInt8>, into text: inout [UInt8]) -> Bool {
    let start = text.count
    for index in 0..<bytes.count {
      guard let scalar = scalar(bytes[index]) else {
        text.removeSubrange(start...)
        return false
      }
      UTF8Bytes.append(scalar, to: &text)
    }
    return true
  }

  /// A letter with an accent or its like.
  static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0xd7, 0xf7: false
    case 0xc0...0xff, 0x8a, 0x8c, 0x8e, 0x9a, 0x9c, 0x9e, 0x9f: true
    default: false
    }
  }
}

struct Windows1252Decoder: TextDecoder {
  mutating func decode(_ piece: [UInt8], into text: inout [UInt8]) {
    for byte in piece {
      if let scalar = Windows1252.scalar(byte) {
        UTF8Bytes.append(scalar, to: &text)
      } else {
        text.append(SpoiltText.byte)
      }
    }
  }

  mutating func end(into text: inout [UInt8]) {}
}
