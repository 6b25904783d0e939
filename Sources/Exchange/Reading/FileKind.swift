import Characters

/// What a file really is, judged by its first bytes, never by its name.
enum FileKind: String, Sendable {
  case text
  case empty
  /// A zip archive, which most likely is a workbook.
  case zip
  /// A compound file of Microsoft's: an old workbook, or a new one behind a password.
  case ole
  case html, pdf, binary
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"

  /// - Parameter sample: the first 64 KiB, or the whole file where it is shorter.
  init(_ sample: ArraySlice<UInt8>) {
    let text = sample.starts(with: [0xef, 0xbb, 0xbf]) ? sample.dropFirst(3) : sample
    self =
      if sample.starts(with: [0xff, 0xfe]) {
        sample.count < 4 ? .empty : .utf16LittleEndian
      } else if sample.starts(with: [0xfe, 0xff]) {
        sample.count < 4 ? .empty : .utf16BigEndian
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
        FileKind.byNuls(sample) ?? .text
      }
  }

  /// Whether rows can be read of it as of comma-separated values.
  var isText: Bool { [.text, .utf16LittleEndian, .utf16BigEndian].contains(self) }

  /// Some sites call a page with a table in it an Excel file.
  private static func isMarkup(_ sample: ArraySlice<UInt8>) -> Bool {
    let start = String(decoding: sample.prefix(200), as: UTF8.self).trimmed.lowercased()
    return ["<html", "<!doctype", "<table", "<?xml", "<meta", "<style"].contains {
      start.hasPrefix($0)
    }
  }

  /// UTF-16 without a mark has its zero bytes on one side; a stray one or two is a row's problem.
  private static func byNuls(_ sample: ArraySlice<UInt8>) -> FileKind? {
    var counts = [0, 0]
    for (offset, byte) in sample.enumerated() where byte == 0 { counts[offset & 1] += 1 }
    let all = counts[0] + counts[1]
    guard all > 8, all * 10 > sample.count else { return nil }
    guard max(counts[0], counts[1]) * 10 >= all * 9 else { return .binary }
    return counts[1] > counts[0] ? .utf16LittleEndian : .utf16BigEndian
  }
}
