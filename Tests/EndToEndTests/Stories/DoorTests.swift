import TestSupport
import Testing

extension `The real program in a real terminal` {
  @Suite struct `The door of the sample evening` {
    let home: Home
    let desk: TerminalSession

    init() throws {
      home = try Home()
      desk = try TerminalSession(home)
      try desk.open("--lang", "zh", "desk")
    }

    func list(_ code: String = "SAMPLE") throws -> String {
      try home.queqiao("--store", home.sample, "checkin", code, "--list", "--format", "csv").output
    }

    @Test func `the first run offers three ways in`() throws {
      let screen = try desk.see("欢迎使用鹊桥")
      for digit in ["1  ", "2  ", "3  "] { #expect(screen.shows(digit)) }
      try desk.openSampleEvening(isNew: true)
      let door = try desk.see("找人", "0/60")
      #expect(door.shows("样例"))
    }

    /// Initials, pinyin, Han, badge, last four, number; then a rare reading of a surname.
    @Test(arguments: [
      ("lbo", "刘波", "男01"), ("zhangjiajun", "张嘉俊", "男03"), ("胡航", "胡航宇", "男04"),
      ("m5", "李宇明", "男05"), ("1436", "梁浩杰", "男06"), ("YL000157", "王宇", "男07"),
      ("qiuzhipeng", "仇志鹏", "男02"), ("adlj", "阿迪力江·赛买提", "男16"),
    ])
    func `somebody is found and checked in`(typed: String, name: String, badge: String) throws {
      try desk.openSampleEvening()
      try desk.type(typed)
      try desk.see("\(name) under the mark") { $0.row(with: "▸")?.contains(name) == true }
      try desk.press("Enter")
      try desk.see("\(badge) checked in") {
        $0.toast.contains("✓ \(badge) \(name)") && $0.shows("1/60")
      }
      let stored = try list()
      #expect(stored.contains(name))
    }

    @Test func `namesakes are told apart by what differs`() throws {
      try desk.openSampleEvening()
      try desk.type("zhangwei")
      let screen = try desk.see("黄岛博远", "新泰宏泰")
      #expect(screen.rows.count { $0.contains("张伟 ") } == 2)
      #expect(screen.shows("154****0362"))
      #expect(screen.shows("154****1085"))
      try desk.press("Down")
      let marked = try desk.see("the mark on the second") { $0 != screen }.row(with: "▸") ?? ""
      try desk.press("Enter")
      try desk.see("that one in") {
        $0.toast.contains(marked.contains("新泰宏泰") ? "男57" : "男44")
      }
    }

    @Test func `a second check-in says when and where the first was`() throws {
      try desk.openSampleEvening()
      try desk.type("m01", then: "Enter")
      try desk.see("1/60")
      let before = try list()
      try desk.type("刘波", then: "Enter")
      try desk.see("the refusal") { $0.shows("已于") && $0.shows("A台") }
      #expect(try list() == before)
      #expect(desk.screen.shows("1/60"))
    }

    @Test func `undo is one key, and redo another`() throws {
      try desk.openSampleEvening()
      try desk.type("m01", then: "Enter")
      try desk.see("1/60")
      try desk.press("F9")
      try desk.see("0/60", "已撤销")
      try desk.press("F10")
      try desk.see("1/60")
    }

    @Test func `a walk-in is entered without leaving the door, and on the organizer's word`() throws
    {
      try desk.openSampleEvening()
      try desk.type("赵来宾")
      try desk.see("F2")
      try desk.press("F2")
      try desk.see("现场报名")
      // Nobody's sex is guessed.
      try desk.press("F2")
      try desk.see("请选男或女")
      try desk.press("Right")
      try desk.press("F2")
      // All the places are taken: refused, on record, and the organizer may answer for it.
      try desk.see("F8 放行")
      try desk.press("Enter")
      #expect(desk.screen.shows("F8 放行"))
      try desk.press("F8")
      try desk.see("the walk-in's badge, once in the list") { screen in
        screen.toast.contains("✓") && screen.toast.contains("赵来宾")
          && screen.rows.count { $0.contains("赵来宾") && $0.contains("已签到") } == 1
      }
      #expect(try list().contains("赵来宾"))
      let log = try home.queqiao("--store", home.sample, "log")
      #expect(log.output.contains("赵来宾"))
    }

    @Test func `who left early is not here, and may come back`() throws {
      try desk.openSampleEvening()
      try desk.type("m01", then: "Enter")
      try desk.see("1/60")
      try desk.type("m01", then: "F4")
      try desk.see("离场：")
      try desk.press("Enter")
      try desk.see("left") { $0.toast.contains("已离场") }
    }
  }
}
