/// One event with everybody registered and the slips that are in: what the door, the picks and the
/// pairs look at.
///
/// Counts and look-ups are kept while people come and go, so that a screen never walks the list.
public struct Evening: Sendable {
  public var event: Event
  /// In the order of registration; a place never changes its owner, so an index into it is stable.
  public private(set) var guests: [Guest]
  public private(set) var headcounts: [Pool: Headcount]
  /// What was typed of each slip, by round and registration, so that a change of badge keeps it.
  private(set) var papers: [Int: [RegistrationID: SlipReadings]] = [:]
  /// The rounds of which something was said; see `rounds`.
  var writtenRounds: [PickingRound]
  /// Who is left out of a round because they were paired before, by round; kept, for it takes making
  /// the pairs.
  var leftOut: [Int: Set<RegistrationID>] = [:]
  /// What was decided about pairs, in no order; the evening is read anew where that changes.
  public var announcements: [Announcement]
  /// What stays of mutual picks when the event is archived; empty before.
  public let outcomes: [PickOutcome]
  /// Who once had a number and was given another: a printed one may be on the table, or in a head.
  private var formerWearers: [Badge: RegistrationID]
  private var places: [RegistrationID: Int]
  private var wearers: [Badge: Int]
  /// Places of those who were here with a badge of another pool than their sex.
  private var misplacedPlaces: Set<Int> = []

  /// - Parameter rounds: those of which something was said, in any order; of the first only its state is
  ///   taken.
  public init(
    event: Event, guests: [Guest], slips: [SlipKey: SlipReadings] = [:],
    rounds: [PickingRound] = [], formerWearers: [Badge: RegistrationID] = [:],
    announcements: [Announcement] = [], outcomes: [PickOutcome] = []
  ) {
    self.event = event
    self.outcomes = outcomes
    self.guests = guests
    self.formerWearers = formerWearers
    writtenRounds = rounds.sorted { $0.number < $1.number }
    self.announcements = announcements
    headcounts = [:]
    places = Dictionary(minimumCapacity: guests.count)
    wearers = [:]
    for place in guests.indices { enter(place) }
    for (key, slip) in slips { papers[key.round, default: [:]][key.picker] = slip }
    leaveOutPaired()
  }

  public var headcount: Headcount { headcounts.whole }

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

  /// Takes in what was typed of a slip as the store has it now; nothing where it was taken back.
  public mutating func take(_ slip: SlipReadings, of key: SlipKey) {
    papers[key.round, default: [:]][key.picker] = slip.isEmpty ? nil : slip
  }

  /// Those who were here with a badge of another pool than their sex, in badge order.
  public var misplaced: [Guest] {
    misplacedPlaces.map { guests[$0] }.inBadgeOrder
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

/// A line of the list of events.
public struct EventSummary: Hashable, Sendable, Identifiable {
  public var event: Event
  public var headcounts: [Pool: Headcount]
  /// Of the picking round that takes slips, or of the last.
  public var slips: Int
  /// Of all rounds.
  public var allSlips: Int
  /// Nil until it is archived.
  public var purge: PicksPurge?

  public init(
    event: Event, headcounts: [Pool: Headcount], slips: Int, allSlips: Int? = nil,
    purge: PicksPurge? = nil
  ) {
    self.event = event
    self.headcounts = headcounts
    self.slips = slips
    self.allSlips = allSlips ?? slips
    self.purge = purge
  }

  public var id: EventID { event.id }
  public var headcount: Headcount { headcounts.whole }
}
