/// How the characters of a text file are written down.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case gb18030
  case windows1252 = "windows-1252"

  /// What most lines beyond ASCII are written in; nil where no line tells.
  ///
  /// A line of another encoding, or one that is spoilt, does not make the file another one: it is
  /// read, or reported, by itself.
  init?(of sample: ArraySlice<UInt8>) {
    var counts: [TextEncoding: Int] = [:]
    for line in sample.split(separator: CSVScanner.newline) {
      guard line.contains(where: { $0 >= 0x80 }), let told = TextEncoding.telling(line.span) else {
        continue
      }
      counts[told, default: 0] += 1
    }
    guard let most = counts.values.max() else { return nil }
    self = TextEncoding.allCases.first { counts[$0] == most } ?? .utf8
  }

  /// The only encoding that the bytes can honestly be; nil where several or none can be meant.
  ///
  /// A word or two in GBK may by chance be UTF-8 with characters of two bytes, and most UTF-8 has the
  /// shape of GB 18030. Han characters take three bytes in UTF-8, which GBK hardly ever imitates.
  static func telling(_ bytes: Span<UInt8>) -> TextEncoding? {
    if (try? UTF8Span(validating: bytes)) != nil {
      for index in 0..<bytes.count where bytes[index] >= 0xe0 { return .utf8 }
      return GB18030.isValid(bytes) ? nil : .utf8
    }
    if isMostlyUTF8(bytes) { return .utf8 }
    let sense = HighBytes(bytes)
    if sense.areAccents { return .windows1252 }
    return sense.mayBeHan && GB18030.isValid(bytes) ? .gb18030 : nil
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

  /// The text of a line that stands by itself; nil where it is in none of these.
  static func text(of line: ArraySlice<UInt8>) -> String? {
    if let text = String(validating: line, as: UTF8.self) { return text }
    guard let encoding = telling(line.span) else { return nil }
    var decoded: [UInt8] = []
    return encoding.decode(line.span, into: &decoded)
      ? String(decoding: decoded, as: UTF8.self) : nil
  }

  /// Adds the text as UTF-8; on false nothing was added, as something is no character.
  func decode(_ bytes: Span<UInt8>, into text: inout [UInt8]) -> Bool {
    switch self {
    case .utf8: UTF8Bytes.copy(bytes, to: &text)
    case .gb18030: GB18030.decode(bytes, into: &text)
    case .windows1252: Windows1252.decode(bytes, into: &text)
    }
  }
}
