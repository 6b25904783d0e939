/// A registration with the few facts about its member that the door and the picks need.
///
/// It carries no more than tells two namesakes apart: no full phone number, no exact birthday.
public struct Guest: Hashable, Sendable, Identifiable {
  public var registration: Registration
  public var number: String
  public var name: String
  public var sex: Sex?
  public var birthYear: Int?
  public var employer: String
  /// `138****0007`; empty where no phone is known.
  public var maskedPhone: String
  public var isVerified: Bool

  public init(
    registration: Registration, number: String, name: String, sex: Sex?, birthYear: Int?,
    employer: String, maskedPhone: String, isVerified: Bool
  ) {
    self.registration = registration
    self.number = number
    self.name = name
    self.sex = sex
    self.birthYear = birthYear
    self.employer = employer
    self.maskedPhone = maskedPhone
    self.isVerified = isVerified
  }

  public var id: RegistrationID { registration.id }

  public var badge: Badge? { registration.badge.map { Badge(registration.pool, $0) } }

  /// The last four digits of the phone; empty where none is known.
  public var lastFour: String { String(maskedPhone.suffix(4)) }
}
