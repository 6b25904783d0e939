import Dispatch
import Foundation
import Matchmaking
import Pinyin
import Screens
import Store
import TestSupport
import Testing

@testable import Desk

@Suite struct `The effect runner` {
  let folder: TemporaryFolder
  let desk: RunnerDesk

  init() throws {
    folder = try TemporaryFolder()
    desk = RunnerDesk(
      try Store.open(folder.path + "/s.sqlite", as: .desk, context: .desk()), in: folder)
  }

  private func another() throws -> RunnerDesk {
    RunnerDesk(try Store.open(desk.store.path, as: .desk, context: .desk("B")), in: folder)
  }

  private func question(_ filter: String) -> RegisterQuestion {
    RegisterQuestion(filter: filter, rows: 0..<20, today: .fallback)
  }

  private var pages: [RegisterPage] {
    desk.told.compactMap { if case .answered(_, .browsed(let page)) = $0 { page } else { nil } }
  }

  // MARK: - Changes

  @Test(arguments: [
    ("旅行\n美食\n", ["旅行", "美食"]), ("话题\n旅行, 在哪\n\n", ["旅行, 在哪"]), ("\n\n话题\n", []),
    ("\u{FEFF}topics\r\nfood\r\n", ["food"]),
  ])
  func `topics are read from a file`(text: String, topics: [String]) throws {
    let (event, guests) = try desk.store.evening(men: 4)
    for guest in guests { try desk.store.checkIn(guest.id) }
    let path = folder.path + "/t.txt"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let wish = TopicsWish(rounds: 1, size: 4)
    #expect(desk.outcome(.planTopics(event, wish, from: path)).last == "saved")
    #expect(try desk.store.seating(.topics, of: event).plan?.topics == topics)
    #expect(desk.outcome(.planTopics(event, wish, from: path + "x")).last == "failed")
  }

  @Test func `answers a change once, behind what it changed`() throws {
    let (event, guests) = try desk.store.evening(men: 2)
    _ = desk.outcome(.openEvening(event))
    // With its first change it hears of those that made the evening.
    _ = desk.outcome(.checkIn(guests[1].id, overriding: false))
    #expect(
      desk.outcome(.checkIn(guests[0].id, overriding: false)) == ["eveningChanged", "saved"])
    guard case .eveningChanged(let change)? = desk.told.first else { return }
    #expect(change.guests.map(\.id) == [guests[0].id] && change.event.id == event)
    #expect(
      change.guests == (try desk.store.evening(event).guests.filter { $0.id == guests[0].id }))
    desk.runner.finish()
    desk.collect()
    #expect(desk.answers == 1 && desk.told.count == 2)
  }

  @Test func `answers a refusal once, and goes on`() throws {
    let (event, guests) = try desk.store.evening(men: 1)
    _ = desk.outcome(.openEvening(event))
    let checkIn = Change.checkIn(guests[0].id, overriding: false)
    #expect(desk.outcome(checkIn).last == "saved")
    #expect(desk.outcome(checkIn) == ["refused"])
    #expect(desk.outcome(.leave(guests[0].id)).last == "saved")
  }

  @Test func `takes every kind of change at the door as the file has it`() throws {
    let (event, guests) = try desk.store.evening(men: 6)
    _ = desk.outcome(.openEvening(event))
    guard case .answered(_, .evening(var evening, var index))? = desk.told.first else { return }
    let other = try another()
    let stranger = WalkIn.stranger(name: "赵来客", sex: .man, phone: nil, employer: "")
    let known = try desk.store.addMember([.name: "孙有名", .sex: "M"]).0
    let unsexed = try desk.store.addMember([.name: "李无别"]).0
    let changes: [Change] = [
      .checkIn(guests[0].id, overriding: false), .checkIn(guests[1].id, overriding: false),
      .changeBadge(guests[0].id, 40), .leave(guests[1].id), .takeBackCheckIn(guests[0].id),
      .walkIn(event, stranger, overriding: false),
      .walkIn(event, .member(known.id), overriding: false),
      .walkIn(event, .member(unsexed.id, sex: .woman), overriding: false),
      .decline(event, guests[5].id), .unregister(event, guests[4].id),
      .checkIn(guests[2].id, overriding: false), .undo, .redo, .closeEvent(event),
    ]
    for (turn, change) in changes.enumerated() {
      if turn % 3 == 1 { _ = try? other.store.checkIn(guests[3].id) }
      if turn % 3 == 2 { _ = try? other.store.takeBackCheckIn(guests[3].id) }
      #expect(desk.outcome(change).last == "saved", "\(change)")
      for message in desk.told {
        switch message {
        case .eveningChanged(let news):
          index.take(
            evening.take(news.event, guests: news.guests, slips: news.slips), of: evening)
        case .evening(let now, let made): (evening, index) = (now, made)
        default: break
        }
      }
      let fresh = try desk.store.evening(event)
      #expect(evening.guests == fresh.guests && evening.event == fresh.event, "\(change)")
      #expect(index.bytes == fresh.makeIndex().bytes, "\(change)")
    }
  }

  @Test func `tells each of two desks what the other did, and nobody twice`() throws {
    let (event, guests) = try desk.store.evening(men: 2)
    let other = try another()
    _ = desk.outcome(.openEvening(event))
    _ = other.outcome(.openEvening(event))
    _ = desk.outcome(.checkIn(guests[0].id, overriding: false))
    desk.forget()
    other.forget()
    for each in [desk, other] {
      each.runner.follow(isIdle: false)
      each.runner.finish()
      each.collect()
    }
    #expect(desk.names == [] && other.names == ["eveningChanged"])
    _ = other.outcome(.checkIn(guests[1].id, overriding: false))
    desk.runner.follow(isIdle: false)
    desk.runner.follow(isIdle: false)
    desk.runner.finish()
    desk.collect()
    #expect(desk.names == ["eveningChanged"])
  }

  @Test func `has everything on disk when it was waited for`() throws {
    let (_, guests) = try desk.store.evening(men: 5)
    let gate = desk.runner.queue.hold()
    for guest in guests { desk.run(.checkIn(guest.id, overriding: false)) }
    DispatchQueue.global().async { gate.signal() }
    desk.runner.finish()
    desk.collect()
    #expect(desk.answers == 5)
    #expect(try desk.store.events().first?.headcount.arrived == 5)
  }

  // MARK: - Questions

  @Test func `answers of several questions to the register the last`() throws {
    _ = try desk.store.evening(men: 3)
    let gate = desk.runner.questions.hold()
    for number in 1...4 { desk.run(.browse(question("王\(number % 3)"))) }
    gate.signal()
    desk.wait(for: 4)
    #expect(pages.map(\.question.filter) == ["王1"])
  }

  @Test func `lets no long question hold back a check-in`() throws {
    let (event, guests) = try desk.store.evening(men: 1)
    _ = desk.outcome(.openEvening(event))
    desk.forget()
    let gate = desk.runner.questions.hold()
    desk.run(.read(.duplicates), .loadHistory(limit: 5))
    desk.run(.checkIn(guests[0].id, overriding: false))
    desk.wait(until: "saved")
    #expect(!desk.names.contains("history"))
    gate.signal()
    desk.wait(until: "history")
  }

  @Test func `shows a question what was changed before it was asked`() throws {
    // The connection for questions is open before there is anything to see.
    _ = desk.outcome(.loadHistory(limit: 5))
    desk.forget()
    let gate = desk.runner.queue.hold()
    desk.run(.keep(.add([.name: "新人"])))
    desk.run(.loadHistory(limit: 5), .loadMembers(query: "xinren", rows: 0..<9))
    gate.signal()
    desk.wait(for: 3)
    let acts = desk.told.compactMap {
      if case .answered(_, .history(let acts)) = $0 { acts } else { nil }
    }
    #expect(acts.first?.map(\.summary.verb) == [.addMember])
    guard case .answered(_, .members(let page))? = desk.told.last else { return }
    #expect(page.rows.map(\.name) == ["新人"])
  }

  @Test func `reads the register anew after every change of it`() throws {
    for number in 1...3 {
      desk.forget()
      desk.run(.keep(.add([.name: "王\(number)", .sex: "M"])))
      desk.run(.browse(question("sex=M")))
      desk.wait(for: 2)
      #expect(pages.map(\.total) == [number])
    }
  }

  @Test func `registers whom a filter finds, though their facts must be read first`() throws {
    let (event, _) = try desk.store.evening(men: 1)
    for number in 1...3 { _ = try desk.store.addMember([.name: "李\(number)", .sex: "F"]) }
    #expect(desk.outcome(.registerFound(event, question("sex=F"))).last == "imported")
    #expect(try desk.store.evening(event).guests.count == 4)
    desk.runner.finish()
    desk.collect()
    #expect(desk.answers == 1)
  }

  @Test func `answers a lone question in a store that is only in memory`() throws {
    let desk = RunnerDesk(try Store.inMemory(context: .desk()))
    let (_, guests) = try desk.store.evening(men: 1)
    #expect(desk.outcome(.browse(question("王0"))) == ["browsed"])
    #expect(desk.outcome(.checkIn(guests[0].id, overriding: false)).last == "saved")
  }

  @Test func `stops reading facts, and says so to whoever waited`() throws {
    let (event, _) = try desk.store.evening(men: 1)
    desk.forget()
    let gate = desk.runner.questions.hold()
    desk.run(.registerFound(event, question("sex=F")))
    desk.runner.queue.sync {}
    desk.runner.stop()
    gate.signal()
    desk.wait()
    guard case .done(_, .failed(.stopped))? = desk.told.last else {
      Issue.record("told \(desk.names)")
      return
    }
    #expect(desk.outcome(.registerFound(event, question("sex=M"))).last == "imported")
  }
}
