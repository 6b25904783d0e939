import Foundation
import TestSupport

/// libvterm's `unterm`: an independent terminal that shows what recorded bytes look like.
enum Unterm {
  static func check() throws {
    try Missing.check(program: "unterm", package: "libvterm-bin")
    for tool in ["tic", "infocmp"] { try Missing.check(program: tool, package: "ncurses-bin") }
  }

  /// Descriptions of xterm, in a directory for TERMINFO: `xterm-scrolls` and `xterm-unterm`.
  ///
  /// `unterm` prints nothing for an erased cell, so erasing is turned into spaces before it sees the
  /// bytes. Erasing to the left cannot be, without knowing the column, and neither can the empty
  /// lines that scrolling brings in: the first has none of the former, the second none of either.
  static func terminfo() throws -> String { try made.get().path }

  private static let made = Result { () -> TemporaryFolder in
    let folder = try TemporaryFolder()
    // What lives as long as the process is let go by nobody.
    path = folder.path
    atexit { try? FileManager.default.removeItem(atPath: Unterm.path) }
    let scrolling = "csr|ind|indn|ri|rin|il|il1|dl|dl1"
    for (name, without) in [("scrolls", "el1"), ("unterm", "el1|\(scrolling)")] {
      let script =
        "infocmp -1 xterm-256color | sed -E -e '/^\t(\(without))=/d' "
        + "-e 's/^xterm-256color.*/xterm-\(name),/' | tic -x -o '\(folder.path)' -"
      _ = try run(["/bin/sh", "-c", script])
    }
    return folder
  }

  nonisolated(unsafe) private static var path = ""

  /// The rows `bytes` show on a terminal of that size, trailing spaces removed.
  static func rows(_ bytes: [UInt8], columns: Int, rows: Int) throws -> [String] {
    let folder = try TemporaryFolder()
    let file = folder.path + "/bytes"
    try Data(withoutErasing(bytes, columns: columns, rows: rows)).write(
      to: URL(fileURLWithPath: file))
    let text = try run(["unterm", "-l", "\(rows)", "-c", "\(columns)", file])
    // Before the screen it prints what was scrolled off it.
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().suffix(rows)
      .map { trimmed(String($0)) }
  }

  static func trimmed(_ row: String) -> String {
    var row = row
    while row.last == " " { row.removeLast() }
    return row
  }

  /// The bytes with erasing written out as spaces.
  private static func withoutErasing(_ bytes: [UInt8], columns: Int, rows: Int) -> [UInt8] {
    let row = String(repeating: " ", count: columns)
    // Without autowrap, for spaces past the last column then stay in it.
    let lineEnd = "\u{1B}7\u{1B}[?7l\(row)\u{1B}[?7h\u{1B}8"
    let below = String(repeating: "\u{1B}[1B\r\(row)", count: rows)
    let screenEnd = "\u{1B}7\u{1B}[?7l\(row)\(below)\u{1B}[?7h\u{1B}8"
    var text = String(decoding: bytes, as: UTF8.self)
    // Once ASCII was chosen as a character set, libvterm reads `e` and its mark apart, and loses the
    // mark in the last column.
    text = text.replacingOccurrences(of: "\u{1B}(B", with: "")
    text = text.replacingOccurrences(of: "\u{1B}[2J", with: "\u{1B}[H\(screenEnd)")
    text = text.replacingOccurrences(of: "\u{1B}[J", with: screenEnd)
    text = text.replacingOccurrences(of: "\u{1B}[K", with: lineEnd)
    // `ESC [ n X` erases n columns.
    let parts = text.components(separatedBy: "\u{1B}[")
    text = parts.dropFirst().reduce(parts.first ?? "") { whole, part in
      let digits = part.prefix { $0.isASCII && $0.isNumber }
      guard let count = Int(digits), part.dropFirst(digits.count).first == "X" else {
        return whole + "\u{1B}[" + part
      }
      let spaces = String(repeating: " ", count: count)
      return whole + "\u{1B}7\u{1B}[?7l\(spaces)\u{1B}[?7h\u{1B}8"
        + part.dropFirst(digits.count + 1)
    }
    return inBlocks(text)
  }

  /// The text's bytes with no grapheme across the end of a block.
  ///
  /// `unterm` reads 1024 bytes at a time and loses a mark that comes with the next block if its base
  /// stood in the last column. NUL means nothing to a terminal.
  private static func inBlocks(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for character in text {
      let length = character.utf8.count
      let left = 1024 - bytes.count % 1024
      if length > left { bytes += [UInt8](repeating: 0, count: left) }
      bytes += character.utf8
    }
    return bytes
  }

  private static func run(_ words: [String]) throws -> String {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let tool = try Tool.run(words, environment: ["LC_ALL": "C.UTF-8", "PATH": path])
    guard tool.status == 0 else { throw Missing("\(words[0]) failed", tool.errors) }
    return tool.output
  }
}
