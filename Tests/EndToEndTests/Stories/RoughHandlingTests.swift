import Foundation
import TestSupport
import Testing

extension `The real program in a real terminal` {
  @Suite struct `Rough handling` {
    let home: Home

    init() throws { home = try Home() }

    func door(columns: Int = 80, rows: Int = 24) throws -> TerminalSession {
      let desk = try TerminalSession(home, columns: columns, rows: rows)
      try desk.open("--lang", "zh", "desk")
      try desk.openSampleEvening()
      return desk
    }

    func checkedIn() throws -> Int {
      let tool = try home.queqiao(
        "--store", home.sample, "checkin", "SAMPLE", "--list", "--format", "csv")
      // badge,number,name,at,status: who has come has a time.
      return tool.output.split(whereSeparator: \.isNewline).dropFirst().count {
        !($0.split(separator: ",", omittingEmptySubsequences: false).dropFirst(3).first ?? "")
          .isEmpty
      }
    }

    @Test func `any size is survived, and the old one looks as before`() throws {
      let desk = try door()
      try desk.type("wang")
      let before = try desk.see("the list") { $0.shows("▸") }
      let sizes = [
        (10, 3), (200, 60), (40, 12), (39, 12), (1, 1), (80, 10), (120, 40), (7, 50), (300, 3),
      ]
      for (columns, rows) in sizes { try desk.resize(columns: columns, rows: rows) }
      for round in 0..<60 {
        let (columns, rows) = sizes[round % sizes.count]
        try desk.resize(columns: columns, rows: rows, settling: false)
      }
      try desk.resize(columns: 80, rows: 24)
      try desk.see("the same screen") { $0 == before }
    }

    @Test func `typing goes on while the window changes`() throws {
      let desk = try door()
      for (place, letter) in "wangyu".enumerated() {
        try desk.resize(columns: 60 + place * 13, rows: 20 + place * 3, settling: false)
        try desk.type(String(letter))
      }
      try desk.resize(columns: 80, rows: 24)
      try desk.see("wangyu", "王宇")
    }

    @Test func `bytes that are no UTF-8 are no harm`() throws {
      let desk = try door()
      try desk.send([0xFF, 0xFE, 0x41, 0xC3, 0x28, 0x80], keys: 6)
      try desk.send([0xE7, 0x8E], [0x8B], keys: 1)
      try desk.press("Escape")
      try desk.type("王宇")
      try desk.see("the right one") { $0.row(with: "▸")?.contains("王宇") == true }
    }

    @Test func `sequences that mean nothing are no text`() throws {
      let desk = try door()
      let noise = "\u{1B}[999;999H\u{1B}]52;c;AAAA\u{07}\u{1B}P+q\u{1B}\\\u{1B}[1;2R"
      try desk.send(Array(noise.utf8), keys: 0)
      try desk.type("王宇")
      try desk.see("the right one") { $0.row(with: "▸")?.contains("王宇") == true }
    }

    @Test func `a pasted novel is taken, and the field is usable after it`() throws {
      let desk = try door()
      let chapter = "话说天下大势，分久必合。\u{1B}[31m\n\u{202E}The quick brown fox…\t"
      try desk.paste(String(repeating: chapter, count: 20_000))
      try desk.press("Escape")
      try desk.type("王宇", then: "Enter")
      try desk.see("1/60")
      #expect(try checkedIn() == 1)
    }

    @Test func `a scanned code with a line end checks in`() throws {
      let desk = try door()
      try desk.paste("YL000157\n")
      try desk.see("the badge") { $0.toast.contains("男07") }
      #expect(try checkedIn() == 1)
    }

    @Test func `every function key does something and Esc leads back`() throws {
      let desk = try door()
      let before = try desk.see("找人", "0/60")
      for number in 1...11 {
        try desk.press("F\(number)")
        try desk.press("Escape", "Escape")
      }
      try desk.see("the door") { Array($0.rows.prefix(20)) == Array(before.rows.prefix(20)) }
      #expect(try checkedIn() == 0)
    }

    @Test func `the mouse opens tabs and marks rows`() throws {
      let desk = try door()
      try desk.click(" 名册 ")
      try desk.see("the register") { $0.shows("编号") }
      try desk.click(" 互选 ")
      try desk.see("录入")
      try desk.click(" 签到 ")
      try desk.see("找人")
      try desk.type("wang")
      let screen = try desk.see("the list") { $0.shows("▸") }
      let row = try #require(screen.place(of: "▸")).row + 1
      let press = "\u{1B}[<0;5;\(row + 1)"
      try desk.send(Array("\(press)M\(press)m".utf8), keys: 1)
      try desk.see("the mark a row lower") { $0.place(of: "▸")?.row == row }
    }
  }
}
