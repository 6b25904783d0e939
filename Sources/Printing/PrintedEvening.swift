public import Matchmaking
internal import Wording

/// What of an event stands on paper.
public struct PrintedEvening: Hashable, Sendable {
  public var title: String
  public var date: Day
  /// Empty where it is not known.
  public var place: String
  /// `HH:MM`; empty where it is not known.
  public var starts: String
  /// The union that gives it, and whom to call; empty where they are not known.
  public var host: String
  public var hotline: String
  public var rule: PairingRule
  /// Nil is unlimited.
  public var maxPicks: Int?
  /// How the door list is split; nil is one for all.
  public var doorTables: DoorTables?

  public init(
    title: String, date: Day, place: String = "", starts: String = "", host: String = "",
    hotline: String = "", rule: PairingRule, maxPicks: Int?, doorTables: DoorTables? = nil
  ) {
    self.title = title
    self.date = date
    self.place = place
    self.starts = starts
    self.host = host
    self.hotline = hotline
    self.rule = rule
    self.maxPicks = maxPicks
    self.doorTables = doorTables
  }
}

extension PrintedEvening {
  /// The day and, where it is known, the time.
  func moment(_ language: Language) -> String {
    [date.phrase(language), starts].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Who gives it and whom to call; empty where neither is known.
  func contact(_ language: Language) -> String {
    [
      host.isEmpty ? "" : Paper.host(host)(language),
      hotline.isEmpty ? "" : Paper.hotline(hotline)(language),
    ].filter { !$0.isEmpty }.joined(separator: language == .chinese ? "　" : " · ")
  }
}

/// What of a guest stands on paper: no more than the door may see.
public struct PrintedGuest: Hashable, Sendable {
  /// Nil where none is given yet; then a line is left to write on.
  public var badge: Badge?
  public var name: String
  public var employer: String
  /// Of the phone; empty where none is known.
  public var lastFour: String
  public var isWaiting: Bool

  public init(
    badge: Badge?, name: String, employer: String = "", lastFour: String = "",
    isWaiting: Bool = false
  ) {
    self.badge = badge
    self.name = name
    self.employer = employer
    self.lastFour = lastFour
    self.isWaiting = isWaiting
  }
}

/// Where somebody sits in each round.
public struct PrintedCard: Hashable, Sendable {
  public struct Meeting: Hashable, Sendable {
    /// Rounds of two, or topic tables.
    public var kind: SeatingKind
    public var round: Int
    /// Nil is a round to sit out.
    public var table: Int?
    public var partner: Badge?

    public init(kind: SeatingKind = .rounds, round: Int, table: Int?, partner: Badge? = nil) {
      self.kind = kind
      self.round = round
      self.table = table
      self.partner = partner
    }
  }

  public var guest: PrintedGuest
  public var meetings: [Meeting]

  public init(guest: PrintedGuest, meetings: [Meeting]) {
    self.guest = guest
    self.meetings = meetings
  }
}

/// What one guest is told of the evening's pairs: only such as were announced.
public struct PrintedResult: Hashable, Sendable {
  public struct Partner: Hashable, Sendable {
    public var badge: Badge
    /// Nil where not both allow that contacts are passed on.
    public var contact: Contact?

    public init(badge: Badge, contact: Contact? = nil) {
      self.badge = badge
      self.contact = contact
    }
  }

  public struct Contact: Hashable, Sendable {
    public var name: String
    /// Empty where it is not known.
    public var phone: String
    public var wechat: String

    public init(name: String, phone: String, wechat: String) {
      self.name = name
      self.phone = phone
      self.wechat = wechat
    }
  }

  public var guest: PrintedGuest
  /// Empty for who has no pair, whose slip looks the same from outside.
  public var partners: [Partner]

  public init(guest: PrintedGuest, partners: [Partner]) {
    self.guest = guest
    self.partners = partners
  }
}

/// What stands on a table.
public struct TableSign: Hashable, Sendable {
  public var number: Int
  /// Empty where nothing is talked about in particular.
  public var topic: String

  public init(number: Int, topic: String = "") {
    self.number = number
    self.topic = topic
  }
}
