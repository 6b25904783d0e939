import Characters

/// What a file really is, judged by its first bytes, never by its name.
enum FileKind: Hashable, Sendable {
  case text
  /// Text in units of two bytes or of four.
  case wide(WideText)
  case empty
  /// A zip archive, which most likely is a workbook.
  case zip
  /// A compound file of Microsoft's: an old workbook, or a new one behind a password.
  case ole
  case html, pdf, binary

  /// - Parameter sample: the first 64 KiB, or the whole file where it is shorter.
  init(_ sample: ArraySlice<UInt8>) {
    let text = sample.starts(with: [0xef, 0xbb, 0xbf]) ? sample.dropFirst(3) : sample
    self =
      if let wide = WideText(markOf: sample) {
        sample.count < wide.size * 2 ? .empty : .wide(wide)
      } else if text.allSatisfy({ [0x20, 0x09, 0x0a, 0x0d].contains($0) }) {
        .empty
      } else if sample.starts(with: [0x50, 0x4b, 3, 4]) || sample.starts(with: [0x50, 0x4b, 5, 6]) {
        .zip
      } else if sample.starts(with: [0xd0, 0xcf, 0x11, 0xe0]) {
        .ole
      } else if sample.starts(with: Array("%PDF-".utf8)) {
        .pdf
      } else if FileKind.isMarkup(text) {
        .html
      } else {
        FileKind.withZeros(sample)
      }
  }

  /// Whether rows can be read of it as of comma-separated values.
  var isText: Bool {
    switch self {
    case .text, .wide: true
    case .empty, .zip, .ole, .html, .pdf, .binary: false
    }
  }

  /// The word for it that problems carry.
  var name: String {
    switch self {
    case .text: "text"
    case .wide(let wide): "utf-\(wide.size * 8)\(wide.isBigEndian ? "be" : "le")"
    case .empty: "empty"
    case .zip: "zip"
    case .ole: "ole"
    case .html: "html"
    case .pdf: "pdf"
    case .binary: "binary"
    }
  }

  /// Some sites call a page with a table in it an Excel file.
  private static func isMarkup(_ sample: ArraySlice<UInt8>) -> Bool {
    let start = String(decoding: sample.prefix(200), as: UTF8.self).trimmed.lowercased()
    return ["<html", "<!doctype", "<table", "<?xml", "<meta", "<style"].contains {
      start.hasPrefix($0)
    }
  }

  /// But for tabs, ends of lines and of old files, and what switches character sets.
  private static func isControl(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09...0x0d, 0x0e, 0x0f, 0x1a, 0x1b: false
    default: byte < 0x20 || byte == 0x7f
    }
  }

  /// A stray zero or two in a text is a row's problem.
  private static func withZeros(_ sample: ArraySlice<UInt8>) -> FileKind {
    if let wide = WideText(withoutMark: sample) { return .wide(wide) }
    let zeros = sample.count { $0 == 0 }
    if zeros > 8 && zeros * 10 > sample.count { return .binary }
    // What nobody types; a ninth of all bytes where they came by chance, hardly one in a text of any encoding.
    let controls = sample.count { isControl($0) }
    return controls > 4 && controls * 20 > sample.count ? .binary : .text
  }
}
