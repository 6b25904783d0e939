/// Who waits for a place (候补), and who is next when one is free.
public struct WaitingList: Sendable {
  /// Those who wait, in the order in which places are given.
  public private(set) var waiting: [Guest]

  /// - Parameter guests: in the order of registration. Left out are those who do not wait, and those who
  ///   may not be registered any more: moving up is a way in as well.
  public init(_ guests: [Guest], for event: Event) {
    waiting = guests.filter { guest in
      guest.registration.status == .waitlisted && guest.mayMoveUp(at: event)
    }
  }

  /// Where each stands, from 1: in one queue, or where each pool has places of its own and there is no limit for
  /// both in the queue of their pool.
  public func places(at event: Event) -> [RegistrationID: Int] {
    let hasQueues = event.capacity.isByPool && event.capacity.all == nil
    var lengths: [Pool?: Int] = [:]
    return waiting.reduce(into: [:]) { places, guest in
      let queue = hasQueues ? guest.registration.pool : nil
      lengths[queue, default: 0] += 1
      places[guest.id] = lengths[queue]
    }
  }

  /// Takes whoever is next from the list: first come, first served, among those whose pool has room.
  ///
  /// - Parameters:
  ///   - pool: where the place became free; who waits for that pool goes before the others, so
  ///     that the pools stay as they were meant. Nil where there are more for everybody.
  ///   - hasRoom: whether one more of a pool gets a place.
  public mutating func next(
    in pool: Pool? = nil, hasRoom: (Pool) -> Bool = { _ in true }
  ) -> Guest? {
    let place =
      waiting.firstIndex { $0.registration.pool == pool && hasRoom($0.registration.pool) }
      ?? waiting.firstIndex { hasRoom($0.registration.pool) }
    return place.map { waiting.remove(at: $0) }
  }
}

extension Guest {
  /// Whether nothing speaks against a place that is not waived.
  public func mayMoveUp(at event: Event) -> Bool {
    Door.refusals(ofRegistering: credentials, for: event).allSatisfy {
      $0.objection.map(registration.waived.contains) ?? false
    }
  }
}
