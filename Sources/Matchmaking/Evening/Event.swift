public typealias EventID = Identifier<Event>

public enum EventKind: String, Sendable, CaseIterable {
  case mixer, special, broadcast, wedding, talk
}

/// How far an event is: it takes people and slips until it is closed; an archived one has lost its
/// picks.
public enum EventState: String, Sendable, CaseIterable {
  case open, closed, archived
}

/// An evening or another gathering (活动).
public struct Event: Hashable, Sendable {
  public let id: EventID
  /// What the organizer types to name it; unique, never changes.
  public let code: String
  public var title: String
  public var date: Day
  public var kind: EventKind
  /// Changes only while nobody is registered.
  public var pools: Pools
  /// Picks a slip may carry; nil is unlimited.
  public var maxPicks: Int?
  public var rule: PairingRule
  public var capacity: Capacity
  public var verifiedOnly: Bool
  public var state: EventState
  /// Who may come to a special session (专场): a condition in the language of filters; nil is everybody.
  public var eligible: String?
  public var details: EventDetails

  public init(
    id: EventID, code: String, title: String, date: Day, kind: EventKind = .mixer,
    pools: Pools = .two, maxPicks: Int? = 5, rule: PairingRule = .stable,
    capacity: Capacity = .unlimited,
    verifiedOnly: Bool = false, state: EventState = .open, eligible: String? = nil,
    details: EventDetails = EventDetails()
  ) {
    self.id = id
    self.code = code
    self.title = title
    self.date = date
    self.kind = kind
    self.pools = pools
    self.maxPicks = maxPicks
    self.rule = rule
    self.capacity = capacity
    self.verifiedOnly = verifiedOnly
    self.state = state
    self.eligible = eligible
    self.details = details
  }

  /// Of a title, in characters; it stands at the head of a screen and of every list.
  public static let longestTitle = 80

  /// Letters, digits, `-`, `_` and Han, one to thirty-two characters, so that a code can be typed
  /// in a shell without quotes.
  public static func accepts(code: String) -> Bool {
    (1...32).contains(code.count) && code.first != "-"
      && code.unicodeScalars.allSatisfy { scalar in
        switch scalar.value {
        case 0x2d, 0x5f, 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
        default: scalar.properties.isIdeographic
        }
      }
  }
}

/// What is told about an event and no rule hangs on; nil where nothing was said.
public struct EventDetails: Hashable, Sendable {
  public var theme: String?
  public var place: String?
  /// `HH:MM`, by the clock on the wall there.
  public var starts: String?
  /// The union that gives it.
  public var host: String?
  public var hotline: String?
  /// Whether the big screen may show the names of those who consented to that.
  public var showsNames: Bool
  /// How the door is split among tables; nil is one for all.
  public var doorTables: DoorTables?
  /// How pairs are announced from the desks, as the organizer chose last; names only where they are shown.
  public var announcesAs: ShownAs

  public init(
    theme: String? = nil, place: String? = nil, starts: String? = nil, host: String? = nil,
    hotline: String? = nil, showsNames: Bool = false, doorTables: DoorTables? = nil,
    announcesAs: ShownAs = .number
  ) {
    self.theme = theme
    self.place = place
    self.starts = starts
    self.host = host
    self.hotline = hotline
    self.showsNames = showsNames
    self.doorTables = doorTables
    self.announcesAs = announcesAs
  }

  /// What the hall sees of the pair that is announced next; the same at every desk.
  public var shownAs: ShownAs { showsNames ? announcesAs : .number }
}

extension Pools {
  /// The pools of such an evening, in the order they are shown.
  public var pools: [Pool] { self == .two ? [.men, .women] : [.everyone] }

  /// Where somebody belongs; nil where two pools need a sex that is not known.
  public func pool(for sex: Sex?) -> Pool? {
    switch (self, sex) {
    case (.one, _): .everyone
    case (.two, .man?): .men
    case (.two, .woman?): .women
    case (.two, nil): nil
    }
  }
}
