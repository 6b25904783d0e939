import Matchmaking
import Testing

@Suite struct `What another plan changes for whom` {
  private func person(_ number: UInt64) -> RegistrationID { RegistrationID(high: 2, low: number) }

  private func round(
    _ number: Int, _ tables: [Int?: [UInt64]], kind: SeatingKind = .rounds,
    phase: Phase = .waiting
  ) -> SeatedRound {
    SeatedRound(
      id: RoundID(high: 4, low: UInt64(number)), kind: kind, number: number, minutes: 5,
      phase: phase,
      tables: tables.map { SeatedTable(number: $0, seats: $1.map(person)) })
  }

  private func told(_ before: [SeatedRound], _ after: [SeatedRound]) -> Set<String> {
    func word(_ seat: SeatMove.Seat?) -> String {
      guard let seat else { return "nothing" }
      return (seat.table.map(String.init) ?? "out") + (seat.partner.map { " \($0.low)" } ?? "")
    }
    return Set(
      SeatMove.between(before, and: after).map {
        "\($0.person.low) in \($0.round): \(word($0.before)) > \(word($0.after))"
      })
  }

  @Test func `nothing is told where nothing changed, whatever the order`() {
    let one = round(1, [1: [1, 2], 2: [3, 4], nil: [5]])
    let other = round(1, [nil: [5], 2: [4, 3], 1: [1, 2]])
    #expect(told([one], [other]).isEmpty)
    #expect(told([], [one]).isEmpty)
    #expect(told([one], []).isEmpty)
  }

  @Test func `another table, another partner, sitting out and coming in are told`() {
    let before = [round(2, [1: [1, 2], 2: [3, 4], 3: [5, 6]])]
    let after = [round(2, [1: [1, 4], 2: [3, 2], nil: [5], 4: [7, 8]])]
    #expect(
      told(before, after) == [
        "1 in 2: 1 2 > 1 4", "4 in 2: 2 3 > 1 1", "2 in 2: 1 1 > 2 3", "3 in 2: 2 4 > 2 2",
        "5 in 2: 3 6 > out", "7 in 2: nothing > 4 8", "8 in 2: nothing > 4 7",
      ])
  }

  @Test func `of groups only another table is told`() {
    let before = [round(1, [1: [1, 2, 3], 2: [4, 5, 6]], kind: .topics)]
    let after = [round(1, [1: [1, 2, 6], 2: [4, 5, 3]], kind: .topics)]
    #expect(told(before, after) == ["6 in 1: 2 > 1", "3 in 1: 1 > 2"])
  }

  @Test func `what has begun, and rounds of the other kind, change nothing`() {
    let begun = Phase.done(
      since: Timestamp(milliseconds: 0), at: Timestamp(milliseconds: 1))
    #expect(told([round(1, [1: [1, 2]])], [round(1, [2: [1, 2]], phase: begun)]).isEmpty)
    #expect(told([round(1, [1: [1, 2]], kind: .topics)], [round(1, [2: [1, 2]])]).isEmpty)
  }
}

@Suite struct `Why rounds are to be planned anew` {
  private func running(
    _ seats: [UInt64], kinds: [SegmentKind] = [.rounds], done: Int = 0
  ) -> EveningProgramme {
    let at = Timestamp(milliseconds: 5)
    return EveningProgramme(
      programme: Programme(
        kinds.enumerated().map { place, kind in
          Segment(
            id: SegmentID(high: 5, low: UInt64(place)), kind: kind, minutes: 10,
            phase: place < done ? .done(since: at, at: at) : .waiting)
        }),
      rounds: SeatingKind.allCases.map { kind in
        SeatedRound(
          id: RoundID(high: 4, low: kind == .rounds ? 1 : 2), kind: kind, number: 1, minutes: 5,
          tables: [
            SeatedTable(number: 1, seats: seats.map { RegistrationID(high: 2, low: $0) })
          ])
      })
  }

  private func evening(_ guests: [(Int, Registration.Status)]) -> Evening {
    Evening(
      event: EveningPeople.event(),
      guests: guests.map { EveningPeople.guest($0, $1, badge: $0) })
  }

  @Test(
    arguments: [
      ([(1, .checkedIn), (2, .checkedIn)], nil),
      ([(1, .checkedIn), (2, .left)], SeatingChanges(left: 1)),
      ([(1, .checkedIn), (2, .registered)], SeatingChanges(missing: 1)),
      ([(1, .checkedIn), (2, .declined)], SeatingChanges(left: 1)),
      ([(1, .checkedIn), (2, .checkedIn), (3, .checkedIn)], SeatingChanges(came: 1)),
      (
        [(1, .left), (2, .registered), (3, .checkedIn)],
        SeatingChanges(came: 1, left: 1, missing: 1)
      ),
      // Nobody has come yet: all who are expected have a seat.
      ([(1, .registered), (2, .registered)], nil),
      ([(1, .registered), (2, .registered), (3, .registered)], SeatingChanges(came: 1)),
      ([(1, .checkedIn), (2, .checkedIn), (3, .waitlisted), (4, .registered)], nil),
    ] as [([(Int, Registration.Status)], SeatingChanges?)])
  func `who is not here yet has not left`(
    guests: [(Int, Registration.Status)], changes: SeatingChanges?
  ) {
    #expect(running([1, 2]).changes(of: .rounds, at: evening(guests)) == changes)
  }

  @Test(
    arguments: [
      ([.rounds, .topics], 0, [.rounds, .topics]), ([.topics, .rounds], 0, [.topics, .rounds]),
      ([.icebreaker, .rounds, .topics], 0, [.topics, .rounds]),
      ([.icebreaker, .rounds, .topics], 1, [.rounds, .topics]),
      ([.icebreaker, .rounds, .topics], 2, [.topics, .rounds]),
      ([.rounds, .rounds], 2, [.rounds, .topics]), ([], 0, [.rounds, .topics]),
      ([.arrival, .picks], 0, [.rounds, .topics]),
    ] as [([SegmentKind], Int, [SeatingKind])])
  func `what comes next comes first`(kinds: [SegmentKind], done: Int, order: [SeatingKind]) {
    #expect(running([], kinds: kinds, done: done).kindsToCome == order)
  }
}
