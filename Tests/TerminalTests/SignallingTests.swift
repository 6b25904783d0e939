import CPseudoterminal
import CSignal
import Foundation
import Testing

@testable import TestSupport

/// Always with signal 0, which only asks: were the rule broken, nobody would be hurt by its test.
@Suite struct `Who may be signalled` {
  @Test(arguments: [0, 1, -1, -2, -300, .min, .min + 1] as [pid_t])
  func `no number that stands for others, nor the system's first process`(number: pid_t) {
    #expect(csignal_child(number, 0) == EINVAL)
    #expect(csignal_in_session(number, getsid(0), 0) == EINVAL)
    #expect(csignal_in_session(getpid(), number, 0) == EINVAL)
    #expect(StartedProgram(number) == nil)
    #expect(throws: StartedProgram.Unsignalled(number: number, code: EINVAL)) {
      try StartedProgram.signal(number, 0)
    }
    #expect(pty_outcome(number) == -1)
  }

  @Test func `no process that is not a child: oneself, the parent, one that never was`() {
    for number in [getpid(), getppid(), .max] where number > 1 {
      #expect(csignal_child(number, 0) == ECHILD)
    }
  }

  @Test func `a child as long as it lives, and not once it was waited for`() throws {
    let cat = try Pseudoterminal(path: "/bin/cat", [])
    #expect(csignal_child(cat.program, 0) == 0)
    // Before it echoes the terminal may not be its own yet, and hanging that up ends nobody.
    cat.type("x\n")
    _ = try cat.output(until: Array("x".utf8), called: "the echo")
    cat.hangUp()
    // Ended, and nobody waited for it yet: the number is still its own.
    while csignal_child(cat.program, 0) == 0 { usleep(1_000) }
    #expect(csignal_child(cat.program, 0) == ESRCH)
    #expect(cat.outcome() == 1000 + SIGHUP)
    #expect(csignal_child(cat.program, 0) == ECHILD)
    #expect(throws: StartedProgram.Unsignalled.self) { try cat.signal(0) }
    #expect(cat.outcome() == 1000 + SIGHUP)
  }

  @Test func `a process by its session only where it is in that session, and not in one's own`()
    throws
  {
    let cat = try Pseudoterminal(path: "/bin/cat", [])
    let other = try Pseudoterminal(path: "/bin/cat", [])
    // Once it echoes it has a session of its own.
    for one in [cat, other] {
      one.type("x\n")
      _ = try one.output(until: Array("x".utf8), called: "the echo")
    }
    try #require(getsid(cat.program) == cat.program)
    #expect(csignal_in_session(cat.program, cat.program, 0) == 0)
    #expect(csignal_in_session(cat.program, other.program, 0) == EPERM)
    #expect(csignal_in_session(getpid(), cat.program, 0) == EPERM)
    #expect(csignal_in_session(getpid(), getsid(0), 0) == (getsid(0) > 1 ? EPERM : EINVAL))
    #expect(csignal_in_session(.max, cat.program, 0) == ESRCH)
  }

  /// The tests have no terminal of a shell's on this descriptor.
  @Test func `no group of one's own where there is no job of a shell's`() throws {
    let cat = try Pseudoterminal(path: "/bin/cat", [])
    #expect(csignal_own_job(cat.master, 0) == EPERM)
    #expect(csignal_own_job(-1, 0) == EPERM)
  }

  /// What a start leaves behind that failed. A bystander lives on.
  @Test(arguments: [-1, 0, 1, -7] as [pid_t])
  func `a terminal that could not be had ends nobody`(number: pid_t) throws {
    let bystander = try Pseudoterminal(path: "/bin/cat", [])
    let missing = #expect(throws: Missing.self) {
      try Pseudoterminal(path: "/bin/true", [], columns: 80, rows: 24, environment: [:]) {
        _, _, _, _, _, _ in
        errno = ENOSPC
        return number
      }
    }
    #expect(missing?.description.contains(String(cString: strerror(ENOSPC))) == true)
    #expect(missing?.description.contains("/dev/pts") == true)
    bystander.type("still here\n")
    _ = try bystander.output(until: Array("still here".utf8), called: "the bystander")
  }

  @Test func `nothing else in this package signals a number`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../..").standardized
    var looked = 0
    for folder in ["Sources", "Tests"] {
      let files = FileManager.default.enumerator(
        at: root.appendingPathComponent(folder), includingPropertiesForKeys: nil)
      for case let file as URL in files ?? .init()
      where ["swift", "c", "h"].contains(file.pathExtension) {
        if ["csignal.c", "SignallingTests.swift"].contains(file.lastPathComponent) { continue }
        looked += 1
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        where !line.contains("//") && !line.contains("func kill(") {
          let calls = #/(^|[^.\w])(kill|killpg|tgkill|sigqueue|pthread_kill)\(|Foundation\.kill\(/#
          #expect(line.firstMatch(of: calls) == nil, "\(file.lastPathComponent): \(line)")
        }
      }
    }
    #expect(looked > 300)
  }
}
