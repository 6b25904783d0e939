import Foundation
import TestSupport
import Testing

extension `The real program in a real terminal` {
  @Suite struct `An evening that is archived` {
    let home: Home
    let wall: TerminalSession
    let desk: TerminalSession
    let other: TerminalSession

    /// M1 and F1 picked each other and are announced; M2 picked F3 in vain, and F2 picked M3.
    init() throws {
      home = try Home.withSample()
      wall = try TerminalSession(home, columns: 60, rows: 20)
      desk = try TerminalSession(home, columns: 120, rows: 40)
      other = try TerminalSession(home, columns: 80, rows: 24)
      try home.run("checkin", "SAMPLE", "--all")
      for slip in ["M1 5 1", "F1 1", "M2 3", "F2 3"] {
        try home.run("ballot", "add", "SAMPLE", slip)
      }
      try home.run("event", "close", "SAMPLE")
      try home.run("pairs", "announce", "SAMPLE", "M1", "F1")
    }

    /// In no row two who did not both pick each other, by number in either language.
    private func expectNothingInVain(_ screen: Screen, _ where: String) {
      for (man, woman) in [(2, 3), (3, 2), (1, 5)] {
        for (a, b) in [("M0\(man)", "F0\(woman)"), ("男0\(man)", "女0\(woman)")] {
          #expect(
            !screen.rows.contains { $0.contains(a) && $0.contains(b) }, "\(`where`) \(a) \(b)")
        }
      }
    }

    @Test(arguments: ["zh", "en"])
    func `from the desk, with the wall and another desk open`(language: String) throws {
      let isChinese = language == "zh"
      try wall.open("--store", home.sample, "--lang", language, "screen", "SAMPLE")
      try wall.see(isChinese ? "男01" : "M01")
      try other.open(
        "--store", home.sample, "--lang", language, "desk", "--event", "SAMPLE", "--screen", "pairs"
      )
      try other.see(isChinese ? "男01" : "M01")
      try desk.open(
        "--store", home.sample, "--lang", language, "desk", "--event", "SAMPLE", "--screen", "pairs"
      )
      try desk.press("M-2")
      try desk.see("SAMPLE")
      try desk.press("M-a")
      try desk.see("F8")
      try desk.press("F8")
      try desk.see(isChinese ? "已归档" : "archived")
      // The other desk hears of it, and keeps the pairs alone.
      try other.press("M-5")
      try other.see(isChinese ? "已归档，选票已清除" : "Archived: its slips are deleted")
      try other.press("M-6")
      try other.see(isChinese ? "男01" : "M01")
      let pairs = other.screen
      #expect(!pairs.shows("②") && !pairs.shows("①"), "ranks go with the slips")
      // What was announced stays on the wall.
      try wall.see(isChinese ? "男01" : "M01")
      expectNothingInVain(wall.screen, "wall")
      for tab in 1...6 {
        for session in [desk, other] {
          try session.press("M-\(tab)")
          expectNothingInVain(session.screen, "tab \(tab)")
        }
      }
      try desk.press("F7")
      expectNothingInVain(desk.screen, "log")
      #expect(!desk.screen.shows(isChinese ? "一人" : "1 pick"))
      try desk.press("Escape", "M-6", "F6")
      expectNothingInVain(desk.screen, "rules")
      try desk.press("F4")
      try desk.see(isChinese ? "男01" : "M01")
      expectNothingInVain(desk.screen, "picture")
    }
  }
}
