import Foundation
import TestSupport

/// What a run of the program left: its exit status as a shell tells it, and its words.
struct Ran: Sendable {
  let status: Int32
  let output: String
  let errors: String

  /// The result's lines; CSV ends them in CRLF.
  var lines: [String] { output.split(whereSeparator: \.isNewline).map(String.init) }
  var head: String { lines.first ?? "" }
}

/// An organizer's home folder with a store of its own, and the built program.
final class Home: Sendable {
  private let own: TemporaryFolder
  var folder: String { own.path }

  /// - Parameter isForOthers: other users of this machine can enter it.
  init(isForOthers: Bool = false) throws {
    own = try TemporaryFolder(isForOthers: isForOthers)
  }

  /// A copy of a home somebody prepared; quicker than running all its commands again.
  init(copyOf other: Home) throws { own = try TemporaryFolder(copyOf: other.own) }

  var store: String { folder + "/store.sqlite" }

  static let program = BuiltProgram.path("queqiao")

  var environment: [String: String] {
    [
      "HOME": folder, "QUEQIAO_STORE": store, "QUEQIAO_LANG": "en", "LANG": "C.UTF-8",
      "TZ": "Asia/Shanghai", "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "",
    ]
  }

  /// - Parameter changes: to the environment; nil takes a variable away.
  func begin(
    _ words: [String], input: String? = nil, changes: [String: String?] = [:]
  ) throws -> Running {
    try Running(
      program: Home.program, words, environment: environment.merging(changes), in: self,
      input: input)
  }

  @discardableResult
  func run(
    _ words: String..., input: String? = nil, changes: [String: String?] = [:]
  ) throws -> Ran {
    try begin(words, input: input, changes: changes).end()
  }

  @discardableResult
  func run(_ words: [String]) throws -> Ran { try begin(words).end() }

  /// A line for the shell, in which `queqiao` is the built program.
  func shell(_ line: String) throws -> Ran {
    let line = "queqiao() { \"\(Home.program)\" \"$@\"; }\n" + line
    return try Running(
      program: "/bin/bash", ["-c", line], environment: environment, in: self, input: nil
    ).end()
  }

  func write(_ text: String, to name: String) throws {
    try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
  }

  func text(of name: String) throws -> String {
    try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
  }

  /// An event `QX` with so many men and women registered.
  func makeEvening(men: Int, women: Int, _ options: String...) throws {
    var roster = "编号,姓名,性别,手机\r\n"
    var list = "member\r\n"
    for place in 0..<men + women {
      let isMan = place < men
      roster += "T\(1_000 + place),\(isMan ? "王" : "李")氏\(place),\(isMan ? "男" : "女"),"
      roster += "138000\(10_000 + place)\r\n"
      list += "T\(1_000 + place)\r\n"
    }
    try write(roster, to: "roster.csv")
    try write(list, to: "list.csv")
    try run("member", "import", "roster.csv")
    let words = ["event", "create", "QX", "--title", "七夕", "--date", "2026-08-19"] + options
    _ = try begin(words).end()
    try run("event", "register", "QX", "--from", "list.csv")
  }
}

extension [String: String] {
  fileprivate func merging(_ changes: [String: String?]) -> Self {
    var merged = self
    for (name, value) in changes { merged[name] = value }
    return merged
  }
}

/// The program while it runs.
final class Running {
  /// Its folder is there as long as the program may look at it.
  private let home: Home
  private let running = Process()
  private let output = Pipe()
  private let errors: URL
  private let input = Pipe()
  private var read = Data()

  init(
    program: String, _ words: [String], environment: [String: String], in home: Home,
    input text: String?
  ) throws {
    self.home = home
    let folder = home.folder
    // A file, for a second pipe that nobody reads meanwhile would fill up.
    errors = URL(fileURLWithPath: "\(folder)/\(UUID().uuidString).errors")
    _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
    running.executableURL = URL(fileURLWithPath: program)
    running.arguments = words
    running.environment = environment
    running.currentDirectoryURL = URL(fileURLWithPath: folder)
    running.standardOutput = output
    running.standardError = try FileHandle(forWritingTo: errors)
    if text == nil {
      running.standardInput = FileHandle.nullDevice
    } else {
      running.standardInput = input
    }
    try running.run()
    if let text, !text.isEmpty { try say(text) }
    if text?.isEmpty == false { try hush() }
  }

  /// Types into the program's standard input; only where it was begun with an empty one.
  func say(_ text: String) throws {
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
  }

  func hush() throws { try input.fileHandleForWriting.close() }

  /// The next whole line of the result; nil at its end.
  func line() -> String? {
    while true {
      if let end = read.firstIndex(of: 10) {
        let line = String(decoding: read[read.startIndex..<end], as: UTF8.self)
        read = Data(read[read.index(after: end)...])
        return line.hasSuffix("\r") ? String(line.dropLast()) : line
      }
      let piece = output.fileHandleForReading.availableData
      if piece.isEmpty { return nil }
      read += piece
    }
  }

  var process: pid_t { running.processIdentifier }

  /// Nothing is signalled where it has ended by itself.
  func kill(_ signal: Int32 = SIGKILL) { try? StartedProgram.signal(process, signal) }

  func end() throws -> Ran {
    let rest = output.fileHandleForReading.readDataToEndOfFile()
    running.waitUntilExit()
    defer { try? FileManager.default.removeItem(at: errors) }
    return Ran(
      status: running.terminationStatus + (running.terminationReason == .exit ? 0 : 128),
      output: String(decoding: read + rest, as: UTF8.self),
      errors: (try? String(contentsOf: errors, encoding: .utf8)) ?? "")
  }
}
