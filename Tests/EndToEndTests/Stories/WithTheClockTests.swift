import Foundation
import TestSupport
import Testing

extension `The real program in a real terminal` {
  /// An organizer, two doors and a big screen on one file, from an empty programme into the third round.
  @Suite struct `An evening by the clock` {
    let evening: Evening
    let organizer: TerminalSession
    let wall: TerminalSession
    let doors: [TerminalSession]

    init() throws {
      let home = try Home()
      evening = try Evening(home)
      organizer = try evening.desk()
      wall = try evening.wall()
      doors = try [evening.desk("--screen", "door"), evening.desk("--screen", "door")]
    }

    @Test func `goes on through whatever happens, and nothing acknowledged is lost`() throws {
      try prepare()
      try arrive()
      try sitDown()
      try leaveAndCome()
      try planAnew()
      try stopTheClock()
      try closeTheLid()
      let last = try breakDown()
      try compare(last)
    }

    /// The programme by two keys, and badges on paper by another two.
    private func prepare() throws {
      try organizer.press("M-4", "F2", "F2")
      try organizer.see("8 个环节，已保存")
      try organizer.press("M-p", "Enter")
      try organizer.see("200 张")
      try organizer.press("Escape")
      try wall.see("Men 0/100", "Women 0/100")
    }

    /// Some as a scanner types them, at both doors; the others from a list. One man is late.
    private func arrive() throws {
      try organizer.press("Enter")
      try organizer.see("现在是入场")
      // The badges just printed are known at the doors, too.
      for (door, badge) in zip(doors, ["男01", "女01"]) {
        try door.type(badge)
        try door.see("\(badge) under the mark") { $0.row(with: "▸")?.contains(badge) == true }
        try door.press("Escape")
      }
      for number in 1...20 {
        for (door, pool) in zip(doors, ["m", "f"]) {
          try door.type("\(pool)\(number)", then: "Enter")
          let badge = "\(pool.uppercased())\(number < 10 ? "0" : "")\(number)"
          try door.see("✓ \(badge)") { $0.acknowledges(badge) }
        }
      }
      let rest = (21...100).flatMap { number in
        number < 100 ? ["M\(number)", "F\(number)"] : ["F100"]
      }
      try evening.home.write(rest.joined(separator: "\n") + "\n", to: "rest")
      try evening.run("checkin", evening.code, "--from", evening.home.path("rest"))
      for desk in doors { try desk.see("99/100", "100/100") }
      try wall.see("Men 99/100", "Women 100/100")
    }

    private func sitDown() throws {
      try organizer.press("Enter", "Enter", "Enter")
      try organizer.see("现在是轮换交流")
      try organizer.press("F5")
      try organizer.see("按在场的 199 人排")
      try organizer.press("F2")
      try organizer.see("轮换第 1/6 轮", "已排 6 轮")
      try organizer.press("Escape", "Enter")
      try organizer.see("第 1/6 轮", "第 1 轮开始")
      try wall.see("Round 1")
    }

    private func leaveAndCome() throws {
      for (door, badge) in [(doors[0], "m5"), (doors[0], "m6"), (doors[1], "f7")] {
        try door.type(badge, then: "F4")
        try door.see("离场：")
        try door.press("Enter")
        try door.see("\(badge) left") { $0.toast.contains("已离场") }
      }
      try doors[1].type("m100", then: "Enter")
      try doors[1].see("the late one in") { $0.acknowledges("M100") }
      try organizer.see("新到 1 人，离场 3 人；F5 重排剩下的 5 轮")
    }

    /// What changes for whom is told, and all who are here have a seat.
    private func planAnew() throws {
      try organizer.press("F5")
      try organizer.see("按在场的 197 人排；已开始的 1 轮不变")
      try organizer.press("F2")
      try organizer.see("桌次变动")
      // Who came is told of every round to come, who left of none.
      var told: Set<String> = []
      var last: Screen?
      while organizer.screen != last {
        let screen = organizer.screen
        told.formUnion(screen.rows.filter { $0.hasPrefix("│ 男") || $0.hasPrefix("│ 女") })
        last = screen
        try organizer.press("PageDown")
      }
      #expect(told.contains { $0.hasPrefix("│ 男100") && $0.contains("没有座位") })
      for badge in ["男05", "男06", "女07"] { #expect(!told.contains { $0.hasPrefix("│ \(badge)") }) }
      try organizer.press("Escape")
      try organizer.see("nothing to plan anew") { !$0.shows("F5 重排") }
    }

    /// Pausing, giving time and taking it back, each undone by one key.
    private func stopTheClock() throws {
      try organizer.press("Space")
      try organizer.see("已暂停")
      try wall.see("paused")
      try organizer.press("Right")
      try organizer.see("增加 1 分钟")
      try organizer.press("F9")
      try organizer.see("已撤销", "增加 1 分钟")
      try organizer.press("F9")
      try organizer.see("it runs again") { !$0.shows("还剩 已暂停") && !$0.shows("   已暂停") }
      try wall.see("it runs on the wall") { $0.shows("Round 1") && !$0.shows("paused") }
    }

    /// A laptop's lid is closed on the organizer; the evening goes on from a door.
    private func closeTheLid() throws {
      try organizer.signal(SIGSTOP)
      try doors[1].press("M-4")
      try doors[1].see("轮换交流 第 1 轮")
      try doors[1].press("Enter")
      try doors[1].see("第 2 轮开始")
      try wall.see("Round 2")
      #expect(organizer.screen.shows("第 1 轮"))
      try organizer.signal(SIGCONT)
      try organizer.see("轮换交流 第 2 轮")
    }

    /// The organizer's desk is killed right after something was called saved; another takes its place.
    private func breakDown() throws -> TerminalSession {
      try organizer.press("Right")
      try organizer.see("增加 1 分钟，已保存")
      try organizer.signal(SIGKILL)
      try organizer.vanishing()
      try doors[1].press("Enter")
      try doors[1].see("第 3 轮开始")
      let again = try evening.desk("--screen", "programme")
      try again.see("轮换交流 第 3 轮")
      try again.press("Space")
      try again.see("已暂停")
      return again
    }

    /// The file, the desks and the wall say the same.
    private func compare(_ desk: TerminalSession) throws {
      let times = desk.screen.rows.compactMap { row in
        row.firstMatch(of: #/还剩 (?<left>\d\d:\d\d)/#).map { String($0.left) }
      }
      let left = try #require(times.first)
      try doors[1].see("轮换交流 第 3 轮", "还剩 \(left)", "已暂停")
      try wall.see("Round 3", "paused", "\(left)")

      let guests = try evening.guests()
      #expect(guests.values.count { $0 == "checked_in" } == 197)
      #expect(Set(guests.filter { $0.value == "left" }.keys) == ["M05", "M06", "F07"])
      for door in doors { try door.press("M-3") }
      // All have come, and three are gone.
      for door in doors { try door.see("100/100", "未到 0", "已离场 3") }

      let log = try evening.run("--lang", "en", "log", "--limit", "20")
      #expect(log.contains("extended by 1 min"))
      try checkRounds(guests)
      try evening.run("store", "verify")
    }

    private func checkRounds(_ guests: [String: String]) throws {
      let rounds = try evening.rows("rounds", "show", evening.code)
      let meetings = rounds.filter { $0["table"] != "" }.map {
        "\($0["a_badge"] ?? "") \($0["b_badge"] ?? "")"
      }
      #expect(Set(meetings).count == meetings.count, "nobody meets twice")
      for round in 1...6 {
        let seated = rounds.filter { $0["round"] == "\(round)" }
          .flatMap { [$0["a_badge"], $0["b_badge"]] }.compactMap(\.self).filter { !$0.isEmpty }
        #expect(Set(seated).count == seated.count)
        // Who left stays in what they took part in, and is in nothing that was planned since.
        guard round > 1 else { continue }
        #expect(Set(seated) == Set(guests.filter { $0.value == "checked_in" }.keys))
      }
    }
  }
}
