import Characters

/// Cuts XML into tags and texts as it streams in, without a tree.
///
/// For the parts of workbooks. Elements are told apart by their local names, those of other namespaces
/// are marked (`XMLName`), and what extensions hold is passed over (`extLst`, and the `Choice` of markup
/// that this reader does not know). Document types are refused, so that no entity can be declared; nesting
/// is the reader's business. A long text may come in several pieces.
struct XMLScanner {
  enum Token: Hashable {
    /// `isEmpty` says whether it ends at once; then no `end` follows.
    case start, end, text, atEnd
  }

  /// More than the longest tag of an honest part.
  static let tokenLimit = 4 << 20
  /// Texts that are longer may come in pieces.
  static let textPiece = 1 << 18

  private(set) var buffer: [UInt8] = []
  private(set) var name = XMLName(bits: 0)
  private(set) var isEmpty = false
  /// Where the attributes of the last start stand, or the last text.
  private(set) var range = 0..<0
  /// Whether the last text stands in a CDATA section, where `&` means itself.
  private(set) var isLiteral = false
  /// How many packed bytes were taken.
  private(set) var packed = 0
  private(set) var namespaces = XMLNamespaces()

  private var feed: () throws(WorkbookFault) -> Inflater.Piece
  private var at = 0
  private var isWhole = false
  /// Within an element that is passed over, where those of its like are nothing of their own.
  private var isPassing = false
  /// The last start tag ended at once; what it declares holds until the next token.
  private var owesEnd = false

  init(_ feed: @escaping () throws(WorkbookFault) -> Inflater.Piece) throws(WorkbookFault) {
    self.feed = feed
    while buffer.count < XMLEncoding.telling, try refill() {}
    if let encoding = XMLEncoding(buffer) {
      self.feed = encoding.decoding(buffer, packed: packed, then: feed)
      (buffer, isWhole) = ([], false)
      _ = try refill()
    }
    if buffer.starts(with: [0xef, 0xbb, 0xbf]) { at = 3 }
  }

  mutating func next() throws(WorkbookFault) -> Token {
    if owesEnd {
      namespaces.close()
      owesEnd = false
    }
    while true {
      guard at < buffer.count else {
        if try refill() { continue }
        return .atEnd
      }
      if buffer[at] != UInt8(ascii: "<") { return try text() }
      guard at + 1 < buffer.count else {
        if try refill() { continue }
        throw .damaged
      }
      switch buffer[at + 1] {
      case UInt8(ascii: "/"): return try endTag()
      case UInt8(ascii: "!"): if try declaration() { return .text }
      case UInt8(ascii: "?"): try pass("?>")
      default: if try startTag() { return .start }
      }
    }
  }

  /// The value in `<v>…</v></c>`, where that is what stands next, as it nearly always is.
  @inline(__always)
  mutating func plainValue() -> Range<Int>? {
    guard let end = Self.endOfPlainValue(buffer.span, from: at) else { return nil }
    namespaces.close()
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
  /// False where the element was passed over whole.
  private mutating func startTag() throws(WorkbookFault) -> Bool {
    while true {
      guard let tag = XMLTag(buffer.span, from: at) else {
        if try refill() { continue }
        throw .damaged
      }
      isEmpty = tag.isEmpty
      range = tag.attributes
      at = tag.end
      namespaces.open()
      if tag.declares || namespaces.depth == 1 {
        let held = buffer
        try namespaces.declare(held.span, name: tag.place, attributes: range)
      }
      name = namespaces.resolved(tag.name, buffer.span, tag.place)
      owesEnd = isEmpty
      guard name == .extensions || name == .foreignChoice, !isPassing else { return true }
      try passElement()
      return false
    }
  }

  /// Goes behind the end of the element whose tag was read last.
  private mutating func passElement() throws(WorkbookFault) {
    let depth = namespaces.depth
    isPassing = true
    defer { isPassing = false }
    if isEmpty {
      namespaces.close()
      owesEnd = false
    }
    while namespaces.depth >= depth {
      if try next() == .atEnd { throw .damaged }
    }
  }

  private mutating func endTag() throws(WorkbookFault) -> Token {
    guard let end = try find(UInt8(ascii: ">")) else { throw .damaged }
    name = endName(buffer.span, from: at, to: end)
    namespaces.close()
    at = end + 1
    return .end
  }

  @inline(__always)
  private func endName(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> XMLName {
    var nameEnd = end
    while nameEnd > start + 2, Self.isBlank(bytes[nameEnd - 1]) { nameEnd -= 1 }
    let place = (start + 2)..<nameEnd
    return namespaces.resolved(XMLName(bytes, place), bytes, place)
  }

  /// A text, or as much of a long one as can be told from what stands behind it.
  private mutating func text() throws(WorkbookFault) -> Token {
    isLiteral = false
    var end = Self.offset(of: UInt8(ascii: "<"), in: buffer.span, from: at)
    while end == buffer.count {
      if end - at >= Self.textPiece, let piece = pieceOfText() {
        end = piece
        break
      }
      let known = end - at
      guard try refill() else { break }
      end = Self.offset(of: UInt8(ascii: "<"), in: buffer.span, from: at + known)
    }
    range = at..<end
    at = end
    return .text
  }

  /// The end of what is known of a text: neither within an entity nor within a line end. Nil where that
  /// leaves nothing.
  private func pieceOfText() -> Int? {
    var end = buffer.count
    if let entity = buffer[max(at, end - XMLText.longestEntity)..<end].lastIndex(
      of: UInt8(ascii: "&"))
    {
      end = entity
    }
    while end > at, buffer[end - 1] == XMLText.carriageReturn { end -= 1 }
    return end > at ? end : nil
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

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09
  }
}
