import CPseudoterminal
import Foundation

/// A program in a terminal of the test's own making.
public final class Pseudoterminal {
  public let program: Int32
  public private(set) var master: Int32
  private var seen: [UInt8] = []
  private var isOver = false

  public struct Silence: Error {
    public let waitedFor: String
    public let seen: String
  }

  /// Starts the program at `path`; its environment is this one, with changes; nil takes a variable
  /// out.
  public init(
    path: String, _ words: [String], columns: Int = 80, rows: Int = 24,
    environment: [String: String?] = [:]
  ) throws {
    var variables = ProcessInfo.processInfo.environment
    variables["TERM"] = "xterm-256color"
    variables["LC_ALL"] = "C.UTF-8"
    variables["NO_COLOR"] = nil
    variables["SWIFT_BACKTRACE"] = "enable=no"
    for (name, value) in environment { variables[name] = value }
    var arguments = ([path] + words).map { strdup($0) } + [nil]
    var settings = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + settings { free(text) } }
    master = -1
    program = pty_start(path, &arguments, &settings, Int32(columns), Int32(rows), &master)
    guard program > 0 else { throw Silence(waitedFor: path, seen: "") }
  }

  public func type(_ text: String) {
    type(Array(text.utf8))
  }

  public func type(_ bytes: [UInt8]) {
    _ = write(master, bytes, bytes.count)
  }

  /// Reads until the player has said `words`, as a title; what came before it since the last time.
  public func output(until words: String) throws -> [UInt8] {
    let sign = Array("\u{1B}]2;\(words)\u{07}".utf8)
    return try output(until: sign, called: words)
  }

  /// Reads until these bytes came.
  public func output(until sign: [UInt8], called name: String) throws -> [UInt8] {
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
  public func rest() -> [UInt8] {
    while let bytes = read(within: 10_000), !bytes.isEmpty { seen += bytes }
    return seen
  }

  /// What comes while nothing is asked of the program.
  public func output(during milliseconds: Int32) -> [UInt8] {
    let clock = ContinuousClock()
    let end = clock.now + .milliseconds(Int64(milliseconds))
    var bytes: [UInt8] = []
    while clock.now < end, let more = read(within: 50) { bytes += more }
    seen += bytes
    return bytes
  }

  private func read(within milliseconds: Int32) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = pty_read(master, &bytes, bytes.count, milliseconds)
    return count < 0 ? nil : Array(bytes.prefix(count))
  }

  /// Takes the terminal away, as a closed window does.
  public func hangUp() {
    close(master)
    master = -1
  }

  /// Waits for its end: the exit code, or 1000 and the number of the signal.
  public func outcome() -> Int32 {
    isOver = true
    return pty_outcome(program)
  }

  deinit {
    if master >= 0 { close(master) }
    // One that was waited for is gone, and its number may be another's.
    if !isOver { kill(program, SIGKILL) }
  }
}
