/// Who waits for a place (候补), and who is next when one is free.
public struct WaitingList: Sendable {
  private var waiting: [Guest]

  /// - Parameter guests: in the order of registration. Left out are those who do not wait, and those who
  ///   may not be registered any more: moving up is a way in as well.
  public init(_ guests: [Guest], for event: Event) {
    waiting = guests.filter { guest in
      guest.registration.status == .waitlisted
        && Door.refusals(ofRegistering: guest.credentials, for: event).allSatisfy {
          $0.objection.map(guest.registration.waived.contains) ?? false
        }
    }
  }

  /// Takes whoever is next from the list: first come, first served.
  ///
  /// - Parameter pool: where the place became free; who waits for that pool goes before the others, so
  ///   that the pools stay as they were meant. Nil where all pools have room.
  public mutating func next(in pool: Pool? = nil) -> Guest? {
    let place = waiting.firstIndex { $0.registration.pool == pool } ?? waiting.indices.first
    return place.map { waiting.remove(at: $0) }
  }
}
