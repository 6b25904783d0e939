/// A start tag: where its name and its attributes stand.
struct XMLTag {
  let name: XMLName
  /// Where the name stands.
  let place: Range<Int>
  let attributes: Range<Int>
  let isEmpty: Bool
  /// Whether `xmlns` stands among the attributes.
  let declares: Bool
  let end: Int

  /// Nil where the bytes end before the tag does.
  @inline(__always)
  init?(_ bytes: Span<UInt8>, from start: Int) {
    var at = start + 1
    while at < bytes.count, !Self.endsName(bytes[at]) { at += 1 }
    place = (start + 1)..<at
    var declares = false
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        at += 1
        while at < bytes.count, bytes[at] != byte { at += 1 }
      } else if byte == UInt8(ascii: "x") {
        declares = declares || Self.isNamespace(bytes, at)
      }
      at += 1
    }
    guard at < bytes.count else { return nil }
    isEmpty = bytes[at - 1] == UInt8(ascii: "/")
    name = XMLName(bytes, place)
    attributes = place.upperBound..<max(place.upperBound, isEmpty ? at - 1 : at)
    self.declares = declares
    end = at + 1
  }

  private static func isNamespace(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    at + 4 < bytes.count && bytes[at + 1] == UInt8(ascii: "m") && bytes[at + 2] == UInt8(ascii: "l")
      && bytes[at + 3] == UInt8(ascii: "n") && bytes[at + 4] == UInt8(ascii: "s")
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    XMLScanner.isBlank(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }
}
