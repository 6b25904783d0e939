public import Matchmaking
public import Wording

/// What is fixed when the program starts.
public struct Setting: Hashable, Sendable {
  public var language: Language
  /// Which desk this is, as shown and logged: `A`, `B`, ….
  public var station: String
  /// The file is the sample; every screen says so.
  public var isSample: Bool
  /// The file may be looked at but not changed; every screen says so.
  public var isReadOnly: Bool
  /// Borders and bars in ASCII, because the terminal draws ambiguous characters two columns wide.
  public var isPlain: Bool
  /// For the form of a new event.
  public var today: Day
  /// Who answers for what this desk does; others are named where they did something.
  public var operatorName: String
  /// Minutes east of UTC, for times of day.
  public var minutesFromUTC: Int
  /// The code of the event to open; nil opens today's, or the only one that is open.
  public var event: String?
  /// Where to begin; nil begins at the door of the event that is opened.
  public var tab: Tab?
  /// Which of the tables at the door this desk is; nil is all of them.
  public var table: Int?
  /// Nothing but the door is in reach until somebody knows the organizer's PIN.
  public var isLocked: Bool
  /// It was started for the door alone, so that it can be locked again.
  public let isForDoor: Bool
  /// The host's card lies on the pairs of the event that is opened.
  public var isForHost: Bool

  public init(
    language: Language, station: String, isSample: Bool = false, isReadOnly: Bool = false,
    isPlain: Bool = false, today: Day, operatorName: String = "", minutesFromUTC: Int = 0,
    event: String? = nil, tab: Tab? = nil, table: Int? = nil, isLocked: Bool = false,
    isForHost: Bool = false
  ) {
    self.language = language
    self.station = station
    self.isSample = isSample
    self.isReadOnly = isReadOnly
    self.isPlain = isPlain
    self.operatorName = operatorName
    self.today = today
    self.minutesFromUTC = minutesFromUTC
    self.event = event
    self.tab = tab
    self.table = table
    self.isLocked = isLocked
    isForDoor = isLocked
    self.isForHost = isForHost
  }
}

/// The screens that stand side by side, in the order an evening goes; `desk --screen` names them.
public enum Tab: String, Sendable, CaseIterable {
  case members, events, door, programme, picks, pairs

  public var phrase: Phrase {
    switch self {
    case .members: Phrase("名册", "Members")
    case .events: Phrase("活动", "Events")
    case .door: Phrase("签到", "Door")
    case .programme: Phrase("环节", "Programme")
    case .picks: Phrase("互选", "Picks")
    case .pairs: Phrase("牵手", "Pairs")
    }
  }

  /// Whether it shows the open event, and nothing without one.
  var needsEvening: Bool {
    switch self {
    case .members, .events: false
    case .door, .programme, .picks, .pairs: true
    }
  }
}
