import Foundation
import TestSupport

/// A tmux server of the test's own with one pane, which nobody else can reach.
final class Tmux {
  private let home: Home
  private let name: String
  /// The shell in the pane as it was started: the leader of the session that everything in it is in.
  private(set) var leader: pid_t = 0

  /// - Parameter command: what runs in the pane.
  init(
    _ home: Home, columns: Int, rows: Int, environment: [String: String], command: [String]
  ) throws {
    try Missing.check(program: "tmux", package: "tmux")
    try Pseudoterminal.check()
    self.home = home
    name = "t\(UUID().uuidString.prefix(6))"
    let settings = """
      set -g default-terminal tmux-256color
      set -g status off
      set -g escape-time 0
      set -g exit-empty off
      set -g remain-on-exit on
      set -g history-limit 0
      """
    try home.write(settings, to: "\(name).conf")
    var words = ["-f", home.path("\(name).conf"), "new-session", "-d"]
    words += ["-x", "\(columns)", "-y", "\(rows)", "-c", home.folder.path]
    for (name, value) in environment.sorted(by: { $0.key < $1.key }) {
      words += ["-e", "\(name)=\(value)"]
    }
    try run(words + command)
    let said = try fact("pane_pid")
    guard let number = pid_t(said), number > 1 else {
      throw Unseen(wanted: "the number of the shell in the pane", screen: said)
    }
    leader = number
  }

  deinit { _ = try? run(["kill-server"]) }

  @discardableResult
  func run(_ words: [String]) throws -> String {
    let tool = try Tool.run(["tmux", "-u", "-L", name] + words, environment: home.environment)
    guard tool.status == 0 else {
      throw Unseen(wanted: "tmux \(words.prefix(3))", screen: tool.errors)
    }
    return tool.output
  }

  /// One of tmux's own facts about the pane, as in `pane_pid`.
  func fact(_ name: String) throws -> String {
    try run(["display-message", "-p", "#{\(name)}"]).filter { !$0.isNewline }
  }
}
