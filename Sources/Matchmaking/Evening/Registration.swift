public typealias RegistrationID = Identifier<Registration>

/// One member's place at one event (报名).
public struct Registration: Hashable, Sendable {
  public enum Status: String, Sendable, CaseIterable {
    case registered, waitlisted, declined
    case checkedIn = "checked_in"
    case left
    case noShow = "no_show"

    /// Whether the person has been in the hall; somebody who left has.
    public var hasAttended: Bool { self == .checkedIn || self == .left }
  }

  public let id: RegistrationID
  public let event: EventID
  public let member: MemberID
  public let pool: Pool
  /// Printed beforehand or handed out at the door; nil until then.
  public var badge: Int?
  public var status: Status
  public var arrival: Arrival?
  public var leftAt: Timestamp?

  public init(
    id: RegistrationID, event: EventID, member: MemberID, pool: Pool, badge: Int? = nil,
    status: Status = .registered, arrival: Arrival? = nil, leftAt: Timestamp? = nil
  ) {
    self.id = id
    self.event = event
    self.member = member
    self.pool = pool
    self.badge = badge
    self.status = status
    self.arrival = arrival
    self.leftAt = leftAt
  }
}

extension Registration {
  /// Whether this person may pick and be picked.
  public var presence: Presence {
    switch status {
    case .checkedIn: .present
    case .left: .left
    case .registered, .waitlisted, .declined, .noShow: .absent
    }
  }
}

/// When and where somebody first came in.
public struct Arrival: Hashable, Sendable {
  public let at: Timestamp
  public let station: String

  public init(at: Timestamp, station: String) {
    self.at = at
    self.station = station
  }
}
