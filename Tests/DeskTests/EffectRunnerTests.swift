import Foundation
import Matchmaking
import Screens
import Store
import Testing
import Wording

@testable import Desk

@Suite struct `The room behind the desk` {
  let folder: String
  let store: Store
  let mailbox = Mailbox()

  init() throws {
    folder = NSTemporaryDirectory() + "queqiao-\(UUID().uuidString)"
    store = try Store.open(folder + "/store.sqlite", as: .desk, context: .desk())
  }

  private func names(_ messages: [Message]) -> [String] {
    messages.map { message in
      let told: Any =
        switch message {
        case .answered(_, let answer): answer
        case .done(_, let outcome): outcome
        default: message
        }
      return String("\(told)".prefix { $0 != "(" })
    }
  }

  /// What comes of something, until nothing more is being done.
  private func outcome(_ room: EffectRunner, _ question: Question) -> [Message] {
    outcome(room, .ask(question, RequestID(7)))
  }

  private func outcome(_ room: EffectRunner, _ change: Change) -> [Message] {
    outcome(room, .change(change, RequestID(7)))
  }

  private func outcome(_ room: EffectRunner, _ effect: Effect) -> [Message] {
    room.run(effect)
    room.finish()
    return mailbox.empty().messages
  }

  @Test func `tells what another desk did before it says no`() throws {
    let (event, guests) = try store.evening(men: 2)
    let room = EffectRunner(store: store, mailbox: mailbox)
    _ = outcome(room, .openEvening(event))
    let other = try Store.open(store.path, as: .desk, context: .desk("B"))
    try other.checkIn(guests[0].id)
    let told = names(outcome(room, .checkIn(guests[0].id, overriding: false)))
    #expect(told.contains("eveningChanged") && told.last == "refused", "\(told)")
  }

  @Test func `puts on record whose numbers are to be shown, of each by name, and changes nothing`()
    throws
  {
    let ids = try ["王芳", "李娜"].map { try store.addMember([.name: $0, .phone: "13800010007"]).0.id }
    let before = try store.members(0..<9)
    let room = EffectRunner(store: store, mailbox: mailbox)
    let told = names(outcome(room, .keep(.seeDetails(ids))))
    #expect(told == ["saved"], "\(told)")
    let acts = try store.acts(limit: 2)
    #expect(acts.map(\.summary.verb) == [.seeDetails, .seeDetails])
    #expect(acts.map(\.summary.name) == ["李娜", "王芳"])
    #expect(
      try ids.map { try store.acts(about: $0).first?.summary.verb } == [.seeDetails, .seeDetails])
    #expect(try store.members(0..<9) == before)
    // Whoever is not there any more is not shown, and nothing is said to be saved.
    _ = try store.erase([ids[0]])
    #expect(names(outcome(room, .keep(.seeDetails([ids[0]])))).last == "refused")
  }

  @Test func `says that the file is gone once, and what was rescued`() throws {
    let (event, guests) = try store.evening(men: 3)
    let room = EffectRunner(store: store, mailbox: mailbox)
    _ = outcome(room, .openEvening(event))
    _ = outcome(room, .checkIn(guests[0].id, overriding: false))
    rename(store.path, store.path + ".x")
    for _ in 0..<3 { room.follow(isIdle: true) }
    room.finish()
    let told = mailbox.empty().messages
    guard case .noticed(.store(.lost(_, .moved, let rescued?)))? = told.first, told.count == 1
    else {
      Issue.record("told \(told)")
      return
    }
    #expect(FileManager.default.fileExists(atPath: rescued))
    #expect(names(outcome(room, .checkIn(guests[1].id, overriding: false))).last == "failed")
    rename(store.path + ".x", store.path)
    #expect(names(outcome(room, .checkIn(guests[1].id, overriding: false))).last == "saved")
  }

  @Test func `remembers what was done, and rescues it from a file that was cut`() throws {
    let (event, guests) = try store.evening(men: 6)
    let room = EffectRunner(store: store, mailbox: mailbox)
    _ = outcome(room, .openEvening(event))
    room.keepForRescue()
    for guest in guests.prefix(4) { _ = outcome(room, .checkIn(guest.id, overriding: false)) }
    truncate(store.path, 0)
    let told = outcome(room, .checkIn(guests[4].id, overriding: false))
    guard case .done(_, .failed(.store(.lost(_, _, let rescued?))))? = told.last else {
      Issue.record("told \(told)")
      return
    }
    let found = try Store.open(rescued, context: .desk("C"))
    #expect(try found.evening(event).headcount.arrived == 4)
  }

  @Test func `writes the rows to mend under a name that is free`() throws {
    let roster = folder + "/r.csv"
    try "编号,姓名,性别\nA1,,女\n".write(toFile: roster, atomically: true, encoding: .utf8)
    let (summary, _) = try RosterImport(path: roster).run(into: store)
    let desk = RosterDesk(store: store)
    let taken = [folder + "/r-to-mend.xlsx", folder + "/r-to-mend-2.xlsx"]
    try "我的".write(toFile: taken[0], atomically: true, encoding: .utf8)
    symlink("nowhere", taken[1])
    let choice = RosterChoice(path: roster)
    let path = try desk.write(summary.problems, of: choice, in: .english)
    #expect(path == folder + "/r-to-mend-3.xlsx")
    #expect(try String(contentsOfFile: taken[0], encoding: .utf8) == "我的")
    #expect(try desk.write(summary.problems, of: choice, in: .english) != path)
  }
}
