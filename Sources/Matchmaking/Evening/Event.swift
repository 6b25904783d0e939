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
  /// People the hall takes; nil is no limit.
  public var capacity: Int?
  public var verifiedOnly: Bool
  public var state: EventState

  public init(
    id: EventID, code: String, title: String, date: Day, kind: EventKind = .mixer,
    pools: Pools = .two, maxPicks: Int? = 5, rule: PairingRule = .stable, capacity: Int? = nil,
    verifiedOnly: Bool = false, state: EventState = .open
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
  }

  /// Letters, digits, `-`, `_` and Han, one to thirty-two characters, so that a code can be typed
  /// in a shell without quotes.
  /// Of a title, in characters; it stands at the head of a screen and of every list.
  public static let longestTitle = 80

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
