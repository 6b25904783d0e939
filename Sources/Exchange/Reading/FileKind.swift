import Characters

/// What a file that was given as CSV really is, judged by its first bytes.
enum FileKind: String, Sendable {
  case text
  case empty
  case xlsx, xls, html, binary
  case utf16 = "utf-16"
  case gb18030

  /// - Parameter sample: the first 64 KiB, or the whole file where it is shorter.
  init(_ sample: ArraySlice<UInt8>) {
    let text = sample.starts(with: [0xef, 0xbb, 0xbf]) ? sample.dropFirst(3) : sample
    self =
      if text.allSatisfy({ [0x20, 0x09, 0x0a, 0x0d].contains($0) }) {
        .empty
      } else if sample.starts(with: [0x50, 0x4b, 3, 4]) {
        .xlsx
      } else if sample.starts(with: [0xd0, 0xcf, 0x11, 0xe0]) {
        .xls
      } else if sample.starts(with: [0xff, 0xfe]) || sample.starts(with: [0xfe, 0xff]) {
        .utf16
      } else if FileKind.isMarkup(text) {
        .html
      } else if let kind = FileKind.byNuls(sample) {
        kind
      } else {
        FileKind.isGB18030(sample) ? .gb18030 : .text
      }
  }

  /// Some sites call a page with a table in it an Excel file.
  private static func isMarkup(_ sample: ArraySlice<UInt8>) -> Bool {
    let start = String(decoding: sample.prefix(200), as: UTF8.self).trimmed.lowercased()
    return ["<html", "<!doctype", "<table", "<?xml"].contains { start.hasPrefix($0) }
  }

  /// UTF-16 without a mark has its zero bytes on one side; a stray one or two is a row's problem.
  private static func byNuls(_ sample: ArraySlice<UInt8>) -> FileKind? {
    var counts = [0, 0]
    for (offset, byte) in sample.enumerated() where byte == 0 { counts[offset & 1] += 1 }
    let all = counts[0] + counts[1]
    guard all > 8, all * 10 > sample.count else { return nil }
    return max(counts[0], counts[1]) * 10 >= all * 9 ? .utf16 : .binary
  }

  /// Whether no line beyond ASCII is UTF-8 and all of them have the shape of GB18030.
  private static func isGB18030(_ sample: ArraySlice<UInt8>) -> Bool {
    var lines = sample.split(separator: 0x0a)
    // The sample may end in the middle of a line.
    if lines.count > 1, sample.last != 0x0a { lines.removeLast() }
    let strange = lines.filter { line in line.contains { $0 >= 0x80 } }
    return !strange.isEmpty
      && strange.allSatisfy { isBarelyUTF8($0) && hasGBShape($0) }
  }

  /// Whether more is wrong in the line than right; one spoilt byte does not make it another encoding.
  private static func isBarelyUTF8(_ line: ArraySlice<UInt8>) -> Bool {
    var wrong = 0
    var right = 0
    for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
      if scalar == "\u{fffd}" { wrong += 1 } else if scalar.value >= 0x800 { right += 1 }
    }
    return wrong > right
  }

  /// Two-byte characters 81–FE, 40–FE; four-byte characters 81–FE, 30–39, 81–FE, 30–39.
  private static func hasGBShape(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = line
    while let first = rest.popFirst() {
      guard first >= 0x80 else { continue }
      guard (0x81...0xfe).contains(first), let second = rest.popFirst() else { return false }
      if (0x30...0x39).contains(second) {
        guard let third = rest.popFirst(), (0x81...0xfe).contains(third),
          let fourth = rest.popFirst(), (0x30...0x39).contains(fourth)
        else { return false }
      } else if !(0x40...0xfe).contains(second) || second == 0x7f {
        return false
      }
    }
    return true
  }
}
