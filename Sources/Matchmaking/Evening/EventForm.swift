/// What an organizer says about an event to be made.
public struct EventForm: Hashable, Sendable {
  public var code: String
  public var title: String
  public var date: Day
  public var kind: EventKind
  public var pools: Pools
  public var maxPicks: Int?
  public var rule: PairingRule
  public var capacity: Int?
  public var verifiedOnly: Bool

  public init(
    code: String, title: String, date: Day, kind: EventKind = .mixer, pools: Pools = .two,
    maxPicks: Int? = 5, rule: PairingRule = .stable, capacity: Int? = nil,
    verifiedOnly: Bool = false
  ) {
    self.code = code
    self.title = title
    self.date = date
    self.kind = kind
    self.pools = pools
    self.maxPicks = maxPicks
    self.rule = rule
    self.capacity = capacity
    self.verifiedOnly = verifiedOnly
  }

  public func event(id: EventID) -> Event {
    Event(
      id: id, code: code, title: title, date: date, kind: kind, pools: pools, maxPicks: maxPicks,
      rule: rule, capacity: capacity, verifiedOnly: verifiedOnly)
  }
}
