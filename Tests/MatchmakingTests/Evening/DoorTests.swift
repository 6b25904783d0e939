import Matchmaking
import Testing

@Suite struct `The rule of the door` {
  private func refusals(
    _ guest: Guest, _ event: Event, here: Int = 0, awaited: Int = 0
  ) -> [DoorRefusal] {
    Door.refusals(
      of: guest, to: event, headcounts: [.men: Headcount(awaited: awaited, present: here)])
  }

  /// So many here and awaited for ten places, and whether one more comes in.
  static let halls: [(here: Int, awaited: Int, hasRoom: Bool)] = [
    (0, 0, true), (9, 0, true), (0, 9, true), (4, 5, true), (10, 0, false), (0, 10, false),
    (5, 5, false), (12, 0, false), (3, 9, false),
  ]

  @Test(arguments: halls)
  func `places of people still awaited are theirs`(here: Int, awaited: Int, hasRoom: Bool) {
    let event = EveningPeople.event(capacity: 10)
    let headcounts: [Pool: Headcount] = [
      .men: Headcount(awaited: awaited, present: here, left: 50, waitlisted: 50)
    ]
    let full: [DoorRefusal] = hasRoom ? [] : [.full(capacity: 10)]
    #expect(
      Door.refusals(ofWalkIn: Credentials(), into: .women, to: event, headcounts: headcounts)
        == full)
    #expect(
      refusals(EveningPeople.guest(1, .waitlisted), event, here: here, awaited: awaited)
        == (hasRoom ? [] : [.waitlisted(capacity: 10)]))
    for status in [Registration.Status.left, .noShow] {
      let guest = EveningPeople.guest(1, status)
      #expect(Door.isCounted(guest, at: event))
      #expect(refusals(guest, event, here: here, awaited: awaited) == full, "\(status)")
    }
    #expect(refusals(EveningPeople.guest(), event, here: here, awaited: awaited) == [])
  }

  @Test func `without a capacity nobody is counted`() {
    for status in Registration.Status.allCases {
      let guest = EveningPeople.guest(1, status)
      #expect(!Door.isCounted(guest, at: EveningPeople.event()))
    }
    #expect(!Door.isCounted(EveningPeople.guest(), at: EveningPeople.event(capacity: 1)))
    #expect(refusals(EveningPeople.guest(1, .left), EveningPeople.event(), here: 900) == [])
  }

  @Test func `who stepped out is not asked anew who they are`() {
    let married = Credentials(status: .married, verification: .expired)
    let event = EveningPeople.event(verifiedOnly: true)
    #expect(refusals(EveningPeople.guest(1, .left, credentials: married), event) == [])
    #expect(
      refusals(EveningPeople.guest(1, .registered, credentials: married), event)
        == [.ineligible(.married), .ineligible(.verificationExpired)])
  }

  @Test func `what the organizer let pass is not asked again, all else is`() {
    let married = Credentials(status: .married)
    let guest = EveningPeople.guest(credentials: married, waived: [.married])
    #expect(refusals(guest, EveningPeople.event()) == [])
    #expect(
      refusals(guest, EveningPeople.event(verifiedOnly: true)) == [.ineligible(.notVerified)])
  }

  @Test func `all reasons are told, the gravest first`() {
    let event = EveningPeople.event(capacity: 1)
    let guest = EveningPeople.guest(1, .waitlisted, credentials: Credentials(status: .withdrawn))
    #expect(
      refusals(guest, event, here: 1) == [.ineligible(.withdrawn), .waitlisted(capacity: 1)])
    let declined = EveningPeople.guest(1, .declined, credentials: Credentials(status: .seeing))
    #expect(refusals(declined, event) == [.ineligible(.seeing), .declined])
    #expect(
      refusals(declined, event, here: 1)
        == [.ineligible(.seeing), .declined, .full(capacity: 1)])
    #expect(Door.isCounted(declined, at: event))
    #expect(
      Door.refusals(
        ofWalkIn: Credentials(isUnderAge: true), into: .men, to: event,
        headcounts: [.men: Headcount(present: 1)])
        == [.ineligible(.underAge), .full(capacity: 1)])
    #expect(throws: DoorRefusal.ineligible(.withdrawn)) {
      try Door.admit(guest, to: event, headcounts: [.men: Headcount(present: 1)])
    }
  }

  @Test(arguments: [EventState.closed, .archived])
  func `a closed event takes nobody, and that stands alone`(state: EventState) {
    let event = EveningPeople.event(capacity: 1, verifiedOnly: true, state: state)
    let married = Credentials(status: .married)
    #expect(refusals(EveningPeople.guest(credentials: married), event) == [.closed])
    #expect(refusals(EveningPeople.guest(1, .checkedIn, badge: 3), event) == [.closed])
    #expect(
      Door.refusals(
        ofWalkIn: married, into: .men, to: event, headcounts: [.men: Headcount(present: 1)]) == [
          .closed
        ])
    #expect(Door.refusals(ofRegistering: married, for: event) == [.closed])
  }

  @Test func `a second check-in is answered with the first, whatever else there is`() throws {
    let guest = EveningPeople.guest(
      1, .checkedIn, badge: 3, credentials: Credentials(status: .married))
    let arrival = try #require(guest.registration.arrival)
    #expect(
      refusals(guest, EveningPeople.event(capacity: 1, verifiedOnly: true), here: 1)
        == [.alreadyIn(arrival, Badge(.men, 3))])
  }

  @Test func `registering asks who somebody is, neither for a verification nor for a place`() {
    let event = EveningPeople.event(capacity: 1, verifiedOnly: true)
    #expect(Door.refusals(ofRegistering: Credentials(), for: event) == [])
    #expect(
      Door.refusals(ofRegistering: Credentials(status: .married), for: event)
        == [.ineligible(.married)])
  }
}

@Suite struct `The pool follows the sex` {
  /// Sex, pool noted, badge, standing; the pool they come into, or why not.
  typealias Case = (Sex?, Pool, Int?, Registration.Status, Result<Pool, DoorRefusal>)

  static let cases: [Case] = [
    (.man, .men, nil, .registered, .success(.men)),
    (.woman, .men, nil, .registered, .success(.women)),
    (.man, .women, nil, .waitlisted, .success(.men)),
    (.man, .men, 7, .registered, .success(.men)),
    (.woman, .men, 7, .registered, .failure(.wrongPool(Badge(.men, 7)))),
    (.man, .women, 7, .left, .failure(.wrongPool(Badge(.women, 7)))),
    (nil, .men, nil, .registered, .failure(.noSex)),
    (nil, .men, 7, .registered, .failure(.noSex)),
    (nil, .men, 7, .left, .success(.men)),
  ]

  @Test(arguments: cases)
  func `until a badge is printed or handed out`(told: Case) {
    let (sex, pool, badge, status, expected) = told
    let guest = EveningPeople.guest(1, status, sex: sex, pool: pool, badge: badge)
    let found = Result { () throws(DoorRefusal) in
      try Door.pool(of: guest, at: EveningPeople.event())
    }
    #expect(found == expected)
  }

  @Test func `what does not fit can be overridden by nobody, and stands alone`() {
    let event = EveningPeople.event(capacity: 1, verifiedOnly: true)
    let misprinted = EveningPeople.guest(
      1, .waitlisted, sex: .woman, pool: .men, badge: 7, credentials: Credentials(status: .married))
    let refusals = Door.refusals(
      of: misprinted, to: event, headcounts: [.men: Headcount(present: 1)])
    #expect(refusals == [.wrongPool(Badge(.men, 7))])
    #expect(refusals.allSatisfy { !$0.canBeOverridden })
    #expect(!DoorRefusal.noSex.canBeOverridden)
  }

  @Test func `who has not come is absent on a slip, whatever is printed`() {
    let guest = EveningPeople.guest(1, .registered, sex: .woman, pool: .men, badge: 7)
    let evening = Evening(event: EveningPeople.event(), guests: [guest])
    #expect(guest.isMisplaced(at: evening.event))
    #expect(evening.presence(of: Badge(.men, 7)) == .absent && evening.misplaced.isEmpty)
  }

  @Test func `one pool takes everybody, also without a sex`() {
    let event = EveningPeople.event(pools: .one)
    for sex in [Sex.man, .woman, nil] {
      let guest = EveningPeople.guest(1, .registered, sex: sex, pool: .everyone, badge: 7)
      #expect(Door.refusals(of: guest, to: event, headcounts: [:]) == [])
      #expect(!guest.isMisplaced(at: event))
    }
  }

  @Test func `two women are no pair, whatever a badge says`() throws {
    // Both are women; the first wears a man's badge since her sex was corrected.
    let first = EveningPeople.guest(1, .checkedIn, sex: .woman, pool: .men, badge: 1)
    let second = EveningPeople.guest(2, .checkedIn, sex: .woman, pool: .women, badge: 1)
    let at = Timestamp(milliseconds: 0)
    let slips = [
      SlipKey(first.id): SlipReadings(first: SlipRecord(choices: [second.id], at: at)),
      SlipKey(second.id): SlipReadings(first: SlipRecord(choices: [first.id], at: at)),
    ]
    let evening = Evening(event: EveningPeople.event(), guests: [first, second], slips: slips)
    #expect(evening.misplaced == [first])
    #expect(try evening.pairing().pairs.isEmpty)
    #expect(evening.presence(of: Badge(.men, 1)) == .misplaced)
    for line in ["M01 1", "M01", "F01 1"] {
      #expect(throws: SlipRefusal.misplaced(Badge(.men, 1))) {
        try Ballot.check(line, rules: SlipRules(evening, correcting: Badge(.women, 1)))
      }
    }
    // She gets a woman's badge: the same slips name nobody of the other pool any more.
    var exchanged = first
    exchanged.registration.pool = .women
    exchanged.registration.badge = 2
    var settled = evening
    settled.take(exchanged)
    #expect(settled.misplaced.isEmpty)
    #expect(try settled.pairing().pairs.isEmpty)
    // A closed event was settled before: what the register says later changes none of its pairs.
    var closed = evening
    closed.event.state = .closed
    #expect(try closed.pairing().pairs.count == 1)
  }
}
