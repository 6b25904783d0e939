import Foundation
import TestSupport
import Testing

extension `The real program in a real terminal` {
  @Suite struct `Games before the hall` {
    let home: Home
    let wall: TerminalSession
    let desk: TerminalSession

    /// M1 to M3 and F1 to F3 picked each other, and the red thread is the first of the programme.
    init() throws {
      home = try Home.withSample()
      wall = try TerminalSession(home, columns: 60, rows: 20)
      desk = try TerminalSession(home, columns: 100, rows: 30)
      try home.write(
        "kind,minutes,title\nthread,10,Thread\nhearts,10,Hearts\nclosing,5,End\n",
        to: "programme.csv")
      try home.write("question,a,b,c\nWeekend,home,hills,film\nTaste,sweet,salt\n", to: "q.csv")
      try home.run("checkin", "SAMPLE", "--all")
      try home.run("programme", "set", "SAMPLE", "--from", home.path("programme.csv"))
      try home.run("hearts", "questions", "SAMPLE", "--from", home.path("q.csv"))
    }

    private func openDesk() throws {
      try desk.open(
        "--store", home.sample, "--lang", "en", "desk", "--event", "SAMPLE", "--screen",
        "programme")
      try desk.see("Thread")
    }

    @Test
    func `the thread: nothing before it is drawn, its seed before its pairs, then one by one`()
      throws
    {
      try wall.open("--store", home.sample, "--lang", "en", "screen", "SAMPLE")
      try openDesk()
      try desk.press("M-t")
      try desk.see("The red thread")
      try desk.type("M1 2 F1 2")
      try desk.press("Tab")
      try desk.type("7", then: "Enter")
      let drawn = try desk.see("Draw 1: seed 7, 2 pairs")
      #expect(drawn.shows("M01~"))
      #expect(!wall.screen.shows("Seed") && !wall.screen.shows("M01"), "its time has not come")
      try desk.press("Escape")
      try home.run("programme", "next", "SAMPLE")
      let seed = try wall.see("Seed", "2 pairs")
      #expect(!seed.shows("M01") && !seed.shows("M02"))
      try wall.see("one end, and not yet the other") { $0.shows("M01") && !$0.shows("M02") }
      try wall.see("its partner") { $0.shows("M01") && ($0.shows("F01") || $0.shows("F02")) }
      try wall.see("the second pair") { $0.shows("M02") && !$0.shows("M01") }
    }

    @Test func `hearts: the question on the wall, answers by badge, and the scores`() throws {
      try home.run("ballot", "add", "SAMPLE", "M1 1", "F1 1")
      try home.run("programme", "next", "SAMPLE")
      try home.run("programme", "next", "SAMPLE")
      try wall.open("--store", home.sample, "--lang", "en", "screen", "SAMPLE")
      try openDesk()
      try desk.press("M-h")
      try desk.see("Hearts in step")
      try desk.press("Down")
      try wall.see("Question 1 of 2", "hills")
      try desk.press("Down")
      try wall.see("Question 2 of 2", "salt")
      try desk.type("M1 A B", then: "Enter")
      try desk.see("1 person in")
      try desk.type("F1 A C", then: "Enter")
      try desk.see("the letter that is no answer") { $0.shows("F01") && $0.shows("C") }
      try desk.press("C-u")
      try desk.type("F1 A A", then: "Enter")
      try desk.see("2 people in")
      #expect(!wall.screen.shows("F01") && !wall.screen.shows("M01"), "who answered stands nowhere")
      try desk.press("F4")
      try wall.see("no question") { !$0.shows("Question 2") }
      let scores = try home.queqiao("--store", home.sample, "hearts", "scores", "SAMPLE")
      #expect(scores.output.contains("M01") && scores.output.contains("1"))
    }
  }
}
