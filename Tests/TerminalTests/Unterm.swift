import Foundation

/// libvterm's `unterm`: an independent terminal that shows what recorded bytes look like.
enum Unterm {
  static let isInstalled = ["unterm", "tic", "infocmp"].allSatisfy { tool in
    FileManager.default.isExecutableFile(atPath: "/usr/bin/\(tool)")
  }

  /// A description of xterm without "erase to the left", in a directory for TERMINFO.
  ///
  /// `unterm` prints nothing for an erased cell, so erasing is turned into spaces before it sees the
  /// bytes; that one form of it cannot be, without knowing the column.
  static let terminfo: String = {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "queqiao-terminfo-\(getpid())")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let script =
      "infocmp -1 xterm-256color | sed -e '/^\tel1=/d' -e 's/^xterm-256color.*/xterm-unterm,/' "
      + "| tic -x -o '\(folder.path)' -"
    _ = try? run("/bin/sh", ["-c", script])
    return folder.path
  }()

  /// The rows `bytes` show on a terminal of that size, trailing spaces removed.
  static func rows(_ bytes: [UInt8], columns: Int, rows: Int) throws -> [String] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "queqiao-\(UUID().uuidString).bytes")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(withoutErasing(bytes, columns: columns, rows: rows)).write(to: file)
    let text = try run("/usr/bin/unterm", ["-l", "\(rows)", "-c", "\(columns)", file.path])
    return text.split(separator: "\n", omittingEmptySubsequences: false).prefix(rows).map {
      trimmed(String($0))
    }
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
    text = text.replacingOccurrences(of: "\u{1B}[2J", with: "\u{1B}[H\(screenEnd)")
    text = text.replacingOccurrences(of: "\u{1B}[J", with: screenEnd)
    text = text.replacingOccurrences(of: "\u{1B}[K", with: lineEnd)
    for count in 1...max(1, columns) {
      let spaces = String(repeating: " ", count: count)
      text = text.replacingOccurrences(
        of: "\u{1B}[\(count)X", with: "\u{1B}7\u{1B}[?7l\(spaces)\u{1B}[?7h\u{1B}8")
    }
    return Array(text.utf8)
  }

  private static func run(_ path: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
