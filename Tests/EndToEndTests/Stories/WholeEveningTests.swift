import TestSupport
import Testing

extension `The real program in a real terminal` {
  @Suite struct `A whole evening` {
    let home: Home
    let papers: SampleFiles

    init() throws {
      home = try Home()
      papers = try SampleFiles()
    }

    func pairsByCommand() throws -> [BadgePair] {
      let tool = try home.queqiao(
        "--store", home.sample, "pairs", "SAMPLE", "--format", "csv")
      #expect(tool.status == 0)
      return BadgePair.fromCSV(tool.output)
    }

    @Test func `is played by sixty and sixty guests to its pairs, in Chinese`() throws {
      let desk = try TerminalSession(home, columns: 80, rows: 24)
      try desk.open("--lang", "zh", "desk")
      try desk.openSampleEvening()
      try desk.checkIn(papers.guests)
      try desk.seeEverybody()
      try desk.press("M-5")
      try desk.see("录入")
      try desk.record(papers.slips)
      let picked = Set(papers.slips.map(\.picker))
      let missing = papers.guests.map(\.badge).filter { !picked.contains($0) }
      try desk.press("F6")
      try desk.see("未交选票 \(missing.count) 人")
      try desk.press("Escape", "F5")
      try desk.see("结束互选？")
      try desk.press("F8")
      try desk.see("♥")
      let pairs = try desk.allPairs()
      #expect(!pairs.isEmpty)
      let told = try pairsByCommand()
      #expect(Set(pairs) == Set(told))
      #expect(pairs.count == told.count)
      try desk.pressLast("C-q")
      #expect(try desk.ending().status == 0)
    }

    /// The same with a screen that has room; the papers come in by commands while the desk looks on.
    @Test func `is followed in English on a wide screen`() throws {
      let desk = try TerminalSession(home, columns: 200, rows: 60)
      try desk.open("--lang", "en", "desk")
      try desk.openSampleEvening()
      try desk.checkIn(Array(papers.guests.prefix(3)))
      let all = try home.queqiao("--store", home.sample, "checkin", "SAMPLE", "--all")
      #expect(all.status == 0)
      try desk.seeEverybody()
      try desk.press("M-5")
      try desk.see("Slip")
      try desk.record(Array(papers.slips.prefix(3)))
      let rest = papers.slips.dropFirst(3)
      let lines = rest.map { "\($0.picker),\($0.choices.joined(separator: " "))" }
      try home.write(
        (["picker,choices"] + lines).joined(separator: "\n") + "\n", to: "slips.csv")
      let slips = try home.queqiao(
        "--store", home.sample, "ballot", "import", "SAMPLE", home.path("slips.csv"))
      #expect(slips.status == 0, "\(slips.errors)")
      try desk.see("the slips") { screen in
        screen.rows.contains { $0.contains("59/60") && $0.contains("58/60") }
      }
      try desk.press("F5")
      try desk.see("Close the picking?")
      try desk.press("F8")
      try desk.see("♥")
      #expect(try Set(desk.allPairs()) == Set(pairsByCommand()))
    }
  }
}
