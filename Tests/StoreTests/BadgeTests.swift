import Matchmaking
import Testing

@testable import Store

@Suite struct `Badges` {
  let store: Store

  init() throws { store = try Store.inMemory(context: .fixed()) }

  private func evening(men: Int, badges: [Int?]) throws -> (EventID, [Guest]) {
    try store.importDrafts((0..<men).map { MemberDraft(name: "男\($0)", sex: .man) })
    let (event, _) = try store.create(Store.form())
    let enrolments = zip(try store.members(0..<men), badges).map { member, number in
      Enrolment(member: member.id, badge: number.map { Badge(.men, $0) })
    }
    let (results, _) = try store.register(enrolments, for: event.id)
    return (event.id, try results.map { try $0.get() })
  }

  @Test func `printed ones are passed over by those handed out in order`() throws {
    let (_, guests) = try evening(men: 4, badges: [1, nil, 3, nil])
    let numbers = try guests.reversed().map { try store.checkIn($0.id).0.badge?.number }
    #expect(numbers == [2, 3, 4, 1])
  }

  @Test func `a printed one is nobody else's though its owner never came`() throws {
    let (event, guests) = try evening(men: 2, badges: [5, nil])
    #expect(throws: Refusal.door(.badgeTaken(Badge(.men, 5)), name: "男1")) {
      try store.changeBadge(guests[1].id, to: 5)
    }
    try store.importDrafts([MemberDraft(name: "后来", sex: .man)])
    let newcomer = try store.members(2..<3)[0]
    let (results, act) = try store.register(
      [Enrolment(member: newcomer.id, badge: Badge(.men, 5))], for: event)
    #expect(results == [.failure(.door(.badgeTaken(Badge(.men, 5)), name: "后来"))])
    #expect(act == nil)
  }

  @Test func `a printed one that was changed before anybody came is handed out to nobody`() throws {
    let (_, guests) = try evening(men: 3, badges: [1, 2, nil])
    try store.changeBadge(guests[0].id, to: 70)
    try store.changeBadge(guests[1].id, to: 71)
    #expect(try store.checkIn(guests[2].id).0.badge == Badge(.men, 3))
  }

  @Test func `one that was worn stays its wearer's after a change`() throws {
    let (_, guests) = try evening(men: 2, badges: [nil, nil])
    try store.checkIn(guests[0].id)
    #expect(try store.changeBadge(guests[0].id, to: 9).0.badge == Badge(.men, 9))
    #expect(throws: Refusal.door(.badgeTaken(Badge(.men, 1)), name: "男1")) {
      try store.changeBadge(guests[1].id, to: 1)
    }
    #expect(try store.checkIn(guests[1].id).0.badge == Badge(.men, 2))
    #expect(try store.changeBadge(guests[0].id, to: 1).0.badge == Badge(.men, 1))
  }

  @Test func `a walk-in that is taken back leaves its number behind`() throws {
    let (event, _) = try evening(men: 0, badges: [])
    let stranger = WalkIn.stranger(name: "来客", sex: .man, phone: nil, employer: "")
    try store.walkIn(stranger, to: event)
    try store.undo()
    #expect(try store.walkIn(stranger, to: event).0.badge == Badge(.men, 2))
  }

  @Test func `a taken back check-in keeps the number`() throws {
    let (_, guests) = try evening(men: 2, badges: [nil, nil])
    try store.checkIn(guests[0].id)
    try store.takeBackCheckIn(guests[0].id)
    #expect(try store.checkIn(guests[1].id).0.badge == Badge(.men, 2))
    #expect(try store.checkIn(guests[0].id).0.badge == Badge(.men, 1))
  }

  @Test(arguments: [0, -1, 100_000, Int.max, Int.min])
  func `a number that cannot be worn is refused`(number: Int) throws {
    let (_, guests) = try evening(men: 1, badges: [nil])
    #expect(throws: Refusal.door(.badgeTaken(Badge(.men, number)), name: "男0")) {
      try store.changeBadge(guests[0].id, to: number)
    }
  }

  @Test func `the highest number does not stop those in order`() throws {
    let (_, guests) = try evening(men: 2, badges: [99_999, nil])
    #expect(try store.checkIn(guests[0].id).0.badge == Badge(.men, 99_999))
    #expect(try store.checkIn(guests[1].id).0.badge == Badge(.men, 1))
  }

  @Test func `a badge of the other pool is refused`() throws {
    try store.importDrafts([MemberDraft(name: "男", sex: .man)])
    let (event, _) = try store.create(Store.form())
    let member = try store.members(0..<1)[0]
    let (results, _) = try store.register(
      [Enrolment(member: member.id, badge: Badge(.women, 1))], for: event.id)
    #expect(results == [.failure(.door(.wrongPool(Badge(.women, 1)), name: "男"))])
  }

  @Test func `the same badge twice in one list is refused the second time`() throws {
    try store.importDrafts((0..<2).map { MemberDraft(name: "男\($0)", sex: .man) })
    let (event, _) = try store.create(Store.form())
    let enrolments = try store.members(0..<2).map {
      Enrolment(member: $0.id, badge: Badge(.men, 7))
    }
    let (results, _) = try store.register(enrolments, for: event.id)
    #expect(try results[0].get().badge == Badge(.men, 7))
    #expect(results[1] == .failure(.door(.badgeTaken(Badge(.men, 7)), name: "男1")))
  }

  @Test func `one pool has one row of numbers`() throws {
    let (_, guests) = try store.makeEvening(Store.form(pools: .one), men: 1, women: 1)
    let badges = try guests.map { try store.checkIn($0.id).0.badge }
    #expect(badges == [Badge(.everyone, 1), Badge(.everyone, 2)])
  }
}
