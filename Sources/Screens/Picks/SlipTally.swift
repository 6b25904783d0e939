import Matchmaking

/// Which slips of a round are in and which are missing; worked out when the evening changes, not while
/// drawing.
struct SlipTally: Sendable {
  struct Count: Hashable, Sendable {
    var received = 0
    var missing = 0
    var expected: Int { received + missing }
  }

  private(set) var round: PickingRound
  /// How many rounds there are.
  private(set) var rounds = 1
  /// Everybody who may pick and be picked.
  private(set) var roll: [Badge] = []
  /// By badge, in order; while slips are typed the second time, those typed once.
  private(set) var missing: [Pool: [Badge]] = [:]
  private(set) var counts: [Pool: Count] = [:]
  /// Newest first.
  private(set) var recent: [RegistrationID] = []
  private(set) var accuracy = SlipAccuracy([])
  /// How many two typed differently, and nobody looked at the paper.
  private(set) var unsettled = 0

  init() { round = PickingRound(number: 1, rule: .stable, maxPicks: nil) }

  /// - Parameter number: nil is the round that takes slips, or else the last.
  init(_ evening: Evening, round number: Int? = nil, reading: SlipReading = .first) {
    round = number.flatMap(evening.round) ?? evening.currentRound
    rounds = evening.rounds.count
    let leftOut = evening.leftOut(of: round.number)
    roll = evening.guests.compactMap {
      $0.registration.status.hasAttended && !leftOut.contains($0.id) ? $0.badge : nil
    }.sorted()
    let readings = evening.readings(round: round.number)
    let awaited =
      reading == .second
      ? evening.onceTyped(round: round.number) : evening.missingSlips(round: round.number)
    for guest in awaited {
      counts[guest.registration.pool, default: Count()].missing += 1
      if let badge = guest.badge { missing[badge.pool, default: []].append(badge) }
    }
    var typed: [(id: RegistrationID, at: Timestamp)] = []
    for (picker, slip) in readings {
      if slip.isUnsettled { unsettled += 1 }
      guard let counted = reading == .second ? slip.second : slip.counting,
        let pool = evening.guest(picker)?.registration.pool
      else { continue }
      counts[pool, default: Count()].received += 1
      typed.append((picker, counted.at))
    }
    recent = typed.sorted { ($1.at, $1.id) < ($0.at, $0.id) }.prefix(40).map(\.id)
    accuracy = SlipAccuracy(readings.values)
  }
}
