import CSignal
import Foundation
import TestSupport

/// Somebody at a terminal with the real program in it: types, looks, and never waits for a time.
///
/// After every key the program's own counter is waited for (`QUEQIAO_IDLE_FILE`), which says that
/// all the keys so far are taken, what they asked for is on the disk, and the screen is drawn.
final class TerminalSession {
  let home: Home
  private let tmux: Tmux
  private let tag = UUID().uuidString.prefix(6)
  private var starts = 0
  private(set) var keys = 0

  init(
    _ home: Home, columns: Int = 80, rows: Int = 24, environment: [String: String?] = [:]
  ) throws {
    self.home = home
    var variables = home.environment
    variables["PS1"] = "shell$ "
    for (name, value) in environment { variables[name] = value }
    // Through env, so that a variable of the server's own cannot slip in.
    let settings = variables.map { "\($0)=\($1)" }
    let term = variables["TERM"] == nil ? ["TERM=tmux-256color"] : []
    tmux = try Tmux(
      home, columns: columns, rows: rows, environment: [:],
      command: ["env", "-i"] + settings + term + ["/bin/sh", "-i"])
  }

  private var launch: String { "\(tag)-\(starts)" }

  /// Starts the program from the shell in the pane; its modes before and after are kept.
  func start(_ words: [String]) throws {
    starts += 1
    keys = 0
    let program = BuiltProgram.path("queqiao")
    let quoted = words.map { "'\($0)'" }.joined(separator: " ")
    try home.write(
      """
      export QUEQIAO_IDLE_FILE='\(home.path("idle-\(launch)"))'
      stty -g > 'before-\(launch)'
      sh -c 'echo $$ > "$0"; exec "$@"' 'process-\(launch)' '\(program)' \(quoted)
      echo $? > 'status-\(launch)'
      stty -g > 'after-\(launch).part'
      mv 'after-\(launch).part' 'after-\(launch)'

      """, to: "open-\(launch)")
    try tmux.run(["send-keys", "-l", "--", "clear; sh open-\(launch)"])
    try tmux.run(["send-keys", "Enter"])
  }

  /// Starts the desk and waits for its first screen.
  func open(_ words: String...) throws {
    try start(words)
    try settle()
  }

  // MARK: Keys

  /// Types text, then presses keys by tmux's names for them.
  func type(_ text: String, then names: String...) throws {
    var words: [String] = []
    if !text.isEmpty { words += ["send-keys", "-l", "--", text] }
    for name in names { words += (words.isEmpty ? [] : [";"]) + ["send-keys", name] }
    try tmux.run(words)
    keys += text.count + names.count
    try settle()
  }

  func press(_ names: String...) throws {
    for name in names { try type("", then: name) }
  }

  /// Sends bytes as they are, which make so many keys; each piece is written by itself.
  func send(_ pieces: [UInt8]..., keys count: Int) throws {
    let words = pieces.map { ["send-keys", "-H"] + $0.map { String($0, radix: 16) } }
    try tmux.run(Array(words.joined(separator: [";"])))
    keys += count
    try settle()
  }

  /// Pastes in brackets, as a terminal does.
  func paste(_ text: String) throws {
    try home.write(text, to: "paste")
    try tmux.run(["load-buffer", home.path("paste"), ";", "paste-buffer", "-p"])
    keys += 1
    try settle()
  }

  /// Clicks on the second cell of the words, where they stand.
  func click(_ words: String) throws {
    let screen = try see(words)
    guard let place = screen.place(of: words) else { return }
    let press = "\u{1B}[<0;\(place.column + 2);\(place.row + 1)"
    try send(Array("\(press)M\(press)m".utf8), keys: 1)
  }

  /// Keys for the shell, when the program is stopped or gone.
  func tellShell(_ line: String) throws {
    try tmux.run(["send-keys", "-l", "--", line, ";", "send-keys", "Enter"])
  }

  /// Keys that nobody waits for.
  func pour(_ text: String) throws {
    try tmux.run(["send-keys", "-H"] + text.utf8.map { String($0, radix: 16) })
  }

  /// Keys that the program does not live to count.
  func pressLast(_ name: String) throws { try tmux.run(["send-keys", name]) }

  func resize(columns: Int, rows: Int, settling: Bool = true) throws {
    try tmux.run(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
    if settling { try settle(at: (columns, rows)) }
  }

  /// Takes the terminal away.
  func hangUp() throws { try tmux.run(["respawn-pane", "-k", "sleep 1000"]) }

  // MARK: Looking

  var screen: Screen { Screen((try? tmux.run(["capture-pane", "-p"])) ?? "") }

  /// The screen with its colours and attributes as escape sequences.
  var styledScreen: String { (try? tmux.run(["capture-pane", "-p", "-e"])) ?? "" }

  /// Waits until all these words are on the screen.
  @discardableResult
  func see(_ words: String...) throws -> Screen {
    try see("\(words)") { screen in words.allSatisfy(screen.shows) }
  }

  @discardableResult
  func see(_ wanted: String, where isIt: (Screen) -> Bool) throws -> Screen {
    try Patience.until(wanted, screen: { "\(screen)" }) {
      let screen = screen
      return isIt(screen) ? screen : nil
    }
  }

  /// Waits until every key is taken and done, and the window has this size.
  func settle(at size: (columns: Int, rows: Int)? = nil) throws {
    let wanted = "key \(keys)" + (size.map { " at \($0.columns)×\($0.rows)" } ?? "")
    try Patience.until(wanted, screen: { "\(screen)\n\(idleLine ?? "no counter")" }) {
      if let status {
        throw Unseen(wanted: "a live program; it ended: \(status)", screen: "\(screen)")
      }
      let numbers = (idleLine ?? "").split { !$0.isNumber }.compactMap { Int($0) }
      guard numbers.count == 3, numbers[0] >= keys else { return false }
      return size.map { numbers[1] == $0.columns && numbers[2] == $0.rows } ?? true
    }
  }

  private var idleLine: String? { home.text("idle-\(launch)") }

  /// What the window is called.
  func title() throws -> String { try tmux.fact("pane_title") }

  func nameWindow(_ title: String) throws { try tmux.run(["select-pane", "-T", title]) }

  var hasAlternateScreen: Bool { (try? tmux.fact("alternate_on")) == "1" }

  // MARK: The process

  /// The exit status as the shell tells it; nil while it runs.
  var status: Int32? { home.text("status-\(launch)").flatMap { Int32($0.filter(\.isNumber)) } }

  var process: pid_t? { home.text("process-\(launch)").flatMap { pid_t($0.filter(\.isNumber)) } }

  func signal(_ number: Int32) throws {
    let code = try ask(number)
    guard code == 0 else { throw Unseen(wanted: "a process to signal", screen: "\(code)") }
  }

  /// Signals the program in the pane, and nothing that is not there; an errno where it did not.
  private func ask(_ number: Int32) throws -> Int32 {
    guard let process else { throw Unseen(wanted: "a process", screen: "\(screen)") }
    return csignal_in_session(process, tmux.leader, number)
  }

  /// Waits for the end.
  ///
  /// - Returns: the status, and whether the terminal is as it was before.
  func ending() throws -> (status: Int32, isRestored: Bool) {
    try Patience.until("the end", screen: { "\(screen)" }) {
      guard let status, let after = home.text("after-\(launch)") else { return nil }
      return (status, after == home.text("before-\(launch)") && !hasAlternateScreen)
    }
  }

  /// Waits until the process is no more, whoever was to tell of it.
  func vanishing() throws {
    // No longer there, or its number is another's already.
    try Patience.until("no process") { [ESRCH, EPERM].contains(try ask(0)) }
  }
}
