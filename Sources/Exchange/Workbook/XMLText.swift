import Characters

/// One attribute of a tag: its local name and where its value stands, entities and all.
struct XMLAttribute {
  /// Marked where a prefix stands before it: attributes of the format have none.
  let name: XMLName
  let value: Range<Int>
  /// Where the name stands.
  let place: Range<Int>

  /// The attribute that begins at or behind `at`, before `end`; nil where there is none any more.
  @inline(__always)
  static func next(_ bytes: Span<UInt8>, at: inout Int, end: Int) -> XMLAttribute? {
    while at < end, XMLScanner.isBlank(bytes[at]) { at += 1 }
    let start = at
    while at < end, bytes[at] != UInt8(ascii: "="), !XMLScanner.isBlank(bytes[at]) { at += 1 }
    let name = start..<at
    while at < end, XMLScanner.isBlank(bytes[at]) { at += 1 }
    guard at < end, bytes[at] == UInt8(ascii: "=") else { return nil }
    at += 1
    while at < end, XMLScanner.isBlank(bytes[at]) { at += 1 }
    guard at < end, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") else {
      return nil
    }
    let quote = bytes[at]
    at += 1
    let valueStart = at
    while at < end, bytes[at] != quote { at += 1 }
    guard at < end else { return nil }
    defer { at += 1 }
    return XMLAttribute(name: XMLName(bytes, name), value: valueStart..<at, place: name)
  }
}

extension XMLScanner {
  /// The value of an attribute of the last start tag; nil where it has none of that name.
  func attribute(_ name: XMLName) -> String? {
    var at = range.lowerBound
    while let found = XMLAttribute.next(buffer.span, at: &at, end: range.upperBound) {
      if found.name == name { return text(of: found) }
    }
    return nil
  }

  /// The number of the relationship that the last start tag refers to, `r:id` with whatever prefix.
  var relationship: String? {
    var at = range.lowerBound
    var bare: String?
    while let found = XMLAttribute.next(buffer.span, at: &at, end: range.upperBound) {
      guard found.name.own == .id else { continue }
      guard found.name.isPrefixed else {
        bare = text(of: found)
        continue
      }
      let prefix = XMLNamespaces.prefix(buffer.span, found.place)
      switch namespaces.kind(ofPrefix: prefix) {
      case .relationships, nil: return text(of: found)
      case .own, .other: continue
      }
    }
    return bare
  }

  private func text(of attribute: XMLAttribute) -> String {
    var bytes: [UInt8] = []
    XMLText.append(buffer.span.extracting(attribute.value), to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds the last text as its reader is to see it.
  func appendText(to text: inout [UInt8]) {
    if isLiteral {
      XMLText.appendLines(buffer.span, range, to: &text)
    } else {
      XMLText.append(buffer.span.extracting(range), to: &text)
    }
  }
}

/// What stands for what in the texts of XML, and of workbooks.
enum XMLText {
  /// Adds the text with its entities resolved; what is no entity stays as it stands.
  ///
  /// A line end is one LF, however it is written (XML 1.0, 2.11); CR stays where an entity means it.
  static func append(_ raw: Span<UInt8>, to text: inout [UInt8]) {
    var start = 0
    var at = 0
    while at < raw.count {
      let byte = raw[at]
      if byte == UInt8(ascii: "&"), let entity = entity(raw, at: at) {
        append(raw, start..<at, to: &text)
        UTF8Bytes.append(entity.scalar, to: &text)
        at = entity.end
        start = at
      } else if byte == carriageReturn {
        append(raw, start..<at, to: &text)
        at = afterLineEnd(raw, at: at, end: raw.count, to: &text)
        start = at
      } else {
        at += 1
      }
    }
    append(raw, start..<raw.count, to: &text)
  }

  /// Adds what stands there as it is, but for its line ends.
  static func appendLines(_ raw: Span<UInt8>, _ range: Range<Int>, to text: inout [UInt8]) {
    var start = range.lowerBound
    var at = start
    while at < range.upperBound {
      if raw[at] == carriageReturn {
        append(raw, start..<at, to: &text)
        at = afterLineEnd(raw, at: at, end: range.upperBound, to: &text)
        start = at
      } else {
        at += 1
      }
    }
    append(raw, start..<range.upperBound, to: &text)
  }

  static let carriageReturn: UInt8 = 0x0d
  /// With its `&`.
  static let longestEntity = 12

  /// Adds LF for the CR at `at`, with the LF that may follow it.
  private static func afterLineEnd(
    _ raw: Span<UInt8>, at: Int, end: Int, to text: inout [UInt8]
  ) -> Int {
    text.append(0x0a)
    return at + 1 < end && raw[at + 1] == 0x0a ? at + 2 : at + 1
  }

  private static func append(_ raw: Span<UInt8>, _ range: Range<Int>, to text: inout [UInt8]) {
    if range.isEmpty { return }
    raw.extracting(range).withUnsafeBufferPointer { text.append(contentsOf: $0) }
  }

  private static func entity(_ raw: Span<UInt8>, at start: Int) -> (scalar: UInt32, end: Int)? {
    var end = start + 1
    while end < raw.count, end < start + longestEntity, raw[end] != UInt8(ascii: ";") { end += 1 }
    guard end < raw.count, raw[end] == UInt8(ascii: ";") else { return nil }
    let name = raw.extracting((start + 1)..<end)
    if name.count > 1, name[0] == UInt8(ascii: "#") {
      return numbered(name).map { ($0, end + 1) }
    }
    let text = name.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    let scalar: Unicode.Scalar? =
      switch text {
      case "amp": "&"
      case "lt": "<"
      case "gt": ">"
      case "quot": "\""
      case "apos": "'"
      default: nil
      }
    return scalar.map { ($0.value, end + 1) }
  }

  /// `#10`, `#x5F20`; what no character is becomes the sign for that.
  private static func numbered(_ name: Span<UInt8>) -> UInt32? {
    let isHex = name[1] == UInt8(ascii: "x")
    var value: UInt32 = 0
    for index in (isHex ? 2 : 1)..<name.count {
      guard let digit = Character(Unicode.Scalar(name[index])).hexDigitValue, isHex || digit < 10
      else { return nil }
      value = min(value * (isHex ? 16 : 10) + UInt32(digit), 0x11_0000)
    }
    if name.count == (isHex ? 2 : 1) { return nil }
    return value == 0 || Unicode.Scalar(value) == nil ? 0xfffd : value
  }

  /// Resolves `_x000D_`, the way workbooks write characters XML has no room for (ECMA-376, 22.9.2.19),
  /// in everything behind `start`.
  static func resolveEscapes(in text: inout [UInt8], from start: Int) {
    guard let first = text[start...].firstIndex(of: UInt8(ascii: "_")),
      text[first...].count >= 7
    else { return }
    let raw = Array(text[first...])
    text.removeSubrange(first...)
    var at = 0
    while at < raw.count {
      if let unit = escape(raw, at: at) {
        UTF8Bytes.append(unit, to: &text)
        at += 7
      } else {
        text.append(raw[at])
        at += 1
      }
    }
  }

  /// Nil for what is none, and for half a character.
  private static func escape(_ raw: [UInt8], at: Int) -> UInt32? {
    guard raw[at] == UInt8(ascii: "_"), at + 6 < raw.count, raw[at + 1] == UInt8(ascii: "x"),
      raw[at + 6] == UInt8(ascii: "_")
    else { return nil }
    var value: UInt32 = 0
    for index in (at + 2)..<(at + 6) {
      guard let digit = Character(Unicode.Scalar(raw[index])).hexDigitValue else { return nil }
      value = value * 16 + UInt32(digit)
    }
    return Unicode.Scalar(value) == nil ? nil : value
  }
}
