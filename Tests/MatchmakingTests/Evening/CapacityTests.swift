import Matchmaking
import Testing

@Suite struct `Places of a pool` {
  static let typed: [(text: String, capacity: Capacity)] = [
    ("", .unlimited), ("不限", .unlimited), ("unlimited", .unlimited), ("120", Capacity(120)),
    (" １２０ ", Capacity(120)), ("共120人", Capacity(120)), ("60+60", Capacity(men: 60, women: 60)),
    ("50＋70", Capacity(men: 50, women: 70)), ("男60女60", Capacity(men: 60, women: 60)),
    ("女60 男50", Capacity(men: 50, women: 60)), ("男60名，女70名", Capacity(men: 60, women: 70)),
    ("男女各60", Capacity(men: 60, women: 60)), ("男女各 60 人", Capacity(men: 60, women: 60)),
    ("各60", Capacity(men: 60, women: 60)), ("M60 F60", Capacity(men: 60, women: 60)),
    ("m60,f70", Capacity(men: 60, women: 70)),
    ("each 60", Capacity(men: 60, women: 60)),
    ("女60", Capacity(women: 60)), ("F60", Capacity(women: 60)), ("men 40", Capacity(men: 40)),
    ("120 女70", Capacity(120, women: 70)), ("共120，男女各70", Capacity(120, men: 70, women: 70)),
    ("120 M60 F60", Capacity(men: 60, women: 60)), ("1", Capacity(1)),
    ("999999", Capacity(999_999)),
  ]

  @Test(arguments: typed) func `are read as organizers write them`(
    text: String, capacity: Capacity
  ) throws {
    #expect(try Capacity(typed: text) == capacity)
    #expect(try Capacity(typed: capacity.text) == capacity, "and can be typed again")
  }

  @Test(arguments: [
    "-5", "1.5", "60/60", "60+60+60", "60 60", "abc", "男", "男女60", "男60男70", "+60", "60+", "+",
    "60+男60", "一百二", "1e3", "1x10", "男女", "60男60女", "总男60", "♂60", "120 130",
  ]) func `that could mean anything are not guessed`(text: String) {
    #expect(throws: CapacityFault.unreadable(text)) { try Capacity(typed: text) }
  }

  @Test(arguments: ["0", "男0女60", "1000000", "99999999999999999999999999", "60+0"])
  func `are at least one and no more than a hall holds`(text: String) {
    #expect(throws: CapacityFault.outOfRange) { try Capacity(typed: text) }
  }

  static let checked: [(Capacity, Pools, CapacityFault?)] = [
    (.unlimited, .one, nil), (Capacity(120), .one, nil), (Capacity(120), .two, nil),
    (Capacity(men: 60, women: 60), .two, nil), (Capacity(men: 60, women: 60), .one, .noPools),
    (Capacity(women: 60), .one, .noPools), (Capacity(100, men: 60, women: 60), .two, nil),
    (Capacity(120, men: 60, women: 60), .two, nil),
    (Capacity(130, men: 60, women: 60), .two, .wholeOutOfReach(whole: 130, sum: 120)),
    (Capacity(50, men: 60), .two, .poolOutOfReach(.men, places: 60, whole: 50)),
    (Capacity(50, women: 51), .two, .poolOutOfReach(.women, places: 51, whole: 50)),
    (Capacity(50, women: 50), .two, nil), (Capacity(0), .two, .outOfRange),
    (Capacity(-3), .one, .outOfRange), (Capacity(men: 0), .two, .outOfRange),
    (Capacity(women: 1_000_000), .two, .outOfRange),
  ]

  @Test(arguments: checked) func `hold together, or it is said what does not`(
    capacity: Capacity, pools: Pools, fault: CapacityFault?
  ) throws {
    var form = EventForm(EveningPeople.event(pools: pools))
    form.capacity = capacity
    let refusal = fault.map { EventRefusal.badCapacity($0) }
    do throws(EventRefusal) {
      try form.check()
      #expect(refusal == nil)
    } catch {
      #expect(error == refusal)
    }
  }

  private func counts(_ men: Int, _ women: Int) -> [Pool: Headcount] {
    [.men: Headcount(awaited: men - men / 2, present: men / 2), .women: Headcount(awaited: women)]
  }

  @Test func `are taken pool by pool`() {
    let capacity = Capacity(men: 3, women: 2)
    #expect(capacity.reached(for: .women, counts(1, 2))?.of == .women)
    #expect(capacity.reached(for: .men, counts(1, 2)) == nil)
    #expect(capacity.reached(for: nil, counts(3, 2)) == nil, "nobody knows whose place it would be")
    #expect(capacity.free(for: .men, counts(1, 2)) == 2)
    #expect(capacity.free(for: .women, counts(1, 5)) == 0)
    let both = Capacity(4, women: 3)
    #expect(both.free(for: .women, counts(2, 1)) == 1)
    #expect(both.reached(for: .men, counts(4, 0))?.of == nil)
    #expect(both.reached(for: .men, counts(4, 0))?.places == 4)
    #expect(both.free(for: .men, counts(0, 9)) == 0)
    #expect(Capacity(10).free(for: .everyone, [.everyone: Headcount(present: 4)]) == 6)
    #expect(Capacity.unlimited.free(for: .men, counts(900, 900)) == nil)
    #expect(Capacity(2, men: 1).exceeded(counts(2, 1)).map(\.taken) == [3, 2])
  }

  @Test func `a walk-in is told whose places are taken`() {
    var event = EveningPeople.event()
    event.capacity = Capacity(men: 2, women: 1)
    func walkIn(_ pool: Pool?, _ counts: [Pool: Headcount]) -> [DoorRefusal] {
      Door.refusals(ofWalkIn: Credentials(), into: pool, to: event, headcounts: counts)
    }
    #expect(walkIn(.women, counts(0, 1)) == [.full(capacity: 1, of: .women)])
    #expect(walkIn(.men, counts(1, 1)) == [])
    #expect(walkIn(nil, counts(2, 1)) == [])
    #expect(event.isFull(counts(2, 1)) && !event.isFull(counts(1, 1)))
  }

  @Test func `a place goes to the first of its pool, not to the head of the queue`() {
    var event = EveningPeople.event()
    event.capacity = Capacity(men: 1, women: 1)
    var list = WaitingList(
      [
        EveningPeople.guest(1, .waitlisted), EveningPeople.guest(2, .waitlisted),
        EveningPeople.guest(3, .waitlisted, sex: .woman),
        EveningPeople.guest(4, .waitlisted, sex: .woman),
      ], for: event)
    let people = list.waiting.map(\.id)
    #expect(people.map { list.places(at: event)[$0] } == [1, 2, 1, 2], "each in the own queue")
    event.capacity = Capacity(2, women: 1)
    #expect(people.map { list.places(at: event)[$0] } == [1, 2, 3, 4], "for a place of the whole")
    #expect(list.next(hasRoom: { $0 == .women })?.number == "A3")
    #expect(list.next(in: .men, hasRoom: { $0 == .women })?.number == "A4")
    #expect(list.next(hasRoom: { $0 == .women }) == nil)
    #expect(list.next(in: .women)?.number == "A1", "where there is room for everybody")
  }
}
