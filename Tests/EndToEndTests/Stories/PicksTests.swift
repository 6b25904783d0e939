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

    @Test func `two clerks share the pile from two desks, and settle by the paper what differs`()
      throws
    {
      let other = try TerminalSession(home)
      try other.open(
        "--store", home.sample, "--lang", "zh", "desk", "--event", "SAMPLE-2", "--screen", "picks")
      try other.see("录入")
      // Both have the same slip before them.
      try desk.type("m1 1 2")
      try other.type("m1 1 3")
      try desk.press("Enter")
      try desk.see("m1 in") { $0.acknowledges("M01") }
      let overtaken = try other.see("别的台刚录了这张选票")
      #expect(!overtaken.shows("女02"))
      try other.press("Enter")
      try other.see("两次录得不一样")
      try desk.see("待核对 1")
      try desk.press("F4")
      let both = try desk.see("F3 第一次")
      #expect(both.shows("女01 女02") && both.shows("女01 女03"))
      try desk.press("F3")
      try desk.see("settled") { $0.toast.contains("已按纸票确认") }
      // The second clerk sees nothing of the first.
      try desk.type("m2 5", then: "Enter")
      try desk.see("m2 in") { $0.acknowledges("M02") }
      try other.press("F2")
      try other.see("第二次录入")
      try other.type("m2")
      let blind = try other.see("男02")
      #expect(!blind.shows("女05"))
      try other.type(" 5", then: "Enter")
      try other.see("两次录得一致")
    }
  }
}
