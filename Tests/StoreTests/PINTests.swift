import Matchmaking
import Synchronization
import Testing

@testable import Store

@Suite struct `The organizer's PIN` {
  /// A clock that stands where it is put.
  private final class StandingClock: Sendable {
    let time = Mutex<Int64>(1_786_000_000_000)
    func forward(_ seconds: Int64) { time.withLock { $0 += seconds * 1000 } }
  }

  private let clock = StandingClock()
  private let store: Store

  init() throws {
    let (clock, chance) = (self.clock, Chance(seed: 3))
    store = try Store.inMemory(
      context: StoreContext(
        station: "A", operatorName: "tester",
        now: { Timestamp(milliseconds: clock.time.withLock { $0 }) }, random: { chance.random() }))
  }

  private func answer(_ typed: String) throws -> Refusal? {
    do {
      try store.tryPIN(typed)
      return nil
    } catch let refusal as Refusal {
      return refusal
    }
  }

  @Test func `unlocks as it was typed, whatever input method wrote the digits`() throws {
    #expect(try !store.hasPIN && answer("2580") == .pin(.none))
    try store.setPIN(PIN("2580"))
    #expect(try store.hasPIN)
    for typed in ["2580", " 2580 ", "２５８０"] { #expect(try answer(typed) == nil) }
    try store.setPIN(PIN("13579"), knowing: "2580")
    #expect(try answer("2580") == .pin(.wrong(tries: 1, seconds: 1)))
    clock.forward(1)
    #expect(try answer("13579") == nil)
    try store.setPIN(nil, knowing: "13579")
    #expect(try !store.hasPIN)
  }

  @Test func `is kept as a slow hash with salt, in no act and no log`() throws {
    let before = try store.contents()
    try store.setPIN(PIN("2580"))
    let one = try #require(try store.mark("pin"))
    #expect(one.hasPrefix("$6$rounds=100000$") && !one.contains("2580"))
    try store.setPIN(PIN("2580"), knowing: "2580")
    #expect(try store.mark("pin") != one)
    #expect(try store.contents() == before && store.acts(limit: 9).isEmpty)
  }

  @Test func `wrong, it is waited for longer each time, up to a minute`() throws {
    try store.setPIN(PIN("2580"))
    for (place, seconds) in [1, 2, 4, 8, 16, 32, 60, 60].enumerated() {
      #expect(try answer("0000") == .pin(.wrong(tries: place + 1, seconds: seconds)))
      #expect(try answer("2580") == .pin(.tooSoon(seconds: seconds)))
      clock.forward(Int64(seconds) - 1)
      #expect(try answer("2580") == .pin(.tooSoon(seconds: 1)))
      clock.forward(1)
    }
    #expect(try store.tryPIN("2580") == 8)
    #expect(try store.tryPIN("2580") == 0)
    #expect(try answer("0000") == .pin(.wrong(tries: 1, seconds: 1)))
  }

  @Test(arguments: ["", "0000", "25", "25800", "abcd"])
  func `is changed and taken away only by who knows it, and wrong tries count`(typed: String) throws
  {
    try store.setPIN(PIN("2580"))
    let hash = try store.mark("pin")
    for (tries, new) in [PIN("1111"), nil].enumerated() {
      let seconds = PINPatience.seconds(after: tries + 1)
      #expect(throws: Refusal.pin(.wrong(tries: tries + 1, seconds: seconds))) {
        try store.setPIN(new, knowing: typed)
      }
      #expect(throws: Refusal.pin(.tooSoon(seconds: seconds))) {
        try store.setPIN(new, knowing: "2580")
      }
      clock.forward(Int64(seconds))
    }
    #expect(try store.mark("pin") == hash)
    #expect(try store.setPIN(PIN("1111"), knowing: "2580") == 2)
    #expect(try answer("1111") == nil)
    try store.setPIN(nil, knowing: "１１１１")
    #expect(try !store.hasPIN)
    try store.setPIN(PIN("9876"))
    #expect(try answer("9876") == nil)
  }

  @Test func `a clock set back makes nobody wait longer, and another desk nobody quicker`() throws {
    try store.setPIN(PIN("2580"))
    #expect(try answer("1") == .pin(.wrong(tries: 1, seconds: 1)))
    let other = Store(
      path: store.path, context: store.context, isReadOnly: false, queue: store.queue)
    #expect(throws: Refusal.pin(.tooSoon(seconds: 1))) { try other.tryPIN("2580") }
    clock.forward(-86_400)
    #expect(try answer("2580") == .pin(.tooSoon(seconds: 1)))
    clock.forward(86_402)
    #expect(try answer("2580") == nil)
  }

  @Test(arguments: [
    "", "123", "1234567890123", "12a4", "abcd", "12 34", "-1234", "1.234", "一二三四", "½234",
  ])
  func `is 4 to 12 digits`(typed: String) throws {
    #expect(PIN(typed) == nil)
    try store.setPIN(PIN("2580"))
    #expect(try answer(typed) == .pin(.wrong(tries: 1, seconds: 1)))
  }
}

@Suite struct `What a locked desk takes back` {
  @Test func `is what was done since, and nothing before`() throws {
    let store = try Store.inMemory(context: .fixed())
    let (_, guests) = try store.makeEvening(Store.form(), men: 2, women: 0)
    try store.checkIn(guests[0].id)
    let locked = try store.lastAct()
    #expect(throws: Refusal.history(.nothingToUndo)) { try store.undo(station: "A", after: locked) }
    try store.checkIn(guests[1].id)
    try store.undo(station: "A", after: locked)
    #expect(throws: Refusal.history(.nothingToUndo)) { try store.undo(station: "A", after: locked) }
    try store.redo(station: "A", after: locked)
    try store.undo(station: "A")
    try store.undo(station: "A")
    let now = try store.lastAct()
    #expect(throws: Refusal.history(.nothingToRedo)) { try store.redo(station: "A", after: now) }
  }
}
