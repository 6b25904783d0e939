public import Foundation

/// A program run to its end.
public struct Tool: Sendable {
  public let status: Int32
  public let output: String
  public let errors: String

  /// Runs a program found on PATH, without a terminal.
  ///
  /// - Parameter environment: the whole of it; nil is this process's own.
  public static func run(
    _ words: [String], environment: [String: String]? = nil, in folder: URL? = nil
  ) throws -> Tool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.environment = environment
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    // A file, for a second pipe that nobody reads meanwhile would fill up.
    let errors = FileManager.default.temporaryDirectory.appendingPathComponent(
      "queqiao-\(UUID().uuidString).errors")
    _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
    defer { try? FileManager.default.removeItem(at: errors) }
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Tool(
      status: process.terminationStatus, output: String(decoding: data, as: UTF8.self),
      errors: (try? String(contentsOf: errors, encoding: .utf8)) ?? "")
  }

  /// Whether PATH has a program of this name.
  public static func isInstalled(_ name: String) -> Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
    }
  }
}
