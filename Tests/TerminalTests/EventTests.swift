import CPseudoterminal
import Foundation
import TestSupport
import Testing

@testable import Terminal

@Suite(.serialized) struct `A terminal's events` {
  @Test func `keys, pastes and the mouse arrive in order`() throws {
    let player = try Pseudoterminal(["events"])
    _ = try player.output(until: "ready narrow")
    player.type("王\u{1B}[A\u{1B}[200~七夕\u{1B}[201~\u{1B}[<0;3;2M")
    for event in [
      "key(Canvas.Key.character(\"王\"))", "key(Canvas.Key.named(Canvas.Key.Named.up))",
      "key(Canvas.Key.paste(\"七夕\"))",
    ] {
      _ = try player.output(until: event)
    }
    player.type("q")
    _ = try player.output(until: "key(Canvas.Key.character(\"q\"))")
    #expect(player.outcome() == 0)
  }

  @Test func `a lone Esc is a key after a short while`() throws {
    let player = try Pseudoterminal(["events"])
    _ = try player.output(until: "ready narrow")
    player.type("\u{1B}")
    _ = try player.output(until: "key(Canvas.Key.named(Canvas.Key.Named.escape))")
  }

  /// Longer than an Esc is in doubt, which is told apart by ESCDELAY; half a second is no second.
  @Test(arguments: [
    ("\u{E7}\u{8E}", "\u{8B}", "key(Canvas.Key.character(\"王\"))"),
    ("\u{E7}", "\u{8E}\u{8B}", "key(Canvas.Key.character(\"王\"))"),
    ("\u{F0}\u{A0}\u{AE}", "\u{B7}", "key(Canvas.Key.character(\"𠮷\"))"),
    ("\u{1B}[<0;3", ";2M", "key(Canvas.Key.mouse("), ("\u{1B}[1", "5~", ".f5"),
    ("\u{1B}[1;", "5C", ".right"),
  ])
  func `half a character or sequence waits for its other half`(
    first: String, second: String, said: String
  ) throws {
    let player = try Pseudoterminal(["events"])
    _ = try player.output(until: "ready narrow")
    player.type(first.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
    usleep(100_000)
    player.type(second.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } + [0x78])
    let before = try player.output(until: "key(Canvas.Key.character(\"x\"))")
    let told = String(decoding: before, as: UTF8.self)
    #expect(told.contains(said))
    #expect(told.split(separator: "key(").count == 2, "\(told.debugDescription)")
  }

  /// From the last byte, and not from the start or from whenever something was looked for.
  @Test func `the second is counted from when the first half came`() throws {
    let player = try Pseudoterminal(["events", "every200"])
    _ = try player.output(until: "ready narrow")
    player.type("a")
    _ = try player.output(until: "key(Canvas.Key.character(\"a\"))")
    usleep(1_200_000)
    player.type([0xE7, 0x8E])
    usleep(100_000)
    player.type([0x8B])
    _ = try player.output(until: "key(Canvas.Key.character(\"王\"))")
  }

  @Test func `Esc and a Han character in one packet are two keys`() throws {
    let player = try Pseudoterminal(["events"])
    _ = try player.output(until: "ready narrow")
    player.type("\u{1B}王")
    _ = try player.output(until: "key(Canvas.Key.named(Canvas.Key.Named.escape))")
    _ = try player.output(until: "key(Canvas.Key.character(\"王\"))")
  }

  /// The desk looks at its file four times a second; counted from each look, no second ever passed.
  @Test(arguments: ["100", "250", ""])
  func `a paste whose end never comes gives its text, and the keyboard back`(every: String) throws {
    let player = try Pseudoterminal(["events", "every\(every)"])
    _ = try player.output(until: "ready narrow")
    player.type("\u{1B}[200~七夕")
    _ = try player.output(until: "key(Canvas.Key.paste(\"七夕\"))")
    player.type("x\u{1B}[A")
    _ = try player.output(until: "key(Canvas.Key.character(\"x\"))")
    _ = try player.output(until: "key(Canvas.Key.named(Canvas.Key.Named.up))")
  }

  @Test func `a paste that is too long is told at once, and its rest is no key`() throws {
    let player = try Pseudoterminal(["events"])
    _ = try player.output(until: "ready narrow")
    player.type("\u{1B}[200~" + String(repeating: "q", count: 1 << 20))
    _ = try player.output(until: Array("key(Canvas.Key.paste(".utf8), called: "the paste")
    player.type("qqq\r\u{1B}[201~x")
    let before = try player.output(until: "key(Canvas.Key.character(\"x\"))")
    #expect(before.firstRange(of: Array("key(".utf8)) == nil)
  }

  @Test func `a new size is told`() throws {
    let player = try Pseudoterminal(["events"])
    _ = try player.output(until: "ready narrow")
    pty_resize(player.master, 40, 12)
    _ = try player.output(until: "resized(Canvas.Size(columns: 40, rows: 12))")
  }

  @Test func `Ctrl-Z stops the program and gives the terminal back until it continues`() throws {
    let player = try Pseudoterminal(["events"])
    _ = try player.output(until: "ready narrow")
    let raw = pty_modes(player.master)
    player.type("\u{1A}")
    // The leader of a session has no shell to continue it, so the system does not stop it.
    let given = try player.output(until: "back")
    #expect(given.firstRange(of: Array("\u{1B}[?1049l".utf8)) != nil)
    #expect(given.firstRange(of: Array("\u{1B}[?2004l".utf8)) != nil)
    #expect(given.firstRange(of: Array("\u{1B}[?1049h".utf8)) != nil)
    #expect(pty_modes(player.master) == raw)
    player.type("x")
    _ = try player.output(until: "key(Canvas.Key.character(\"x\"))")
  }

  /// A script that nobody started as a job would be told of a stop that never comes to an end.
  @Test func `Ctrl-Z stops nobody else where no shell has jobs`() throws {
    let script = """
      trap 'printf "\\033]2;told\\007"' TSTP
      '\(Pseudoterminal.player)' events
      printf '\\033]2;over\\007'
      """
    let shell = try Pseudoterminal(path: "/bin/sh", ["-c", script])
    _ = try shell.output(until: "ready narrow")
    shell.type("\u{1A}")
    _ = try shell.output(until: "back")
    shell.type("q")
    let before = try shell.output(until: "over")
    #expect(before.firstRange(of: Array("told".utf8)) == nil)
    #expect(shell.outcome() == 0)
  }

  @Test(arguments: [SIGHUP, SIGTERM])
  func `a signal to end is told at once and the terminal is given back`(signal: Int32) throws {
    let player = try Pseudoterminal(["events"])
    _ = try player.output(until: "ready narrow")
    #expect(pty_modes(player.master) != player.modesBefore)
    try player.signal(signal)
    _ = try player.output(until: "hangUp")
    let rest = player.rest()
    #expect(rest.firstRange(of: Array("\u{1B}[?1049l".utf8)) != nil)
    #expect(pty_modes(player.master) == player.modesBefore)
    #expect(player.outcome() == 0)
  }

  @Test func `a terminal that goes away ends the program`() throws {
    let player = try Pseudoterminal(["events"])
    _ = try player.output(until: "ready narrow")
    player.hangUp()
    #expect(player.outcome() == 0)
  }
}

@Suite(.serialized) struct `Every way out` {
  @Test func `a trap of Swift's gives the terminal back and still kills`() throws {
    let player = try Pseudoterminal(["crash"])
    _ = try player.output(until: "ready")
    #expect(pty_modes(player.master) != player.modesBefore)
    player.type("x")
    let rest = player.rest()
    #expect(pty_modes(player.master) == player.modesBefore)
    #expect(rest.firstRange(of: Array("\u{1B}[?1049l".utf8)) != nil)
    #expect(rest.firstRange(of: Array("\u{1B}[?1006l".utf8)) != nil)
    // What Swift has to say about it is not lost with the screen.
    let left = try #require(rest.firstRange(of: Array("\u{1B}[?1049l".utf8)))
    #expect(rest[left.upperBound...].firstRange(of: Array("Fatal error".utf8)) != nil)
    #expect([1000 + SIGILL, 1000 + SIGTRAP].contains(player.outcome()))
  }

  @Test func `what was said to standard error meanwhile comes after the screen and drives nothing`()
    throws
  {
    let player = try Pseudoterminal(["errors"])
    let rest = player.rest()
    let left = try #require(rest.firstRange(of: Array("\u{1B}[?1049l".utf8)))
    let before = String(decoding: rest[..<left.lowerBound], as: UTF8.self)
    let after = String(decoding: rest[left.upperBound...], as: UTF8.self)
    #expect(!before.contains("鹊 says"))
    #expect(after.contains("鹊 says ?[31mred? and\tmore"))
    #expect(player.outcome() == 0)
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGBUS, SIGQUIT, SIGFPE])
  func `a signal that kills gives the terminal back first`(signal: Int32) throws {
    let player = try Pseudoterminal(["crash"])
    _ = try player.output(until: "ready")
    try player.signal(signal)
    let rest = player.rest()
    #expect(rest.firstRange(of: Array("\u{1B}[?1049l".utf8)) != nil)
    #expect(player.outcome() == 1000 + signal)
  }
}

@Suite(.serialized) struct `Starting` {
  /// Of the shell that exported them, in another window.
  @Test(arguments: [("40", "120"), ("12", "40"), ("0", "0"), ("", ""), ("x", "-3"), ("999", "1")])
  func `the terminal's own size counts, not LINES and COLUMNS`(
    lines: String, columns: String
  ) throws {
    let player = try Pseudoterminal(
      ["size"], columns: 83, rows: 21, environment: ["LINES": lines, "COLUMNS": columns])
    _ = try player.output(until: "83x21")
  }

  @Test func `LINES and COLUMNS count where the terminal tells no size`() throws {
    let player = try Pseudoterminal(
      ["size"], columns: 0, rows: 0, environment: ["LINES": "31", "COLUMNS": "77"])
    _ = try player.output(until: "77x31")
  }

  @Test(arguments: [("", "unknownTerminal"), ("no-such", "unknownTerminal"), ("dumb", "")])
  func `a terminal nobody can draw on is refused with a reason`(
    term: String, reason: String
  ) throws {
    let player = try Pseudoterminal(["events"], environment: ["TERM": term])
    let text = String(decoding: player.rest(), as: UTF8.self)
    #expect(text.hasPrefix("refused: \(reason)"))
    #expect(!text.contains("\u{1B}"))
    #expect(player.outcome() == 0)
  }

  @Test func `a locale without Han falls back on one that has them`() throws {
    let player = try Pseudoterminal(["events"], environment: ["LC_ALL": "C"])
    _ = try player.output(until: "ready narrow")
  }

  @Test func `where output is a file there is no screen`() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Pseudoterminal.player)
    process.arguments = ["events"]
    let output = Pipe()
    process.standardOutput = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(String(decoding: data, as: UTF8.self) == "refused: notATerminal\n")
  }

  @Test(arguments: [(3, "narrow"), (5, "wide"), (4, "wide")])
  func `the terminal is asked how wide it draws, and typing is not lost`(
    column: Int, answer: String
  ) throws {
    let player = try Pseudoterminal(["events", "ask"])
    _ = try player.output(until: Array("\u{1B}[6n".utf8), called: "the question")
    player.type("ab\u{1B}[2;\(column)Rc")
    _ = try player.output(until: "ready \(answer)")
    for letter in ["a", "b", "c"] {
      let before = try player.output(until: "key(Canvas.Key.character(\"\(letter)\"))")
      // Whoever waited for the answer has it already.
      #expect(before.firstRange(of: Array("widened".utf8)) == nil)
    }
  }

  @Test func `a terminal that does not answer is taken as narrow, and its late answer is no key`()
    throws
  {
    let player = try Pseudoterminal(["events", "ask"])
    _ = try player.output(until: "ready narrow")
    player.type("\u{1B}[2;3Rx")
    let before = try player.output(until: "key(Canvas.Key.character(\"x\"))")
    #expect(before.firstRange(of: Array("key(".utf8)) == nil)
  }

  @Test func `a terminal that answers late that it draws wide is believed`() throws {
    let player = try Pseudoterminal(["events", "ask"])
    _ = try player.output(until: "ready narrow")
    player.type("x\u{1B}[2;5Ry")
    for said in ["widened", "key(Canvas.Key.character(\"x\"))", "key(Canvas.Key.character(\"y\"))"]
    {
      _ = try player.output(until: said)
    }
  }

  @Test func `a bare Linux console is not asked`() throws {
    let player = try Pseudoterminal(["events", "ask"], environment: ["TERM": "linux"])
    let started = try player.output(until: Array("\u{1B}[?2004h".utf8), called: "start")
    player.type("q")
    #expect((started + player.rest()).firstRange(of: Array("\u{1B}[6n".utf8)) == nil)
  }
}
