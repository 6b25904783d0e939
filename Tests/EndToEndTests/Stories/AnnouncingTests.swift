import Foundation
import TestSupport
import Testing

extension `The real program in a real terminal` {
  @Suite struct `An evening that announces its pairs` {
    let home: Home
    let wall: TerminalSession
    let desk: TerminalSession

    /// The sample's slips are in, and picking is closed.
    init() throws {
      home = try Home.withSample()
      wall = try TerminalSession(home, columns: 40, rows: 12)
      desk = try TerminalSession(home, columns: 80, rows: 24)
      try home.run("checkin", "SAMPLE", "--all")
      let (men, women) = ("M", "F")
      for number in 1...3 {
        try home.run("ballot", "add", "SAMPLE", "\(men)\(number) \(number)")
        try home.run("ballot", "add", "SAMPLE", "\(women)\(number) \(number)")
      }
      try home.run("event", "close", "SAMPLE")
    }

    private func openWall() throws {
      try wall.open("--store", home.sample, "--lang", "en", "screen", "SAMPLE")
      try wall.see("Thank you") { !$0.shows("M01") }
    }

    @Test func `from the desk: one by one, one held back, and taken back`() throws {
      try openWall()
      try desk.open(
        "--store", home.sample, "--lang", "en", "desk", "--event", "SAMPLE", "--screen", "pairs")
      try desk.see("announced 0")
      try desk.press("F2")
      try desk.see("announced 1")
      try wall.see("the numbers together") { $0.shows("M01") && $0.shows("F01") }
      try desk.press("Down", "C-x")
      try desk.see("Hold back")
      try desk.type("waits for the family")
      try desk.press("Enter")
      try desk.see("waits for the family")
      try desk.press("F2")
      try wall.see("the third pair, for the second is held back") {
        $0.shows("M03") && !$0.shows("M02")
      }
      try desk.press("F9")
      try wall.see("the first again") { $0.shows("M01") && !$0.shows("M03") }
    }

    @Test func `the wall's terminal is gone in the middle of a reveal, and nothing is harmed`()
      throws
    {
      try openWall()
      try home.run("pairs", "announce", "SAMPLE", "M1", "F1")
      try wall.hangUp()
      try wall.vanishing()
      try home.run("pairs", "announce", "SAMPLE", "M2", "F2")
      let later = try TerminalSession(home, columns: 40, rows: 12)
      try later.open("--store", home.sample, "--lang", "en", "screen", "SAMPLE")
      try later.see("M02")
    }

    @Test func `a host's card on a second desk follows`() throws {
      try desk.open("--store", home.sample, "--lang", "en", "desk", "--event", "SAMPLE", "--host")
      try desk.see("Next pair")
      try home.run("pairs", "announce", "SAMPLE", "M1", "F1")
      try desk.see("1 of 3 announced")
      try desk.see("Just announced")
    }
  }
}
