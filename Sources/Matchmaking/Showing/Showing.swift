/// What the hall may see of an evening: counts, what is under way, who sits where by badge numbers.
///
/// No name is in it but in a `ShownName`, which only a consent makes; so whatever shows it cannot show another.
public struct Showing: Hashable, Sendable {
  public var event: Event
  public var headcounts: [Pool: Headcount]
  /// How many slips of the round that takes them are in.
  public var slips: Int
  /// How many there will be; nil where everybody who is here hands one in.
  public var awaitedSlips: Int?
  public var programme: Programme
  /// Of both kinds, by their numbers.
  public var rounds: [ShownRound]
  /// In the order in which they were announced.
  public var pairs: [ShownPair]
  /// The red thread's last draw; nil while it is not its time.
  public var thread: ShownThread?
  /// The question that was put to the hall; nil while it is not its time.
  public var question: ShownQuestion?

  public init(
    event: Event, headcounts: [Pool: Headcount] = [:], slips: Int = 0,
    programme: Programme = Programme(), rounds: [ShownRound] = [], pairs: [ShownPair] = []
  ) {
    self.event = event
    self.headcounts = headcounts
    self.slips = slips
    self.programme = programme
    self.rounds = rounds
    self.pairs = pairs
  }

  public var headcount: Headcount { headcounts.whole }
}

/// One round by what people wear.
public struct ShownRound: Hashable, Sendable {
  public var kind: SeatingKind
  public var number: Int
  public var phase: Phase
  /// Empty for a round that is over.
  public var tables: [ShownTable]

  public init(kind: SeatingKind, number: Int, phase: Phase, tables: [ShownTable]) {
    self.kind = kind
    self.number = number
    self.phase = phase
    self.tables = tables
  }
}

/// One table, or who sits out.
public struct ShownTable: Hashable, Sendable {
  /// Nil for who sits out.
  public var number: Int?
  public var topic: String?
  public var badges: [Badge]

  public init(number: Int?, topic: String? = nil, badges: [Badge]) {
    self.number = number
    self.topic = topic
    self.badges = badges
  }
}

/// A draw of the red thread, by numbers alone.
public struct ShownThread: Hashable, Sendable {
  public var number: Int
  public var seed: UInt64
  public var pairs: [Meeting]

  public init(number: Int, seed: UInt64, pairs: [Meeting]) {
    self.number = number
    self.seed = seed
    self.pairs = pairs
  }
}

/// A question, and which of how many.
public struct ShownQuestion: Hashable, Sendable {
  /// Counted from 1.
  public var place: Int
  public var of: Int
  public var question: HeartsQuestion

  public init(place: Int, of: Int, question: HeartsQuestion) {
    self.place = place
    self.of = of
    self.question = question
  }
}

/// A pair that was announced.
public struct ShownPair: Hashable, Sendable {
  /// Which announcement it is, so that a new one is told from one that was read again.
  public var id: AnnouncementID
  public var at: Timestamp
  public var badges: [Badge]
  /// Of those who consented, in the order of the badges; shown only where both did.
  public var names: [ShownName]

  public init(
    id: AnnouncementID = AnnouncementID(high: 0, low: 0),
    at: Timestamp = Timestamp(milliseconds: 0), badges: [Badge], names: [ShownName] = []
  ) {
    self.id = id
    self.at = at
    self.badges = badges
    self.names = names
  }
}

/// A name that may stand on the wall.
public struct ShownName: Hashable, Sendable {
  public let text: String

  /// Nil where the organizer shows no names, or the consent is not this person's or of another day than the
  /// one it is shown on.
  public init?(
    _ guest: Guest, at event: Event, proof: ConsentProof<BigScreenUse>, on day: Day
  ) {
    guard event.details.showsNames, proof.member == guest.registration.member, proof.day == day
    else { return nil }
    text = guest.name
  }
}
