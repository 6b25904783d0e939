import CPseudoterminal
import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// A program run to its end.
///
/// Not Foundation's `Process`: that waits for the last copy of a socket it gives to the program,
/// and a server started by it, tmux's for one, keeps its copy for ever.
public struct Tool: Sendable {
  public let status: Int32
  public let output: String
  public let errors: String

  public struct Unstarted: Error {
    public let name: String
    public let code: Int32
  }

  /// Runs a program found on PATH, without a terminal and with no descriptor of ours.
  ///
  /// - Parameter environment: the whole of it.
  public static func run(_ words: [String], environment: [String: String]) throws -> Tool {
    let name = words.first ?? ""
    // A file, for a second pipe that nobody reads meanwhile would fill up.
    let errors = NSTemporaryDirectory() + "queqiao-\(UUID().uuidString).errors"
    defer { unlink(errors) }
    var arguments = words.map { strdup($0) } + [nil]
    var settings = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + settings { free(text) } }
    var descriptor: Int32 = -1
    let program = tool_start(&arguments, &settings, errors, &descriptor)
    guard let program = StartedProgram(program) else { throw Unstarted(name: name, code: errno) }
    defer { _ = close(descriptor) }
    let output = readAll(descriptor)
    // As a shell has it: the exit status, or 128 and the signal.
    let outcome = program.outcome()
    return Tool(
      status: outcome < 1000 ? outcome : outcome - 1000 + 128,
      output: String(decoding: output, as: UTF8.self),
      errors: (try? String(contentsOfFile: errors, encoding: .utf8)) ?? "")
  }

  private static func readAll(_ descriptor: Int32) -> [UInt8] {
    var all: [UInt8] = []
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &bytes, bytes.count)
      if count > 0 {
        all += bytes.prefix(count)
      } else if count == 0 || errno != EINTR {
        return all
      }
    }
  }

  /// Whether PATH has a program of this name.
  public static func isInstalled(_ name: String) -> Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
    }
  }
}
