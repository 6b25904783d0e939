import GRDB
import Matchmaking
import TestSupport
import Testing

@testable import Store

@Suite struct `A follower of an evening` {
  let scratch: Scratch
  let store: Store
  /// A connection of its own to the same file, as another process has it.
  let other: Store

  init() throws {
    scratch = try Scratch()
    store = try scratch.open()
    other = try scratch.open(seed: 77)
  }

  /// Where something was missed, what is followed differs from what is on file from then on.
  @Test(arguments: UInt64(1)...3)
  func `misses nothing in a thousand random acts of two processes`(seed: UInt64) throws {
    var organizer = Organizer([store, other], seed: seed)
    while try store.events().isEmpty { try organizer.act() }
    var seen = try Seen(store)
    var readAnew = 0
    for _ in 0..<1_000 {
      try organizer.act(back: true)
      // Some look at each act, some at several at once.
      if organizer.roll(3) > 0 { continue }
      let news =
        try organizer.roll(2) == 0 ? seen.follower.follow(store) : seen.follower.catchUp(store)
      guard let news else { continue }
      if case .readAnew = news.change { readAnew += 1 }
      try seen.take(news, from: store)
      // Own acts are not followed by `follow`, which asks for those of others.
      try seen.take(seen.follower.catchUp(store), from: store)
      try seen.expectWhole(store)
    }
    #expect(readAnew < 100, "most is followed without reading the evening anew")
  }

  @Test func `sees what a merge brought, and what settling it changes with later acts of its own`()
    throws
  {
    let laptops = try Laptops(2) { _ = try $0.makeEvening(Store.form(), men: 4, women: 4) }
    let (here, there) = (laptops.stores[0], laptops.stores[1])
    let event = try #require(try here.events().first).event.id
    var seen = try Seen(here, event)
    let guests = try here.evening(event).guests
    for (store, guest) in zip([here, there], guests) {
      try store.checkIn(guest.id)
      try store.changeBadge(guest.id, to: 50)
    }
    try here.merge(laptops.bundle(of: there))
    try seen.take(seen.follower.catchUp(here), from: here)
    try seen.expectWhole(here)
    // Who gave way gets the number as soon as the other has another.
    let (guest, act) = try here.changeBadge(guests[0].id, to: 60)
    try seen.take(seen.follower.take([guest], of: act, in: here), from: here)
    try seen.expectWhole(here)
    #expect(try here.evening(event).guests.first { $0.id == guests[1].id }?.badge?.number == 50)
  }

  @Test(arguments: UInt64(1)...3)
  func `takes its own acts as they were told, and what others did in between`(seed: UInt64) throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 12, women: 12)
    let stranger = WalkIn.stranger(name: "来客", sex: .man, phone: nil, employer: "")
    var seen = try Seen(store, event)
    var dice = Dice(seed: seed)
    var elsewhere = Organizer([other], seed: seed)
    var mine = 0
    for _ in 0..<300 {
      if dice.roll(0...3) == 0 { try elsewhere.act(back: true) }
      let id = guests[dice.roll(0...23)].id
      do {
        let (guest, act) =
          switch dice.roll(0...9) {
          case 0: try store.walkIn(stranger, to: event)
          case 1: try store.takeBackCheckIn(id)
          case 2: try store.leave(id)
          case 3: try store.changeBadge(id, to: dice.roll(1...60))
          default: try store.checkIn(id, overriding: true)
          }
        try seen.take(
          seen.follower.take([guest], of: act, touchesMembers: true, in: store), from: store)
        mine += 1
      } catch is Refusal {
        try seen.take(seen.follower.catchUp(store), from: store)
      }
      guard seen.evening != nil else { break }
      try seen.expectWhole(store)
    }
    #expect(mine > 20)
  }

  /// What saving a slip tells is what reading it tells, typed once, twice, anew, by the paper, and taken back.
  @Test(arguments: UInt64(1)...3)
  func `takes its own slips as they were told, and what others did in between`(seed: UInt64) throws
  {
    let (event, guests) = try store.makeEvening(Store.form(maxPicks: 4), men: 5, women: 5)
    for guest in guests { try store.checkIn(guest.id) }
    var seen = try Seen(store, event)
    var dice = Dice(seed: seed)
    var mine = 0
    for _ in 0..<200 {
      let ballot = Ballot(
        picker: Badge(.men, dice.roll(1...5)),
        choices: (1...5).filter { _ in dice.roll(0...1) == 0 }.prefix(4).map { Badge(.women, $0) },
        ranks: dice.roll(0...1) == 0 ? .strict : .unranked)
      let typing = SlipTyping(
        reading: [.first, .second, .settled][dice.roll(0...2)],
        clerk: ["甲", nil][dice.roll(0...1)],
        replacing: dice.roll(0...1) == 0 ? .whatever : .nothing, isShared: dice.roll(0...1) == 0)
      if dice.roll(0...3) == 0 { _ = try? other.save(ballot, for: event, typing) }
      if dice.roll(0...5) == 0 { _ = try? store.undo() }
      do {
        if let (slip, act) = try store.save(ballot, for: event, typing) {
          try seen.take(seen.follower.take([], [slip], of: act, in: store), from: store)
          mine += 1
        }
      } catch is Refusal {}
      try seen.take(seen.follower.catchUp(store), from: store)
      try seen.expectWhole(store)
    }
    #expect(mine > 20)
  }

  @Test func `reads nothing of an act that told what it did`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 1, women: 0)
    var follower = try EveningFollower(store)
    _ = try follower.open(event, in: store)
    let (guest, act) = try store.checkIn(guests[0].id)
    // A store in which nothing can be read answers whoever asks with a fault.
    try store.close()
    let news = try follower.take([guest], of: act, in: store)
    guard case .changed(_, let told, _) = news.change else {
      Issue.record("told \(news)")
      return
    }
    #expect(told == [guest])
  }

  @Test func `tells nothing where nobody else did anything`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 1, women: 0)
    var follower = try EveningFollower(store)
    _ = try follower.open(event, in: store)
    #expect(try follower.follow(store) == nil)
    let (guest, act) = try store.checkIn(guests[0].id)
    #expect(try follower.follow(store) == nil, "an own act is no news of others")
    _ = try follower.take([guest], of: act, in: store)
    // What is no act is no news of the evening.
    try other.setMark("x", "y")
    guard case .untouched? = try follower.follow(store)?.change else {
      Issue.record("what the own act did was told again, or the file was not looked at")
      return
    }
  }

  @Test func `tells an own act that nobody told it, with the next of others`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 2, women: 0)
    var seen = try Seen(store, event)
    try store.checkIn(guests[0].id)
    try other.checkIn(guests[1].id)
    try seen.take(#require(try seen.follower.follow(store)), from: store)
    try seen.expectWhole(store)
  }

  @Test func `does not forget what happened before an event was opened`() throws {
    var follower = try EveningFollower(store)
    let (event, _) = try other.create(Store.form())
    try other.addMember([.name: "新人"])
    _ = try follower.open(event.id, in: store)
    #expect(try follower.follow(store)?.touchesMembers == true)
  }

  @Test func `tells that its event is gone, once`() throws {
    let (event, _) = try store.create(Store.form())
    var follower = try EveningFollower(store)
    _ = try follower.open(event.id, in: store)
    try other.remove(event.id)
    guard case .gone? = try follower.follow(store)?.change else {
      Issue.record("the event is still there")
      return
    }
    #expect(follower.event == nil)
    try other.addMember([.name: "新人"])
    guard case .untouched? = try follower.follow(store)?.change else {
      Issue.record("an event that nobody follows was told of")
      return
    }
  }

  @Test func `tries again where it could not read`() throws {
    let (event, guests) = try store.makeEvening(Store.form(), men: 1, women: 0)
    var seen = try Seen(store, event)
    try other.checkIn(guests[0].id)
    let broken = Store(
      path: scratch.path, context: .fixed(), isReadOnly: false, queue: try .init(), seat: nil)
    #expect(throws: (any Error).self) { try seen.follower.catchUp(broken) }
    let news = try #require(try seen.follower.follow(store))
    try seen.take(news, from: store)
    try seen.expectWhole(store)
  }
}

/// An evening as whoever follows it has it.
private struct Seen {
  var follower: EveningFollower
  var evening: Evening?

  init(_ store: Store, _ event: EventID? = nil) throws {
    follower = try EveningFollower(store)
    let event = try event ?? #require(try store.events().last).id
    evening = try follower.open(event, in: store)
  }

  mutating func take(_ news: EveningNews, from store: Store) throws {
    switch news.change {
    case .untouched: break
    case .changed(let event, let guests, let slips):
      evening?.take(event, guests: guests, slips: slips)
    case .readAnew(let evening): self.evening = evening
    case .gone:
      evening = nil
      if let next = try store.events().last {
        evening = try follower.open(next.id, in: store)
      }
    }
  }

  func expectWhole(_ store: Store) throws {
    guard let evening else { return }
    let fresh = try store.evening(evening.event.id)
    #expect(evening.event == fresh.event)
    #expect(evening.guests == fresh.guests)
    #expect(evening.slips == fresh.slips)
    #expect(evening.headcounts.filter { $1 != Headcount() } == fresh.headcounts)
    #expect(evening.missingSlips == fresh.missingSlips)
    #expect(evening.misplaced == fresh.misplaced)
  }
}
