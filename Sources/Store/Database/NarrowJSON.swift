/// JSON as our log and our bundles have it: texts, whole numbers, lists and objects.
///
/// Where RFC 8259 leaves open what is meant nothing is: a key twice, a fraction, a number beyond 64 bits, half a
/// surrogate are no JSON of ours. Foundation's reader lets them pass, and takes ten times as long.
indirect enum NarrowJSON {
  case null
  case flag(Bool)
  case number(Int64)
  case text(String)
  case list([NarrowJSON])
  case object([NarrowJSONMember])

  /// More than any row of ours has columns; of so few, those alike are found at once.
  fileprivate static let mostKeys = 200
  fileprivate static let deepest = 16

  /// Nil where it is something else, or more.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard (try? UTF8Span(validating: bytes.span)) != nil else { return nil }
    var reader = NarrowJSONReader(bytes)
    guard let value = try? reader.value(depth: 0), reader.isAtEnd else { return nil }
    self = value
  }

  init?(_ text: String) {
    var text = text
    guard let value = text.withUTF8({ NarrowJSON($0) }) else { return nil }
    self = value
  }

  /// Nil also where it is no object.
  subscript(key: String) -> NarrowJSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  var text: String? { if case .text(let text) = self { text } else { nil } }
  var number: Int64? { if case .number(let number) = self { number } else { nil } }
  var list: [NarrowJSON]? { if case .list(let list) = self { list } else { nil } }
}

/// One member of an object.
struct NarrowJSONMember {
  let key: String
  let value: NarrowJSON
}

/// Reads one value after the other; the bytes are UTF-8.
private struct NarrowJSONReader {
  struct Unreadable: Error {}

  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

  mutating func value(depth: Int) throws -> NarrowJSON {
    guard depth < NarrowJSON.deepest else { throw Unreadable() }
    switch peek {
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "{"): return try object(depth: depth + 1)
    case UInt8(ascii: "["): return try list(depth: depth + 1)
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "t"): return try word("true", .flag(true))
    case UInt8(ascii: "f"): return try word("false", .flag(false))
    default: return .number(try number())
    }
  }

  /// Nothing of ours is a zero.
  private var peek: UInt8 { place < bytes.count ? bytes[place] : 0 }

  private mutating func skipSpace() {
    while [9, 10, 13, 32].contains(peek) { place += 1 }
  }

  private mutating func takes(_ sign: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }

  private mutating func need(_ sign: Unicode.Scalar) throws {
    guard takes(sign) else { throw Unreadable() }
  }

  private mutating func word(_ word: StaticString, _ value: NarrowJSON) throws -> NarrowJSON {
    let end = place + word.utf8CodeUnitCount
    guard end <= bytes.count else { throw Unreadable() }
    for offset in 0..<word.utf8CodeUnitCount where bytes[place + offset] != word.utf8Start[offset] {
      throw Unreadable()
    }
    place = end
    return value
  }

  private mutating func object(depth: Int) throws -> NarrowJSON {
    var members: [NarrowJSONMember] = []
    try need("{")
    skipSpace()
    if takes("}") { return .object(members) }
    repeat {
      skipSpace()
      let key = try text()
      skipSpace()
      try need(":")
      skipSpace()
      guard members.count < NarrowJSON.mostKeys, !members.contains(where: { $0.key == key }) else {
        throw Unreadable()
      }
      members.append(NarrowJSONMember(key: key, value: try value(depth: depth)))
      skipSpace()
    } while takes(",")
    try need("}")
    return .object(members)
  }

  private mutating func list(depth: Int) throws -> NarrowJSON {
    var values: [NarrowJSON] = []
    try need("[")
    skipSpace()
    if takes("]") { return .list(values) }
    repeat {
      skipSpace()
      values.append(try value(depth: depth))
      skipSpace()
    } while takes(",")
    try need("]")
    return .list(values)
  }

  private mutating func number() throws -> Int64 {
    let isNegative = takes("-")
    let start = place
    var number: Int64 = 0
    while (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(peek) {
      let digit = Int64(peek - UInt8(ascii: "0"))
      let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, isTooFar) = tens.subtractingReportingOverflow(digit)
      guard !isTooLarge, !isTooFar else { throw Unreadable() }
      number = sum
      place += 1
    }
    let digits = place - start
    guard digits > 0, digits == 1 || bytes[start] != UInt8(ascii: "0") else { throw Unreadable() }
    // Counted downwards, for there is one more below zero.
    guard isNegative || number > .min else { throw Unreadable() }
    return isNegative ? number : -number
  }

  // MARK: - Texts

  private mutating func text() throws -> String {
    try need("\"")
    let start = place
    while peek >= 32, peek != UInt8(ascii: "\""), peek != UInt8(ascii: "\\") { place += 1 }
    let plain = UnsafeBufferPointer(rebasing: bytes[start..<place])
    var text = String(decoding: plain, as: UTF8.self)
    while !takes("\"") {
      if takes("\\") {
        text.unicodeScalars.append(try escaped())
      } else {
        let start = place
        while peek >= 32, peek != UInt8(ascii: "\""), peek != UInt8(ascii: "\\") { place += 1 }
        guard place > start else { throw Unreadable() }
        text += String(
          decoding: UnsafeBufferPointer(rebasing: bytes[start..<place]), as: UTF8.self)
      }
    }
    return text
  }

  private mutating func escaped() throws -> Unicode.Scalar {
    let sign = peek
    place += 1
    switch sign {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(sign)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let unit = try codeUnit()
      guard (0xd800..<0xdc00).contains(unit) else { return try scalar(unit) }
      try need("\\")
      try need("u")
      let second = try codeUnit()
      guard (0xdc00..<0xe000).contains(second) else { throw Unreadable() }
      return try scalar(0x10000 + (unit - 0xd800) << 10 + (second - 0xdc00))
    default: throw Unreadable()
    }
  }

  private func scalar(_ value: UInt32) throws -> Unicode.Scalar {
    guard let scalar = Unicode.Scalar(value) else { throw Unreadable() }
    return scalar
  }

  private mutating func codeUnit() throws -> UInt32 {
    guard place + 4 <= bytes.count else { throw Unreadable() }
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(peek)).hexDigitValue else { throw Unreadable() }
      unit = unit << 4 | UInt32(digit)
      place += 1
    }
    return unit
  }
}
