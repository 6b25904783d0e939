import Foundation
import Testing

extension `The real program in a real terminal` {
  @Suite struct `Ways out` {
    let home: Home
    let desk: TerminalSession

    init() throws {
      home = try Home()
      desk = try TerminalSession(home)
    }

    @Test func `Ctrl-Q leaves the terminal as it was`() throws {
      try desk.open("desk")
      #expect(desk.hasAlternateScreen)
      try desk.press("Escape", "Escape")
      try desk.pressLast("C-q")
      let ending = try desk.ending()
      #expect(ending.status == 0)
      #expect(ending.isRestored)
    }

    @Test func `Ctrl-C asks first`() throws {
      try desk.open("--lang", "en", "desk")
      try desk.press("C-c")
      try desk.see("Quit?")
      try desk.press("n")
      try desk.press("C-c")
      try desk.pressLast("Enter")
      let ending = try desk.ending()
      #expect(ending.status == 0)
      #expect(ending.isRestored)
    }

    /// Those that ask it to leave, and those that only come from a fault.
    @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV, SIGABRT, SIGBUS, SIGILL, SIGTRAP])
    func `a signal ends it and the terminal is as it was`(number: Int32) throws {
      try desk.open("desk")
      try desk.signal(number)
      let ending = try desk.ending()
      #expect(ending.isRestored)
      #expect(ending.status == 128 + number)
    }

    @Test func `the window has its own title again, stopped or ended`() throws {
      try desk.nameWindow("door laptop")
      try desk.open("--lang", "en", "desk")
      #expect(try desk.title() == "鹊桥 Queqiao")
      try desk.pressLast("C-z")
      try desk.see("the shell") { _ in !desk.hasAlternateScreen }
      try Patience.until("the old title") { try desk.title() == "door laptop" }
      try desk.tellShell("fg")
      try Patience.until("our title") { try desk.title() == "鹊桥 Queqiao" }
      try desk.signal(SIGTERM)
      #expect(try desk.ending().status == 143)
      #expect(try desk.title() == "door laptop")
    }

    @Test func `Ctrl-Z gives the shell its terminal, and fg comes back`() throws {
      try desk.open("--lang", "en", "desk")
      let before = try desk.see("Welcome to Queqiao")
      try desk.pressLast("C-z")
      try desk.see("the shell") { _ in !desk.hasAlternateScreen }
      try desk.tellShell("stty -g > stopped.part; mv stopped.part stopped")
      try Patience.until("the shell's answer") { home.text("stopped") != nil }
      let first = try #require(home.folder.before())
      #expect(home.text("stopped") == first)
      try desk.tellShell("fg")
      try desk.see("the same screen") { $0 == before }
      try desk.press("F12")
      try desk.see("欢迎使用鹊桥")
    }

    @Test func `a stop that was sent to it stops nobody else`() throws {
      try desk.open("--lang", "en", "desk")
      let before = try desk.see("Welcome to Queqiao")
      let process = try #require(desk.process)
      try desk.signal(SIGTSTP)
      try Patience.until("the stop") { try ProcessState(process).letter == "T" }
      #expect(!desk.hasAlternateScreen)
      // The script that started it waits for it.
      #expect(try ProcessState(ProcessState(process).parent).letter == "S")
      try desk.signal(SIGCONT)
      try desk.see("the same screen") { $0 == before }
      try desk.press("F12")
      try desk.see("欢迎使用鹊桥")
    }

    @Test func `a window that changed while it was stopped is drawn anew`() throws {
      try desk.open("--lang", "en", "desk")
      try desk.pressLast("C-z")
      try desk.see("the shell") { _ in !desk.hasAlternateScreen }
      try desk.resize(columns: 120, rows: 40, settling: false)
      try desk.tellShell("fg")
      try desk.settle(at: (120, 40))
      try desk.see("all of it") { $0.rows.last?.contains("F1") == true && $0.rows.count >= 40 }
    }

    @Test func `a hang-up leaves no process behind`() throws {
      try desk.open("desk")
      try desk.hangUp()
      try desk.vanishing()
    }
  }
}

/// What the kernel tells of a process (proc(5)).
private struct ProcessState {
  let letter: Substring
  let parent: pid_t

  init(_ process: pid_t) throws {
    let stat = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    let fields = try #require(stat.split(separator: ")").last).split(separator: " ")
    letter = try #require(fields.first)
    parent = try #require(pid_t(fields[1]))
  }
}

extension URL {
  /// The modes of the terminal before the program was started.
  fileprivate func before() -> String? {
    let files = try? FileManager.default.contentsOfDirectory(
      at: self, includingPropertiesForKeys: nil)
    let file = files?.first { $0.lastPathComponent.hasPrefix("before-") }
    return file.flatMap { try? String(contentsOf: $0, encoding: .utf8) }
  }
}
