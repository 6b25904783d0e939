/// Somebody at the door who is not registered for this event.
public enum WalkIn: Hashable, Sendable {
  /// In the register already.
  ///
  /// `sex` is said at the door where the register has none; it goes into the register.
  case member(MemberID, sex: Sex? = nil)
  /// New: goes into the register as well, not verified.
  case stranger(name: String, sex: Sex, phone: PhoneNumber?, employer: String)

  /// As it was said at the door.
  public var sex: Sex? {
    switch self {
    case .member(_, let sex): sex
    case .stranger(_, let sex, _, _): sex
    }
  }
}
