import Foundation
import TestSupport
import Testing

extension `The real program in a real terminal` {
  @Suite struct `Where it is started` {
    let home: Home

    init() throws { home = try Home() }

    /// Starts it where it should refuse; the status and the last words.
    func refusal(_ changes: [String: String?]) throws -> (status: Int32, words: String) {
      var environment: [String: String?] = home.environment
      environment["QUEQIAO_LANG"] = "en"
      for (name, value) in changes { environment[name] = value }
      let terminal = try Pseudoterminal(
        path: BuiltProgram.path("queqiao"), [], environment: environment)
      let words = String(decoding: terminal.rest(), as: UTF8.self)
      return (terminal.outcome(), words)
    }

    @Test func `without a terminal it names the commands`() throws {
      let tool = try home.queqiao()
      #expect(tool.status == 64)
      #expect(tool.errors.contains("queqiao --help"))
      #expect(tool.output.isEmpty)
      #expect(home.text("data/queqiao/store.sqlite") == nil)
    }

    @Test func `a bare Linux console is refused with a sentence`() throws {
      let refusal = try refusal(["TERM": "linux"])
      #expect(refusal.status == 64)
      #expect(refusal.words.contains("no Chinese characters"))
    }

    @Test(arguments: ["dumb", "no-such-terminal", ""])
    func `a terminal it cannot draw on is refused with a sentence`(term: String) throws {
      let refusal = try refusal(["TERM": term])
      #expect(refusal.status == 64)
      #expect(refusal.words.contains("terminal"))
      #expect(!refusal.words.contains("\u{1B}"))
    }

    @Test(arguments: ["C", "POSIX", "en_US.ISO-8859-1", "zh_CN.GBK"])
    func `a locale without Han falls back to one with them`(locale: String) throws {
      let desk = try TerminalSession(home, environment: ["LC_ALL": locale])
      try desk.open("--lang", "zh", "desk")
      try desk.see("鹊桥 欢迎您")
    }

    @Test func `NO_COLOR shows no colours, and loses nothing`() throws {
      let plain = try TerminalSession(home, environment: ["NO_COLOR": "1"])
      try plain.open("--lang", "zh", "desk")
      try plain.see("鹊桥 欢迎您")
      let styled = plain.styledScreen
      #expect(!styled.contains(#/\u{1B}\[[0-9;]*(3[0-7]|4[0-7]|9[0-7])[;m]/#))
      let coloured = try TerminalSession(home)
      try coloured.open("--lang", "zh", "desk")
      try coloured.see("鹊桥 欢迎您")
      #expect(coloured.styledScreen.contains(#/\u{1B}\[[0-9;]*3[0-7][;m]/#))
    }
  }
}
