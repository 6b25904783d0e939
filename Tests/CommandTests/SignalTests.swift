import Foundation
import Testing

@Suite struct `A signal to a command` {
  let home: Home

  init() throws {
    home = try Home()
    try home.makeEvening(men: 3, women: 0)
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `ends it as a shell counts, and what was answered stays`(number: Int32) throws {
    // A shell that runs the tests in the background has them ignored, and children inherit that.
    _ = Foundation.signal(number, SIG_DFL)
    let door = try home.begin(["checkin", "QX", "--from", "-", "--format", "csv"], input: "")
    _ = door.line()
    try door.say("T1001\n")
    let answer = try #require(door.line())
    door.kill(number)
    #expect(try door.end().status == 128 + number)
    #expect(try home.run("checkin", "QX", "--list", "--format", "csv").lines.contains(answer))
    #expect(try home.run("checkin", "QX", "T1000").status == 0, "and no lock is left")
  }

  @Test func `while a roster comes through a pipe leaves the register as it was`() throws {
    let roster = try home.begin(["member", "import", "-"], input: "")
    try roster.say("编号,姓名\nT2000,半途\n")
    // Nobody at the door waits for the rest of it.
    #expect(try home.run("checkin", "QX", "T1000").status == 0)
    roster.kill(SIGTERM)
    #expect(try roster.end().status == 128 + SIGTERM)
    #expect(try home.run("search", "半途").status == 1)
    #expect(try home.run("store", "verify").status == 0)
  }
}
