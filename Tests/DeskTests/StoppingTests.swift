import Dispatch
import Foundation
import Matchmaking
import Screens
import Store
import TestSupport
import Testing

@testable import Desk

@Suite struct `A roster that takes long` {
  let folder: TemporaryFolder
  let desk: RunnerDesk
  let slow: SlowRoster
  var choice: RosterChoice { RosterChoice(path: slow.path) }

  init() throws {
    folder = try TemporaryFolder()
    slow = try SlowRoster(in: folder.path)
    desk = RunnerDesk(
      try Store.open(folder.path + "/s.sqlite", as: .desk, context: .desk()), in: folder)
  }

  @Test func `holds back no check-in while it is tried`() throws {
    let (_, guests) = try desk.store.evening(men: 1)
    desk.run(.rehearseRoster(choice))
    slow.awaitReader()
    desk.run(.checkIn(guests[0].id, overriding: false))
    desk.wait(until: "saved")
    slow.finish(people: 3)
    desk.wait(until: "rehearsed")
    #expect(try desk.store.memberCount() == 1, "it was only tried")
  }

  @Test func `holds back no question while it is brought in`() throws {
    _ = try desk.store.evening(men: 1)
    desk.run(.importRoster(choice))
    slow.awaitReader()
    desk.run(.loadMembers(query: "", rows: 0..<9))
    desk.wait(until: "members")
    guard case .answered(_, .members(let page))? = desk.told.first(where: { $0.name == "members" })
    else {
      return
    }
    #expect(page.total == 1)
    slow.finish(people: 3)
    desk.wait(for: 2)
    #expect(desk.names.suffix(2) == ["registerChanged", "imported"])
    #expect(desk.outcome(.loadMembers(query: "", rows: 0..<9)) == ["members"])
    guard case .answered(_, .members(let after))? = desk.told.last else { return }
    #expect(after.total == 4)
  }

  @Test func `is stopped on its way in, and leaves nothing behind`() throws {
    desk.run(.importRoster(choice))
    slow.awaitReader()
    desk.runner.stop()
    slow.finish(people: 9)
    desk.wait()
    guard case .done(_, .failed(.stopped))? = desk.told.last else {
      Issue.record("told \(desk.names)")
      return
    }
    #expect(try desk.store.memberCount() == 0 && desk.store.acts(limit: 1).isEmpty)
    // What is asked for next is not stopped with it.
    let next = try SlowRoster(in: folder.path)
    desk.forget()
    desk.run(.importRoster(RosterChoice(path: next.path)))
    next.awaitReader()
    next.finish(people: 2)
    desk.wait()
    #expect(desk.names.last == "imported")
    #expect(try desk.store.memberCount() == 2)
  }

  @Test func `is stopped while it is tried, and that is said`() throws {
    desk.run(.rehearseRoster(choice))
    slow.awaitReader()
    desk.runner.stop()
    slow.finish()
    desk.wait()
    guard case .answered(_, .failed(.stopped))? = desk.told.last else {
      Issue.record("told \(desk.names)")
      return
    }
  }

  @Test func `is no longer tried where another is looked at, without a word`() throws {
    let file = folder.path + "/r.csv"
    try "姓名\n王芳\n".write(toFile: file, atomically: true, encoding: .utf8)
    desk.run(.rehearseRoster(choice))
    slow.awaitReader()
    desk.run(.lookAtRoster(RosterChoice(path: file)), .rehearseRoster(RosterChoice(path: file)))
    slow.finish()
    desk.wait(for: 3)
    #expect(desk.names.filter { $0 != "progress" } == ["rosterSeen", "rehearsed"])
  }

  @Test func `is not waited for by who leaves while it is tried`() throws {
    desk.run(.rehearseRoster(choice))
    slow.awaitReader()
    DispatchQueue.global().async { [slow] in slow.finish(people: 5000) }
    desk.runner.finish()
    desk.collect()
    #expect(!desk.names.contains("rehearsed"))
  }

  /// In each of its pieces, the last one and the end of the file among them.
  @Test(arguments: 0...4) func `is stopped between any two of its pieces`(pieces: Int) throws {
    let rows = (0..<7_000).map { "N\($0),王\($0),女\n" }.joined()
    let roster = RosterImport(bytes: Array(("编号,姓名,性别\n" + rows).utf8))
    try desk.store.addMember([.name: "先来"])
    let before = try desk.store.acts(limit: 9).count
    var asked = 0
    let isWanted = {
      asked += 1
      return asked <= pieces + 1
    }
    #expect(throws: RosterStopped.self) {
      try roster.run(into: desk.store, while: isWanted)
    }
    #expect(asked == pieces + 2)
    #expect(try desk.store.memberCount() == 1 && desk.store.acts(limit: 9).count == before)
    #expect(try desk.store.verify().isEmpty)
    let again = RosterImport(bytes: Array(("编号,姓名,性别\n" + rows).utf8))
    #expect(try again.run(into: desk.store).0.added == 7_000)
  }
}
