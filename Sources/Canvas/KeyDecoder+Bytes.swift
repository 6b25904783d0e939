import Characters

extension KeyDecoder {
  /// What stands at the front of `bytes`, which are never empty.
  static func find(in bytes: ArraySlice<UInt8>, final: Bool) -> Found {
    guard let first = bytes.first else { return .incomplete }
    switch first {
    case 0x1B: return escape(bytes, final: final)
    case 0x00...0x1F, 0x7F: return .key(control(first), length: 1)
    default: return character(bytes, final: final)
    }
  }

  /// The key of a control byte. Return and line feed are both Enter, as pasted text has them.
  static func control(_ byte: UInt8) -> Key {
    switch byte {
    case 0x00: .control(" ")
    case 0x08, 0x7F: .named(.backspace)
    case 0x09: .named(.tab)
    case 0x0A, 0x0D: .named(.enter)
    case 0x1B: .named(.escape)
    case 0x1C...0x1F: .control(Character(Unicode.Scalar(byte + 0x40)))
    default: .control(Character(Unicode.Scalar(byte + 0x60)))
    }
  }

  /// One code point of UTF-8.
  ///
  /// A byte that cannot be part of one is one U+FFFD and swallows nothing else. Overlong forms,
  /// surrogates and what lies past U+10FFFF are such bytes too (Unicode 15, table 3-7).
  static func character(_ bytes: ArraySlice<UInt8>, final: Bool) -> Found {
    let wrong = Found.key(.character("\u{FFFD}"), length: 1)
    guard let first = bytes.first else { return .incomplete }
    if first < 0x80 { return .key(.character(Character(Unicode.Scalar(first))), length: 1) }
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return wrong
    }
    switch first {
    case 0xE0: second = 0xA0...0xBF
    case 0xED: second = 0x80...0x9F
    case 0xF0: second = 0x90...0xBF
    case 0xF4: second = 0x80...0x8F
    default: break
    }
    var code = UInt32(first) & (0x7F >> UInt32(length))
    for (offset, byte) in bytes.prefix(length).dropFirst().enumerated() {
      guard (offset == 0 ? second : 0x80...0xBF).contains(byte) else { return wrong }
      code = code << 6 | UInt32(byte & 0x3F)
    }
    guard bytes.count >= length else { return final ? wrong : .incomplete }
    guard let scalar = Unicode.Scalar(code) else { return wrong }
    return .key(scalar.isHostile ? nil : .character(Character(scalar)), length: length)
  }
}
