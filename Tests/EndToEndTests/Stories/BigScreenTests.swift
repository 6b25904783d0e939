import Foundation
import TestSupport
import Testing

extension `The real program in a real terminal` {
  @Suite struct `A big screen beside a desk` {
    let home: Home
    let wall: TerminalSession

    init() throws {
      home = try Home.withSample()
      wall = try TerminalSession(home, columns: 40, rows: 12)
    }

    private func open() throws {
      try wall.open("--store", home.sample, "--lang", "en", "screen", "SAMPLE")
      try wall.see("Men 0/60")
    }

    @Test func `follows the door and the programme, and many may look`() throws {
      try open()
      let other = try TerminalSession(home, columns: 80, rows: 24)
      try other.open("--store", home.sample, "--lang", "en", "screen", "SAMPLE")
      try home.run("checkin", "SAMPLE", "--all")
      try wall.see("Men 60/60", "Women 60/60")
      try home.write("kind,minutes,title\nopening,10,\npicks,5,\n", to: "programme.csv")
      try home.run("programme", "set", "SAMPLE", "--from", home.path("programme.csv"))
      try home.run("programme", "next", "SAMPLE")
      try other.see("up next: Mutual picks")
      try home.run("programme", "pause", "SAMPLE")
      try other.see("paused")
      try home.run("programme", "next", "SAMPLE")
      try wall.see("Slips in")
    }

    @Test func `a desk in the next window is followed too`() throws {
      try open()
      let papers = try SampleFiles()
      let desk = try TerminalSession(home, columns: 80, rows: 24)
      try desk.open("--store", home.sample, "--lang", "zh", "desk", "--event", "SAMPLE")
      try desk.see("0/60")
      try desk.checkIn(Array(papers.guests.prefix(2)))
      try wall.see("two of them") { $0.shows("1/60") || $0.shows("2/60") }
    }

    @Test func `no key ends it by chance, and it leaves the terminal as it was`() throws {
      try open()
      try wall.press("C-c", "C-c", "q", "Escape", "C-z", "C-d", "C-\\", "x", "Enter")
      try wall.see("Men 0/60")
      try wall.press("b")
      try wall.see("nothing") { screen in screen.rows.allSatisfy { $0.allSatisfy { $0 == " " } } }
      try wall.press("b", "C-c")
      try wall.see("End the big screen?")
      try wall.pressLast("F8")
      let ending = try wall.ending()
      #expect(ending.status == 0 && ending.isRestored)
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func `a signal ends it and leaves nothing behind`(number: Int32) throws {
      try open()
      try wall.signal(number)
      let ending = try wall.ending()
      #expect(ending.isRestored && ending.status == 128 + number)
    }

    @Test func `it goes with its terminal`() throws {
      try open()
      try wall.hangUp()
      try wall.vanishing()
    }

    @Test func `it is drawn anew at any size, and says where there is no room`() throws {
      try open()
      try wall.resize(columns: 20, rows: 5)
      try wall.see("make the window")
      try wall.resize(columns: 44, rows: 14)
      try wall.see("Men 0/60")
    }

    @Test(arguments: ["xterm-mono", "vt100"])
    func `what is drawn of dots is there without colours too`(term: String) throws {
      let mono = try TerminalSession(
        home, columns: 80, rows: 24, environment: ["TERM": "\(term)", "NO_COLOR": "1"])
      try mono.open("--store", home.sample, "screen", "SAMPLE", "--ambiguous", "wide")
      try Patience.until("reversed cells", screen: { mono.styledScreen }) {
        mono.styledScreen.contains("\u{1B}[7m")
      }
    }
  }
}
