import Characters

/// Cuts XML into tags and texts as it streams in, without a tree and without namespaces.
///
/// For the parts of workbooks: elements are told apart by their local names, document types are
/// refused, so that no entity can be declared, and nesting is the reader's business.
struct XMLScanner {
  enum Token: Hashable {
    /// `isEmpty` says whether it ends at once; then no `end` follows.
    case start, end, text, atEnd
  }

  /// More than the longest tag or text of an honest part.
  static let tokenLimit = 4 << 20

  private(set) var buffer: [UInt8] = []
  private(set) var name = XMLName(bits: 0)
  private(set) var isEmpty = false
  /// Where the attributes of the last start stand, or the last text.
  private(set) var range = 0..<0
  /// Whether the last text stands in a CDATA section, where `&` means itself.
  private(set) var isLiteral = false
  /// How many packed bytes were taken.
  private(set) var packed = 0

  private let feed: () throws(WorkbookFault) -> Inflater.Piece
  private var at = 0
  private var isWhole = false

  init(_ feed: @escaping () throws(WorkbookFault) -> Inflater.Piece) throws(WorkbookFault) {
    self.feed = feed
    _ = try refill()
    if buffer.starts(with: [0xef, 0xbb, 0xbf]) { at = 3 }
    // Parts may be UTF-16 by the letter of the standard; nobody writes them so.
    if buffer.starts(with: [0xff, 0xfe]) || buffer.starts(with: [0xfe, 0xff]) { throw .damaged }
  }

  mutating func next() throws(WorkbookFault) -> Token {
    while true {
      guard at < buffer.count else {
        if try refill() { continue }
        return .atEnd
      }
      if buffer[at] != UInt8(ascii: "<") {
        guard let end = try find(UInt8(ascii: "<")) else {
          range = at..<buffer.count
          at = buffer.count
          isLiteral = false
          return .text
        }
        range = at..<end
        at = end
        isLiteral = false
        return .text
      }
      guard at + 1 < buffer.count else {
        if try refill() { continue }
        throw .damaged
      }
      switch buffer[at + 1] {
      case UInt8(ascii: "/"): return try endTag()
      case UInt8(ascii: "!"): if try declaration() { return .text }
      case UInt8(ascii: "?"): try pass("?>")
      default: return try startTag()
      }
    }
  }

  /// The value in `<v>…</v></c>`, where that is what stands next, as it nearly always is.
  @inline(__always)
  mutating func plainValue() -> Range<Int>? {
    guard let end = Self.endOfPlainValue(buffer.span, from: at) else { return nil }
    defer { at = end + 8 }
    return at + 3..<end
  }

  @inline(__always)
  private static func endOfPlainValue(_ bytes: Span<UInt8>, from at: Int) -> Int? {
    // The longest value that matters here is a number of 17 digits with sign and exponent.
    guard at + 48 < bytes.count, bytes[at] == UInt8(ascii: "<"), bytes[at + 1] == UInt8(ascii: "v"),
      bytes[at + 2] == UInt8(ascii: ">")
    else { return nil }
    var end = at + 3
    while end < at + 35, bytes[end] > UInt8(ascii: "&"), bytes[end] != UInt8(ascii: "<") {
      end += 1
    }
    guard bytes[end] == UInt8(ascii: "<"), bytes[end + 1] == UInt8(ascii: "/"),
      bytes[end + 2] == UInt8(ascii: "v"), bytes[end + 3] == UInt8(ascii: ">"),
      bytes[end + 4] == UInt8(ascii: "<"), bytes[end + 5] == UInt8(ascii: "/"),
      bytes[end + 6] == UInt8(ascii: "c"), bytes[end + 7] == UInt8(ascii: ">")
    else { return nil }
    return end
  }
}

// MARK: - Tags

extension XMLScanner {
  private mutating func startTag() throws(WorkbookFault) -> Token {
    while true {
      guard let tag = Self.tag(buffer.span, from: at) else {
        if try refill() { continue }
        throw .damaged
      }
      name = tag.name
      isEmpty = tag.isEmpty
      range = tag.attributes
      at = tag.end
      return .start
    }
  }

  private struct Tag {
    let name: XMLName
    let attributes: Range<Int>
    let isEmpty: Bool
    let end: Int
  }

  /// Nil where the bytes end before the tag does.
  @inline(__always)
  private static func tag(_ bytes: Span<UInt8>, from start: Int) -> Tag? {
    var at = start + 1
    while at < bytes.count, !endsName(bytes[at]) { at += 1 }
    let nameEnd = at
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      if bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") {
        let quote = bytes[at]
        at += 1
        while at < bytes.count, bytes[at] != quote { at += 1 }
      }
      at += 1
    }
    guard at < bytes.count else { return nil }
    let isEmpty = bytes[at - 1] == UInt8(ascii: "/")
    return Tag(
      name: XMLName(bytes, (start + 1)..<nameEnd),
      attributes: nameEnd..<max(nameEnd, isEmpty ? at - 1 : at), isEmpty: isEmpty, end: at + 1)
  }

  private mutating func endTag() throws(WorkbookFault) -> Token {
    guard let end = try find(UInt8(ascii: ">")) else { throw .damaged }
    name = Self.endName(buffer.span, from: at, to: end)
    at = end + 1
    return .end
  }

  @inline(__always)
  private static func endName(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> XMLName {
    var nameEnd = end
    while nameEnd > start + 2, isBlank(bytes[nameEnd - 1]) { nameEnd -= 1 }
    return XMLName(bytes, (start + 2)..<nameEnd)
  }

  /// Whether a text came of it: a comment is passed over, a document type is refused.
  private mutating func declaration() throws(WorkbookFault) -> Bool {
    while buffer.count < at + 9, try refill() {}
    if buffer[at...].starts(with: "<!--".utf8) {
      at += 4
      try pass("-->")
      return false
    }
    guard buffer[at...].starts(with: "<![CDATA[".utf8) else { throw .damaged }
    at += 9
    range = try pass("]]>")
    isLiteral = true
    return true
  }

  /// Goes behind the mark; answers where what stands before it does.
  @discardableResult
  private mutating func pass(_ mark: StaticString) throws(WorkbookFault) -> Range<Int> {
    let mark = mark.withUTF8Buffer(Array.init)
    var from = at
    while true {
      while from + mark.count <= buffer.count {
        if buffer[from] == mark[0], buffer[from...].starts(with: mark) {
          defer { at = from + mark.count }
          return at..<from
        }
        from += 1
      }
      let before = at
      guard try refill() else { throw .damaged }
      from -= before
    }
  }

  /// The offset of the next such byte behind `at`; nil where the part ends before.
  @inline(__always)
  private mutating func find(_ byte: UInt8) throws(WorkbookFault) -> Int? {
    var from = at + 1
    while true {
      from = Self.offset(of: byte, in: buffer.span, from: from)
      if from < buffer.count { return from }
      let before = at
      guard try refill() else { return nil }
      from -= before
    }
  }

  /// The count of bytes where there is none.
  @inline(__always)
  private static func offset(of byte: UInt8, in bytes: Span<UInt8>, from start: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at] != byte { at += 1 }
    return at
  }

  /// Adds the next piece behind what is not done yet; false at the end of the part.
  private mutating func refill() throws(WorkbookFault) -> Bool {
    if isWhole { return false }
    guard buffer.count - at <= Self.tokenLimit else { throw .oversized }
    let piece = try feed()
    packed = max(packed, piece.packed)
    isWhole = piece.bytes.isEmpty
    if isWhole { return false }
    if at >= buffer.count {
      buffer = piece.bytes
    } else {
      buffer.removeSubrange(..<at)
      buffer += piece.bytes
    }
    at = 0
    return true
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09
  }
}
