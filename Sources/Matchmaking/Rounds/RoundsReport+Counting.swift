extension RoundsReport {
  /// Counted from the rounds as they are, and not from how they were made.
  ///
  /// - Parameter most: how many meetings there can be.
  init(
    _ rounds: [Round], _ people: RoundsPeople, most: Int, bound: Int, fit: (Badge, Badge) -> Int
  ) {
    let meetings = rounds.flatMap(\.meetings)
    self.rounds = rounds.count
    self.meetings = meetings.count
    totalFit = meetings.reduce(0) { sum, meeting in
      sum + max(-MeetingTable.widest, min(MeetingTable.widest, fit(meeting.a, meeting.b)))
    }
    self.bound = bound
    isOptimal = bound == totalFit && meetings.count == most
    let spread = Self.spread(rounds, people)
    (sitOutsLeast, sitOutsMost) = (spread.lowerBound, spread.upperBound)
    var met: [Meeting: Int] = [:]
    for meeting in people.task.past.flatMap(\.meetings) + meetings { met[meeting, default: 0] += 1 }
    repeats = met.values.reduce(0) { $0 + $1 - 1 }
    let running = people.task.past.suffix(1) + rounds
    runningSitOuts = zip(running, running.dropFirst()).reduce(0) {
      $0 + Set($1.0.sittingOut).intersection($1.1.sittingOut).count
    }
    var gaveWay: [RoundsRule] = []
    if spread.count > 2 { gaveWay.append(.evenSitOuts) }
    let room = people.meetingsAtOnce * rounds.count
    if meetings.count < room || room == 0 && !rounds.isEmpty { gaveWay.append(.fullRounds) }
    if Set(meetings).contains(where: { met[$0] ?? 0 > 1 }) { gaveWay.append(.noRepeats) }
    self.gaveWay = gaveWay
  }

  private static func spread(_ rounds: [Round], _ people: RoundsPeople) -> ClosedRange<Int> {
    var counts = people.sitOuts
    for round in rounds { for badge in round.sittingOut { counts[badge, default: 0] += 1 } }
    func range(_ pool: [Badge]) -> ClosedRange<Int> {
      let all = pool.map { counts[$0] ?? 0 }
      return (all.min() ?? 0)...(all.max() ?? 0)
    }
    let (rows, columns) = (range(people.rows), range(people.columns))
    if rows.count != columns.count { return rows.count > columns.count ? rows : columns }
    return people.rows.count >= people.columns.count ? rows : columns
  }
}
