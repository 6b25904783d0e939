import CPseudoterminal
import Foundation

/// The `frameplayer` in a terminal of the test's own making.
final class Pseudoterminal {
  let program: pid_t
  private(set) var master: Int32
  private var seen: [UInt8] = []
  private var isOver = false

  struct Silence: Error {
    let waitedFor: String
    let seen: String
  }

  /// Starts the player; its environment is this one, with changes; nil takes a variable out.
  init(
    _ words: [String], columns: Int = 80, rows: Int = 24, environment: [String: String?] = [:]
  ) throws {
    var variables = ProcessInfo.processInfo.environment
    variables["TERM"] = "xterm-256color"
    variables["LC_ALL"] = "C.UTF-8"
    variables["NO_COLOR"] = nil
    variables["SWIFT_BACKTRACE"] = "enable=no"
    for (name, value) in environment { variables[name] = value }
    let path = Self.player
    var arguments = ([path] + words).map { strdup($0) } + [nil]
    var settings = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + settings { free(text) } }
    master = -1
    program = pty_start(path, &arguments, &settings, Int32(columns), Int32(rows), &master)
    guard program > 0 else { throw Silence(waitedFor: path, seen: "") }
  }

  /// Beside the tests' own program, wherever that was built.
  static let player: String = {
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    for start in [program, URL(fileURLWithPath: CommandLine.arguments[0])] {
      let path = start.deletingLastPathComponent().appendingPathComponent("frameplayer").path
      if FileManager.default.isExecutableFile(atPath: path) { return path }
    }
    return "frameplayer"
  }()

  func type(_ text: String) {
    type(Array(text.utf8))
  }

  func type(_ bytes: [UInt8]) {
    _ = write(master, bytes, bytes.count)
  }

  /// Reads until the player has said `words`, as a title; what came before it since the last time.
  func output(until words: String) throws -> [UInt8] {
    let sign = Array("\u{1B}]2;\(words)\u{07}".utf8)
    return try output(until: sign, called: words)
  }

  /// Reads until these bytes came.
  func output(until sign: [UInt8], called name: String) throws -> [UInt8] {
    while true {
      if let range = seen.firstRange(of: sign) {
        let before = Array(seen[..<range.lowerBound])
        seen.removeSubrange(..<range.upperBound)
        return before
      }
      guard let bytes = read(within: 10_000), !bytes.isEmpty else {
        throw Silence(waitedFor: name, seen: String(decoding: seen.suffix(400), as: UTF8.self))
      }
      seen += bytes
    }
  }

  /// Everything up to the end of the program.
  func rest() -> [UInt8] {
    while let bytes = read(within: 10_000), !bytes.isEmpty { seen += bytes }
    return seen
  }

  private func read(within milliseconds: Int32) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = pty_read(master, &bytes, bytes.count, milliseconds)
    return count < 0 ? nil : Array(bytes.prefix(count))
  }

  /// Takes the terminal away, as a closed window does.
  func hangUp() {
    close(master)
    master = -1
  }

  /// Waits for its end: the exit code, or 1000 and the number of the signal.
  func outcome() -> Int32 {
    isOver = true
    return pty_outcome(program)
  }

  deinit {
    if master >= 0 { close(master) }
    // One that was waited for is gone, and its number may be another's.
    if !isOver { kill(program, SIGKILL) }
  }
}
