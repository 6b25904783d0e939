import Foundation
import TestSupport
import Testing

extension `The real program in a real terminal` {
  @Suite struct `Nothing is lost` {
    let home: Home
    let papers: SampleFiles

    init() throws {
      home = try Home()
      papers = try SampleFiles()
    }

    func command(_ words: String...) throws -> Tool {
      try Tool.run(
        [BuiltProgram.path("queqiao"), "--store", home.sample] + words,
        environment: home.environment)
    }

    func lines(_ words: String...) throws -> [String] {
      let tool = try Tool.run(
        [BuiltProgram.path("queqiao"), "--store", home.sample] + words + ["--format", "csv"],
        environment: home.environment)
      #expect(tool.status == 0 || tool.status == 1, "\(tool.errors)")
      return tool.output.split(whereSeparator: \.isNewline).dropFirst().map(String.init)
    }

    /// At the picks of the sample evening, everybody here.
    func picks() throws -> TerminalSession {
      let desk = try TerminalSession(home)
      try desk.open("--lang", "zh", "desk")
      try desk.openSampleEvening()
      #expect(try command("checkin", "SAMPLE", "--all").status == 0)
      try desk.seeEverybody()
      try desk.press("M-5")
      try desk.see("录入")
      return desk
    }

    @Test(arguments: [SIGKILL, SIGHUP, SIGTERM])
    func `whatever ends it, every acknowledged slip is there`(signal: Int32) throws {
      let desk = try picks()
      let slips = papers.slips.prefix(12)
      try desk.record(Array(slips))
      // In the middle of the next one.
      try desk.type("f1 1 2")
      try desk.signal(signal)
      try desk.vanishing()
      let missing = try lines("ballot", "missing", "SAMPLE")
      #expect(missing.count == papers.guests.count - slips.count)
      for slip in slips { #expect(!missing.contains { $0.hasPrefix(slip.picker + ",") }) }
      #expect(try command("store", "verify").status == 0)
      let again = try TerminalSession(home)
      try again.open("--store", home.sample, "--lang", "zh", "desk", "--event", "SAMPLE")
      try again.seeEverybody()
    }

    @Test func `killed while keys pour in, what was acknowledged is there`() throws {
      let desk = try picks()
      try desk.record(Array(papers.slips.prefix(3)))
      // Nobody waits for these; whichever got through is whole.
      let rest = papers.slips.dropFirst(3).prefix(20)
      try desk.pour(rest.map { $0.line + "\r" }.joined())
      try desk.signal(SIGKILL)
      try desk.vanishing()
      let missing = try lines("ballot", "missing", "SAMPLE")
      let stored = papers.guests.count - missing.count
      #expect((3...23).contains(stored))
      #expect(try command("store", "verify").status == 0)
      // In the order they were typed: none is there without those before it.
      for slip in papers.slips.prefix(stored) {
        #expect(!missing.contains { $0.hasPrefix(slip.picker + ",") })
      }
    }

    @Test func `a hang-up in the middle of a word keeps what was saved`() throws {
      let desk = try picks()
      try desk.record(Array(papers.slips.prefix(2)))
      try desk.type("f1 1")
      try desk.hangUp()
      try desk.vanishing()
      #expect(try lines("ballot", "missing", "SAMPLE").count == papers.guests.count - 2)
    }

    @Test func `two desks see each other and never hand out one badge twice`() throws {
      let first = try TerminalSession(home)
      try first.open("--lang", "zh", "desk")
      try first.openSampleEvening()
      let second = try TerminalSession(home, columns: 120, rows: 40)
      try second.open("--store", home.sample, "--lang", "en", "desk", "--event", "SAMPLE")
      try first.see("台 A")
      try second.see("Desk B")
      try first.type("m01", then: "Enter")
      try second.see("1/60")
      try second.type("m02", then: "Enter")
      try first.see("2/60")
      // The same person at both desks: one is told where and when.
      try second.type("m01", then: "Enter")
      try second.see("desk A")
      // Walk-ins get fresh numbers from one row.
      for round in 0..<4 {
        for (desk, name, way) in [
          (first, "来宾甲\(round)", "按 F8 放行"), (second, "来宾乙\(round)", "F8 lets in"),
        ] {
          try desk.press("Escape")
          try desk.type(name, then: "F2", "F2", "Right", "F2")
          try desk.see(way)
          try desk.type("", then: "F8")
          try desk.see("\(name) in") { $0.toast.contains("✓") && $0.toast.contains(name) }
        }
      }
      let badges = try lines("checkin", "SAMPLE", "--list").map { $0.prefix { $0 != "," } }
        .filter { !$0.isEmpty }
      #expect(badges.count == papers.guests.count + 8)
      #expect(Set(badges).count == badges.count)
    }
  }
}
