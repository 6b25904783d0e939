public import Matchmaking
public import Store

/// Who has nobody yet, between two rounds of picking, for the organizer to bring together.
public enum WaitingDesk {
  /// Nobody reads longer lists.
  public static let mostFits = 5

  /// Those who are here and whom nobody picked whom they picked, in badge order; it goes on record.
  ///
  /// Mutual picks alone are looked at, and how well people fit by what the register says: whom somebody picked in
  /// vain makes no difference.
  public static func look(at event: EventID, in store: Store) throws -> [WaitingGuest] {
    let evening = try store.evening(event)
    let matched = Set(
      try evening.rounds.flatMap { try evening.pairing(round: $0.number).mutual }.flatMap {
        [$0.a, $0.b]
      })
    let waiting = evening.guests.filter { guest in
      guest.presence(at: evening.event) == .present && !(guest.badge.map(matched.contains) ?? true)
    }
    let badges = Set(waiting.compactMap(\.badge))
    var fits: [Badge: [(badge: Badge, fit: Int)]] = [:]
    for (meeting, fit) in badges.count < 2 ? [] : try RoundsDesk.fits(at: event, in: store)
    where fit > 0 && badges.contains(meeting.a) && badges.contains(meeting.b) {
      fits[meeting.a, default: []].append((meeting.b, fit))
      fits[meeting.b, default: []].append((meeting.a, fit))
    }
    try store.noteWaitingSeen(at: event)
    return waiting.inBadgeOrder.map { guest in
      let found = guest.badge.flatMap { fits[$0] } ?? []
      let sorted = found.sorted { ($1.fit, $0.badge) < ($0.fit, $1.badge) }
      return WaitingGuest(guest, fits: sorted.prefix(mostFits).map(\.badge))
    }
  }
}
