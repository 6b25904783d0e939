internal import CData

/// GB 18030 (edition of 2022), and so GBK and GB 2312: two bytes for most of Han, four for the rest.
enum GB18030 {
  private struct Table: @unchecked Sendable {
    // Never written to: the linker keeps it in read-only pages.
    let words: UnsafeBufferPointer<UInt16>

    init() {
      let table = queqiao_gb18030()
      words = UnsafeRawBufferPointer(start: table.bytes, count: table.count)
        .bindMemory(to: UInt16.self)
    }
  }

  private static let table = Table()
  private static let pairs = 126 * 190

  /// Codes of two bytes beyond the Basic Multilingual Plane, which the table has no room for.
  private static func beyondPlane(_ lead: UInt8, _ trail: UInt8) -> UInt32 {
    guard lead == 0xfe else { return 0 }
    return switch trail {
    case 0x51: 0x20087
    case 0x52: 0x20089
    case 0x53: 0x200cc
    case 0x6c: 0x215d7
    case 0x76: 0x2298f
    case 0x91: 0x241fe
    default: 0
    }
  }

  /// Adds the text as UTF-8; on false nothing was added, as something is no GB 18030.
  static func decode(_ bytes: Span<UInt8>, into text: inout [UInt8]) -> Bool {
    let start = text.count
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte < 0x80 {
        text.append(byte)
        at += 1
        continue
      }
      guard let scalar = scalar(bytes, at: &at) else {
        text.removeSubrange(start...)
        return false
      }
      UTF8Bytes.append(scalar, to: &text)
    }
    return true
  }

  static func isValid(_ bytes: Span<UInt8>) -> Bool {
    var at = 0
    while at < bytes.count {
      if bytes[at] < 0x80 { at += 1 } else if scalar(bytes, at: &at) == nil { return false }
    }
    return true
  }

  /// How many bytes the character at an offset takes, as far as the bytes that are there tell.
  static func length(_ bytes: Span<UInt8>, at: Int) -> Int {
    guard bytes[at] > 0x80, bytes[at] < 0xff else { return 1 }
    guard at + 1 < bytes.count else { return 2 }
    switch bytes[at + 1] {
    case 0x30...0x39: return 4
    case 0x40...0xfe: return 2
    // Its second byte belongs to somebody else.
    default: return 1
    }
  }

  /// The character that begins at `at` with a byte beyond ASCII.
  private static func scalar(_ bytes: Span<UInt8>, at: inout Int) -> UInt32? {
    let lead = bytes[at]
    // The euro sign of code page 936.
    if lead == 0x80 {
      at += 1
      return 0x20ac
    }
    guard lead != 0xff, at + 1 < bytes.count else { return nil }
    let trail = bytes[at + 1]
    if (0x30...0x39).contains(trail) { return fourByteScalar(bytes, at: &at) }
    guard (0x40...0xfe).contains(trail), trail != 0x7f else { return nil }
    let column = Int(trail) - (trail > 0x7f ? 0x41 : 0x40)
    let word = table.words[(Int(lead) - 0x81) * 190 + column]
    at += 2
    if word != 0 { return UInt32(word) }
    let beyond = beyondPlane(lead, trail)
    return beyond == 0 ? nil : beyond
  }

  private static func fourByteScalar(_ bytes: Span<UInt8>, at: inout Int) -> UInt32? {
    guard at + 3 < bytes.count, (0x81...0xfe).contains(bytes[at + 2]),
      (0x30...0x39).contains(bytes[at + 3])
    else { return nil }
    let (a, b) = (UInt32(bytes[at]) - 0x81, UInt32(bytes[at + 1]) - 0x30)
    let (c, d) = (UInt32(bytes[at + 2]) - 0x81, UInt32(bytes[at + 3]) - 0x30)
    let code = ((a * 10 + b) * 126 + c) * 10 + d
    at += 4
    if code >= 189_000 {
      let value = code - 189_000 + 0x10000
      return value <= 0x10ffff ? value : nil
    }
    return code < 39_420 ? inPlane(code) : nil
  }

  /// By the last range that begins at or before the code.
  private static func inPlane(_ code: UInt32) -> UInt32? {
    let words = table.words
    var low = 0
    var high = Int(words[pairs])
    while high - low > 1 {
      let middle = (low + high) / 2
      if UInt32(words[pairs + 1 + middle * 2]) <= code { low = middle } else { high = middle }
    }
    let first = UInt32(words[pairs + 1 + low * 2])
    let value = UInt32(words[pairs + 2 + low * 2])
    return value == 0 ? nil : value + code - first
  }
}

/// Decodes GB 18030 that comes in pieces.
struct GB18030Decoder: TextDecoder {
  /// The beginning of a character whose end is still to come.
  private var part: [UInt8] = []

  mutating func decode(_ piece: [UInt8], into text: inout [UInt8]) {
    let bytes = part.isEmpty ? piece : part + piece
    part = []
    var at = 0
    while at < bytes.count {
      let length = GB18030.length(bytes.span, at: at)
      if at + length > bytes.count {
        part = Array(bytes[at...])
        return
      }
      let character = bytes[at..<at + length]
      if !GB18030.decode(character.span, into: &text) { text.append(SpoiltText.byte) }
      at += length
    }
  }

  mutating func end(into text: inout [UInt8]) {
    if !part.isEmpty { text.append(SpoiltText.byte) }
    part = []
  }
}
