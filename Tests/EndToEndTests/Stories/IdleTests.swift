import Foundation
import TestSupport
import Testing

extension `The real program in a real terminal` {
  @Suite struct `Nothing to do` {
    @Test func `an idle desk writes nothing and burns nothing`() throws {
      let home = try Home()
      var environment: [String: String?] = home.environment
      environment["TERM"] = "xterm-256color"
      environment["QUEQIAO_IDLE_FILE"] = home.path("idle")
      let terminal = try Pseudoterminal(
        path: BuiltProgram.path("queqiao"), ["--lang", "en", "desk"], environment: environment)
      _ = try terminal.output(until: Array("Start empty".utf8), called: "the first screen")
      try Patience.until("rest") { home.text("idle") != nil }
      // The day's backup and the first tidying are over by then.
      _ = terminal.output(during: 1_500)
      let before = ticks(terminal.program)
      let written = terminal.output(during: 2_000)
      #expect(written.isEmpty, "\(String(decoding: written, as: UTF8.self).debugDescription)")
      // Looking at the file four times a second is all it does: a hundredth of these two seconds.
      #expect(ticks(terminal.program) - before <= 4)
    }

    /// Processor time used so far, in hundredths of a second (proc(5), fields 14 and 15).
    func ticks(_ process: pid_t) -> Int {
      let text = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
      let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
      guard fields.count > 13 else { return .max }
      return (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0)
    }
  }
}
