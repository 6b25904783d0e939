import Foundation
import TestSupport
import Testing

/// Somebody checks guests in at a desk that is struck at one of its calls that write.
@Suite(.serialized) struct `A desk that is struck while it writes` {
  static let evening = Result {
    let home = try Home()
    try home.makeEvening(men: 40, women: 0)
    return home
  }

  /// Types numbers one after the other; how many were answered before the desk was gone, or all of them.
  private func checkIn(_ count: Int, at terminal: Pseudoterminal, in home: Home) -> Int {
    var keys = 0
    for guest in 0..<count {
      let line = "T\(1_000 + guest)\r"
      terminal.type(line)
      keys += line.count
      guard isAnswered(keys, at: terminal, in: home) else { return guest }
    }
    return count
  }

  /// Waits until the desk says that all keys so far are taken and what they asked for is on the disk.
  private func isAnswered(_ keys: Int, at terminal: Pseudoterminal, in home: Home) -> Bool {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(20)
    while clock.now < end {
      _ = terminal.output(during: 3)
      let taken =
        (try? home.text(of: "idle"))?.split(separator: " ").first.flatMap { Int($0) } ?? -1
      if taken >= keys { return true }
      let state = (try? String(contentsOfFile: "/proc/\(terminal.program)/stat", encoding: .utf8))
      if state?.contains(") Z ") ?? true { return false }
    }
    Issue.record("the desk did not answer key \(keys)")
    return false
  }

  private func strike(_ blow: Blow, at place: Int) throws {
    let home = try Home(copyOf: Self.evening.get())
    var environment: [String: String?] = home.environment
    environment["QUEQIAO_IDLE_FILE"] = home.folder + "/idle"
    environment["LD_PRELOAD"] = Home.blows
    environment["BLOWS_AT"] = "\(place)"
    environment["BLOWS_HOW"] = blow.rawValue
    let terminal = try Pseudoterminal(
      path: Home.program, ["desk", "--event", "QX", "--screen", "door"], environment: environment)
    _ = isAnswered(0, at: terminal, in: home)
    let answered = checkIn(12, at: terminal, in: home)
    try? terminal.signal(SIGKILL)
    _ = terminal.rest()
    _ = terminal.outcome()
    let text = "desk, \(blow.rawValue) at call \(place), \(answered) answered"
    #expect(try home.run("store", "verify").output == "ok\n", "\(text)")
    let kept = try home.run("checkin", "QX", "--list", "--format", "csv").lines
      .filter { $0.hasSuffix(",checked_in") }.count
    #expect(kept >= answered && kept <= answered + 1, "\(text): \(kept) kept")
    let next = try home.run("checkin", "QX", "T1030")
    #expect(next.status == 0 && next.errors.isEmpty, "\(text): \(next.errors)")
    #expect(try Set(home.acts()).count == home.acts().count)
  }

  private func desk(_ home: Home) throws -> Pseudoterminal {
    var environment: [String: String?] = home.environment
    environment["QUEQIAO_IDLE_FILE"] = home.folder + "/idle"
    return try Pseudoterminal(
      path: Home.program, ["desk", "--event", "QX", "--screen", "door"], environment: environment)
  }

  @Test func `that is left keeps the day's backup and one to be rescued from`() throws {
    let home = try Home(copyOf: Self.evening.get())
    _ = try home.shell("rm -r backups")
    let terminal = try desk(home)
    _ = isAnswered(0, at: terminal, in: home)
    terminal.type("\u{11}")
    _ = terminal.rest()
    #expect(terminal.outcome() == 0)
    let names = try home.shell("ls backups").lines
    #expect(names.count { $0.hasPrefix("store-2") } == 1, "\(names)")
  }

  @Test func `that makes its log ready has it on the disk before anything is written to it`() throws
  {
    let home = try Home(copyOf: Self.evening.get())
    var environment: [String: String?] = home.environment
    environment["QUEQIAO_IDLE_FILE"] = home.folder + "/idle"
    environment["LD_PRELOAD"] = Home.blows
    environment["BLOWS_LOG"] = home.folder + "/calls"
    let terminal = try Pseudoterminal(
      path: Home.program, ["desk", "--event", "QX", "--screen", "door"], environment: environment)
    _ = isAnswered(0, at: terminal, in: home)
    terminal.type("\u{11}")
    _ = terminal.rest()
    _ = terminal.outcome()
    let calls = try home.text(of: "calls").split(separator: "\n").map(String.init)
      .filter { $0.hasSuffix("store.sqlite-wal") }
    let last = try #require(calls.lastIndex { $0.contains(" pwrite ") })
    #expect(calls.count { $0.contains(" pwrite ") } > 100)
    #expect(calls.dropFirst(last + 1).first?.contains(" fdatasync ") == true, "\(calls.suffix(3))")
  }

  @Test func `that is left in a hurry waits for what is being saved`() throws {
    let home = try Home(copyOf: Self.evening.get())
    for guest in 0..<5 {
      unlink(home.folder + "/idle")
      let terminal = try desk(home)
      _ = isAnswered(0, at: terminal, in: home)
      // Enter and Ctrl-C twice in one piece: the change is asked for and the desk is left at once.
      terminal.type("T\(1_000 + guest)\r\u{3}\u{3}")
      _ = terminal.rest()
      _ = terminal.outcome()
      let kept = try home.run("checkin", "QX", "--list", "--format", "csv").lines
        .filter { $0.hasSuffix(",checked_in") }.count
      #expect(kept == guest + 1)
    }
  }

  @Test func `keeps every check-in that was answered`() throws {
    // From the opening of the file to the twelfth guest it writes some three hundred times.
    for place in Torture.places(of: 300, share: 0.15, least: 6) {
      try strike(Bool.random() ? .kill : .half, at: place)
    }
  }
}
