/// A registration with the few facts about its member that the door and the picks need.
///
/// It carries no more than tells two namesakes apart: no full phone number, no exact birthday.
public struct Guest: Hashable, Sendable, Identifiable {
  public var registration: Registration
  public var sex: Sex?
  /// 0 is none; beside other small things, as in `Registration`.
  private var year: UInt16
  public var number: String
  public var name: String
  public var employer: String
  /// `138****0007`; empty where no phone is known.
  public var maskedPhone: String
  public var credentials: Credentials

  public init(
    registration: Registration, number: String, name: String, sex: Sex?, birthYear: Int?,
    employer: String, maskedPhone: String, credentials: Credentials
  ) {
    self.registration = registration
    self.sex = sex
    year = birthYear.map(UInt16.init(clamping:)) ?? 0
    self.number = number
    self.name = name
    self.employer = employer
    self.maskedPhone = maskedPhone
    self.credentials = credentials
  }

  public var id: RegistrationID { registration.id }

  public var birthYear: Int? {
    get { year == 0 ? nil : Int(year) }
    set { year = newValue.map(UInt16.init(clamping:)) ?? 0 }
  }

  public var badge: Badge? { registration.badge.map { Badge(registration.pool, $0) } }

  public var isVerified: Bool { credentials.verification == .verified }

  /// Whether the badge is of another pool than the sex, which was corrected after it was printed or
  /// handed out.
  public func isMisplaced(at event: Event) -> Bool {
    guard badge != nil, let due = event.pools.pool(for: sex) else { return false }
    return due != registration.pool
  }

  /// Whether this person may pick and be picked.
  public func presence(at event: Event) -> Presence {
    let presence = registration.presence
    return presence.attended && isMisplaced(at: event) ? .misplaced : presence
  }

  /// The last four digits of the phone; empty where none is known.
  public var lastFour: String { String(maskedPhone.suffix(4)) }
}
