import CPseudoterminal
import Foundation

/// A program in a terminal of the test's own making.
public final class Pseudoterminal {
  /// Starts a program on a new terminal of `columns` and `rows`; its number, or -1 and `errno`.
  typealias Start = (Words, Words, Int32, Int32, inout Int32, inout UInt32) -> Int32
  typealias Words = [UnsafeMutablePointer<CChar>?]

  public private(set) var master: Int32
  /// The terminal's local modes before the program was started.
  public let modesBefore: UInt32
  private let child: StartedProgram
  private var seen: [UInt8] = []

  public var program: Int32 { child.number }

  public struct Silence: Error {
    public let waitedFor: String
    public let seen: String
  }

  /// Starts the program at `path`.
  ///
  /// - Parameter environment: added to what every program gets here, which is nothing of who runs the
  ///   tests; nil takes a variable out.
  public convenience init(
    path: String, _ words: [String], columns: Int = 80, rows: Int = 24,
    environment: [String: String?] = [:]
  ) throws {
    try self.init(
      path: path, words, columns: columns, rows: rows, environment: environment,
      start: Self.startReally)
  }

  init(
    path: String, _ words: [String], columns: Int, rows: Int, environment: [String: String?],
    start: Start
  ) throws {
    var variables = Self.environment
    for (name, value) in environment { variables[name] = value }
    let arguments = ([path] + words).map { strdup($0) } + [nil]
    let settings = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + settings { free(text) } }
    var side: Int32 = -1
    var modes: UInt32 = 0
    // What a start that failed leaves behind is nobody's number.
    guard
      let child = StartedProgram(
        start(arguments, settings, Int32(columns), Int32(rows), &side, &modes))
    else { throw Self.missing(errno) }
    self.child = child
    master = side
    modesBefore = modes
  }

  private static func startReally(
    _ arguments: Words, _ settings: Words, _ columns: Int32, _ rows: Int32, _ side: inout Int32,
    _ modes: inout UInt32
  ) -> Int32 {
    var (arguments, settings) = (arguments, settings)
    return pty_start(arguments[0], &arguments, &settings, columns, rows, &side, &modes)
  }

  private static var environment: [String: String] {
    let own = ProcessInfo.processInfo.environment
    var variables = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no",
      "PATH": own["PATH"] ?? "/usr/bin:/bin",
    ]
    // Where the toolchain's libraries are, if somebody had to say so.
    variables["LD_LIBRARY_PATH"] = own["LD_LIBRARY_PATH"]
    return variables
  }

  private static func missing(_ code: Int32) -> Missing {
    Missing(
      "no pseudo-terminal can be opened here (\(String(cString: strerror(code))))",
      "mount devpts on /dev/pts, or close some of those that are open")
  }

  /// - Throws: what is missing where no terminal can be made.
  public static func check() throws {
    let code = pty_obstacle()
    if code != 0 { throw missing(code) }
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

  public func signal(_ signal: Int32) throws { try child.signal(signal) }

  /// Waits for its end: the exit code, or 1000 and the number of the signal.
  public func outcome() -> Int32 { child.outcome() }

  deinit {
    if master >= 0 { close(master) }
  }
}
