import Foundation
import TestSupport

/// An evening of a hundred and a hundred in a file of its own, made by commands.
struct Evening {
  let home: Home
  let code = "QX"

  /// - Returns: once everybody is registered.
  init(_ home: Home) throws {
    self.home = home
    let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../data/sample/roster.csv").standardized
    _ = try run("member", "import", sample.path)
    // The evening is today where the hall is.
    let today = Date(timeIntervalSinceNow: 8 * 3600).ISO8601Format().prefix(10)
    _ = try run("event", "create", code, "--title", "七夕联谊", "--date", String(today))
    let rows = try String(contentsOf: sample, encoding: .utf8).split(whereSeparator: \.isNewline)
      .dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let guests = ["男", "女"].flatMap { sex in rows.filter { $0[2] == sex }.prefix(100) }
    try home.write(
      (["number"] + guests.map { String($0[0]) }).joined(separator: "\n") + "\n", to: "guests.csv")
    _ = try run("event", "register", code, "--from", home.path("guests.csv"))
  }

  @discardableResult
  func run(_ words: String...) throws -> String {
    let tool = try Tool.run(
      [BuiltProgram.path("queqiao")] + words, environment: home.environment)
    guard tool.status == 0 else {
      throw Unseen(wanted: "\(words)", screen: tool.output + tool.errors)
    }
    return tool.output
  }

  /// The rows of a command that lists, by the names of its columns.
  func rows(_ words: String...) throws -> [[String: String]] {
    let tool = try Tool.run(
      [BuiltProgram.path("queqiao")] + words + ["--format", "csv"], environment: home.environment)
    let lines = tool.output.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard tool.status == 0, let head = lines.first else {
      throw Unseen(wanted: "\(words)", screen: tool.output + tool.errors)
    }
    return lines.dropFirst().map { Dictionary(zip(head, $0)) { first, _ in first } }
  }

  /// Who is how, by badge.
  func guests() throws -> [String: String] {
    let rows = try rows("checkin", code, "--list")
    return Dictionary(rows.map { ($0["badge"] ?? "", $0["status"] ?? "") }) { first, _ in first }
  }

  func desk(_ words: String...) throws -> TerminalSession {
    let desk = try TerminalSession(home)
    try desk.start(["--lang", "zh", "desk", "--event", code] + words)
    try desk.settle()
    return desk
  }

  func wall() throws -> TerminalSession {
    let wall = try TerminalSession(home, columns: 40, rows: 12)
    try wall.open("--lang", "en", "screen", code)
    return wall
  }
}
