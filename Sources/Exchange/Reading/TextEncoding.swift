/// How the characters of a text file are written down.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case gb18030

  /// What most lines beyond ASCII are written in; nil where no line tells.
  ///
  /// A line of the other encoding, or one that is spoilt, does not make the file another one: it is
  /// read, or reported, by itself.
  init?(of sample: ArraySlice<UInt8>) {
    var counts = (utf8: 0, gb18030: 0)
    for line in sample.split(separator: CSVScanner.newline) {
      guard line.contains(where: { $0 >= 0x80 }) else { continue }
      switch TextEncoding.telling(line.span) {
      case .utf8: counts.utf8 += 1
      case .gb18030: counts.gb18030 += 1
      case nil: break
      }
    }
    guard counts.utf8 + counts.gb18030 > 0 else { return nil }
    self = counts.gb18030 > counts.utf8 ? .gb18030 : .utf8
  }

  /// The only encoding that the bytes can honestly be; nil where both or neither can be meant.
  ///
  /// A word or two in GBK may by chance be UTF-8 with characters of two bytes, and most UTF-8 has the
  /// shape of GB 18030. Han characters take three bytes in UTF-8, which GBK hardly ever imitates.
  static func telling(_ bytes: Span<UInt8>) -> TextEncoding? {
    if (try? UTF8Span(validating: bytes)) != nil {
      for index in 0..<bytes.count where bytes[index] >= 0xe0 { return .utf8 }
      return GB18030.isValid(bytes) ? nil : .utf8
    }
    guard GB18030.isValid(bytes) else { return isMostlyUTF8(bytes) ? .utf8 : nil }
    return isMostlyUTF8(bytes) ? .utf8 : .gb18030
  }

  /// Whether more is right than wrong in UTF-8: one spoilt byte does not make it another encoding.
  private static func isMostlyUTF8(_ bytes: Span<UInt8>) -> Bool {
    let text = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    var wrong = 0
    var right = 0
    for scalar in text.unicodeScalars {
      if scalar == "\u{fffd}" { wrong += 1 } else if scalar.value >= 0x800 { right += 1 }
    }
    return right > wrong
  }

  /// The text of a line that stands by itself; nil where it is neither UTF-8 nor GB 18030.
  static func text(of line: ArraySlice<UInt8>) -> String? {
    if let text = String(validating: line, as: UTF8.self) { return text }
    var decoded: [UInt8] = []
    guard telling(line.span) == .gb18030, GB18030.decode(line.span, into: &decoded) else {
      return nil
    }
    return String(decoding: decoded, as: UTF8.self)
  }
}
