public import Matchmaking
public import Store

/// Finds whom to ask to an event next.
public enum InvitationDesk {
  /// Verified singles whom the event is for and who are in none of its lists, in the order in which to ask
  /// them.
  public static func next(
    _ limit: Int, for evening: Evening, in store: Store
  ) throws -> [(member: Member, entry: Invitations.Entry)] {
    var facts = RegisterFacts()
    let fresh = try store.eachFacts(FactPart.asked) { facts.append($0) }
    facts.close()
    var plan = self.plan(evening, facts)
    let entries = plan.next(limit)
    // What cannot be kept is made again the next time.
    try? store.keep(fresh)
    let members = Dictionary(try store.members(entries.map(\.member)).map { ($0.id, $0) }) {
      one, _ in one
    }
    return entries.compactMap { entry in members[entry.member].map { ($0, entry) } }
  }

  private static func plan(_ evening: Evening, _ facts: RegisterFacts) -> Invitations {
    let event = evening.event
    let guests = Dictionary(
      evening.guests.map { ($0.registration.member, $0.registration) }
    ) { one, _ in one }
    let fitting = eligible(for: event, facts)
    let rules = CircleRules(pools: event.pools, verifiedOnly: true, day: event.date)
    let members = facts.circleMembers(
      on: event.date,
      where: { place, id, facts in
        if let guest = guests[id] { return guest.status.isExpected }
        return fitting?[place] != false && rules.exclusion(of: facts) == nil
          && !(event.kind.isForMarrying
            && MarriageAge.isAhead(of: facts.birth, facts.sex, on: event.date))
      })
    var (coming, others): ([Invitations.Person], [Invitations.Person]) = ([], [])
    for member in members ?? [] {
      if let guest = guests[member.id] {
        coming.append(.init(member, guest.pool))
      } else if let pool = event.pools.pool(for: member.facts.sex) {
        others.append(.init(member, pool))
      }
    }
    return Invitations(
      guests: coming, candidates: others,
      headcounts: evening.headcounts.mapValues(\.taken), pools: event.pools,
      room: evening.room, on: event.date)
  }

  /// Whom a special session is for, by their places; nil where it is for everybody, nobody where the
  /// condition cannot be read.
  private static func eligible(for event: Event, _ facts: RegisterFacts) -> [Bool]? {
    guard let condition = event.eligible else { return nil }
    var fitting = [Bool](repeating: false, count: facts.count)
    guard let filter = try? Eligibility(condition).filter else { return fitting }
    for place in facts.places(meeting: filter, day: event.date) { fitting[Int(place)] = true }
    return fitting
  }
}

extension Evening {
  /// How many more of each pool get a place, where pools have places of their own.
  fileprivate var room: [Pool: Int] {
    guard event.capacity.isByPool else { return [:] }
    return event.pools.pools.reduce(into: [:]) { room, pool in
      room[pool] = event.capacity.free(for: pool, headcounts)
    }
  }
}

extension Registration.Status {
  /// Whether a place is kept for this person, or they are here.
  fileprivate var isExpected: Bool { self == .registered || self == .checkedIn }
}
