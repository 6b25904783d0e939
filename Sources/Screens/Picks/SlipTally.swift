import Matchmaking

/// Which slips are in and which are missing; worked out when the evening changes, not while drawing.
struct SlipTally: Sendable {
  struct Count: Hashable, Sendable {
    var received = 0
    var missing = 0
    var expected: Int { received + missing }
  }

  /// Whose counts these are.
  private(set) var round = 1
  /// Everybody who may pick and be picked.
  private(set) var roll: [Badge] = []
  /// By badge, in order.
  private(set) var missing: [Pool: [Badge]] = [:]
  private(set) var counts: [Pool: Count] = [:]
  /// Newest first.
  private(set) var recent: [RegistrationID] = []

  init() {}

  init(_ evening: Evening) {
    roll = evening.guests.compactMap {
      $0.registration.status.hasAttended ? $0.badge : nil
    }.sorted()
    round = evening.currentRound.number
    let slips = evening.slips(round: round)
    for guest in evening.missingSlips(round: round) {
      counts[guest.registration.pool, default: Count()].missing += 1
      if let badge = guest.badge { missing[badge.pool, default: []].append(badge) }
    }
    for picker in slips.keys {
      guard let pool = evening.guest(picker)?.registration.pool else { continue }
      counts[pool, default: Count()].received += 1
    }
    recent = slips.sorted { ($1.value.at, $1.key) < ($0.value.at, $0.key) }
      .prefix(40).map(\.key)
  }
}
