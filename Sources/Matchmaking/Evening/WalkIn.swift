/// Somebody at the door who is not registered for this event.
public enum WalkIn: Hashable, Sendable {
  /// In the register already.
  case member(MemberID)
  /// New: goes into the register as well, not verified.
  case stranger(name: String, sex: Sex, phone: PhoneNumber?, employer: String)
}
