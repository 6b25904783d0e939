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
  /// That of the sex, as it was when the badge was printed or handed out, or else is now.
  public var pool: Pool
  public var status: Status
  // Small, and in this order, for a great event keeps a hundred thousand of them.
  /// A bit for each objection that is waived.
  private var waivedBits: UInt16 = 0
  /// 0 is none.
  private var badgeNumber: UInt32
  public var arrival: Arrival?
  public var leftAt: Timestamp?

  public init(
    id: RegistrationID, event: EventID, member: MemberID, pool: Pool, badge: Int? = nil,
    status: Status = .registered, arrival: Arrival? = nil, leftAt: Timestamp? = nil,
    waived: Set<Objection> = []
  ) {
    self.id = id
    self.event = event
    self.member = member
    self.pool = pool
    self.status = status
    badgeNumber = badge.map(UInt32.init(clamping:)) ?? 0
    self.arrival = arrival
    self.leftAt = leftAt
    self.waived = waived
  }

  /// Printed beforehand or handed out at the door; nil until then.
  public var badge: Int? {
    get { badgeNumber == 0 ? nil : Int(badgeNumber) }
    set { badgeNumber = newValue.map(UInt32.init(clamping:)) ?? 0 }
  }

  /// What the organizer let pass for this person: the same is not asked again that evening.
  public var waived: Set<Objection> {
    get {
      waivedBits == 0 ? [] : Set(Objection.allCases.filter { waivedBits & $0.bit != 0 })
    }
    set { waivedBits = newValue.reduce(0) { $0 | $1.bit } }
  }
}

extension Objection {
  fileprivate var bit: UInt16 {
    switch self {
    case .married: 1
    case .seeing: 2
    case .withdrawn: 4
    case .underAge: 8
    case .notVerified: 16
    case .verificationRejected: 32
    case .verificationExpired: 64
    case .notEligible: 128
    case .alreadyACouple: 256
    }
  }
}

extension Registration {
  /// Where this person stands when a slip is typed; the sex is not looked at.
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

/// Somebody's leaving the hall and coming back (离场、回场); a registration tells only how it is now.
public struct Absence: Hashable, Sendable {
  public let left: Arrival
  /// Nil while the person is away.
  public let back: Arrival?

  public init(left: Arrival, back: Arrival?) {
    self.left = left
    self.back = back
  }
}
