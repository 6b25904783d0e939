/// How a part is written down where that is not UTF-8: by its first bytes, or by what its declaration
/// says, as far as the bytes bear it out.
enum XMLEncoding {
  case wide(WideText)
  case gb18030
  case windows1252

  /// So many bytes tell it.
  static let telling = 256

  /// Nil for UTF-8.
  init?(_ start: [UInt8]) {
    if let wide = WideText(markOf: start[...]) ?? Self.withoutMark(start) {
      self = .wide(wide)
      return
    }
    guard let declared = Self.declared(start), TextEncoding.telling(start.span) != .utf8 else {
      return nil
    }
    switch declared {
    case "gb2312", "gbk", "gb18030", "cp936": self = .gb18030
    case "iso-8859-1", "windows-1252", "latin1": self = .windows1252
    default: return nil
    }
  }

  /// A part begins with `<`, perhaps behind blanks.
  private static func withoutMark(_ start: [UInt8]) -> WideText? {
    let less = UInt8(ascii: "<")
    guard start.count >= 4 else { return nil }
    if start[0..<4] == [less, 0, 0, 0] { return WideText(size: 4, isBigEndian: false) }
    if start[0..<4] == [0, 0, 0, less] { return WideText(size: 4, isBigEndian: true) }
    if start[0..<2] == [less, 0] { return WideText(size: 2, isBigEndian: false) }
    if start[0..<2] == [0, less] { return WideText(size: 2, isBigEndian: true) }
    return nil
  }

  /// What stands behind `encoding=` in the declaration, in small letters.
  private static func declared(_ start: [UInt8]) -> String? {
    let text = String(decoding: start.prefix(telling), as: UTF8.self).lowercased()
    guard text.hasPrefix("<?xml"), let end = text.firstRange(of: "?>")?.lowerBound,
      let name = text[..<end].firstRange(of: "encoding")?.upperBound
    else { return nil }
    let value = text[name..<end].drop { $0 == " " || $0 == "=" }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
    return String(value.dropFirst().prefix { $0 != quote })
  }

  /// The same part in UTF-8.
  ///
  /// - Parameter start: what was taken of it already.
  func decoding(
    _ start: [UInt8], packed: Int,
    then feed: @escaping () throws(WorkbookFault) -> Inflater.Piece
  ) -> () throws(WorkbookFault) -> Inflater.Piece {
    var decoder = decoder
    var waiting: Inflater.Piece? = Inflater.Piece(bytes: start, packed: packed)
    var isDone = false
    return { () throws(WorkbookFault) in
      var text = Inflater.Piece()
      while text.bytes.isEmpty, !isDone {
        let piece = if let waiting { waiting } else { try feed() }
        waiting = nil
        text.packed = piece.packed
        isDone = piece.bytes.isEmpty
        if isDone {
          decoder.end(into: &text.bytes)
        } else {
          decoder.decode(piece.bytes, into: &text.bytes)
        }
      }
      return text
    }
  }

  private var decoder: any TextDecoder {
    switch self {
    case .wide(let wide): wide.decoder
    case .gb18030: GB18030Decoder()
    case .windows1252: Windows1252Decoder()
    }
  }
}
