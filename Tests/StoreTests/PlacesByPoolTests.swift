import Matchmaking
import Testing

@testable import Store

@Suite struct `Places by pool` {
  let store: Store

  init() throws { store = try Store.inMemory(context: .fixed()) }

  private static func form(_ capacity: Capacity, pools: Pools = .two) throws -> EventForm {
    var form = try Store.form(pools: pools)
    form.capacity = capacity
    return form
  }

  private func evening(_ capacity: Capacity, men: Int, women: Int) throws -> (EventID, [Guest]) {
    try store.makeEvening(Self.form(capacity), men: men, women: women)
  }

  private func registered(_ event: EventID) throws -> [String] {
    try store.evening(event).guests.filter { $0.registration.status == .registered }.map(\.name)
  }

  @Test func `are filled pool by pool, and the rest waits`() throws {
    let (event, guests) = try evening(Capacity(men: 2, women: 1), men: 3, women: 3)
    #expect(try registered(event) == ["男甲0", "男甲1", "女乙0"])
    #expect(guests.count { $0.registration.status == .waitlisted } == 3)
    #expect(try store.verify().isEmpty)
    #expect(try store.evening(event).event.capacity == Capacity(men: 2, women: 1))
  }

  @Test func `a woman's place goes to the first woman who waits, whoever heads the queue`() throws {
    let (event, guests) = try evening(Capacity(men: 1, women: 2), men: 3, women: 4)
    let woman = try #require(guests.first { $0.name == "女乙0" })
    let before = try store.contents()
    let cancelled = try store.unregister([woman.id], from: event)
    #expect(cancelled.movedUp.map(\.name) == ["女乙2"])
    try store.undo()
    #expect(try store.contents() == before)
  }

  @Test func `of a limit for one pool the other has none`() throws {
    let (event, _) = try evening(Capacity(women: 1), men: 4, women: 2)
    #expect(try registered(event) == ["男甲0", "男甲1", "男甲2", "男甲3", "女乙0"])
  }

  @Test func `and of the whole hold both`() throws {
    let (event, guests) = try evening(Capacity(3, women: 2), men: 2, women: 3)
    #expect(try registered(event) == ["男甲0", "男甲1", "女乙0"])
    // The man's place is a place of the whole, and a woman waits for one.
    #expect(try store.decline([guests[0].id], for: event).movedUp.map(\.name) == ["女乙1"])
    #expect(try store.decline([guests[1].id], for: event).movedUp.isEmpty, "the women have theirs")
  }

  @Test func `turn away at the door with the pool told`() throws {
    let (event, guests) = try evening(Capacity(men: 5, women: 1), men: 1, women: 2)
    let waiting = guests[2]
    #expect(throws: Refusal.door(.waitlisted(capacity: 1, of: .women), name: waiting.name)) {
      try store.checkIn(waiting.id)
    }
    let woman = WalkIn.stranger(name: "来客", sex: .woman, phone: nil, employer: "")
    #expect(throws: Refusal.door(.full(capacity: 1, of: .women), name: "来客")) {
      try store.walkIn(woman, to: event)
    }
    try store.walkIn(.stranger(name: "男客", sex: .man, phone: nil, employer: ""), to: event)
    try store.walkIn(woman, to: event, overriding: true)
    #expect(try store.evening(event).headcounts[.women]?.taken == 2)
  }

  @Test func `more of them move up those of the pool that has more`() throws {
    let (event, _) = try evening(Capacity(men: 1, women: 1), men: 3, women: 3)
    let (_, movedUp, _) = try store.edit(event, Self.form(Capacity(men: 1, women: 3)))
    #expect(movedUp.map(\.name) == ["女乙1", "女乙2"])
    let (_, others, _) = try store.edit(event, Self.form(Capacity(men: 2, women: 3)))
    #expect(others.map(\.name) == ["男甲1"])
    #expect(try store.edit(event, Self.form(.unlimited)).movedUp.map(\.name) == ["男甲2"])
  }

  @Test func `fewer than are in take nobody's`() throws {
    let (event, _) = try evening(Capacity(men: 3, women: 3), men: 3, women: 3)
    #expect(try store.edit(event, Self.form(Capacity(men: 1, women: 1))).movedUp.isEmpty)
    #expect(try registered(event).count == 6)
  }

  @Test func `in an event of one pool are refused, made or changed`() throws {
    let refusal = Refusal.event(.badCapacity(.noPools))
    #expect(throws: refusal) {
      try store.create(Self.form(Capacity(men: 1, women: 1), pools: .one))
    }
    let (event, _) = try store.create(Self.form(Capacity(men: 1, women: 1)))
    #expect(throws: refusal) {
      try store.edit(event.id, Self.form(Capacity(men: 1, women: 1), pools: .one))
    }
  }

  @Test func `follow a corrected sex: the place that is free is somebody's at once`() throws {
    let (event, guests) = try evening(Capacity(men: 1, women: 5), men: 2, women: 1)
    let before = try store.contents()
    let (_, act) = try store.edit(guests[0].registration.member, [.sex: "女"])
    #expect(act?.summary.detail == "1")
    #expect(try registered(event) == ["男甲0", "男甲1", "女乙0"])
    try store.undo()
    #expect(try store.contents() == before)
    // Somebody who waited for a place among the men finds one among the women.
    try store.edit(guests[1].registration.member, [.sex: "女"])
    #expect(try registered(event).contains("男甲1"))
  }

  @Test func `are no way around by undoing`() throws {
    let (event, guests) = try evening(Capacity(men: 1, women: 1), men: 2, women: 2)
    _ = try store.unregister([guests[2].id], from: event)
    _ = try store.unregister([guests[0].id], from: event)
    // The woman's place is the next one's now; taking back her going alone must not seat both.
    #expect(try registered(event) == ["男甲1", "女乙1"])
    try store.undo()
    #expect(try registered(event) == ["男甲0", "女乙1"])
  }

  @Test func `somebody who left comes back unless a place of their pool was taken`() throws {
    let (event, guests) = try evening(Capacity(men: 1, women: 1), men: 1, women: 1)
    for guest in guests { try store.checkIn(guest.id) }
    for guest in guests { try store.leave(guest.id) }
    try store.walkIn(.stranger(name: "女客", sex: .woman, phone: nil, employer: ""), to: event)
    try store.checkIn(guests[0].id)
    #expect(throws: Refusal.door(.full(capacity: 1, of: .women), name: guests[1].name)) {
      try store.checkIn(guests[1].id)
    }
  }

  @Test func `are copied with the event`() throws {
    let (event, _) = try store.create(Self.form(Capacity(100, men: 60, women: 50)))
    let copy = try store.copy(event.id, as: "Q2", on: Store.day("2026-09-01")).0
    #expect(copy.capacity == Capacity(100, men: 60, women: 50))
    #expect(try store.event(code: "Q2")?.capacity == copy.capacity)
  }

  @Test func `changed apart, pool by pool, both stand`() throws {
    let laptops = try Laptops(2) { _ = try $0.create(Self.form(Capacity(men: 10, women: 10))) }
    let event = try #require(try laptops.stores[0].events().first).id
    _ = try laptops.stores[0].edit(event, Self.form(Capacity(men: 12, women: 10)))
    _ = try laptops.stores[1].edit(event, Self.form(Capacity(men: 10, women: 15)))
    try laptops.merge(0, into: 1)
    try laptops.merge(1, into: 0)
    for store in laptops.stores {
      #expect(try store.events().first?.event.capacity == Capacity(men: 12, women: 15))
      #expect(try store.conflicts().isEmpty)
    }
  }

  @Test func `come to another desk with the event`() throws {
    let (event, _) = try evening(Capacity(4), men: 1, women: 1)
    let other = store.secondDesk()
    _ = try other.edit(event, Self.form(Capacity(men: 9, women: 8)))
    #expect(try store.events().first?.event.capacity == Capacity(men: 9, women: 8))
  }
}
