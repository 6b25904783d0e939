import Foundation
import TestSupport
import Testing

/// A fresh home folder, gone with the test.
final class Home: Sendable {
  private let own: TemporaryFolder
  var folder: URL { URL(fileURLWithPath: own.path) }

  // The address of a socket in it, tmux's, has 108 bytes at most.
  init() throws { own = try TemporaryFolder(longest: 70) }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
  var store: String { path("data/queqiao/store.sqlite") }
  var sample: String { path("data/queqiao/sample.sqlite") }

  /// What every program in this home is told: nothing of who runs the tests.
  var environment: [String: String] {
    [
      "HOME": folder.path, "USER": "tester", "SHELL": "/bin/sh", "LC_ALL": "C.UTF-8",
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "XDG_DATA_HOME": path("data"), "XDG_STATE_HOME": path("state"),
      "TMUX_TMPDIR": folder.path, "TZ": "Asia/Shanghai", "SWIFT_BACKTRACE": "enable=no",
    ]
  }

  /// Runs a subcommand without a terminal.
  func queqiao(_ words: String...) throws -> Tool {
    try Tool.run([BuiltProgram.path("queqiao")] + words, environment: environment)
  }

  /// One with the sample evening in it.
  static func withSample() throws -> Home {
    let home = try Home()
    try FileManager.default.createDirectory(
      at: URL(fileURLWithPath: home.sample).deletingLastPathComponent(),
      withIntermediateDirectories: true)
    try MadeSample.shared.get().copy(to: home)
    return home
  }

  /// Has something done to the sample evening, which must succeed.
  func run(_ words: String...) throws {
    let tool = try Tool.run(
      [BuiltProgram.path("queqiao"), "--store", sample] + words, environment: environment)
    #expect(tool.status == 0, "\(words) \(tool.output)")
  }

  /// What the file says; nil while there is none.
  func text(_ name: String) -> String? {
    try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }
}
