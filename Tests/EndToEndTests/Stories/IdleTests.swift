import Foundation
import TestSupport
import Testing

extension `The real program in a real terminal` {
  @Suite struct `Nothing to do` {
    /// By its own rounds, four a second in which it looks at the file, and not by a clock: a machine that
    /// is busy takes longer for them and fails nobody.
    @Test func `an idle desk writes nothing and burns nothing`() throws {
      let home = try Home()
      var environment: [String: String?] = home.environment
      environment["TERM"] = "xterm-256color"
      environment["QUEQIAO_IDLE_FILE"] = home.path("idle")
      let terminal = try Pseudoterminal(
        path: BuiltProgram.path("queqiao"), ["--lang", "en", "desk"], environment: environment)
      _ = try terminal.output(until: Array("Start empty".utf8), called: "the first screen")
      try Patience.until("rest") { home.text("idle") != nil }
      // Until the day's backup and the first tidying are over.
      try Patience.until("a quiet second") {
        try Stretch(of: terminal, rounds: 4).isQuiet
      }
      let stretch = try Stretch(of: terminal, rounds: 8)
      #expect(stretch.written.isEmpty, "\(String(decoding: stretch.written, as: UTF8.self))")
      // Looking at the file is all it does: a hundredth of these two seconds.
      #expect(stretch.ticks <= 4)
    }

    /// What a program did in so many of its own rounds.
    struct Stretch {
      let written: [UInt8]
      /// Hundredths of a second of the processor.
      let ticks: Int

      var isQuiet: Bool { written.isEmpty && ticks <= 1 }

      init(of terminal: Pseudoterminal, rounds: Int) throws {
        let before = try Facts(terminal.program)
        var bytes: [UInt8] = []
        var after = before
        try Patience.until("\(rounds) rounds") {
          bytes += terminal.output(during: 50)
          after = try Facts(terminal.program)
          return after.waits - before.waits >= rounds
        }
        (written, ticks) = (bytes, after.ticks - before.ticks)
      }
    }

    /// What the kernel tells of a process (proc(5)).
    struct Facts {
      /// Fields 14 and 15 of `stat`, after the name in brackets.
      let ticks: Int
      /// How often its first thread gave up the processor to wait.
      let waits: Int

      init(_ process: pid_t) throws {
        let stat = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        let fields = try #require(stat.split(separator: ")").last).split(separator: " ")
        try #require(fields.count > 13)
        ticks = try #require(Int(fields[11])) + #require(Int(fields[12]))
        let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        let line = try #require(
          status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches") })
        waits = try #require(Int(line.filter(\.isNumber)))
      }
    }
  }
}
