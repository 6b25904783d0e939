/// One event with everybody registered and the slips that are in: what the door, the picks and the
/// pairs look at.
///
/// Counts and look-ups are kept while people come and go, so that a screen never walks the list.
public struct Evening: Sendable {
  public var event: Event
  /// In the order of registration; a place never changes its owner, so an index into it is stable.
  public private(set) var guests: [Guest]
  public private(set) var headcounts: [Pool: Headcount]
  /// Whom each slip picks, first choice first, by registration, so that a change of badge keeps it.
  public private(set) var slips: [RegistrationID: SlipRecord]
  /// What stays of mutual picks when the event is archived; empty before.
  public let outcomes: [PickOutcome]
  /// Who once had a number and was given another: a printed one may be on the table, or in a head.
  private var formerWearers: [Badge: RegistrationID]
  private var places: [RegistrationID: Int]
  private var wearers: [Badge: Int]
  /// Places of those who were here with a badge of another pool than their sex.
  private var misplacedPlaces: Set<Int> = []

  public init(
    event: Event, guests: [Guest], slips: [RegistrationID: SlipRecord] = [:],
    formerWearers: [Badge: RegistrationID] = [:], outcomes: [PickOutcome] = []
  ) {
    self.event = event
    self.outcomes = outcomes
    self.guests = guests
    self.slips = slips
    self.formerWearers = formerWearers
    headcounts = [:]
    places = Dictionary(minimumCapacity: guests.count)
    wearers = [:]
    for place in guests.indices { enter(place) }
  }

  public var headcount: Headcount { headcounts.values.reduce(Headcount(), +) }

  /// Where in `guests` a registration stands; nil for one that is not of this event.
  public func place(of id: RegistrationID) -> Int? { places[id] }

  public func guest(_ id: RegistrationID) -> Guest? { places[id].map { guests[$0] } }

  public func guest(wearing badge: Badge) -> Guest? { wearers[badge].map { guests[$0] } }

  /// Whoever had a badge before it was changed; nil where somebody wears it.
  public func guest(formerly badge: Badge) -> Guest? {
    wearers[badge] == nil ? formerWearers[badge].flatMap(guest) : nil
  }

  /// What that person wears now.
  @Sendable
  public func successor(of badge: Badge) -> Badge? { guest(formerly: badge)?.badge }

  /// Takes in a guest as the store has it now; a new one goes to the end.
  ///
  /// - Returns: the place in `guests`.
  @discardableResult
  public mutating func take(_ guest: Guest) -> Int {
    guard let place = places[guest.id] else {
      guests.append(guest)
      enter(guests.count - 1)
      return guests.count - 1
    }
    leave(place)
    if let old = guests[place].badge, guest.badge != nil, guest.badge != old {
      formerWearers[old] = guest.id
    }
    guests[place] = guest
    enter(place)
    return place
  }

  /// Takes in a slip as the store has it now; nil where it was taken back.
  public mutating func take(_ slip: SlipRecord?, of picker: RegistrationID) { slips[picker] = slip }

  /// Everyone whose slip is expected and not in yet, in badge order.
  ///
  /// Expected are those who are here; somebody who left early is not waited for.
  public var missingSlips: [Guest] {
    guests.filter { $0.registration.status == .checkedIn && slips[$0.id] == nil }
      .sorted { ($0.badge ?? Badge(.everyone, 0)) < ($1.badge ?? Badge(.everyone, 0)) }
  }

  /// Those who were here with a badge of another pool than their sex, in badge order.
  public var misplaced: [Guest] {
    misplacedPlaces.map { guests[$0] }
      .sorted { ($0.badge ?? Badge(.everyone, 0)) < ($1.badge ?? Badge(.everyone, 0)) }
  }

  private mutating func enter(_ place: Int) {
    let guest = guests[place]
    places[guest.id] = place
    headcounts[guest.registration.pool, default: Headcount()].count(guest.registration.status)
    if let badge = guest.badge { wearers[badge] = place }
    if guest.presence(at: event) == .misplaced { misplacedPlaces.insert(place) }
  }

  private mutating func leave(_ place: Int) {
    let guest = guests[place]
    headcounts[guest.registration.pool, default: Headcount()].count(
      guest.registration.status, by: -1)
    if let badge = guest.badge, wearers[badge] == place { wearers[badge] = nil }
    misplacedPlaces.remove(place)
  }
}

/// One paper slip as it was typed.
public struct SlipRecord: Hashable, Sendable {
  /// In the order of their places.
  public var picks: [Pick<RegistrationID>]
  /// Every choice counts as the first.
  public var isUnranked: Bool
  public var at: Timestamp

  public init(picks: [Pick<RegistrationID>], isUnranked: Bool = false, at: Timestamp) {
    self.picks = picks
    self.isUnranked = isUnranked
    self.at = at
  }

  /// A slip without a blank line.
  public init(choices: [RegistrationID], isUnranked: Bool = false, at: Timestamp) {
    self.init(picks: .inOrder(choices), isUnranked: isUnranked, at: at)
  }

  public var choices: [RegistrationID] { picks.map(\.person) }
}

/// A line of the list of events.
public struct EventSummary: Hashable, Sendable, Identifiable {
  public var event: Event
  public var headcounts: [Pool: Headcount]
  public var slips: Int
  /// Nil until it is archived.
  public var purge: PicksPurge?

  public init(
    event: Event, headcounts: [Pool: Headcount], slips: Int, purge: PicksPurge? = nil
  ) {
    self.event = event
    self.headcounts = headcounts
    self.slips = slips
    self.purge = purge
  }

  public var id: EventID { event.id }
  public var headcount: Headcount { headcounts.values.reduce(Headcount(), +) }
}
