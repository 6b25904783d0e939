import TestSupport
import Testing

extension `The real program in a real terminal` {
  @Suite struct `Typing slips` {
    let home: Home
    let desk: TerminalSession

    /// At the picks of the evening that is halfway through: 35 + 35 are here, some slips are in.
    init() throws {
      home = try Home()
      desk = try TerminalSession(home)
      try desk.open("--lang", "zh", "desk")
      try desk.openSample()
      try desk.press("Down", "Enter")
      try desk.see("/40")
      try desk.press("M-5")
      try desk.see("录入")
    }

    @Test func `a wrong number is named at once, and Enter then only says why not`() throws {
      try desk.type("m1 1 99")
      try desk.see("女99")
      try desk.press("Enter")
      let screen = try desk.see("没有保存")
      #expect(screen.shows("m1 1 99"))
    }

    @Test func `a slip that is in can be corrected, and the correction taken back`() throws {
      try desk.type("m1 1 2", then: "Enter")
      try desk.see("m1 in") { $0.acknowledges("M01") }
      try desk.type("m1")
      try desk.see("F3")
      try desk.press("F3")
      try desk.see("更正")
      try desk.press("BSpace")
      try desk.type("3", then: "Enter")
      try desk.see("corrected") { $0.toast.contains("✓") && $0.toast.contains("更正") }
      try desk.press("F9")
      try desk.see("taken back") { $0.toast.contains("已撤销") }
    }

    @Test func `the missing slips are listed, and nobody's picks are shown again`() throws {
      try desk.press("F6")
      let missing = try desk.see("未交选票")
      #expect(missing.shows("男01"))
      try desk.press("Escape")
      try desk.type("m1 1 2 3", then: "Enter")
      let screen = try desk.see("m1 in") { $0.acknowledges("M01") }
      #expect(!screen.shows("1 2 3"))
      try desk.press("F6")
      try desk.see("the list without it") { $0.shows("未交选票") && !$0.shows("│ 男01") }
    }
  }
}
