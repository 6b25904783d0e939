import CPseudoterminal
import Foundation
import TestSupport

/// A program in a terminal of our own, which answers like one.
final class Sitting {
  private let child: StartedProgram
  var program: pid_t { child.number }
  let started: Double
  private let master: Int32
  private let answers: Bool
  /// What came since it was last taken.
  private(set) var bytes: [UInt8] = []
  private(set) var first = Double.nan
  private(set) var last = Double.nan
  private(set) var hasEnded = false
  private var room = [UInt8](repeating: 0, count: 1 << 16)

  /// - Parameter answers: whether questions for the cursor's place are answered, as narrow.
  init(
    _ words: [String], answers: Bool = true, columns: Int32 = 120, rows: Int32 = 40,
    environment: [String: String] = [:]
  ) throws {
    var variables = ProcessInfo.processInfo.environment
    variables["TERM"] = "xterm-256color"
    variables["LC_ALL"] = "C.UTF-8"
    variables["QUEQIAO_LANG"] = "zh"
    variables["NO_COLOR"] = nil
    variables.merge(environment) { _, new in new }
    self.answers = answers
    var arguments = words.map { strdup($0) } + [nil]
    var settings = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + settings { free(text) } }
    var side: Int32 = -1
    var modes: UInt32 = 0
    started = milliseconds()
    let number = pty_start(words[0], &arguments, &settings, columns, rows, &side, &modes)
    guard let child = StartedProgram(number) else {
      throw BenchFailure("no terminal for \(words[0]): \(String(cString: strerror(errno)))")
    }
    self.child = child
    master = side
  }

  deinit { _ = close(master) }

  func forget() {
    bytes.removeAll(keepingCapacity: true)
    first = .nan
    last = .nan
  }

  func type(_ keys: [UInt8]) { _ = write(master, keys, keys.count) }

  /// Reads what comes within so many milliseconds.
  ///
  /// - Returns: whether anything came.
  @discardableResult
  func read(within wait: Int32) -> Bool {
    let got = pty_read(master, &room, room.count, wait)
    guard got > 0 else {
      hasEnded = got < 0
      return false
    }
    last = milliseconds()
    if first.isNaN { first = last }
    bytes += room[..<got]
    if answers, room[..<got].contains("\u{1B}[6n") { type(Array("\u{1B}[2;3R".utf8)) }
    return true
  }

  /// Reads until these words have come and nothing more comes for a while.
  func read(until words: String, quiet: Int32 = 20) throws {
    let end = milliseconds() + 60_000
    var isThere = false
    while milliseconds() < end, !hasEnded {
      let came = read(within: quiet)
      if !isThere { isThere = bytes[...].contains(words) }
      if isThere, !came { return }
    }
    throw BenchFailure("no \(words) in: \(String(decoding: bytes.suffix(2000), as: UTF8.self))")
  }

  /// Reads until nothing comes for so long.
  func settle(_ quiet: Int32) { while read(within: quiet) {} }

  func readToEnd() { while !hasEnded { read(within: 1000) } }

  func end() {
    try? child.signal(SIGTERM)
    readToEnd()
    child.outcome()
  }
}

extension ArraySlice<UInt8> {
  func contains(_ words: String) -> Bool { Data(self).range(of: Data(words.utf8)) != nil }
}

/// What the kernel knows about a process.
struct ProcessFacts {
  /// Ticks of user and system time, a hundredth of a second each.
  let ticks: Int
  /// Times a thread gave up the processor to wait, over all threads.
  let waits: Int
  /// The most memory that was ever resident, in megabytes.
  let peak: Double
  /// The memory that is resident now, in megabytes.
  let resident: Double

  init(_ process: pid_t) {
    let folder = "/proc/\(process)"
    let text = { (path: String) in (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }
    let stat = text(folder + "/stat")
    let fields = stat.drop { $0 != ")" }.split(separator: " ")
    ticks = fields.count > 13 ? (Int(fields[12]) ?? 0) + (Int(fields[13]) ?? 0) : 0
    let status = text(folder + "/status")
    let number = { (text: String, key: String) -> Int in
      let line = text.split(separator: "\n").first { $0.hasPrefix(key + ":") }
      return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }
    peak = Double(number(status, "VmHWM")) / 1024
    resident = Double(number(status, "VmRSS")) / 1024
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/task")) ?? []
    waits = threads.reduce(0) {
      $0 + number(text("\(folder)/task/\($1)/status"), "voluntary_ctxt_switches")
    }
  }
}
